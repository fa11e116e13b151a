"""The light Markdown of stems, and the findings tagged in it: ``[its words](finding_id)``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.base.nearest import did_you_mean

_TAG = re.compile(r"\[([^\]]+)\]\((-?)([a-z][a-z0-9_]*)\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1")


_SIDE = re.compile(
    r"\b(left|right)\b(?:[- ]\w+){0,2}[- ](?:ankle|foot|heel|sole|arch|instep|toes?|midfoot|hindfoot)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Tag:
    """Some words of a stem that state a finding, as present or as looked for and absent."""

    words: str
    finding: str
    absent: bool


def tags(stem: str) -> tuple[Tag, ...]:
    """Return the findings tagged in a stem, in reading order."""
    return tuple(Tag(found[1], found[3], bool(found[2])) for found in _TAG.finditer(stem))


def unstated(stem: str, finding: str) -> str:
    """Return what to do where a stem does not state a finding; nothing where it does."""
    stated = [tag.finding for tag in tags(stem)]
    if finding in stated:
        return ""
    return f"the stem does not state {finding}{did_you_mean(finding, stated)}; tag its words"


def untagged(stem: str) -> str:
    """Return the Markdown with the tagged words but without the tags, as a learner may see it."""
    return _TAG.sub(lambda found: found[1], stem)


def plain(stem: str) -> str:
    """Return the words alone."""
    return " ".join(_EMPHASIS.sub(lambda found: found[2], untagged(stem)).split())


def tells_of_left(stem: str) -> bool:
    """Tell whether a case is about a left foot: the first side it names of a foot is the left one."""
    found = _SIDE.search(plain(stem))
    return found is not None and found[1].lower() == "left"


def html(stem: str, mark: Callable[[Tag], str] | None = None) -> str:
    """Return a stem as HTML; ``mark`` gives the opening tag to put around the words of a finding.

    HTML in the stem itself is shown as text, never run.
    """
    # Imported at the first use: neither the command line nor the first painted window pays for it.
    from markdown_it import MarkdownIt

    found = tags(stem)
    # Private-use characters stand in for the tags while Markdown is made, for they mean nothing in it.
    numbered = iter(range(len(found)))
    text = _TAG.sub(lambda tag: f"\ue000{next(numbered)}\ue001{tag[1]}\ue002", stem)
    rendered: str = MarkdownIt("js-default").disable(["image", "link", "autolink"]).render(text)

    def opened(match: re.Match[str]) -> str:
        return mark(found[int(match[1])]) if mark else ""

    rendered = re.sub("\ue000(\\d+)\ue001", opened, rendered)
    return rendered.replace("\ue002", "</a>" if mark else "")
