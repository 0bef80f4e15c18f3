"""Sheets and messages: the words of the plans, in their order, on paper and as text."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import Book, read_book
from guide.deciding.plan import GENERAL, compose
from guide.model.languages import LANGUAGES
from guide.model.roles import CountrySheet
from guide.model.text import plain
from guide.model.vocabulary import ContactKind, Known, Paper, ReachesState
from guide.paper import leaf, typeset
from guide.paper.leaf import TEMPLATE, inputs, job, made
from guide.paper.message import MOST_CHARACTERS, message
from guide.paper.printing import Printing
from guide.paper.shared_sheets import country_name, shared_sheets, sheets, urgent_sheet
from guide.paper.typeset import MOST_PAGES, Kept, SheetFailed, compiled, page_count
from guide.reading.local import LocalNumber
from guide.writing.files import pdf_path
from guide.writing.imprint import Imprint
from guide.writing.plan_words import Sheet, plan_sheet

SITE = Printing("https://guia.org/")
NOWHERE = Printing()
PLAIN = Imprint()


@pytest.fixture(scope="module")
def all_sheets(book: Book) -> list[Sheet]:
    """Every sheet in every language."""
    return [sheet for language in book.languages for sheet in sheets(book.catalogue(language), language, PLAIN)]


def coded(book: Book, code: str = "es") -> Sheet:
    """Return the sheet of one plan."""
    catalogue = book.catalogue(LANGUAGES[code])
    return plan_sheet(
        catalogue, compose(catalogue, catalogue.platforms["facebook"], "coded-threat"), LANGUAGES[code], PLAIN
    )


def test_a_sheet_has_every_step_of_its_plan_in_order(book: Book) -> None:
    for language in book.languages:
        catalogue = book.catalogue(language)
        for platform in catalogue.platforms.values():
            for threat in (GENERAL, *platform.threats):
                plan = compose(catalogue, platform, threat)
                steps = [
                    plain(step.do.runs, {"platform": platform.name}) for stage in plan.stages for step in stage.steps
                ]
                told = [line.do for line in plan_sheet(catalogue, plan, language, PLAIN).lines()]
                assert len(told) == len(steps)
                for one, other in zip(told, steps, strict=True):
                    assert one == other or "{" in other, (platform.id, threat)


def test_names_and_titles_of_sheets_are_neutral_and_tell_them_apart(all_sheets: list[Sheet]) -> None:
    for sheet in all_sheets:
        for paper_size in Paper:
            assert re.fullmatch(r"print/[a-z]+(-\d+|-[a-z]{2})?-(a4|letter)\.pdf", pdf_path(sheet.name, paper_size))
        assert not re.search(r"amenaz|threat|violen|muert|death|kill|mata|denunci|defen|acos|harass", sheet.title, re.I)
    for code in ("es", "en"):
        names = [sheet.name for sheet in all_sheets if sheet.language.code == code]
        assert len(names) == len(set(names)) == 49 + 2 + 15


def test_a_sheet_says_until_when_it_may_be_used(book: Book) -> None:
    sheet = coded(book)
    days = book.loaded.catalogue.freshness.days("rule")

    newest = max(source.checked for source in book.loaded.catalogue.sources.values())
    assert (sheet.after - newest).days <= days
    assert sheet.notes[0].startswith(f"Versión del {newest.day} nov {newest.year}. No usar después del ")
    assert str(sheet.after.day) in sheet.notes[0]
    assert str(sheet.after.year) in sheet.notes[0]


def test_a_message_has_every_step_with_its_number_and_holds_in_one(all_sheets: list[Sheet]) -> None:
    for sheet in all_sheets:
        if not sheet.texts:
            continue  # only plans are said in messages
        text = message(sheet, "https://una-direccion-bastante-larga.organizacion.org/guia/")
        assert len(text) <= MOST_CHARACTERS, sheet.url
        at = text.index(sheet.safety)
        for number, line in enumerate(sheet.lines(), start=1):
            found = text.find(f"\n{number}. {line.do}", at)
            assert found > at, f"{sheet.url}: {number}. {line.do}"
            at = found
        for words in sheet.avoid:
            assert f"- {words}" in text
        assert sheet.url in text
        assert "\t" not in text
        assert "*" not in text


def test_a_plan_names_who_helps_by_official_sites_that_no_state_learns_of(book: Book) -> None:
    catalogue = book.loaded.catalogue
    by_site = {route.site: route for route in catalogue.routes.values() if route.site}
    for sheet in book.on_paper(LANGUAGES["es"]).plans:
        assert sheet.help, sheet.name
        for name, site in sheet.help:
            assert plain(by_site[site].name.runs) == name
            assert by_site[site].reaches_state is ReachesState.NO
            assert f"{name}: {site}\n" in message(sheet)
        assert any(note.startswith("Nadie ha probado") for note in sheet.notes)


def test_a_message_without_a_real_site_names_no_address(book: Book) -> None:
    sheet = coded(book)

    assert sheet.path not in message(sheet)
    assert message(sheet).count("https://") == len(sheet.help)


def test_the_urgent_sheet_prints_no_number_that_nobody_tested(book: Book) -> None:
    catalogue = book.loaded.catalogue
    text = str(urgent_sheet(catalogue, LANGUAGES["es"], PLAIN))

    for line in catalogue.urgent.lines:
        route = catalogue.routes[line.route]
        assert plain(route.name.runs) in text
        for contact in route.contacts:
            if contact.known is not Known.LIVE and "://" not in contact.value:
                assert contact.value not in text


def test_a_sheet_with_an_organisations_own_numbers_says_that_it_is_private(book: Book) -> None:
    catalogue, language = book.loaded.catalogue, LANGUAGES["es"]
    number = LocalNumber(
        id="desk",
        name="Mesa de ayuda",
        kind=ContactKind.PHONE,
        value="+000 0000",
        limit="Solo de día.",
        tested=dt.date(2026, 11, 20),
        by=("a", "b"),
    )
    private = plain(catalogue.interface["local-private"].runs)

    sheet = urgent_sheet(catalogue, language, PLAIN, [number])
    assert any(
        line.do == "Mesa de ayuda. Solo de día. Probado por 2 personas el 20 nov 2026."
        and [address.shown for address in line.addresses] == ["+000 0000"]
        for line in sheet.lines()
    )
    assert private in sheet.warnings
    assert private not in urgent_sheet(catalogue, language, PLAIN).warnings


def test_a_dangerous_country_has_a_sheet_only_when_a_build_names_it(book: Book) -> None:
    catalogue, language = book.loaded.catalogue, LANGUAGES["es"]
    usual = {sheet.name for sheet in shared_sheets(catalogue, language, PLAIN)}
    asked = {sheet.name for sheet in shared_sheets(catalogue, language, PLAIN, asked=["ni"])}

    by_name = {country_name(c.id) for c in catalogue.countries.values() if c.sheet is CountrySheet.BY_NAME}
    assert by_name
    assert not usual & by_name
    assert asked - usual == {"help-ni"}


def test_the_guard_about_the_state_stands_before_what_a_state_learns_of(all_sheets: list[Sheet]) -> None:
    for sheet in all_sheets:
        if not sheet.name.startswith("help-"):
            continue
        guard = "Antes de ir a una autoridad" if sheet.language.code == "es" else "Before you go to an authority"
        seen, guarded = False, 0
        for section in sheet.sections:
            seen = seen or any(note.startswith(guard) for note in section.notes)
            if any("oas.org" in address.url for line in section.lines for address in line.addresses):
                assert seen, sheet.name
                guarded += 1
        assert guarded or "oas.org" not in str(sheet), sheet.name


def test_a_pdf_is_tagged_small_and_the_same_each_time(book: Book, tmp_path: Path) -> None:
    for code in ("es", "en"):
        for size in Paper:
            pdf = made(coded(book, code), size, SITE, Kept(tmp_path / "kept"))
            assert page_count(pdf) <= MOST_PAGES
            assert b"/StructTreeRoot" in pdf
            assert b"pdfuaid" in pdf
            assert f"/Lang ({code}".encode() in pdf or f"/Lang({code}".encode() in pdf
            assert pdf == made(coded(book, code), size, SITE, Kept(tmp_path / "kept"))
            assert len(pdf) < 100_000


def test_what_the_letters_cannot_show_is_told_and_not_printed_as_boxes(book: Book) -> None:
    sheet = dataclasses.replace(coded(book), safety="安全")

    with pytest.raises(SheetFailed, match="Atkinson"):
        compiled(inputs(sheet, Paper.A4, NOWHERE, texts=0), TEMPLATE)


def test_steps_that_do_not_fit_are_told_with_the_name_of_the_sheet(book: Book, tmp_path: Path) -> None:
    sheet = coded(book)
    long = dataclasses.replace(sheet, sections=sheet.sections * 6)

    with pytest.raises(SheetFailed, match=r"^print/facebook-1-a4\.pdf: the steps do not fit on 2 pages"):
        Kept(tmp_path).pdf(job(long, Paper.A4, NOWHERE, Kept(tmp_path)))


def test_words_of_the_data_are_never_markup(book: Book) -> None:
    sheet = dataclasses.replace(coded(book), safety='#read("/etc/passwd") *x* $x$ <script> @cite = =')

    assert page_count(compiled(inputs(sheet, Paper.A4, NOWHERE, texts=0), TEMPLATE)) >= 1


def test_a_sheet_that_has_not_changed_is_not_made_again(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue, language = book.loaded.catalogue, LANGUAGES["es"]
    some = sheets(catalogue, language, PLAIN)[:4]

    def files() -> dict[str, bytes]:
        kept = Kept(tmp_path)
        return kept.files(job(sheet, size, SITE, kept) for sheet in some for size in Paper)

    first = files()
    made_now: list[str] = []
    real = leaf.made

    def counted(sheet: Sheet, size: Paper, printing: Printing, kept: Kept) -> bytes:
        made_now.append(sheet.name)
        return real(sheet, size, printing, kept)

    monkeypatch.setattr(leaf, "made", counted)

    assert files() == first
    assert made_now == []
    some[2] = dataclasses.replace(some[2], safety="Otra cosa.")
    files()
    assert made_now == [some[2].name] * len(Paper)


def test_a_template_that_changes_makes_new_sheets_and_never_passes_for_the_old(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, folder = coded(book), tmp_path / "paper"
    shutil.copytree(typeset.FOLDER, folder)
    monkeypatch.setattr(typeset, "FOLDER", folder)

    def now() -> bytes:
        kept = Kept(tmp_path / "kept")
        return kept.pdf(job(sheet, Paper.A4, NOWHERE, kept))

    first = now()
    template = folder / "sheet.typ"
    good = template.read_text(encoding="utf-8")
    template.write_text(good + "\nEDITED\n", encoding="utf-8")
    assert now() != first
    template.write_text(good, encoding="utf-8")
    assert now() == first


def test_a_translation_that_nobody_has_reviewed_says_so_on_paper_and_in_messages(book: Book) -> None:
    for language in book.languages:
        catalogue = book.catalogue(language)
        draft = plain(catalogue.interface["translation-draft"].runs)
        told = language.code in book.drafts
        for sheet in book.on_paper(language).plans:
            assert (draft in sheet.notes) is told
            assert (draft in message(sheet)) is told


def test_a_sheet_that_lacks_a_translation_is_spanish_and_the_others_stay(
    copy: Path, change: Callable[[str, str, str], Path], book: Book
) -> None:
    """Nobody can see on paper which sentence of a mixture is which (practice P21)."""
    english = LANGUAGES["en"]
    assert book.on_paper(english).spanish is None
    change("threats/doxxing.yml", "avoid:\n", 'avoid:\n  - {id: new, text: "No haga esto otro."}\n')
    change("workshop.yml", "Sin fotografías", "Sin fotos")

    paper = read_book(copy).on_paper(english)

    foreign = [sheet for sheet in (*paper.plans, *paper.shared) if sheet.language.tag != "en"]
    assert {sheet.path.split("/")[1] for sheet in foreign} == {"doxxing"}
    assert len(foreign) == 3
    for sheet in foreign:
        assert sheet.missing == 0
        assert sheet.url.startswith("en/")
        assert sheet.safety.startswith("Primero, su seguridad")
    assert paper.whole(lambda c: c.workshop).language.tag == "es"
    assert paper.whole(lambda c: c.rules).language.tag == "en"
    assert paper.short().language.tag == "en"


def test_a_renamed_menu_label_reaches_sheet_and_message(copy: Path, change: Callable[[str, str, str], Path]) -> None:
    change("platforms/facebook.yml", "{en: Credible threat to safety}", "{en: Safety label 2027}")

    book = read_book(copy)

    for code in ("es", "en"):
        sheet = coded(book, code)
        assert "Safety label 2027" in message(sheet)
        assert "Safety label 2027" in str(inputs(sheet, Paper.A4, NOWHERE, texts=0))
