"""Inline texts: what is read, what is refused, and that no writer lets a mark through."""

from __future__ import annotations

import html

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model.text import RunKind, Text, TextFault, parse, plain, skeleton
from guide.writing.runs import escape_markdown, to_html, to_markdown

#: Characters that mean something to Markdown, HTML, attribute lists or templates.
TRICKY = st.text(alphabet=st.sampled_from(list("ab ñ¿#*_`[](){}<>|!&\\:-+=~^.\"'1\n")), min_size=1, max_size=40)


def nowhere(_target: str) -> str | None:
    return None


def test_a_text_is_read_into_runs() -> None:
    runs = parse("Vaya a **lo [urgente](page:urgent)** con `código` y {platform}.")

    assert [run.kind for run in runs] == [
        RunKind.PLAIN, RunKind.STRONG, RunKind.PLAIN, RunKind.CODE, RunKind.PLAIN, RunKind.VALUE, RunKind.PLAIN,
    ]  # fmt: skip
    assert plain(runs, {"platform": "Threads"}) == "Vaya a lo urgente con código y Threads."


def test_a_blank_keeps_what_goes_there() -> None:
    assert plain(parse("Soy [su trabajo](blank:).")) == "Soy ____ (su trabajo)."


def test_a_reference_without_a_page_is_written_as_its_words() -> None:
    assert str(to_html(parse("[el Consejo](route:board)"), nowhere)) == "el Consejo"


def test_html_is_escaped_in_every_place() -> None:
    out = str(to_html(parse(r"5 \< 6 & «a» **b \> c**"), nowhere))

    assert out == "5 &lt; 6 &amp; «a» <strong>b &gt; c</strong>"


@pytest.mark.parametrize("source", ["<script>", "<b>x</b>", "![x](https://a.example/x.png)", "[x](javascript:alert)"])
def test_what_could_harm_a_reader_is_refused(source: str) -> None:
    with pytest.raises(TextFault):
        parse(source)


@given(TRICKY)
def test_a_text_is_parsed_or_refused_with_a_rule_never_anything_else(source: str) -> None:
    try:
        text = Text.of(source)
    except TextFault as fault:
        told = fault.rule and str(fault)
    else:
        told = text.words
    assert told


@given(TRICKY.filter(lambda words: words.strip() and "\n" not in words))
def test_escaped_words_come_out_of_markdown_as_they_went_in(words: str) -> None:
    words = " ".join(words.split())

    made = markdown.markdown(f"start {escape_markdown(words)} end", extensions=["attr_list", "tables"])

    assert html.unescape(made.removeprefix("<p>").removesuffix("</p>")) == f"start {words} end"


@given(TRICKY.filter(lambda words: "\n" not in words and words.strip()))
def test_escaped_words_make_a_heading_and_nothing_else(words: str) -> None:
    words = " ".join(words.split())

    made = markdown.markdown(f"# {escape_markdown(words)} {{#top}}", extensions=["attr_list"])

    assert made.startswith('<h1 id="top">')
    assert html.unescape(made.removeprefix('<h1 id="top">').removesuffix("</h1>")).strip() == words


def test_markdown_keeps_emphasis_and_links() -> None:
    out = str(to_markdown(parse("**a** *b* [c](page:urgent)"), lambda _: "urgent/"))

    assert out == "**a** *b* [c](urgent/)"


def test_the_skeleton_of_a_translation_is_that_of_its_source() -> None:
    spanish = parse("Vaya a **lo [urgente](page:urgent)** en {platform}")

    assert skeleton(spanish) == skeleton(parse("On {platform}, go to **[what is urgent](page:urgent)**"))
    assert skeleton(spanish) != skeleton(parse("On {platform}, go to **[what is urgent](page:home)**"))
