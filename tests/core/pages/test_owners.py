"""A platform of another company says nothing of Meta's, and whoever adds it is told where it would."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from guide.book import Book, read_book
from guide.checking.check import load_all
from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, compose
from guide.model import Catalogue
from guide.model.fault import DataError
from guide.model.languages import Language
from guide.model.vocabulary import Stage
from guide.paper.person_sheets import person_sheets
from guide.paper.pocket import pockets
from guide.reading.load import Loaded
from guide.writing.imprint import USUAL
from guide.writing.plan_words import Sheet, plan_sheets
from tests.conftest import CONTENT, copy_project
from tests.core.pages.another_owner import OWNER, PLATFORM, add_another_owner

#: What is Meta's, by its names in both languages.
META = re.compile(r"\b(Meta|Facebook|Instagram|Threads|Messenger|Consejo|Oversight|Trusted Partners?)\b")
#: What may name Meta there, each with its reason.
ALLOWED = {
    "links to the same plan on other platforms": re.compile(r'<p class="twins">.*?</p>'),
    "sources: where the steps that all platforms share were read": re.compile(r'<li id="s-[a-z0-9-]+">.*?</li>'),
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The guide with a platform of another company, that covers every threat."""
    project = copy_project(tmp_path_factory.mktemp("owners") / "project", CONTENT)
    add_another_owner(project / "data")
    return read_book(project)


def test_no_page_or_sheet_of_another_companys_platform_names_meta(book: Book) -> None:
    for language in book.languages:
        pages = [page for page in book.pages(language) if page.path.startswith(f"{PLATFORM}/")]
        # A tree and its picture, menus, no account; and three pages of each plan.
        assert len(pages) == 4 + 3 * (1 + len(book.loaded.catalogue.threats))
        for page in pages:
            body = page.body
            for allowed in ALLOWED.values():
                body = allowed.sub("", body)
            words = html.unescape(re.sub(r"<[^>]+>", " ", body))
            for text in (page.title, page.tab, page.description, words):
                assert not (found := META.search(text)), (
                    page.path,
                    text[max(0, found.start() - 80) : found.end() + 80],
                )
        for sheet in _sheets(book.catalogue(language), language):
            own = book.catalogue(language).interface["independent"].words
            for text in _strings(asdict(sheet)):
                assert text == own or not META.search(text), (sheet.name, text)


def _strings(value: object) -> Iterator[str]:
    """Yield every string in ``value``."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _strings(inner))
    elif isinstance(value, (tuple, list)):
        yield from (text for inner in value for text in _strings(inner))


def _sheets(catalogue: Catalogue, language: Language) -> list[Sheet]:
    """Return every sheet of the platform. Each says that the guide is independent of Meta: that is of the guide."""
    plans = plan_sheets(catalogue, language, USUAL)
    folded = [pocket.sheet for pocket in pockets(catalogue, language, plans, USUAL).values()]
    sheets = [*plans, *person_sheets(catalogue, language, USUAL), *folded]
    return [sheet for sheet in sheets if sheet.path.startswith(f"{PLATFORM}/")]


def test_where_every_platform_is_one_owners_the_guide_stays_the_same(loaded: Loaded) -> None:
    catalogue = loaded.catalogue

    assert all(for_owner(catalogue, platform.owner) is catalogue for platform in catalogue.platforms.values())


def test_a_shared_step_is_said_elsewhere_in_its_own_place(book: Book) -> None:
    catalogue = book.loaded.catalogue
    own = for_owner(catalogue, OWNER)
    plan = compose(own, own.platforms[PLATFORM], GENERAL)
    steps = {step.id: step for stage in plan.stages for step in stage.steps}
    theirs = {step.id: step for step in catalogue.plan.steps}

    # The same steps in the same stages, as anchors, pocket sheets and the guard about the State need them.
    assert {"ask-partner", "meta-informs", *catalogue.plan.pocket} <= steps.keys()
    assert steps["meta-informs"].role is theirs["meta-informs"].role
    assert steps["meta-informs"].author_learns is theirs["meta-informs"].author_learns
    said = theirs["meta-informs"].elsewhere
    assert said is not None
    assert steps["meta-informs"].do == said.do != theirs["meta-informs"].do
    # What is not said anew stays; what was read of Meta is no source of it.
    assert steps["report-one"].do == theirs["report-one"].do
    assert steps["report-one"].sources == () != theirs["report-one"].sources
    assert own.plan.stages[Stage.REFUSED].intro == catalogue.plan.stages[Stage.REFUSED].elsewhere


def test_routes_decisions_and_notes_of_meta_are_not_of_another_company(book: Book) -> None:
    catalogue = book.loaded.catalogue
    own = for_owner(catalogue, OWNER)

    named = {name for threat in (own.general, *own.threats.values()) for name in threat.routes}
    assert named, "other help stays"
    assert not named & {"meta-trusted-partner", catalogue.board.id}
    assert not own.decisions
    assert catalogue.decisions
    notes = [note for threat in own.threats.values() for note in threat.notes]
    assert notes
    assert all(note.owner is None or note.text == note.elsewhere for note in notes)
    assert not any(who in own.threats["impersonation"].whom for who in catalogue.threats["impersonation"].whom_of)
    # No word of what not to do is lost (rule P30).
    for name, threat in catalogue.threats.items():
        assert own.threats[name].avoid == threat.avoid


#: Slips: the file, what stands there, what somebody writes instead, and what is named.
SLIPS = (
    ("plan.yml", "do: Cuente ahora a una persona", "do: Escriba a Meta y cuente ahora a una persona", "Meta"),
    ("plan.yml", "su caso directamente a {owner}", "su caso directamente a Meta", "Meta"),
    ("threats/doxxing.yml", "{owner} puede sancionarle", "Instagram puede sancionarle", "Instagram"),
    ("trees/report.yml", "con {owner}?", "con Meta?", "Meta"),
    ("whom.yml", "      owner: Meta\n", "", "Meta"),
    ("whom.yml", "Acuerden qué", "[Acuerden](route:meta-trusted-partner) qué", "route:meta-trusted-partner"),
    ("other_way.yml", "a {owner}", "al Consejo asesor de contenido", "Consejo asesor de contenido"),
)


def test_who_adds_a_platform_is_told_where_it_would_name_another_company(
    copy: Path, change: Callable[[str, str, str], Path]
) -> None:
    add_another_owner(copy / "data")
    for file, old, new, _ in SLIPS:
        change(file, old, new)
    change(f"platforms/{PLATFORM}.yml", "rules: [x-violence]", "rules: [coded-threat]")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    found = [fault for fault in caught.value.faults if fault.rule == "other-owner"]
    assert found == list(caught.value.faults)
    told = sorted((fault.file, fault.message.split(" names ")[-1].split(",")[0]) for fault in found)
    rule = (f"data/platforms/{PLATFORM}.yml", "the rule 'coded-threat' is Meta's")
    assert told == sorted([*((f"data/{file}", name) for file, _, _, name in SLIPS), rule])
    assert all(fault.line and "owner" in fault.mend for fault in found)
