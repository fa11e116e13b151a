"""Write docs/questions.md from the declared fields, the kinds and the rules: ``make docs``."""

from __future__ import annotations

import inspect
import sys
import textwrap
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quizapp.bank.kinds import KINDS
from quizapp.bank.lint import RULES
from quizapp.bank.question import Option, Question
from quizapp.bank.reading import FileHead
from quizapp.base.shape import yaml_name

INTRO = """\
# Writing questions

A question file is plain text in YAML 1.2, one topic a file, in a folder below `questions/`. Any text editor will
do; save as UTF-8 and indent with spaces. Check what you wrote with

    quizapp lint questions/medial-ankle/my-topic.yaml

which prints every problem with its line, what is wrong and the nearest right word. One bad question never hides the
others. This page is made from the code by `make docs`.

A few things that help:

- Quote a text that contains `: ` or begins with a special sign, or write it as a block after `>-`.
- In a stem, tag the words that state a finding: `[burning in the sole](s_burn_tingle)`. Put a minus before the id
  where the stem says it was looked for and is absent: `[no pain at night](-h_night_unremitting)`. Learners see the
  words alone; after the answer the findings are underlined.
- Ids of structures, conditions, findings and references stand in `resources/anatomy` and `resources/clinic`.
- The order of options is shuffled for every learner.
"""


def main() -> None:
    """Write the page."""
    Path(__file__).with_name("questions.md").write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    parts = [INTRO, _head(), _fields("Every question has", Question), _fields("Every option has", Option)]
    parts += ["## Kinds\n"] + [_kind(name, shape) for name, shape in KINDS.items()] + [_rules()]
    text = "\n".join(parts).replace("```", "\0").replace("``", "`").replace("\0", "```")
    return text.rstrip() + "\n"


def _head() -> str:
    return _fields("At the head of a file stand", FileHead)


def _fields(title: str, shape: type[Any], inherited: tuple[str, ...] = ()) -> str:
    rows = [f"## {title}\n" if not inherited else "", "| field | needed | what it is |", "| --- | --- | --- |"]
    for one in fields(shape):
        if one.name in inherited or (one.name == "kind" and inherited):
            continue
        needed = "yes" if one.default is MISSING and one.default_factory is MISSING else ""
        rows.append(f"| `{yaml_name(one.name)}` | {needed} | {one.metadata.get('help', '')} |")
    return "\n".join(rows).lstrip("\n") + "\n"


def _kind(name: str, shape: type[Question]) -> str:
    said = inspect.getdoc(inspect.getmodule(shape)) or ""
    text, _, example = said.partition("Example:\n")
    own = [one for one in fields(shape) if one.name not in {base.name for base in fields(Question)}]
    table = _fields("", shape, tuple(one.name for one in fields(Question))) if own else ""
    lines = textwrap.dedent(example).rstrip()
    return f"### {name}\n\n{text.strip()}\n\n{table}\n```yaml\n{lines}\n```\n".replace("\n\n\n", "\n\n")


def _rules() -> str:
    rows = ["## What the check asks for\n"]
    for rule in RULES:
        module = (
            inspect.getmodule(rule.one or rule.all) if rule.name not in _WORDED else sys.modules[_WORDED[rule.name]]
        )
        said = " ".join((inspect.getdoc(module) or "").split())
        what, _, rest = said.partition(" Passes: ")
        passes, _, fails = rest.partition(" Fails: ")
        rows.append(f"- **{rule.name}** ({rule.severity}). {what}\n  - passes: {passes}\n  - fails: {fails}")
    return "\n".join(rows)


# These two share one check, so their words stand in the files that name them.
_WORDED = {
    "absolute-words": "quizapp.bank.lint.absolute_words",
    "vague-words": "quizapp.bank.lint.vague_words",
}

if __name__ == "__main__":
    main()
