"""Codes of threats: each names the sheets of one threat, so that a printed name never leads to another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from guide.model.fault import Fault
from guide.reading.load import Loaded, Place

#: A code has two digits at most.
_HIGHEST = 99


def check_codes(loaded: Loaded) -> Iterator[Fault]:
    """Yield a fault for every threat whose code another one has: only its writer knows which of them is the new one."""
    catalogue = loaded.catalogue
    held: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    held[catalogue.general.code].append((catalogue.general.id, loaded.places["general", ""]))
    for name, threat in catalogue.threats.items():
        held[threat.code].append((name, loaded.places["threats", name]))
    for code, holders in held.items():
        for name, place in holders:
            others = " and ".join(f"'{other}'" for other, _ in holders if other != name)
            if others:
                yield place.fault(
                    ("code",),
                    "repeated-code",
                    f"{others} has the code {code} too",
                    f'whichever is new takes the next free one, "{free_code(held)}"; a code that was printed stays',
                )


def free_code(used: Iterable[str]) -> str:
    """Return the code for a new threat: one more than the highest, as paper may still name one that is gone.

    When none is higher, the lowest free one.
    """
    taken = {int(code) for code in used}
    highest = max(taken, default=0)
    return str(highest + 1 if highest < _HIGHEST else min(set(range(_HIGHEST + 1)) - taken))
