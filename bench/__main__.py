"""``python -m bench [--json] [--quick]``: every figure beside its budget, as medians and ratios of one run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

from bench import (
    answers,
    chaos,
    classroom,
    diagram,
    differential,
    drills,
    lecture,
    nodes,
    patients,
    reading,
    soak,
    start,
    views,
)
from bench.row import Row

GROUPS: dict[str, Callable[[bool], list[Row]]] = {
    "start": start.rows,
    "diagram": diagram.rows,
    "views": views.rows,
    "drills": drills.rows,
    "differential": differential.rows,
    "patients": patients.rows,
    "reading": reading.rows,
    "answers": answers.rows,
    "classroom": classroom.rows,
    "lecture": lecture.rows,
    "chaos": chaos.rows,
    "nodes": nodes.rows,
    "soak": soak.rows,
}


def main() -> int:
    """Measure and print; the exit status is 1 where a budget is not kept."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true", help="fewer repeats and a smaller bank")
    parser.add_argument("groups", nargs="*", help=f"any of {', '.join(GROUPS)}")
    arguments = parser.parse_args()
    unknown = set(arguments.groups) - GROUPS.keys()
    if unknown:
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    rows = [row for name in arguments.groups or GROUPS for row in GROUPS[name](arguments.quick)]
    if arguments.json:
        print(json.dumps([row.as_dict() for row in rows], indent=2))
    else:
        width = max(len(row.name) for row in rows)
        for row in rows:
            print(f"{row.name:<{width}}  {row.value:>9.2f} {row.unit:<4} {'<=' if row.kept else '> '} {row.budget:g}")
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
