"""Unsafe changes that once passed the check: each is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import Book, read_book
from guide.model.fault import DataError, Fault
from guide.model.loose_contacts import loose_contacts
from guide.pages.all_pages import pages

Change = Callable[[str, str, str], Path]
PROTOCOL = "to: page:protocol\n    reaches_state: "
#: Rule, file, what stands there, and what somebody writes instead.
UNSAFE = [
    (
        "hidden-state",
        "rules.yml",
        "to: page:protocol\n    reaches_state: direct",
        'to: page:protocol\n    reaches_state: "no"',
    ),
    ("careless", "rules.yml", "  where: split", "  where: same"),
    ("no-guard", "threats/intimate-images.yml", "age_first: true\n", ""),
    ("wrong-type", "routes/oversight-board.yml", "{value: 15,", "{value: true,"),
    ("out-of-range", "routes/oversight-board.yml", "{value: 15,", "{value: 0,"),
    ("out-of-range", "routes/oversight-board.yml", "{value: 15,", "{value: 1000000000,"),
    ("contact-in-text", "platforms/facebook.yml", "Find support or report post", "Call +1 555 123 4567"),
    ("contact-in-text", "sources.yml", 'title: "', 'title: "Call +1 555 123 4567 '),
    ("link-target", "rules.yml", "more: El camino paso a paso", 'more: "[cpj.org](https://rsf.org/) El camino" #'),
    ("unknown-anchor", "rules.yml", "to: page:protocol", "to: page:privacy#nowhere"),
]


def faults_of(project: Path) -> tuple[Fault, ...]:
    with pytest.raises(DataError) as caught:
        read_book(project)
    return caught.value.faults


@pytest.mark.parametrize(("rule", "file", "old", "new"), UNSAFE)
def test_what_once_passed_is_refused_in_its_file(
    copy: Path, change: Change, rule: str, file: str, old: str, new: str
) -> None:
    change(file, old, new)

    assert (f"data/{file}", rule) in {(fault.file, fault.rule) for fault in faults_of(copy)}


def test_a_place_of_a_hand_written_page_may_be_named(copy: Path, change: Change) -> None:
    page = (copy / "docs/privacy.md").read_text(encoding="utf-8")
    place = re.search(r"^## .*\{#([a-z-]+)\}", page, re.M)
    assert place
    change("rules.yml", "to: page:protocol", f"to: page:privacy#{place[1]}")

    read_book(copy)


@pytest.mark.parametrize("words", ["&rlm;", "&shy;", "&zwj;"])
def test_a_sign_that_an_entity_hides_in_a_translation_is_told_with_its_line(copy: Path, words: str) -> None:
    path = copy / "data/locales/en.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgstr "Exit"', f'msgstr "Ex{words}it"', 1), encoding="utf-8")

    found = [fault for fault in faults_of(copy) if fault.rule == "invisible-sign"]

    assert [(fault.file, bool(fault.line > 1)) for fault in found] == [("data/locales/en.po", True)]


@pytest.mark.parametrize(
    "head", ['#| msgid "Llame al +1 555 123 4567"\n', '#, fuzzy\n#| msgid "Llame al +1 555 123 4567"\n']
)
def test_a_former_text_in_a_catalogue_vouches_for_no_contact(copy: Path, head: str) -> None:
    path = copy / "data/locales/en.po"
    text = path.read_text(encoding="utf-8")
    entry = 'msgctxt "interface/exit"\nmsgid "Salir"\nmsgstr "Exit"'
    assert entry in text
    path.write_text(text.replace(entry, head + entry.replace('"Exit"', '"Call +1 555 123 4567"')), encoding="utf-8")

    assert "contact-in-text" in {fault.rule for fault in faults_of(copy)}


def test_a_changed_source_in_a_catalogue_vouches_for_no_contact(copy: Path) -> None:
    path = copy / "data/locales/en.po"
    text = path.read_text(encoding="utf-8")
    old, new = 'msgid "Salir"\nmsgstr "Exit"', 'msgid "Llame al +1 555 123 4567"\nmsgstr "Call +1 555 123 4567"'
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert "contact-in-text" in {fault.rule for fault in faults_of(copy)}


@pytest.mark.parametrize(("country", "number"), [("ni", "118"), ("bo", "110")])
def test_a_short_number_of_a_feared_police_is_no_contact_either(copy: Path, country: str, number: str) -> None:
    path = copy / "data/routes/cpj.yml"
    text = path.read_text(encoding="utf-8")
    contact = f"  - id: police\n    kind: phone\n    from: {country}\n    value: '{number}'\n    known: elsewhere\n"
    contact += "    copy_read: undated\n    checked: '2026-11-24'\n    sources: [meta-cs]\n"
    path.write_text(text.replace("contacts:\n", f"contacts:\n{contact}", 1), encoding="utf-8")

    assert "police-number" in {fault.rule for fault in faults_of(copy)}


def test_no_single_tap_dials_a_number_of_which_a_state_learns(book: Book) -> None:
    catalogue = book.loaded.catalogue
    bodies = {page.path: page.body for page in pages(catalogue, "es")}
    reached = [route.id for route in catalogue.routes.values() if route.reaches_state.value != "no"]

    assert any(c.kind.value == "phone" for name in reached for c in catalogue.routes[name].contacts)
    assert [name for name in reached if "tel:" in bodies[f"routes/{name}/"]] == []
    assert any("tel:" in body for body in bodies.values())


@pytest.mark.parametrize("by", ['[AB, "AB."]', '[AB, "A B"]', '[nadie1, "?"]', "[AB, АB]"])
def test_who_tested_is_named_by_a_code_of_letters(copy: Path, change: Change, by: str) -> None:
    change("routes/fld-emergency.yml", "known: elsewhere", f'known: live\n    tested: "2026-11-20"\n    by: {by}')

    assert "testers" in {fault.rule for fault in faults_of(copy)}


@pytest.mark.parametrize(
    "words",
    [
        "Avise a la Policía: 105.",
        "Policía 105",
        "PNP 105",
        "la policía (118)",
        "Marque 9-1-1",
        "Llame al 1 0 5.",
        "Su número es 999.888.777",
        "Mire evil.zip/abc",
    ],
)
def test_numbers_and_addresses_in_other_dress_are_found(words: str) -> None:
    assert list(loose_contacts(words))


@pytest.mark.parametrize(
    "words",
    [
        "Según la policía, 105 personas salieron.",
        "Fueron 142.000.000 de publicaciones.",
        "La meta 16.10.1 y el indicador 16.1",
        "El archivo plan.txt y la hoja notes.ods",
    ],
)
def test_what_only_looks_like_one_is_left_alone(words: str) -> None:
    assert list(loose_contacts(words)) == []
