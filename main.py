"""No words: the window. With words: the command line, and then Qt is never imported."""

from __future__ import annotations

import sys

from quizapp.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
