"""A message catalogue as polib keeps it: read whole or not at all, and written by rename.

polib keeps comments, flags, former texts, entries no longer used and every field of the header. What it would leave
out is refused by :mod:`guide.translating.po_lines` before, or handed to it in a form that it keeps.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib

from guide.model.fault import DataError, Fault
from guide.translating.po_lines import EntryLines, decoded, outline

#: Lines are not wrapped: a word changed is one line changed, and no library has to put texts together again.
NO_WRAP = 0


@dataclass(frozen=True, slots=True)
class PoFile:
    """A catalogue: polib's entries, and beside each the lines it stands on; ``lines`` are those of the file."""

    entries: Any
    places: list[EntryLines]
    lines: list[str]


def empty() -> Any:
    """Return a catalogue of polib's without entries and without a header."""
    catalogue = polib.POFile(wrapwidth=NO_WRAP)
    catalogue.header = ""
    return catalogue


def parsed(raw: bytes, file: str, code: str) -> PoFile:
    """Return the catalogue in ``raw``, of the language ``code``.

    Raises:
        DataError: with every fault of form, at its line of ``file``.
    """
    text, faults = decoded(raw, file)
    if faults:
        raise DataError(faults)
    found = outline(text, file, code)
    if found.faults:
        raise DataError(found.faults)
    try:
        # polib keeps a former text (#|) and leaves it out in entries no longer used (#~|): there it is written alike.
        entries = polib.pofile(re.sub(r"(?m)^#~\|", "#|", text), encoding="utf-8", wrapwidth=NO_WRAP)
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        raise DataError([_unread(file, int(line.group(1)) if line else 1, "this line")]) from error
    for entry, place in zip(entries, found.entries, strict=False):
        if (entry.msgctxt, entry.msgid) != (place.context, place.source):
            raise DataError([_unread(file, place.first, "this entry")])
    if len(entries) != len(found.entries):
        raise DataError([_unread(file, 1, f"{len(entries)} of {len(found.entries)} entries")])
    entries.header = "\n".join(found.notes)
    entries.metadata = found.fields
    return PoFile(entries, found.entries, text.split("\n"))


def _unread(file: str, line: int, what: str) -> Fault:
    message = f"gettext reads {what} otherwise than it stands there"
    return Fault(file, line, 1, "bad-catalogue", message, "write it as 'make messages' writes the others")


def content(entries: Any, code: str) -> bytes:
    """Return the catalogue of the language ``code`` as the bytes of a .po file.

    Raises:
        ValueError: when they would not be read back as they are meant; nothing may be written then.
    """
    raw = str(entries).encode()
    try:
        back = parsed(raw, f"{code}.po", code).entries
    except DataError as error:
        raise ValueError(f"a text that no catalogue can hold: {error.faults[0]}") from error
    for meant, read in zip(entries_in_order(entries), back, strict=True):
        if _held(meant) != _held(read):
            raise ValueError(f"a text that no catalogue can hold: {meant.msgctxt}")
    return raw


def entries_in_order(entries: Iterable[Any]) -> list[Any]:
    """Return the entries as they stand in a file: those no longer used last."""
    listed = list(entries)
    return [e for e in listed if not e.obsolete] + [e for e in listed if e.obsolete]


def _held(entry: Any) -> tuple[Any, ...]:
    former = entry.previous_msgid
    return (entry.msgctxt, entry.msgid, entry.msgstr, former, entry.tcomment, entry.flags, bool(entry.obsolete))


def write(path: Path, raw: bytes) -> None:
    """Write ``raw`` into ``path`` whole or not at all: into a file beside it that then takes its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
