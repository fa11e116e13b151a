from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import markup
from quizapp.bank.markup import Tag

STEM = "A runner has [a numb sole](s_numb_sole_toes) but **no** [pain at night](-h_night)."


def test_tags_are_found_with_their_sense() -> None:
    assert markup.tags(STEM) == (
        Tag("a numb sole", "s_numb_sole_toes", False),
        Tag("pain at night", "h_night", True),
    )


def test_a_learner_sees_the_words_and_not_the_tags() -> None:
    assert markup.untagged(STEM) == "A runner has a numb sole but **no** pain at night."
    assert markup.plain(STEM) == "A runner has a numb sole but no pain at night."


def test_html_marks_findings_only_when_asked() -> None:
    assert markup.html(STEM) == "<p>A runner has a numb sole but <strong>no</strong> pain at night.</p>\n"
    marked = markup.html(STEM, lambda tag: f'<a href="{tag.finding}">')
    assert '<a href="s_numb_sole_toes">a numb sole</a>' in marked


def test_html_in_a_stem_is_shown_and_not_run() -> None:
    assert "<script>" not in markup.html("<script>alert(1)</script> ![x](http://example.org/x.png)")


@given(st.text(max_size=200))
def test_no_stem_upsets_the_markup(stem: str) -> None:
    assert "<script" not in markup.html(stem, lambda tag: "<a>").lower()
    markup.plain(stem)
