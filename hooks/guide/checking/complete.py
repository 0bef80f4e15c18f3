"""What the pages count on: phrases, stages, groups and the like that the data must hold, and the values in texts.

Without this a phrase deleted from ``interface.yml`` would end in a traceback while pages are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guide.checking.phrases import PHRASES, WITH_VALUES
from guide.deciding.owners import is_of
from guide.model import Platform
from guide.model.fault import Fault
from guide.model.languages import SOURCE
from guide.model.roles import RouteRole
from guide.model.text import VALUES, RunKind, Text, walk_runs
from guide.model.vocabulary import (
    ContactKind,
    Group,
    PageId,
    RouteKind,
    Stage,
)
from guide.model.walk import Leaf, leaves
from guide.model.whom import Whom
from guide.reading.load import Loaded, Place

#: Intervals of ``freshness.yml``: those of routes, and of what else has a check date.
FRESHNESS = frozenset({"contact", "form", "rule", "menu", "protection", "country", "line", "decision", *RouteKind})
#: Pages that somebody wrote in ``docs/``; of all others title and description stand in ``pages.yml``.
WRITTEN_BY_HAND = frozenset({PageId.ELSEWHERE, PageId.OTHER_COUNTRY, PageId.ABOUT, PageId.PRIVACY, PageId.CONTRIBUTE})

#: Parts of a threat that stand on its plans only, where the name of the platform is known.
_ON_PLANS = {"steps", "texts", "now", "order_why", "whom", "right_if", "near"}
#: Parts that stand on the page of the threat too, where the names of all owners are known.
_WITH_OWNERS = {"avoid", "notes"}


def check_complete(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is missing, and values in braces that no page gives there."""
    catalogue = loaded.catalogue
    wanted: list[tuple[str, str, set[str], set[str]]] = [
        ("interface.yml", "phrase", set(PHRASES), set(catalogue.interface)),
        ("pages.yml", "page", {*set(PageId) - WRITTEN_BY_HAND}, set(catalogue.page_texts)),
        ("groups.yml", "group", set(Group), set(catalogue.groups)),
        ("whom.yml", "reader", set(Whom), set(catalogue.whom)),
        ("plan.yml", "voice", set[str](Whom) - {Whom.ME}, set(catalogue.plan.speaks)),
        ("plan.yml", "stage", set(Stage), set(catalogue.plan.stages)),
        ("search/es.yml", "language of the search", {SOURCE}, set(catalogue.search)),
        ("calls.yml", "kind of contact", set(ContactKind), set(catalogue.calls.ask)),
        ("freshness.yml", "interval", set(FRESHNESS), set(catalogue.freshness.kinds)),
    ]
    for file, what, names, there in wanted:
        for name in sorted(names - there):
            yield Fault(f"data/{file}", 1, 1, "missing-entry", f"the {what} '{name}' is missing", "restore it")
    for name in sorted(set(catalogue.interface) - PHRASES):
        place = loaded.places["interface", ""]
        yield place.fault((name,), "unknown-field", f"no page uses the phrase '{name}'", "delete it", key=True)
    boards = [route for route in catalogue.routes.values() if route.role is RouteRole.BOARD]
    # Without the Board nothing is known of its numbers: that it is missing is told once, not at each of them.
    numbers = frozenset(boards[0].numbers if boards else VALUES)
    for collection, _, record, place in loaded.records():
        # The days of the Board are no other company's.
        foreign = isinstance(record, Platform) and bool(boards) and not is_of(boards[0].owner, record.owner)
        board = frozenset[str]() if foreign else numbers
        for leaf in leaves(record):
            if isinstance(leaf.value, Text):
                yield from _check_values(collection, leaf, record, place, board)


def _check_values(collection: str, leaf: Leaf, record: Any, place: Place, board: frozenset[str]) -> Iterator[Fault]:
    given = _given(collection, leaf, record, board)
    for run in walk_runs(leaf.value.runs):
        if run.kind is RunKind.VALUE and run.text not in given:
            known = ", ".join(f"{{{name}}}" for name in sorted(given)) or "none"
            message = f"no page gives a value for '{{{run.text}}}' here"
            yield place.fault(leaf.loc, "unknown-value-name", message, f"values that can stand here: {known}")


def _given(collection: str, leaf: Leaf, record: Any, board: frozenset[str]) -> frozenset[str]:
    if isinstance(record, Platform):
        # What to say also stands on the threat's page, beside that of the other platforms.
        own = {"platform", "owner", *record.numbers, *board}
        return frozenset() if leaf.loc[-1] == "say" else frozenset(own)
    match collection:
        case "interface":
            return WITH_VALUES.get(str(leaf.loc[0]), frozenset())
        case "calls" if leaf.loc[0] == "until":
            return frozenset({"date"})
        case "calls" if leaf.loc[0] in ("title", "ask"):
            return frozenset({"name"})
        case "countries" if leaf.loc[0] == "warnings":
            return frozenset(record.values_of(leaf.path[1]))
        case "routes":
            return frozenset(record.numbers)
        case "appeal":
            return board
        case "plan" | "other_way":
            return frozenset({"platform", "owner"})
        case "trees" if record.role is None:
            return frozenset({"platform", "owner"})
        case "threats" | "general" if leaf.loc[0] in _ON_PLANS:
            return frozenset({"platform", "owner"})
        case "threats" | "general" if leaf.loc[0] in _WITH_OWNERS:
            return frozenset({"owner"})
        case _:
            return frozenset()
