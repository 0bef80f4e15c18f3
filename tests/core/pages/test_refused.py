"""The page for who was told no: what was tried, one next thing each, and nothing that promises (rules P3, P5, P30)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from guide.model import Catalogue
from guide.model.roles import GuardRole
from guide.model.vocabulary import ReachesState
from guide.pages.all_pages import pages
from guide.reading.load import Loaded
from tests import raw


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    """The project's own catalogue."""
    return loaded.catalogue


def body_of(catalogue: Catalogue) -> str:
    """Return the page in Spanish, as it is handed to the renderer."""
    return next(page.body for page in pages(catalogue) if page.path == "appeal/")


@pytest.fixture(scope="module")
def body(catalogue: Catalogue) -> str:
    """The page in Spanish."""
    return body_of(catalogue)


def part(body: str, name: str) -> str:
    """Return the part of the page with the id ``name``, up to the next heading of its rank."""
    return re.split(r"\n## ", body.split(f"{{#{name}}}", 1)[1])[0]


def test_the_page_asks_what_was_tried_before_anything_else_to_do(root: Path, body: str) -> None:
    answers = body.split("{#ask}", 1)[1].split("</ul>", 1)[0]
    tried = raw.read(root, "appeal.yml")["tried"]

    assert [item["say"] for item in tried] == re.findall(r'<a href="#[a-z]+">([^<]+)</a>', answers)
    assert [item["id"] for item in tried] == re.findall(r'<a href="#([a-z]+)">', answers)
    assert body.index("{#ask}") < body.index('class="steps"')
    assert any("no sé" in item["say"] for item in tried)


def test_each_answer_has_one_next_thing_and_what_if(root: Path, body: str) -> None:
    for item in raw.read(root, "appeal.yml")["tried"]:
        shown = part(body, item["id"])
        assert shown.count('class="tick"') == 1, item["id"]
        assert shown.count("<li><strong>Si ") + shown.count("<li><strong>Mientras ") == len(item["what_if"]), item["id"]


def test_who_lost_an_account_reads_that_the_board_is_no_way_before_what_is_next(body: str, root: Path) -> None:
    (closed,) = [item for item in raw.read(root, "appeal.yml")["tried"] if item.get("before")]
    shown = part(body, closed["id"])

    assert "Consejo" in closed["before"]
    assert shown.index("El Consejo no sirve") < shown.index('class="steps"')
    assert "oversightboard" not in shown
    for platform in raw.records(root, "platforms"):
        assert f'href="../{platform}/{closed["plan"]}/"' in shown


def test_the_days_are_those_of_the_board_and_never_typed(root: Path, catalogue: Catalogue) -> None:
    days = catalogue.board.numbers["days"]
    other = days.model_copy(update={"value": 77})
    board = catalogue.board.model_copy(update={"numbers": {"days": other}})
    changed = catalogue.model_copy(update={"routes": {**catalogue.routes, board.id: board}})

    assert "77 días" in body_of(changed)
    assert f"{days.value} días" in body_of(catalogue)
    assert not re.search(r"\d+ días", (root / "data/appeal.yml").read_text(encoding="utf-8"))


def test_the_text_to_copy_is_short_in_the_first_person_and_open(root: Path, body: str) -> None:
    (text,) = [item["text"] for item in raw.read(root, "appeal.yml")["tried"] if "text" in item]
    words = " ".join(line["text"] for line in text["lines"])

    assert len(text["lines"]) <= 8
    assert "velada" not in words
    assert words.count("Pido") == 1
    assert "(blank:)" in words
    assert HTMLParser(part(body, "again")).css("[data-copy]")
    assert not HTMLParser(part(body, "again")).css("details [data-copy]")


def test_what_a_state_can_learn_of_stands_behind_its_guard_and_has_its_mark(catalogue: Catalogue, body: str) -> None:
    guard = catalogue.guard(GuardRole.STATE).text.words
    mark = catalogue.interface["route-state"].words
    routes = [item.route for item in catalogue.appeal.tried if item.route]
    routes += [way.route for way in catalogue.appeal.ways]
    reaching = [name for name in routes if catalogue.routes[name].reaches_state is not ReachesState.NO]

    assert body.count(guard) == 1
    assert reaching
    for name in reaching:
        line = next(line for line in body.split("\n") if f"routes/{name}/" in line and mark in line)
        assert body.index(guard) < body.index(line), name
    for name in set(routes) - set(reaching):
        assert not [line for line in body.split("\n") if f"routes/{name}/" in line and mark in line], name


def test_the_guard_stands_before_the_other_ways_where_no_next_thing_needs_it(catalogue: Catalogue) -> None:
    tried = tuple(item.model_copy(update={"route": None}) for item in catalogue.appeal.tried)
    page = body_of(catalogue.model_copy(update={"appeal": catalogue.appeal.model_copy(update={"tried": tried})}))

    assert page.count(catalogue.guard(GuardRole.STATE).text.words) == 1
    assert catalogue.guard(GuardRole.STATE).text.words in part(page, "beyond")


def test_protected_lines_stand_open(body: str) -> None:
    tree = HTMLParser(body)

    assert {node.attributes["data-keep"] for node in tree.css("[data-keep]")} >= {"danger", "avoid", "capture", "state"}
    assert not tree.css("details [data-keep]")
    assert ["no haga capturas" in node.text() for node in tree.css('[data-keep="capture"]')] == [True]


def test_addresses_that_were_published_still_lead_to_the_question(root: Path, body: str) -> None:
    old = [*raw.records(root, "platforms"), "beyond"]
    ids = set(re.findall(r'id="([a-z-]+)"|\{#([a-z-]+)\}', body))

    assert {name for pair in ids for name in pair} >= set(old)
    for platform in raw.records(root, "platforms"):
        assert body.index("{#ask}") < body.index(f'id="{platform}"') < body.index('class="choose"')


def test_each_platform_has_one_line_and_no_way_stands_twice(root: Path, body: str) -> None:
    shown = part(body, "look")

    assert re.findall(r"<li><strong>(\w+)\.</strong>", shown) == [
        item["name"] for item in raw.records(root, "platforms").values()
    ]
    assert shown.count('class="path"') == 1
