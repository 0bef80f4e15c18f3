"""Mends of names that nothing has: the nearest one; where several places mention it, its file is gone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from guide.checking.clocks import with_the_clock
from guide.model.fault import SOURCES_ALIKE, Fault, nearest
from guide.reading.load import FOLDERS

_UNKNOWN = re.compile(r"^unknown ([a-z]+) '([a-z0-9-]+)'$")
#: Kinds of which each record is a file of its own, by the word that a fault uses.
_FILES = {kind.__name__.lower(): folder for folder, (_, kind) in FOLDERS.items()}


def of_name(kind: str, name: str, known: set[str]) -> str:
    """Return the mend for a name that nothing has: the nearest one, and for a source where to add it."""
    if kind == "source":
        like = nearest(name, known, SOURCES_ALIKE)
        return f"{like} If not, add it to data/sources.yml" if like else "add it to data/sources.yml"
    like = nearest(name, known)
    if kind == "label":
        return like or "define it under 'labels' of its platform; other files write the words: {es: …, en: …}"
    if kind == "place":
        return like or "write the two letters of the country, such as 'gb'"
    return like


def with_mends(faults: list[Fault]) -> list[Fault]:
    """Return ``faults``; those of a name without a file say which file to restore, and a wrong clock is one fault."""
    mentions = Counter(fault.message for fault in faults if fault.rule == "unknown-reference")
    return with_the_clock([_mended(fault, mentions[fault.message]) for fault in faults])


def _mended(fault: Fault, mentions: int) -> Fault:
    found = _UNKNOWN.match(fault.message) if fault.rule == "unknown-reference" else None
    folder = _FILES.get(found.group(1), "") if found else ""
    if found is None or not folder or (mentions == 1 and fault.mend):
        return fault
    file = f"data/{folder}/{found.group(2)}.yml"
    these = "this mention" if mentions == 1 else f"these {mentions} mentions"
    return replace(fault, mend=f"restore the file {file} or remove {these}")
