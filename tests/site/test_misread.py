"""Words that a frightened person misreads: on no page, sheet, text or file, in no language (the list: misread.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from tests.site.conftest import BuiltPage

LISTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent.parent / "misread.yml").read_text("utf-8")
)
#: What others wrote: titles of sources, words of menus; what readers type; and where the guide names such a word.
OTHERS = ".sources, #sources, kbd, .wording, .labels, .words, [lang], .sourcelist, script, style"


def misread(text: str, language: str) -> Iterator[str]:
    """Yield each listed word that stands in ``text``, with what is around it."""
    for entry in LISTED[language]:
        flags = 0 if entry.get("case") else re.IGNORECASE
        allowed = [match.span() for but in entry.get("but", []) for match in re.finditer(but, text, re.IGNORECASE)]
        for match in re.finditer(rf"\b(?:{entry['word']})(?!\w)", text, flags):
            if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                yield " ".join(text[max(0, match.start() - 40) : match.end() + 40].split())


def test_the_list_is_found_and_its_exceptions_are_left() -> None:
    assert list(misread("Meta dijo que no hay violación.", "es")) == ["Meta dijo que no hay violación."]
    assert not list(misread("Recibe amenazas de violación.", "es"))
    assert list(misread("Check the full screen.", "en"))


@pytest.mark.parametrize("language", list(LISTED))
def test_no_page_says_a_word_that_is_misread(ordinary: list[BuiltPage], language: str) -> None:
    found = set()
    for page in ordinary:
        if page.code == language:
            main = page.fresh().css_first("main")
            assert main is not None
            for node in main.css(OTHERS):
                node.decompose()
            found |= {f"{page.path}: {words}" for words in misread(main.text(separator=" "), language)}

    assert sorted(found) == []


@pytest.mark.parametrize("language", list(LISTED))
def test_no_sheet_and_no_text_says_a_word_that_is_misread(site: Path, language: str) -> None:
    found = set()
    for path in [*site.rglob("print/*-a4.pdf"), *site.rglob("plan.txt")]:
        first = path.relative_to(site).parts[0]
        if language == (first if first in LISTED else "es"):
            for words in misread(_text(path), language):
                found.add(f"{path.relative_to(site)}: {words}")

    assert sorted(found) == []


#: Notes of our own reading, which help nobody on the way (docs/dev/style.md).
OUR_READING = {
    "es": r"\b[Nn]o (?:(?:lo|la|los|las) )?(?:vimos|leímos)\b",
    "en": r"\b[Ww]e (?:did not see|have not seen|did not read|have not read|saw no)\b",
}


@pytest.mark.parametrize("language", list(OUR_READING))
def test_what_we_did_not_see_stands_once_a_page_outside_its_fold(ordinary: list[BuiltPage], language: str) -> None:
    often = {}
    for page in ordinary:
        if page.code == language:
            main = page.fresh().css_first("main")
            assert main is not None
            for node in main.css(".sources, #sources"):
                node.decompose()
            for fold in main.css("#missing"):
                within = fold.parent if fold.parent is not None and fold.parent.tag == "section" else fold
                within.decompose()
            found = re.findall(OUR_READING[language], main.text(separator=" "))
            if len(found) > 1:
                often[page.path] = len(found)

    assert often == {}


def _text(path: Path) -> str:
    if path.suffix == ".txt":
        return path.read_text("utf-8")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path.read_bytes())]
    return " ".join(" ".join(pages).split())
