"""A lecturer's window with a class in a vote, in a process that may be killed; it says where the class is and waits."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication

from bench.waiting import run_until
from quizapp.desktop.app import App
from quizapp.desktop.lectern import kept


def main() -> int:
    """Open a class, or go on with the one that was left, until killed."""
    application = QApplication([])
    app = App(application, seed=1)
    app.window.show()
    run_until(lambda: app.is_bank_read)
    app.window.go("classroom")
    page = app.window.classroom
    if kept.classes():
        page.go_on(kept.classes()[0]["code"])
    else:
        page.setup.order.add([next(one.id for one in app.context.bank if one.kind == "choice")])
        page.setup.open_class()
        run_until(lambda: page.seen.get("of") == 1)
        page.line.do("next")
        run_until(lambda: page.seen["phase"] == "reading")
        page.line.do("vote")
    run_until(lambda: page.seen.get("phase") == "vote")
    print(json.dumps(kept.classes()[0]), flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
