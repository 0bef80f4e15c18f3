"""Contacts, periods and addresses against ``figures.yml``: each rests on a fact, and the list holds nothing else.

Of contacts the check itself asks for it, and that they claim no more than their fact (``guide.checking.figures``).

Researched facts are not part of the project, so the list stands for them: whoever changes a number reads the fact and
changes the list too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import raw

WORDS = "una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta|sesenta|noventa"
PERIOD = re.compile(rf"\b(?:\d+|{WORDS}) (?:horas|días|semanas|meses|años)(?: (?:hábiles|corridos))?")
STREET = re.compile(r"\d\.ª avenida [\d-]+, zona \d+|\d+ F Street|Alejandro Dumas \d+")
#: Ages, which are no deadline: who counts as a child follows the rules, and the guards hold it.
AGES = {"18 años", "13 años"}
#: What is said of a period that no page of the body itself gives.
HEDGES = re.compile(r"según|prensa|terceros|no está confirmado|vimos|leímos|anunci|otros|entrevista|guía", re.I)
#: Files without statements of the guide: other people's wording, words to search by, and what holds the data together.
#: Fact → how sure it is → what it gives.
Listed = dict[str, dict[str, list[str]]]
LEFT_OUT = {"figures.yml", "goals.yml", "sources.yml", "hosts.yml", "moved.yml", "interface.yml", "freshness.yml"}


@dataclass(frozen=True)
class Value:
    """A value of the data: what is written, how a contact is known, the facts around it, and the text it stands in."""

    written: str
    known: str
    facts: tuple[str, ...]
    text: str
    secondary: bool
    place: str


def _facts(node: dict[str, Any]) -> tuple[str, ...]:
    found = node.get("facts")
    return tuple(found) if isinstance(found, list) and all(isinstance(item, str) for item in found) else ()


def values(node: Any, facts: tuple[str, ...], secondary: bool, place: str, key: str = "") -> Iterator[Value]:
    """Yield every value in ``node`` and below it."""
    if isinstance(node, dict):
        facts = (*_facts(node), *facts)
        secondary = secondary or node.get("confidence") == "secondary"
        if "known" in node and ("value" in node or "number" in node):
            yield Value(str(node.get("value", node.get("number"))), node["known"], facts, "", secondary, place)
        for name, below in node.items():
            if name == "numbers" and isinstance(below, dict):
                for number in below.values():
                    yield Value(str(number["value"]), "", (*_facts(number), *facts), "", True, f"{place}/{name}")
            elif name not in ("words", "examples"):
                yield from values(below, facts, secondary, f"{place}/{node.get('id', name)}", str(name))
    elif isinstance(node, list):
        for below in node:
            yield from values(below, facts, secondary, place, key)
    elif isinstance(node, str) and key != "value":
        for match in (*PERIOD.finditer(node), *STREET.finditer(node)):
            if match.group() not in AGES:
                yield Value(match.group(), "", facts, node, secondary, place)


@pytest.fixture(scope="module")
def every(root: Path) -> list[Value]:
    """All values of the data."""
    data = root / "data"
    files = [path for path in sorted(data.rglob("*.yml")) if path.parent.name not in ("schema", "locales", "search")]
    names = [path.relative_to(data).as_posix() for path in files]
    return [value for name in names if name not in LEFT_OUT for value in values(raw.read(root, name), (), False, name)]


@pytest.fixture(scope="module")
def listed(root: Path) -> Listed:
    """The list: fact → level → values."""
    return dict(raw.read(root, "figures.yml"))


def levels(value: Value, listed: Listed) -> set[str]:
    """Return how sure the facts of ``value`` are of it; nothing where none of them gives it."""
    return {
        level
        for fact in value.facts
        for level, given in listed.get(fact, {}).items()
        if value.written in map(str, given)
    }


def test_there_is_something_to_compare(every: list[Value]) -> None:
    assert sum(bool(value.known) for value in every) > 70
    assert sum(not value.known for value in every) > 70


def test_every_contact_period_and_address_rests_on_a_fact(every: list[Value], listed: Listed) -> None:
    lacking = [f"{value.place}: {value.written}" for value in every if not levels(value, listed)]

    assert lacking == [], "read the fact, and add what it gives to data/figures.yml under its id and how sure it is"


def test_a_period_that_others_tell_is_not_said_flat(every: list[Value], listed: Listed) -> None:
    flat = [
        f"{value.place}: {value.text}"
        for value in every
        if value.text
        and levels(value, listed) == {"secondary"}
        and not value.secondary
        and not HEDGES.search(value.text)
    ]

    assert flat == []


def test_the_list_holds_nothing_that_the_data_do_not_say(every: list[Value], listed: Listed) -> None:
    said = {(fact, value.written) for value in every for fact in value.facts}
    given = {(fact, str(one)) for fact, found in listed.items() for ones in found.values() for one in ones}

    assert given - said == set()
