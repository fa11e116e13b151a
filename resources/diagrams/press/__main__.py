"""Write every plate of this folder: ``python -m press`` from resources/diagrams, or ``make diagrams``."""

from __future__ import annotations

import sys
from pathlib import Path

from press.plate import build

FOLDER = Path(__file__).resolve().parent.parent


def main() -> None:
    """Build ``name.svg`` from each ``name.plate.yaml``, and the themes beside them."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for source in sorted(FOLDER.glob("*.plate.yaml")):
        for name, text in build(source).items():
            (into / name).write_text(text, encoding="utf-8", newline="\n")


main()
