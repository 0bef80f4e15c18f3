"""What makes ``make check`` fast must change nothing of what it says."""

from __future__ import annotations

import string
import subprocess
import sys
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from guide.model import text
from guide.model.signs import invisible
from guide.model.text import TextFault
from tests.conftest import ROOT


def whole(source: str) -> object:
    """Read ``source`` with the whole parser; a refusal is an answer too."""
    try:
        runs = text._parsed(source)
        return "invisible-sign" if list(invisible(text.plain(runs))) else runs
    except TextFault as fault:
        return fault.rule


def short(source: str) -> object:
    try:
        return text.parse(source)
    except TextFault as fault:
        return fault.rule


def test_words_without_signs_are_what_the_parser_makes_of_them() -> None:
    harmless = [sign for sign in f"{string.punctuation}1aé \t\u00a0" if not text._SIGN.search(sign)]

    for signs in product(harmless, repeat=3):
        words = "".join(signs).strip()
        assert not words or short(words) == whole(words), words


@given(st.text(min_size=1))
def test_any_text_is_read_as_the_parser_reads_it(source: str) -> None:
    words = source.strip()

    assert not words or text._PLACEHOLDER_WORDS.search(words) or short(words) == whole(words)


def test_what_other_readers_take_for_a_mark_is_read_as_the_parser_reads_it() -> None:
    for words in (
        "Abra https://a.example/x",
        "Escriba a a@b.example",
        "www.example.org ~~no~~",
        "# a",
        "1. c",
        "&eacute;",
        "{days}",
    ):
        assert short(words) == whole(words)


def test_whoever_checks_waits_for_nothing_that_only_pages_and_paper_need() -> None:
    needless = ("typst", "segno", "jinja2", "guide.pages", "guide.paper", "guide.publishing", "guide.writing", "mkdocs")
    code = f"import sys, guide.__main__; print([name for name in {needless!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
