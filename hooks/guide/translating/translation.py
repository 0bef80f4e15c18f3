"""What a catalogue answers: the words of a text in another language, or none.

A translation belongs to a record and a field (its context, made of ids), never to a similar sentence (rule S6).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from guide.model import Catalogue
from guide.model.fault import DataError, Fault, relative
from guide.model.text import Text, parse, skeleton
from guide.model.vocabulary import TextKind
from guide.model.walk import rebuild
from guide.reading.load import Loaded
from guide.translating.messages import ORDER, RECORDS, Message, context_of, messages
from guide.translating.po_file import parsed

#: Header of a catalogue that a machine has drafted; a named reviewer replaces the word (rule S6).
REVIEW, DRAFT = "X-Review", "draft"
#: The share of texts that must have words for the signature to count: who signs three texts has not read the guide.
SIGNED_FROM = 0.9
#: Header in which editors of catalogues write when somebody last worked on one, such as ``2026-11-30 18:05+0000``.
REVISED = "PO-Revision-Date"


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and its translation. ``former`` is the Spanish text it was made for, where that has changed since."""

    context: str
    source: str
    words: str
    fuzzy: bool
    former: str
    line: int


@dataclass(slots=True)
class Translation:
    """The catalogue of one language: its entries by context, and the lines of its file."""

    code: str
    #: Who answers for it; nobody while it is a draft.
    reviewer: str = ""
    #: The day on which somebody worked on it, as an editor wrote it.
    worked_on: dt.date | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    file: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def draft(self) -> bool:
        """Whether nobody answers for it yet: a signature counts while most of it is there."""
        done = sum(bool(entry.words) for entry in self.entries.values())
        return not self.reviewer or done < SIGNED_FROM * len(self.entries)

    def localise(self, catalogue: Catalogue, instead: Translation | None = None) -> Catalogue:
        """Return ``catalogue`` in this language.

        A text without a translation is shown in another language, and says so: that of ``instead`` where it is current,
        else Spanish. An outdated one is shown as such, except where its field is strict or the two no longer agree in
        links and values: there it counts as missing.
        """
        parts: dict[str, Any] = {}
        for collection in type(catalogue).model_fields:
            holder = getattr(catalogue, collection)
            if collection not in ORDER:
                parts[collection] = holder
            elif collection in RECORDS:
                parts[collection] = {
                    key: self._record(record, collection, str(key), instead) for key, record in holder.items()
                }
            else:
                parts[collection] = self._record(holder, collection, "", instead)
        return Catalogue.model_construct(**parts)

    def _record(self, record: Any, collection: str, name: str, instead: Translation | None) -> Any:
        def change(path: tuple[str, ...], marks: tuple[Any, ...], text: Text) -> Text:
            context, source = context_of(collection, name, path), text.source.strip()
            if answer := self._answer(self.entries.get(context), source, TextKind.STRICT in marks):
                return text.translated(answer[0], self.code, stale=answer[1])
            if instead and (answer := instead._answer(instead.entries.get(context), source, strict=True)):
                return text.translated(answer[0], instead.code)
            return text

        return rebuild(record, change)

    def _answer(self, entry: Entry | None, source: str, strict: bool) -> tuple[str, bool] | None:
        if entry is None or not entry.words:
            return None
        stale = entry.fuzzy or entry.source != source
        if stale and (strict or skeleton(parse(entry.words)) != skeleton(parse(source))):
            return None
        return entry.words, stale

    def has(self, context: str) -> bool:
        """Return whether there is a translation for ``context``, current or not."""
        entry = self.entries.get(context)
        return entry is not None and bool(entry.words)

    def not_current(self, loaded: Loaded, *, strict: bool = False) -> list[Message]:
        """Return the messages whose translation is missing or out of date; with ``strict`` only warnings."""
        return self.lacking(message for message in messages(loaded) if message.strict or not strict)

    def lacking(self, texts: Iterable[Message]) -> list[Message]:
        """Return those of ``texts`` whose translation is missing or out of date."""
        out = []
        for message in texts:
            answer = self._answer(self.entries.get(message.context), message.source, message.strict)
            if answer is None or answer[1]:
                out.append(message)
        return out


def read_translation(path: Path, root: Path) -> tuple[Translation, list[Fault]]:
    """Return the catalogue in ``path`` and its faults of form, with file and line of the catalogue.

    A catalogue with such faults answers nothing.
    """
    translation, faults = _read(path.read_bytes(), relative(path, root / "data"), path.stem)
    return translation, list(faults)


# By content: a server reads everything again after each change, and a catalogue is the largest file of all.
@lru_cache(maxsize=8)
def _read(content: bytes, file: str, code: str) -> tuple[Translation, tuple[Fault, ...]]:
    try:
        po = parsed(content, file, code)
    except DataError as error:
        return Translation(code, file=file), error.faults
    reviewer = str(po.entries.metadata.get(REVIEW, DRAFT)).strip()
    translation = Translation(
        code,
        "" if reviewer.casefold() == DRAFT else reviewer,
        _day(str(po.entries.metadata.get(REVISED, ""))),
        file=file,
        lines=po.lines,
    )
    for entry, place in zip(po.entries, po.places, strict=True):
        if not entry.obsolete:
            translation.entries[entry.msgctxt] = Entry(
                entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid or "", place.msgstr
            )
    return translation, ()


def _day(revised: str) -> dt.date | None:
    """Return the day of a date as editors of catalogues write it; ``None`` where it is none, as in a new file."""
    try:
        return dt.date.fromisoformat(revised[:10])
    except ValueError:
        return None
