"""The rules on one sheet, the pocket sheet, the workshop pack and the archive of all sheets."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from guide.book import Book, read_book
from guide.deciding.plan import GENERAL, compose
from guide.deciding.printed import routes_on_paper
from guide.model import Catalogue
from guide.model.languages import LANGUAGES, Language
from guide.model.text import plain
from guide.model.vocabulary import Edition, Paper
from guide.paper import pack, pocket, rule_table
from guide.paper.bundle import bundle_path, bundles
from guide.paper.leaf import inputs, job
from guide.paper.pack import pack_name, sheets_of
from guide.paper.printing import Printing, countries_asked, real_address, with_codes, word_for_front
from guide.paper.shared_sheets import sheets
from guide.paper.typeset import MOST_PAGES, Job, Kept, page_count
from guide.writing.file_names import pdf_path
from guide.writing.imprint import Imprint
from guide.writing.plan_words import plan_sheets
from tests import raw
from tests.core.deciding.test_how_tested import LIVE, changed
from tests.printed import letters

SITE = Printing("https://guia.org/")
ES = LANGUAGES["es"]
PLAIN = Imprint()
#: Words that would betray a sheet (rule P17).
TELLING = re.compile(r"amenaz|threat|violen|muert|death|kill|denunci|defens|acos|harass|derechos|rights", re.I)


#: Languages short enough for whole words and rows on crowded sheets; in the others a test counts letters.
WHOLE_ROWS = ("es", "en")


def text_of(pdf: bytes) -> str:
    """Return the text of all pages without spaces and hyphens."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return re.sub(r"[\s\-–\u00ad\u2010\ufffe\x02]+", "", "".join(pages))


def words(text: str) -> str:
    """Return ``text`` as :func:`text_of` gives it."""
    return re.sub(r"[\s\-–]+", "", text)


def shorts(book: Book, language: Language) -> dict[str, pocket.Pocket]:
    """Return the pocket sheets as words."""
    return pocket.pockets(book.catalogue(language), language, book.on_paper(language).plans, PLAIN)


def folded(catalogue: Catalogue, short: dict[str, pocket.Pocket], printing: Printing, imprint: Imprint) -> list[Job]:
    """Return the pocket sheets as something to be made."""
    return pocket.jobs(short, pocket.all_inputs(catalogue, short, printing, imprint))


def folds(book: Book, language: Language, printing: Printing = SITE) -> dict[str, Job]:
    """Return the pocket sheets by path."""
    return {one.path: one for one in folded(book.catalogue(language), shorts(book, language), printing, PLAIN)}


def packs(book: Book, language: Language, kept: Kept, printing: Printing = SITE) -> dict[str, Job]:
    """Return the packs by path."""
    catalogue = book.catalogue(language)
    return {
        one.path: one
        for one in pack.jobs(
            catalogue,
            language,
            sheets(catalogue, language, PLAIN),
            pocket.all_inputs(catalogue, shorts(book, language), printing, PLAIN),
            printing,
            kept,
            PLAIN,
        )
    }


def test_the_rules_are_all_on_one_leaf_and_what_a_state_learns_of_is_marked(
    book: Book, printed: list[Language]
) -> None:
    for language in printed:
        catalogue = book.catalogue(language)
        for one in rule_table.jobs(catalogue, language, SITE, PLAIN):
            pdf = one.make()
            text = text_of(pdf)
            assert page_count(pdf) <= MOST_PAGES
            at = text.find(words(plain(catalogue.guards["g2"].text.runs))[:60])
            if language.code not in WHOLE_ROWS:
                told = [plain(rule.say.runs) for rule in catalogue.rules.rules]
                assert not letters("".join(told)) - letters(text), one.path
                continue
            for rule in catalogue.rules.rules:
                found = text.find(words(plain(rule.say.runs)), at)
                assert found > at, rule.id
                at = found
                for avoided in rule.avoid:
                    assert words(plain(avoided.text.runs)) in text


def test_each_item_of_the_rules_is_marked_when_a_state_learns_of_it_and_only_then(book: Book, root: Path) -> None:
    catalogue = book.loaded.catalogue
    rows = rule_table.inputs(catalogue, ES, Paper.A4, SITE, PLAIN)["rows"]
    seen = 0
    for rule, row in zip(catalogue.rules.rules, rows, strict=True):
        for part, cell in zip((rule.now, rule.parallel, rule.next), row["cells"], strict=False):
            wanted = [catalogue.routes[item.route] for item in part if item.route]
            for route in wanted:
                shown = [text for text in cell if text.startswith(plain(route.name.runs).rstrip("."))]
                assert len(shown) == 1, (rule.id, route.id)
                assert shown[0].endswith(" †") is (route.reaches_state.value != "no"), (rule.id, route.id)
                seen += 1
    rules = raw.read(root, "rules.yml")["rules"]
    parts = [item for rule in rules for part in ("now", "parallel", "next") for item in rule.get(part, [])]
    assert seen == sum("route" in item for item in parts)


def test_a_condition_about_the_state_is_written_out_and_the_letters_are_explained(book: Book) -> None:
    data = rule_table.inputs(book.loaded.catalogue, ES, Paper.A4, SITE, PLAIN)
    cells = json.dumps(data["rows"], ensure_ascii=False)

    assert "solo si es seguro que el Estado se entere" in cells
    used = set(re.findall(r"[(,] ?([a-z])(?=[,)])", cells))
    assert used
    for letter in used:
        assert f"({letter}) " in data["legend"]


def test_a_pocket_sheet_is_one_page_with_six_steps_of_its_plan_and_a_mute_front(
    book: Book, printed: list[Language]
) -> None:
    for language in printed:
        catalogue = book.catalogue(language)
        made = folds(book, language)
        assert len(made) == 2 * (len(catalogue.platforms) + 1)
        for path, one in made.items():
            pdf = one.make()
            document = pypdfium2.PdfDocument(pdf)
            assert len(document) == 1, path
            width, height = document[0].get_size()
            # What shows when the sheet is folded: the lower half, back and front.
            outside = document[0].get_textpage().get_text_bounded(0, 0, width, height / 2).strip()
            if language.code == "ar":  # joined letters come in another order
                assert letters(outside) == letters(one.data["cover"])
            else:
                assert outside == one.data["cover"]
            assert not TELLING.search(outside + one.data["title"] + path)
            assert len(one.data["steps"]) == 6
            # Text that stands on its head is read out with the numbers of its steps in between.
            text = re.sub(r"\d", "", text_of(pdf))
            at = -1
            if language.code not in WHOLE_ROWS:
                assert not letters("".join(step["do"] for step in one.data["steps"])) - letters(text), path
            for step in one.data["steps"] if language.code in WHOLE_ROWS else ():
                found = text.find(re.sub(r"\d", "", words(step["do"])))
                assert found > at, (path, step["do"])
                at = found
            sizes = [item.get_font_size() for item in document[0].get_objects() if item.type == 1]
            assert min(sizes) >= 8.99


def test_steps_of_a_pocket_sheet_are_those_of_the_general_plan_in_its_order(book: Book) -> None:
    catalogue = book.loaded.catalogue
    plan = compose(catalogue, catalogue.platforms["instagram"], GENERAL)
    steps = [step for stage in plan.stages for step in stage.steps if step.id in catalogue.plan.pocket]

    shown = folds(book, ES)["print/fold-instagram-a4.pdf"].data["steps"]

    assert [step["do"] for step in shown] == [plain(step.do.runs, {"platform": "Instagram"}) for step in steps]


def test_the_pocket_sheet_for_the_next_minutes_says_when_a_step_holds_and_gives_sites_only(
    book: Book, root: Path
) -> None:
    data = folds(book, ES)["print/fold-now-a4.pdf"].data

    leads = [step["lead"] for step in data["steps"] if step["lead"]]
    urgent = raw.read(root, "urgent.yml")
    later = [part for part in urgent["parts"][1:] if {step["id"] for step in part["steps"]} & {*urgent["pocket"]}]
    assert leads == [part["title"] for part in later]
    assert all(line["name"] and line["address"]["url"].startswith("https://") for line in data["help"])
    assert not re.search(r"\d{4}", str(data["help"]))
    for one in folds(book, ES).values():
        assert any("Nadie ha probado" in note for note in one.data["notes"])


def test_the_front_of_a_pocket_sheet_can_be_chosen(book: Book) -> None:
    for one in folds(book, ES, Printing(cover="Recetas")).values():
        assert one.data["cover"] == "Recetas"
        assert one.data["title"].startswith("Recetas · ")


def test_one_setting_leaves_out_every_qr_code_and_keeps_the_address(book: Book, tmp_path: Path) -> None:
    without = Printing("https://guia.org/", qr=False)

    def codes(printing: Printing) -> tuple[int, int, int]:
        catalogue = book.loaded.catalogue
        leaves = [inputs(sheet, Paper.A4, printing, texts=0) for sheet in sheets(catalogue, ES, PLAIN)]
        all_of = [
            *leaves,
            *(one.data for one in folds(book, ES, printing).values()),
            rule_table.inputs(catalogue, ES, Paper.A4, printing, PLAIN),
            *(sheet for one in packs(book, ES, Kept(tmp_path), printing).values() for sheet in one.data["sheets"]),
        ]
        addressed = sum(data["address"].startswith("https://") for data in all_of)
        return sum(data["qr"] for data in all_of), addressed, len(all_of)

    with_codes, with_address, every = codes(SITE)
    assert with_codes == with_address == every
    assert codes(without) == (0, every, every)
    assert codes(Printing()) == (0, 0, every)


@pytest.mark.parametrize(
    ("site", "address"),
    [("https://guide.example/", ""), ("", ""), ("https://guia.org/x/", "https://guia.org/x/")],
)
def test_a_reserved_name_is_no_address(site: str, address: str) -> None:
    assert real_address(site) == address


def contents(data: Mapping[str, Any]) -> list[str]:
    """Return what a pack holds, by title, in order."""
    return [
        data["notes_title"],
        data["intake"]["title"],
        *(sheet["title"] for sheet in data["sheets"]),
        data["pocket"]["cover"],
        data["log"]["title"],
        data["opinion"]["title"],
    ]


@pytest.mark.slow
def test_a_pack_holds_notes_forms_and_every_sheet_of_its_platform(
    book: Book, printed: list[Language], tmp_path: Path
) -> None:
    kept = Kept(tmp_path)
    # Each pack once, the languages in turn: a pack takes seconds to make and to read.
    for number, platform_id in enumerate(book.loaded.catalogue.platforms):
        language = printed[number % len(printed)]
        catalogue = book.catalogue(language)
        made = packs(book, language, kept)
        assert len(made) == 2 * len(catalogue.platforms)
        platform = catalogue.platforms[platform_id]
        one = made[language.folder + pdf_path(pack_name(platform), Paper.LETTER)]
        pdf = one.make()
        document = pypdfium2.PdfDocument(pdf)
        chapters = [item.get_title() for item in document.get_toc() if item.level == 0]
        expected = contents(one.data)
        assert chapters[0] == one.data["cover"]
        assert chapters[1:] == [one.data["contents"], *expected]
        assert len(one.data["sheets"]) == 2 + 1 + 3 + len(platform.threats)
        assert not TELLING.search(" ".join(expected))
        listed = words(document[1].get_textpage().get_text_range())
        for title in expected:
            assert words(title) in listed, title
        text = text_of(pdf)
        chosen = sheets_of(platform, sheets(catalogue, language, PLAIN))
        for sheet in chosen:
            for line in sheet.lines():
                assert words(line.do) in text, (sheet.name, line.do)
        for part in catalogue.workshop.parts:
            for item in part.items:
                assert words(plain(item.text.runs)) in text
        # The log stands sideways, with its empty rows.
        assert sum(page.get_width() > page.get_height() for page in document) == 1
        assert min(i.get_font_size() for page in document for i in page.get_objects() if i.type == 1) >= 8.99


def test_in_a_pack_a_sheet_has_as_many_pages_as_alone_and_begins_a_leaf(book: Book, tmp_path: Path) -> None:
    """Printed on both sides, the filled form never shares a leaf with a sheet that is handed out (rule P18)."""
    kept, catalogue = Kept(tmp_path), book.loaded.catalogue
    platform = catalogue.platforms["threads"]
    chosen = sheets_of(platform, sheets(catalogue, ES, PLAIN))
    alone = [page_count(kept.pdf(job(sheet, Paper.A4, SITE, kept))) for sheet in chosen]
    one = packs(book, ES, kept)[pdf_path(pack_name(platform), Paper.A4)]
    document = pypdfium2.PdfDocument(one.make())
    starts = {item.get_title(): item.get_dest().get_index() for item in document.get_toc() if item.level == 0}

    assert [index for name, index in starts.items() if index % 2 and name != one.data["contents"]] == []
    for sheet, pages in zip(chosen, alone, strict=True):
        at = starts[sheet.title]
        # A back that is left empty has its footer and nothing more.
        lengths = [len(document[number].get_textpage().get_text_range()) for number in range(at, at + 2)]
        assert [length > 150 for length in lengths] == [True, pages == 2], sheet.title


def test_the_rules_of_the_room_are_those_that_paper_demands(book: Book) -> None:
    """Practice P18: no attendance list, no photographs, no phones with open sessions."""
    room = next(part for part in book.loaded.catalogue.workshop.parts if part.id == "room")
    said = " ".join(plain(item.text.runs) for item in room.items)

    for demanded in ("lista de asistencia", "Sin fotografías", "Sin teléfonos con sesiones abiertas"):
        assert demanded in said


def test_a_word_changed_in_the_notes_remakes_the_packs_and_nothing_else(
    copy: Path, change: Callable[[str, str, str], Path], book: Book, tmp_path: Path
) -> None:
    kept = Kept(tmp_path)
    before = {path: one.data for path, one in (packs(book, ES, kept) | folds(book, ES)).items()}
    words = book.loaded.catalogue.workshop.parts[0].items[0].text.source.split()[0]
    change("workshop.yml", f"{words} ", f"Ahora {words.lower()} ")
    new = read_book(copy)
    after = {path: one.data for path, one in (packs(new, ES, kept) | folds(new, ES)).items()}

    assert {path for path in before if before[path] != after[path]} == {path for path in before if "pack-" in path}


def test_the_archive_lists_every_sheet_by_its_neutral_title(book: Book, tmp_path: Path) -> None:
    catalogue, kept = book.loaded.catalogue, Kept(tmp_path)
    jobs = folds(book, ES)
    files = {path: one.make() for path, one in jobs.items()}
    titles = {path: f"<{number}> & {one.data['title']}" for number, (path, one) in enumerate(jobs.items())}
    made = bundles(catalogue, ES, files, titles, PLAIN, kept)

    assert set(made) == {bundle_path(paper) for paper in Paper}
    with zipfile.ZipFile(io.BytesIO(made["print/sheets-letter.zip"])) as archive:
        names = archive.namelist()
        readme = archive.read("sheets/README.txt").decode("utf-8-sig")
    assert names[1:] == [f"sheets/fold-{name}-letter.pdf" for name in ("now", *catalogue.platforms)]
    for path, title in titles.items():
        assert (f"{path.removeprefix('print/')}: {title}\n" in readme) is path.endswith("letter.pdf")
    assert not TELLING.search(readme)
    assert made == bundles(catalogue, ES, files, titles, PLAIN, Kept(tmp_path / "other"))


def test_files_with_private_numbers_say_that_they_are_private(book: Book, tmp_path: Path) -> None:
    catalogue, imprint = book.loaded.catalogue, Imprint(private=True)
    private = plain(catalogue.interface["local-private"].runs)

    short = pocket.all_inputs(catalogue, shorts(book, ES), SITE, imprint)
    packed = pack.jobs(catalogue, ES, sheets(catalogue, ES, imprint), short, SITE, Kept(tmp_path), imprint)
    assert all(private in one.data["notes"] for one in packed)
    assert all(private not in one.data["notes"] for one in packs(book, ES, Kept(tmp_path)).values())
    for told, one in ((True, imprint), (False, PLAIN)):
        content = bundles(catalogue, ES, {}, {}, one, Kept(tmp_path))
        with zipfile.ZipFile(io.BytesIO(content["print/sheets-a4.zip"])) as archive:
            assert (private in archive.read("sheets/README.txt").decode("utf-8-sig")) is told


def _public(catalogue: Catalogue, public: Imprint) -> dict[str, pocket.Pocket]:
    return pocket.pockets(catalogue, ES, plan_sheets(catalogue, ES, public), public)


def test_a_public_edition_does_not_say_that_nobody_tested_its_contacts(book: Book) -> None:
    public, catalogue = Imprint(Edition.PUBLIC), book.loaded.catalogue
    # A public edition is not built while paper gives a contact that nobody tested.
    catalogue = changed(catalogue, LIVE, [route.id for route in routes_on_paper(catalogue)])
    untested = re.compile("[Nn]adie (lo |los )?ha probado")
    whole = [str(sheet) for sheet in sheets(catalogue, ES, public)]
    whole += [str(one.data) for one in folded(catalogue, _public(catalogue, public), SITE, public)]
    whole.append(str(rule_table.inputs(catalogue, ES, Paper.A4, SITE, public)))

    told = [text for text in whole if untested.search(text)]
    # The warning of one country is about one line, and true in every edition.
    assert all("079" in text for text in told)


def test_only_our_own_letters_are_printed(book: Book, tmp_path: Path) -> None:
    kept, catalogue = Kept(tmp_path), book.loaded.catalogue
    some = [job(sheet, Paper.A4, SITE, kept) for sheet in sheets(catalogue, ES, PLAIN)[::5]]
    for one in [*some, *folds(book, ES).values(), *rule_table.jobs(catalogue, ES, SITE, PLAIN)]:
        fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([\w-]+)", one.make()))
        assert fonts, one.path
        assert all(name.startswith(b"AtkinsonHyperlegible") for name in fonts), (one.path, fonts)


def test_the_signs_of_menus_are_said_in_words(book: Book) -> None:
    text = str(sheets(book.loaded.catalogue, ES, PLAIN))
    assert "tres puntos" in text
    assert not re.search("[☰⋯]", text)


@pytest.mark.parametrize("word", ["a" * 31, "   ", 0, False, ["x"]])
def test_a_word_that_does_not_fit_on_the_front_is_refused(word: object) -> None:
    with pytest.raises(ValueError, match="cover: write a word of at most 30 letters"):
        word_for_front(word)


@pytest.mark.parametrize("word", ["W" * 30, "w w w w w w w w w w w w w w w", "Ñandú"])
def test_every_word_that_is_taken_stays_on_the_front(book: Book, word: str) -> None:
    one = folds(book, ES, Printing(cover=word_for_front(word)))["print/fold-now-letter.pdf"]
    page = pypdfium2.PdfDocument(one.make())[0]
    width, height = page.get_size()
    front = page.get_textpage().get_text_bounded(width / 2, 0, width, height / 2)
    assert re.sub(r"\s", "", front) == re.sub(r"\s", "", word)


@pytest.mark.parametrize(("value", "names"), [("ni", ("ni",)), ("NI, ve", ("ni", "ve")), ("", ()), (None, ())])
def test_countries_are_asked_for_with_spaces_or_commas(book: Book, value: object, names: tuple[str, ...]) -> None:
    assert countries_asked(value, book.loaded.catalogue.countries) == names


def test_settings_of_paper_that_are_none_are_refused(book: Book) -> None:
    with pytest.raises(ValueError, match="no country 'nicaragua'"):
        countries_asked("nicaragua", book.loaded.catalogue.countries)
    for value in ("nein", "False ", None, 0):
        with pytest.raises(ValueError, match="qr: write true or false"):
            with_codes(value)
