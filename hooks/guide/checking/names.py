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
