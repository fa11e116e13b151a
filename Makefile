# make run: open the app.  make test: everything that has to hold.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench diagrams screenshots docs system check

run: .venv/ready system
	@$(BIN)/python -m compileall -q quizapp
	$(BIN)/python main.py

test: .venv/ready system-tests check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd resources/diagrams && MYPYPATH=.:../.. ../../$(BIN)/mypy -p press
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -m "not window" -n auto --dist loadfile
	xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb $(BIN)/pytest -m window
	xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb $(BIN)/pytest tests/e2e/test_kinds.py

bench: .venv/ready system
	@$(BIN)/python -m compileall -q quizapp
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench $(ARGS)

diagrams: .venv/ready
	cd resources/diagrams && ../../$(BIN)/python -m press
	cd resources/diagrams && ../../$(BIN)/python -m press.scan axial_a ../../questions/medial-ankle/section-above-the-joint.webp

screenshots: .venv/ready system-tests
	xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb $(BIN)/python docs/screenshots.py

docs: .venv/ready
	$(BIN)/python docs/questions.py
	$(BIN)/python docs/bank.py

check: .venv/ready
	$(BIN)/python main.py lint questions

.PHONY: system-tests
system:
	@.ci/system
system-tests:
	@.ci/system tests

.venv/ready: pyproject.toml .ci/constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint .ci/constraints.txt --editable ".[dev]"
	$(BIN)/python -m compileall -q quizapp
	@touch .venv/ready
