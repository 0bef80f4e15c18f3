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
from guide.deciding.openness import to_judge
from guide.deciding.plan import GENERAL, compose
from guide.model.languages import LANGUAGES, Language
from guide.model.text import plain
from guide.model.vocabulary import ContactKind, Known, Paper, ReachesState
from guide.paper import leaf, typeset
from guide.paper.country_sheet import country_name
from guide.paper.leaf import TEMPLATE, inputs, job, made
from guide.paper.message import MOST_CHARACTERS, message
from guide.paper.on_paper import OnPaper
from guide.paper.printing import Printing
from guide.paper.shared_sheets import shared_sheets, sheets, urgent_sheet
from guide.paper.typeset import MOST_PAGES, Kept, SheetFailed, compiled, page_count
from guide.reading.local import LocalNumber
from guide.writing.file_names import pdf_path
from guide.writing.filter_view import spoken
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.openness_words import openness_words
from guide.writing.plan_words import Sheet, plan_sheet
from guide.writing.render import Writer
from tests import raw
from tests.conftest import PLATFORM, THREAT

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
    return plan_sheet(catalogue, compose(catalogue, catalogue.platforms[PLATFORM], THREAT), LANGUAGES[code], PLAIN)


#: Stages that are for paper: what to do now, then what comes after the report.
ON_PAPER = ("people", "evidence", "protect", "report", "write", "beyond"), ("next", "refused")


def test_a_sheet_has_what_to_do_now_and_after_the_report_in_the_order_of_its_plan(book: Book) -> None:
    for language in book.languages:
        catalogue = book.catalogue(language)
        for platform in catalogue.platforms.values():
            for threat in (GENERAL, *platform.threats):
                plan = compose(catalogue, platform, threat)
                stages = [stage for part in ON_PAPER for stage in plan.stages if stage.stage in part]
                steps = [
                    plain(step.do.runs, {"platform": platform.name})
                    for stage in stages
                    for step in (stage.steps[:2] if stage.stage == "protect" else stage.steps)
                ]
                told = [line.do for line in plan_sheet(catalogue, plan, language, PLAIN).lines()]
                assert len(told) == len(steps)
                for one, other in zip(told, steps, strict=True):
                    assert one == other or "{" in other, (platform.id, threat)


def test_names_and_titles_of_sheets_are_neutral_and_tell_them_apart(
    all_sheets: list[Sheet], book: Book, root: Path
) -> None:
    for sheet in all_sheets:
        for paper_size in Paper:
            assert re.fullmatch(r"print/[a-z0-9]+(-[a-z0-9]+)*-(a4|letter)\.pdf", pdf_path(sheet.name, paper_size))
        assert not re.search(r"amenaz|threat|violen|muert|death|kill|mata|denunci|defen|acos|harass", sheet.title, re.I)
    # One for the next minutes, one on evidence, one of the twelve steps, one for whoever has two countries.
    countries = set(raw.records(root, "countries")) - raw.only_by_name(root)
    # And three of each platform, by who reads.
    by_reader = 3 * len(raw.records(root, "platforms"))
    for language in book.languages:
        names = [sheet.name for sheet in all_sheets if sheet.language == language]
        assert len(names) == len(set(names)) == len(raw.plans(root)) + len(countries) + 4 + by_reader


def test_a_sheet_says_until_when_it_may_be_used(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the newest check that it rests on, until the first of them no longer counts."""
    monkeypatch.setenv("TODAY", "2091-02-07")
    rules, helpers = dt.date(2091, 2, 3), dt.date(2091, 2, 5)
    for day, paths in ((rules, [copy / "data/sources.yml"]), (helpers, list((copy / "data/routes").glob("*.yml")))):
        for path in paths:
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r'(?m)^( *)checked: "[\d-]+"', rf'\1checked: "{day}"', text), encoding="utf-8")
    counted = raw.read(copy, "freshness.yml")["kinds"]
    until = min(day + dt.timedelta(counted[kind]["days"]) for day, kind in ((rules, "rule"), (helpers, "contact")))

    sheet = coded(read_book(copy))

    assert sheet.after == until
    assert re.fullmatch(f"[^.]*{raw.written(helpers)}[^.]*[.][^.]*{raw.written(until)}[^.]*[.][^.]*[.]", sheet.notes[0])


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


def test_a_plan_names_who_helps_by_official_sites_that_no_state_learns_of(book: Book, root: Path) -> None:
    catalogue = book.loaded.catalogue
    by_site = {route.site: route for route in catalogue.routes.values() if route.site}
    writer = Writer(Here(LANGUAGES["es"], "urgent/"), catalogue.interface)
    records = raw.records(root, "routes")
    for sheet in book.on_paper(LANGUAGES["es"]).plans:
        assert sheet.help, sheet.name
        for name, site in sheet.help:
            route = by_site[site]
            only = openness_words(catalogue, to_judge(catalogue, route), writer)
            told = " ".join(filter(None, (only, spoken(records[route.id]["speaks"], LANGUAGES["es"]))))
            assert name == plain(route.name.runs) + (f" ({told.rstrip('.')})" if told else "")
            assert bool(only) is bool({"open_to", "closed_to"} & set(records[route.id])), name
            assert by_site[site].reaches_state is ReachesState.NO
            assert f"{name}: {site}\n" in message(sheet)
        assert any(note.startswith("Nadie ha probado") for note in sheet.notes)


def test_a_message_without_a_real_site_names_no_address(book: Book) -> None:
    sheet = coded(book)

    assert sheet.path not in message(sheet)
    assert message(sheet).count("https://") == len(sheet.help) + sum(len(line.addresses) for line in sheet.lines())


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
        value="+33 1 44 83 84 66",
        limit="Solo de día.",
        tested=dt.date(2026, 11, 20),
        by=("a", "b"),
    )
    private = plain(catalogue.interface["local-private"].runs)

    sheet = urgent_sheet(catalogue, language, PLAIN, [number])
    assert any(
        line.do
        == "Mesa de ayuda. Solo de día. Probado por 2 personas el 20 nov 2026. "
        "Después del 20 dic 2026, compruébelo otra vez."
        and [address.shown for address in line.addresses] == ["+33 1 44 83 84 66"]
        for line in sheet.lines()
    )
    assert private in sheet.warnings
    assert private not in urgent_sheet(catalogue, language, PLAIN).warnings


def test_a_dangerous_country_has_a_sheet_only_when_a_build_names_it(book: Book, root: Path) -> None:
    catalogue, language = book.loaded.catalogue, LANGUAGES["es"]
    usual = {sheet.name for sheet in shared_sheets(catalogue, language, PLAIN)}
    by_name = raw.only_by_name(root)
    name = min(by_name)
    asked = {sheet.name for sheet in shared_sheets(catalogue, language, PLAIN, asked=[name])}

    assert not usual & {country_name(other) for other in by_name}
    assert asked - usual == {country_name(name)}


def test_the_guard_about_the_state_stands_before_what_a_state_learns_of(all_sheets: list[Sheet], book: Book) -> None:
    reaching = [
        route.site
        for route in book.loaded.catalogue.routes.values()
        if route.site and route.reaches_state is not ReachesState.NO
    ]
    checked = 0
    for sheet in all_sheets:
        if not sheet.name.startswith("help-"):
            continue
        guard = plain(book.catalogue(sheet.language).guards["g2"].title.runs)
        seen = False
        for section in sheet.sections:
            seen = seen or any(note.startswith(guard) for note in section.notes)
            if any(address.url in reaching for line in section.lines for address in line.addresses):
                assert seen, sheet.name
                checked += 1
    assert checked


def test_a_pdf_is_tagged_small_and_the_same_each_time(book: Book, printed: list[Language], tmp_path: Path) -> None:
    for language in printed:
        for size in Paper:
            pdf = made(coded(book, language.code), size, SITE, Kept(tmp_path / "kept"))
            assert page_count(pdf) <= MOST_PAGES
            assert b"/StructTreeRoot" in pdf
            assert b"pdfuaid" in pdf
            assert re.search(rf"/Lang ?\({language.code}".encode(), pdf)
            assert pdf == made(coded(book, language.code), size, SITE, Kept(tmp_path / "kept"))
            assert len(pdf) < 100_000


def test_what_the_letters_cannot_show_is_told_and_not_printed_as_boxes(book: Book) -> None:
    sheet = dataclasses.replace(coded(book), safety="安全")

    with pytest.raises(SheetFailed, match="Atkinson"):
        compiled(inputs(sheet, Paper.A4, NOWHERE, texts=0), TEMPLATE)


def test_steps_that_do_not_fit_are_told_with_the_name_of_the_sheet(book: Book, tmp_path: Path) -> None:
    sheet = coded(book)
    long = dataclasses.replace(sheet, sections=sheet.sections * 6)

    with pytest.raises(SheetFailed, match=rf"^print/{sheet.name}-a4\.pdf: the steps do not fit on {MOST_PAGES} pages"):
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
        for sheet in book.on_paper(language).plans:
            # A Spanish sheet in another language's part is no translation.
            told = language.code in book.drafts and sheet.language == language
            assert (draft in sheet.notes) is told
            assert (draft in message(sheet)) is told


def _spanish(paper: OnPaper) -> list[Sheet]:
    """Return the sheets of another language's part that are set in Spanish."""
    return [sheet for sheet in (*paper.plans, *paper.shared) if sheet.language.tag == "es"]


def test_a_sheet_that_lacks_a_translation_is_spanish_and_the_others_stay(
    copy: Path, change: Callable[[str, str, str], Path], book: Book
) -> None:
    """Nobody can see on paper which sentence of a mixture is which (rule P21)."""
    english, before = LANGUAGES["en"], book.on_paper(LANGUAGES["en"])
    already = {sheet.path for sheet in _spanish(before)}
    threat = next(name for name in raw.records(copy, "threats") if not any(f"/{name}/" in path for path in already))
    change(f"threats/{threat}.yml", "avoid:\n", 'avoid:\n  - {id: new, text: "No haga esto otro."}\n')
    words = book.loaded.catalogue.workshop.parts[0].items[0].text.source.split()[0]
    change("workshop.yml", f"{words} ", f"Ahora {words.lower()} ")

    paper = read_book(copy).on_paper(english)

    foreign = [sheet for sheet in _spanish(paper) if sheet.path not in already]
    assert {sheet.path for sheet in foreign} == {f"{name}/" for name in raw.plans(copy) if name.endswith(f"/{threat}")}
    for sheet in foreign:
        assert sheet.missing == 0
        assert sheet.url.startswith("en/")
        assert sheet.safety == book.on_paper(LANGUAGES["es"]).plans[0].safety
    assert paper.whole(lambda c: c.workshop).language.tag == "es"
    assert paper.whole(lambda c: c.rules).language == before.whole(lambda c: c.rules).language
    assert paper.short().language == before.short().language


def test_a_renamed_menu_label_reaches_sheet_and_message(copy: Path, renamed: Callable[[str], None]) -> None:
    renamed("Safety label 9999")

    book = read_book(copy)

    for language in book.languages[:2]:
        sheet = coded(book, language.code)
        assert "Safety label 9999" in message(sheet)
        assert "Safety label 9999" in str(inputs(sheet, Paper.A4, NOWHERE, texts=0))


def test_who_takes_a_plan_along_reads_when_not_to_capture(all_sheets: list[Sheet], book: Book) -> None:
    seen = 0
    for sheet in all_sheets:
        if sheet.texts:  # of plans
            condition = plain(book.catalogue(sheet.language).interface["keep-capture"].runs)
            assert any(condition in section.notes for section in sheet.sections), sheet.url
            assert condition in message(sheet)
            seen += 1
    assert seen > 50
