"""Faults as a contributor reads them: one by one while they are few, by kind when a slip has made hundreds."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from guide.model.fault import Fault
from guide.model.fault_names import RULES

#: As many are read one by one. Above, each kind shows its first ones only.
FEW = 20
SHOWN_OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class _Ink:
    """Signs that colour a terminal; empty for everything else."""

    bold: str = ""
    red: str = ""
    dim: str = ""
    off: str = ""


def in_colour(stream: TextIO) -> bool:
    """Return whether ``stream`` is a terminal whose reader has not asked for plain text (``NO_COLOR``)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def every_asked() -> bool:
    """Return whether ``make check ALL=1`` asks for every fault, however many there are."""
    return os.environ.get("ALL", "") not in ("", "0")


def report(faults: Iterable[Fault], *, colour: bool = False, every: bool = False) -> str:
    """Return the faults for people: where, what, how to mend it, the line of the file, a mark under the place.

    Many faults are grouped by rule. The rarest kind stands last, next to the summary: a terminal shows the end, and
    the one slip behind hundreds of faults is mostly a kind of its own.

    Args:
        faults: all of them.
        colour: whether a terminal shows them.
        every: show all, however many there are.
    """
    ink = _Ink("\x1b[1m", "\x1b[31m", "\x1b[2m", "\x1b[0m") if colour else _Ink()
    faults = tuple(faults)
    if every or len(faults) <= FEW:
        out = [line for fault in faults for line in _lines(fault, ink)]
    else:
        out = list(_by_kind(faults, ink))
    noun = "fault" if len(faults) == 1 else "faults"
    out.append(f"{len(faults)} {noun}. Nothing was built; the last good site is as it was.")
    return "\n".join(out)


def _lines(fault: Fault, ink: _Ink) -> Iterator[str]:
    mend = f" — {fault.mend}" if fault.mend else ""
    place = f"{fault.file}:{fault.line}:{fault.column}:"
    yield f"{ink.bold}{place}{ink.off} {ink.red}{fault.message}{ink.off}{mend} {ink.dim}[{fault.rule}]{ink.off}"
    if fault.quoted:
        # A long line is cut around the mark, so that the mark stays under its place.
        start = max(0, fault.column - 70)
        shown = fault.quoted[start : start + 110]
        yield f"    {shown}"
        yield "    " + " " * (min(fault.column - 1 - start, len(shown))) + f"{ink.red}^{ink.off}"


def _by_kind(faults: tuple[Fault, ...], ink: _Ink) -> Iterator[str]:
    kinds: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        kinds[fault.rule].append(fault)
    commonest_first = sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0]))
    for _, found in commonest_first:
        for fault in found[:SHOWN_OF_A_KIND]:
            yield from _lines(fault, ink)
        if len(found) > SHOWN_OF_A_KIND:
            more = len(found) - SHOWN_OF_A_KIND
            yield f"    {ink.dim}… and {more} more of this kind, in {_files(found)}{ink.off}"
        yield ""
    width = len(str(len(commonest_first[0][1])))
    longest = max(len(rule) for rule in kinds)
    for rule, found in commonest_first:
        first = found[0]
        yield f"{len(found):{width}} × {rule:{longest}}  {RULES.get(rule, '')} First: {first.file}:{first.line}"
    yield "To read them all: make check ALL=1"


def _files(faults: list[Fault]) -> str:
    names = {fault.file for fault in faults}
    return next(iter(names)) if len(names) == 1 else f"{len(names)} files"
