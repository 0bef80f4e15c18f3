"""Catalogues: a translation belongs to its own record and field, and an outdated one is never wrong advice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from guide.book import read_book
from guide.checking.check import load_all
from guide.model.languages import LANGUAGES
from guide.translating.merging import merged
from guide.translating.messages import messages
from guide.translating.translation import read_translation

ENGLISH = LANGUAGES["en"]
SAY, AVOID = "threats/coded-threat/say", "threats/coded-threat/avoid/mass/text"


def translate(project: Path, entries: dict[str, str], code: str = "en") -> None:
    """Write a catalogue in ``code`` that translates the given contexts of the project as it is now."""
    loaded = load_all(project / "data")
    sources = {message.context: message.source for message in messages(loaded)}
    body = "".join(
        f'msgctxt "{context}"\nmsgid "{_quoted(sources[context])}"\nmsgstr "{_quoted(words)}"\n\n'
        for context, words in entries.items()
    )
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: XX\\n"\n"X-Review: draft\\n"\n\n'
    ).replace("XX", code)
    (project / f"data/locales/{code}.po").write_text(header + body, encoding="utf-8")


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def test_a_context_is_made_of_ids_and_is_unique(root: Path) -> None:
    contexts = [message.context for message in messages(load_all(root / "data"))]

    assert SAY in contexts
    assert len(contexts) == len(set(contexts))


def test_reordering_a_list_makes_nothing_outdated(copy: Path) -> None:
    before = {m.context: m.source for m in messages(load_all(copy / "data"))}
    path = copy / "data/threats/coded-threat.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith("  - {id: history"))
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    path.write_text("".join(lines), encoding="utf-8")

    assert {m.context: m.source for m in messages(load_all(copy / "data"))} == before


def test_a_translation_is_shown(copy: Path) -> None:
    translate(copy, {SAY: "They threaten me without saying it outright"})

    text = read_book(copy).catalogue(ENGLISH).threats["coded-threat"].say

    assert (text.words, text.lang, text.stale) == ("They threaten me without saying it outright", "en", False)


def test_a_missing_translation_stays_spanish_and_says_so(copy: Path) -> None:
    translate(copy, {})

    text = read_book(copy).catalogue(ENGLISH).threats["coded-threat"].say

    assert (text.words, text.lang) == ("Me amenazan sin decirlo de frente", "es")


@pytest.mark.parametrize(("code", "lang"), [("fr", "en"), ("ar", "en"), ("pt", "es")])
def test_a_missing_translation_is_in_the_language_that_its_readers_are_likelier_to_know(
    copy: Path, code: str, lang: str, change: Callable[[str, str, str], Path]
) -> None:
    translate(copy, {SAY: "They threaten me without saying it outright", AVOID: "Do not ask for mass reports."})
    translate(copy, {}, code)

    book = read_book(copy)
    threat = book.catalogue(LANGUAGES[code]).threats["coded-threat"]
    assert threat.say.lang == lang
    assert threat.say.words.startswith("They threaten" if lang == "en" else "Me amenazan")
    assert threat.what.lang == "es"  # the other language has nothing either

    # What is out of date in that language stands in for nothing: then it is Spanish.
    change("threats/coded-threat.yml", "say: Me amenazan sin decirlo de frente", "say: Me amenazan en clave")
    assert read_book(copy).catalogue(LANGUAGES[code]).threats["coded-threat"].say.lang == "es"


@pytest.mark.slow
def test_an_outdated_translation_is_shown_as_outdated(copy: Path, change: Callable[[str, str, str], Path]) -> None:
    translate(copy, {SAY: "They threaten me without saying it outright"})
    change("threats/coded-threat.yml", "say: Me amenazan sin decirlo de frente", "say: Me amenazan en clave")

    book = read_book(copy)
    text = book.catalogue(ENGLISH).threats["coded-threat"].say
    page = next(page for page in book.pages(ENGLISH) if page.path == "facebook/")

    assert (text.lang, text.stale) == ("en", True)
    assert page.stale >= 1


def test_an_outdated_warning_is_shown_in_spanish(copy: Path, change: Callable[[str, str, str], Path]) -> None:
    translate(copy, {AVOID: "Do not ask for mass reports."})
    change("threats/coded-threat.yml", "No pida reportes en masa.", "Sí puede pedir apoyo, pero no reportes en masa.")

    text = next(t for t in read_book(copy).catalogue(ENGLISH).threats["coded-threat"].avoid if t.id == "mass").text

    assert text.lang == "es"
    assert "Sí puede" in text.words


def test_merging_never_lends_a_translation_to_a_similar_text(
    copy: Path, change: Callable[[str, str, str], Path]
) -> None:
    translate(copy, {AVOID: "Do not ask for mass reports."})
    change("threats/coded-threat.yml", "{id: mass, text", "{id: masses, text")

    (copy / "data/locales/en.po").write_bytes(merged(load_all(copy / "data"), "en", copy / "data/locales/en.po"))
    with (copy / "data/locales/en.po").open("rb") as stream:
        entries = {entry.context: entry for entry in read_po(stream)}

    assert AVOID not in entries
    assert not entries["threats/coded-threat/avoid/masses/text"].string


@pytest.mark.slow
def test_merging_keeps_an_outdated_translation_with_its_former_source(
    copy: Path, change: Callable[[str, str, str], Path]
) -> None:
    translate(copy, {SAY: "They threaten me without saying it outright"})
    change("threats/coded-threat.yml", "say: Me amenazan sin decirlo de frente", "say: Me amenazan en clave")

    path = copy / "data/locales/en.po"
    path.write_bytes(merged(load_all(copy / "data"), "en", path))
    with path.open("rb") as stream:
        entry = {entry.context: entry for entry in read_po(stream)}[SAY]

    assert entry.fuzzy
    assert entry.string == "They threaten me without saying it outright"
    assert '#| msgid "Me amenazan sin decirlo de frente"' in path.read_text(encoding="utf-8")
    assert read_book(copy).catalogue(ENGLISH).threats["coded-threat"].say.stale
    assert merged(load_all(copy / "data"), "en", path) == path.read_bytes()


@pytest.mark.slow
def test_merging_twice_changes_nothing(copy: Path) -> None:
    path = copy / "data/locales/en.po"
    loaded = load_all(copy / "data")
    path.write_bytes(merged(loaded, "en", path))
    first = path.read_bytes()

    assert merged(loaded, "en", path) == first


def test_menu_labels_addresses_and_numbers_are_not_translatable(root: Path) -> None:
    contexts = [message.context for message in messages(load_all(root / "data"))]

    dangerous = [
        c
        for c in contexts
        if (c.endswith(("/url", "/value", "/site")) and not c.startswith("evidence/example/"))
        or "/path/" in c
        or (c.startswith(("platforms/", "routes/")) and "/numbers/" in c)
    ]
    assert dangerous == []


def test_a_catalogue_without_a_reviewer_is_a_draft(copy: Path) -> None:
    translate(copy, {})
    path = copy / "data/locales/en.po"

    assert read_translation(path, copy)[0].draft
    path.write_text(
        path.read_text(encoding="utf-8").replace("X-Review: draft", "X-Review: A. Person"), encoding="utf-8"
    )
    assert not read_translation(path, copy)[0].draft


def test_the_comment_above_a_text_reaches_the_translator(copy: Path, change: Callable[[str, str, str], Path]) -> None:
    change(
        "threats/coded-threat.yml", "say: Me amenazan", "# Primera persona, como lo diría quien lee.\nsay: Me amenazan"
    )

    assert b"#. Primera persona, como lo dir\xc3\xada quien lee." in merged(load_all(copy / "data"), "en", None)
