"""A large bank, made from the shipped one, for measuring the reading of questions."""

from __future__ import annotations

import shutil
from pathlib import Path

from quizapp.base import paths, yamlfile


def make(folder: Path, questions: int, a_file: int = 50) -> list[Path]:
    """Write ``questions`` sound questions, ``a_file`` to a file, each as long as a shipped one."""
    texts = [_blocks(file) for file in sorted((paths.questions()).rglob("*.yaml"))]
    blocks = [block for some in texts for block in some]
    for picture in paths.questions().rglob("*.webp"):
        shutil.copy(picture, folder)
    files = []
    for start in range(0, questions, a_file):
        body = "".join(
            _renamed(blocks[number % len(blocks)], number) for number in range(start, min(start + a_file, questions))
        )
        file = folder / f"{start:06}.yaml"
        file.write_text(f"topic: Topic {start // a_file}\nauthor: bench\nquestions:\n{body}", encoding="utf-8")
        files.append(file)
    return files


def _blocks(file: Path) -> list[str]:
    """Return the questions of a file as text, each from its ``- id:`` to the next."""
    text = yamlfile.read_text(file)
    body = text[text.index("questions:") + len("questions:\n") :]
    parts = body.split("\n  - id: ")
    return ["  - id: " + part.removeprefix("  - id: ").rstrip() + "\n" for part in parts]


def _renamed(block: str, number: int) -> str:
    head, rest = block.split("\n", 1)
    return f"{head}-{number}\n{rest}"
