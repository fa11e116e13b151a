"""Where ``quizapp`` and main.py begin: the window, or the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_FOR_WINDOW = ("--print-ready",)


def main(words: Sequence[str] | None = None) -> int:
    """Open the window where no command was given, else run the command; return the exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if all(word in _FOR_WINDOW for word in given):
        # Imported here, for the command line has to work without Qt.
        from quizapp.desktop.app import main as open_window

        return open_window(given)
    from quizapp.cli import main as run_command

    return run_command(given)


if __name__ == "__main__":  # as ``python -m quizapp.start``, which a process that the app starts is
    sys.exit(main())
