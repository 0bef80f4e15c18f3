"""Labels of a platform: words stand in one place only, and no two labels claim the same line of a list."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Label, NamedLabel, Platform
from guide.model.fault import Fault
from guide.model.walk import records
from guide.reading.load import Loaded, Place


def check_labels(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is wrong with the labels of each platform, beside names that no label has."""
    for name, platform in loaded.catalogue.platforms.items():
        place = loaded.places["platforms", name]
        yield from _inline(platform, place)
        yield from _places(platform, place)


def _inline(platform: Platform, place: Place) -> Iterator[Fault]:
    """Yield the words that stand in a path: the same label would have to be changed in each."""
    ids = {word.casefold(): name for name, label in platform.labels.items() for word in (*label.es, *label.en)}
    for loc, record in records(platform):
        if not isinstance(record, Label) or isinstance(record, NamedLabel) or record.icon:
            continue
        words = (record.es or record.en or record.wordings(record.languages[0]))[0]
        known = ids.get(words.casefold())
        mend = f"write its id: {known}" if known else "define it once under 'labels', and write its id here"
        yield place.fault(loc, "inline-label", f"the words «{words}» stand in a path", mend)


def _places(platform: Platform, place: Place) -> Iterator[Fault]:
    """Yield the second of two labels that have the same position in the same list."""
    taken: dict[tuple[str | None, int], str] = {}
    for name, label in platform.labels.items():
        if label.position is None:
            continue
        other = taken.setdefault((label.under, label.position), name)
        if other != name:
            message = f"line {label.position} of this list is '{other}' already"
            yield place.fault(("labels", name, "position"), "same-position", message, "write the line that was seen")
