"""Faults in the data: values first, text last.

A fault has a rule, a place, a sentence and a mend. All faults of all files are collected, then printed.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a data file. ``line`` and ``column`` count from 1; ``file`` is relative."""

    file: str
    line: int
    column: int
    rule: str
    message: str
    mend: str = ""
    quoted: str = field(default="", compare=False)

    def __str__(self) -> str:
        mend = f" — {self.mend}" if self.mend else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{mend} [{self.rule}]"


class DataError(Exception):
    """The data have faults; nothing is built from them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(f"{len(self.faults)} fault(s) in the data")


class Refusal(NamedTuple):
    """Why a value is refused, before its place is known: the rule, what is wrong, and how to mend it."""

    rule: str
    message: str
    mend: str


#: Type of the error with which a model refuses a value in its own words.
REFUSED = "refused"


def refused(rule: str, message: str, mend: str) -> PydanticCustomError:
    """Return the error with which a validator of a model refuses a value: it becomes a :class:`Fault` at its place."""
    return PydanticCustomError(REFUSED, "{message}", {"rule": rule, "message": message, "mend": mend})


#: How alike two names are, from 0 to 1, before one is taken for the other misspelt; dates make names of sources alike.
_ALIKE, SOURCES_ALIKE = 0.6, 0.75


def nearest(word: str, known: Iterable[str], alike: float = _ALIKE) -> str:
    """Return ``did you mean 'x'?`` for the known word nearest to ``word``, or an empty string."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=alike)
    return f"did you mean '{close[0]}'?" if close else ""


class Lines:
    """Lines of a data file, to quote in faults; reads nothing twice."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def keep(self, file: str, text: str) -> None:
        """Remember the text of ``file``."""
        self._lines[file] = text.splitlines()

    def quote(self, file: str, line: int) -> str:
        """Return line ``line`` (from 1) of ``file``, or an empty string."""
        lines = self._lines.get(file, [])
        return lines[line - 1].replace("\t", " ") if 0 < line <= len(lines) else ""


def relative(path: Path, root: Path) -> str:
    """Return ``path`` as printed in faults: from the folder that holds the data folder."""
    try:
        return path.relative_to(root.parent).as_posix()
    except ValueError:
        return path.as_posix()
