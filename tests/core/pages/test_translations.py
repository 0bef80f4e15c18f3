"""The page on how far each translation is: it says what is behind, and who answers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from guide.book import Book, read_book
from guide.model.languages import LANGUAGES
from guide.translating.coverage import standings

SPANISH = LANGUAGES["es"]


def told(book: Book) -> str:
    """Return the page in Spanish."""
    page = book.page(SPANISH, "translations/")
    assert page is not None
    return page.body


def test_it_lists_every_language_but_the_source(book: Book) -> None:
    names = re.findall(r'<h2 id="[a-z-]+"><span lang="([A-Za-z-]+)">', told(book))

    assert names == [language.tag for language in book.languages[1:]]


def test_it_says_what_is_behind_when_and_by_whom(copy: Path, change: Callable[[str, str, str], Path]) -> None:
    path = copy / "data/locales/en.po"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r'"X-Review: .*\\n"', r'"X-Review: Asociación <Ejemplo>\\n"', text)
    text = re.sub(r'"PO-Revision-Date: .*\\n"\n', "", text).replace(
        '"X-Review', '"PO-Revision-Date: 2026-10-05 09:30+0200\\n"\n"X-Review'
    )
    text = text.replace('msgid "Salir"\nmsgstr "Exit"', 'msgid "Salir"\nmsgstr ""')
    path.write_text(text, encoding="utf-8")
    change("guards.yml", "text: ", "text: Ahora. ")

    book = read_book(copy)
    (english,) = standings(book.loaded, [book.translations["en"]])
    assert (english.stale, english.missing, english.warnings) == (1, 1, 1)
    assert english.worked_on == dt.date(2026, 10, 5)
    body = told(book).partition('id="en"')[2].partition("<h2")[0]
    assert "Asociación &lt;Ejemplo&gt;" in body
    assert "5 oct 2026" in body
    assert f"{english.current} de {english.total}" in body


def test_a_date_that_is_none_is_no_date(copy: Path) -> None:
    path = copy / "data/locales/en.po"
    text = re.sub(
        r'"PO-Revision-Date: .*\\n"', r'"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"', path.read_text("utf-8")
    )
    path.write_text(text, encoding="utf-8")

    assert read_book(copy).translations["en"].worked_on is None


def test_a_signature_under_a_few_texts_counts_for_nothing(copy: Path) -> None:
    path = copy / "data/locales/en.po"
    text = re.sub(r'"X-Review: .*\\n"', r'"X-Review: Alguien\\n"', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    assert not read_book(copy).translations["en"].draft

    head, *entries = text.split("\n\n")
    bare = [re.sub(r'(?m)^msgstr "(?!").*$', 'msgstr ""', entry) for entry in entries[: len(entries) // 5]]
    path.write_text("\n\n".join([head, *bare, *entries[len(entries) // 5 :]]), encoding="utf-8")

    assert read_book(copy).translations["en"].draft
