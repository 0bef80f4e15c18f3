"""Contacts against ``figures.yml``: each stands there under a fact that it rests on, and claims no more than the fact.

Periods and addresses of streets stand inside texts, where only a test that reads Spanish finds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model import Catalogue
from guide.model.contact import Contact
from guide.model.emergency import EmergencyNumber
from guide.model.fault import Fault
from guide.model.vocabulary import Known
from guide.model.walk import Loc, records
from guide.reading.load import Loaded

#: How sure a fact must be of a contact that is known in one of these ways.
_NEEDS = {Known.OWN_PAGE: "confirmed", Known.ELSEWHERE: "secondary"}
_LEVELS = ("confirmed", "secondary", "own")


#: Values of the list that can only be a contact: an address, or digits enough for a telephone.
_CONTACT = re.compile(r"@|://|^\+?[\d ()-]{7,}$")


def check_figures(loaded: Loaded) -> Iterator[Fault]:
    """Yield each contact that no fact gives as written, or that says more than the fact, and what is left over."""
    said: set[str] = set()
    yield from _unlisted(loaded, said)
    for fact, figures in loaded.catalogue.figures.items():
        for level in _LEVELS:
            for number, value in enumerate(getattr(figures, level)):
                if _CONTACT.search(value) and value not in said:
                    yield loaded.places["figures", ""].fault(
                        (fact, level, number),
                        "idle-figure",
                        f"no contact is '{value}' any more",
                        "take it out here, or put the new one in its place",
                    )


def _unlisted(loaded: Loaded, said: set[str]) -> Iterator[Fault]:
    """Yield each contact without its fact; ``said`` gets what every contact says."""
    for _, _, record, place in loaded.records():
        around: dict[Loc, tuple[str, ...]] = {}
        for loc, held in records(record):
            around[loc] = getattr(held, "facts", ())
            if isinstance(held, Contact):
                field, written = "value", held.value
            elif isinstance(held, EmergencyNumber):
                field, written = "number", held.number
            else:
                continue
            said.add(written)
            facts = [fact for end in range(len(loc), -1, -1) for fact in around.get(loc[:end], ())]
            given = _given(loaded.catalogue, facts, written)
            needed = _NEEDS.get(held.known, "")
            if not given or needed not in ("", *given):
                fact, level = (facts or ["fact"])[0], needed or "confirmed"
                what = f"only as {' and '.join(given)}, which is not '{held.known}'" if given else "not at all"
                yield place.fault(
                    (*loc, field),
                    "unlisted-contact",
                    f"figures.yml gives '{written}' under '{fact}' {what}",
                    f'read the fact, then write {fact}: {{{level}: ["{written}"]}} there',
                )


def _given(catalogue: Catalogue, facts: list[str], written: str) -> list[str]:
    """Return how sure ``facts`` are of what is written; nothing where none of them gives it."""
    found = [catalogue.figures[fact] for fact in facts if fact in catalogue.figures]
    return [level for level in _LEVELS if any(written in getattr(figures, level) for figures in found)]
