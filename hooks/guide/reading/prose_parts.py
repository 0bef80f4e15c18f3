"""Parts of the hand-written pages that hold in one edition only.

A section whose heading ends in ``{#tested .when-untested}`` stands where that condition holds, up to the next heading
of the same rank or a higher one. So what such a page says of tests follows the data, like every other page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from guide.model.fault import Fault
from guide.reading.prose import Prose

#: Conditions of a section: the working edition while nobody has tested a contact, and once somebody has; the editions.
CONDITIONS = ("untested", "tested", "working", "public")
_HEADING = re.compile(r"^(#{1,6})\s")
_CONDITION = re.compile(r"\s+\.when-([\w-]+)(?=[^{}]*\}\s*$)")
_FENCE = re.compile(r"^\s*(```|~~~)")


def _headings(lines: list[str]) -> Iterator[tuple[int, int, str | None]]:
    """Yield position, rank and condition of every heading."""
    fenced = False
    for position, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (heading := _HEADING.match(line)):
            found = _CONDITION.search(line)
            yield position, len(heading.group(1)), found.group(1) if found else None


def kept(body: str, holds: Collection[str]) -> str:
    """Return ``body`` without the sections whose condition is not among ``holds``."""
    lines = body.splitlines(keepends=True)
    dropped: set[int] = set()
    headings = list(_headings(lines))
    for number, (start, rank, condition) in enumerate(headings):
        if condition is None:
            continue
        end = next((at for at, other, _ in headings[number + 1 :] if other <= rank), len(lines))
        if condition not in holds:
            dropped.update(range(start, end))
        lines[start] = _CONDITION.sub("", lines[start])
    return "".join(line for position, line in enumerate(lines) if position not in dropped)


def unknown_conditions(page: Prose) -> Iterator[Fault]:
    """Yield the conditions in the headings of ``page`` that nothing knows."""
    lines = page.body.splitlines()
    for position, _, condition in _headings(lines):
        if condition is not None and condition not in CONDITIONS:
            column = lines[position].index(f".when-{condition}") + 1
            message, mend = f"unknown condition 'when-{condition}'", ", ".join(f"when-{name}" for name in CONDITIONS)
            yield Fault(page.file, page.body_line + position, column, "unknown-value", message, f"one of: {mend}")
