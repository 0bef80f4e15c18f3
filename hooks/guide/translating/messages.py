"""What there is to translate: every text of the data, each with the context that names its record and its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guide.model.text import Text
from guide.model.vocabulary import TextKind
from guide.model.walk import leaves
from guide.reading.load import FOLDERS, LISTS, Loaded, Place

#: Collections in which translators find their messages, in the order of the file.
ORDER = (
    "interface", "page_texts", "doors", "groups", "urgent", "signs", "guards", "appeal", "helping", "plan", "whom",
    "general", "threats", "platforms", "policies", "routes", "countries", "lines", "care", "money", "rules", "results",
    "trees", "decisions", "case", "protocols", "evidence", "patterns", "workshop", "calls", "goals", "terms",
    "channels", "other_way", "two_countries", "changes",
)  # fmt: skip

#: Those of them that hold one record a key; the others are one record each.
RECORDS = frozenset({name for name, _ in (*FOLDERS.values(), *LISTS.values())})


@dataclass(frozen=True, slots=True)
class Message:
    """A text to translate, with its context, its place in the data, and the comment above it for translators."""

    context: str
    source: str
    strict: bool
    file: str
    line: int
    comment: str


def messages(loaded: Loaded) -> list[Message]:
    """Return every translatable text of the data, in a fixed order."""
    records = sorted(loaded.records(), key=lambda found: ORDER.index(found[0]) if found[0] in ORDER else 99)
    return [message for collection, name, record, place in records for message in _of(collection, name, record, place)]


def _of(collection: str, name: str, record: Any, place: Place) -> Iterator[Message]:
    lines = place.document.text.splitlines()
    for leaf in leaves(record):
        if isinstance(leaf.value, Text):
            line = place.line(leaf.loc)
            yield Message(
                context_of(collection, name, leaf.path),
                leaf.value.source.strip(),
                TextKind.STRICT in leaf.marks,
                place.document.file,
                line,
                _comment(lines, line),
            )


def sources_by_context(loaded: Loaded) -> dict[str, str]:
    """Return every translatable text of the data by its context."""
    return {
        context_of(collection, name, leaf.path): leaf.value.source.strip()
        for collection, name, record, _ in loaded.records()
        for leaf in leaves(record)
        if isinstance(leaf.value, Text)
    }


def context_of(collection: str, name: str, path: tuple[str, ...]) -> str:
    """Return the context of a text: ``threats/doxxing/signs/map/text``."""
    return "/".join(part for part in (collection, name, *path) if part)


def _comment(lines: list[str], line: int) -> str:
    """Return the comment in the lines right above ``line`` (from 1): the contributor's note to translators."""
    out: list[str] = []
    for above in reversed(lines[: line - 1]):
        words = above.strip()
        if not words.startswith("#") or words.startswith("# yaml-language-server"):
            break
        out.insert(0, words.lstrip("# "))
    return " ".join(out)
