"""Changes name pages that are there, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from guide.deciding.plan import GENERAL
from guide.model.change import EVERY
from guide.model.fault import Fault, nearest
from guide.model.vocabulary import PageId
from guide.reading.load import Loaded


def check_changes(loaded: Loaded) -> Iterator[Fault]:
    """Yield pages that are not there, and changes that stand before a newer one."""
    catalogue = loaded.catalogue
    known: Mapping[str, set[str]] = {
        "page": {page.value for page in PageId},
        "plan": {f"{p.id}/{threat}" for p in catalogue.platforms.values() for threat in (*p.threats, GENERAL)},
        "platform": set(catalogue.platforms),
        "threat": set(catalogue.threats),
        "route": set(catalogue.routes),
        "country": set(catalogue.countries),
        "result": set(catalogue.results),
    }
    for name, change in catalogue.changes.items():
        place = loaded.places["changes", name]
        for position, page in enumerate(change.pages):
            kind, _, wanted = page.partition(":")
            if wanted != EVERY and wanted not in known[kind]:
                mend = nearest(wanted, known[kind]) or f"write '{kind}:{EVERY}' for all of them"
                yield place.fault(("pages", position), "unknown-reference", f"unknown {kind} '{wanted}'", mend)
    for before, after in pairwise(catalogue.changes.values()):
        if before.date < after.date:
            message = f"'{after.id}' is newer than '{before.id}', which stands before it"
            yield loaded.places["changes", after.id].fault(("date",), "order", message, "put the newest change first")
