"""Names that readers tell things apart by: no two pages have the same, and no two threats give the same answer."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.fault import Fault
from guide.reading.load import Loaded

#: Collections whose records have pages, and the fields by which a reader tells them apart.
_NAMED = (
    ("platforms", ("name",)),
    ("threats", ("name", "tab", "say")),
    ("routes", ("name",)),
    ("countries", ("name", "tab")),
    ("lines", ("name",)),
)


#: Places that a route's page has of itself: a part of that id would make a second of it.
_TAKEN = frozenset({"top", "reach", "about", "texts", "how-page", "appeals", "sources", "main", "menu"})


def check_names(loaded: Loaded) -> Iterator[Fault]:
    """Yield each name that another record of its kind has already."""
    for collection, fields in _NAMED:
        for field in fields:
            first: dict[str, str] = {}
            for name, record in getattr(loaded.catalogue, collection).items():
                value = getattr(record, field)
                words = str(getattr(value, "words", value)).strip().casefold()
                if words in first:
                    yield loaded.places[collection, name].fault(
                        (field,),
                        "same-name",
                        f"'{first[words]}' has the same '{field}'",
                        "say it in other words: readers tell the two apart by it",
                    )
                first.setdefault(words, name)
    yield from _check_said(loaded)
    for name, route in loaded.catalogue.routes.items():
        for position, part in enumerate(route.parts):
            if part.id in _TAKEN:
                message = f"the page of a route has a place '{part.id}' already"
                yield loaded.places["routes", name].fault(
                    ("parts", position, "id"), "repeated-id", message, "choose another id for this part"
                )


def _check_said(loaded: Loaded) -> Iterator[Fault]:
    """Yield each plan whose ``say`` is that of another platform's plan with the name swapped."""
    first: dict[tuple[str, str], str] = {}
    for name, platform in loaded.catalogue.platforms.items():
        plans = [(("general",), platform.general), *((("threats", key), one) for key, one in platform.threats.items())]
        for loc, entry in plans:
            said = (loc[-1], entry.say.words.replace(platform.name, "").strip().casefold())
            if said in first:
                yield loaded.places["platforms", name].fault(
                    (*loc, "say"),
                    "same-name",
                    f"'{first[said]}' says the same in its plan '{loc[-1]}'",
                    "say what a report needs on this platform: each has menus and rules of its own",
                )
            first.setdefault(said, name)
