"""A catalogue brought up to date with the data: nothing that somebody wrote is lost, nothing is lent.

Libraries for gettext lend the translation of one text to a similar one. Here a translation stays with its context:
when the Spanish text changes, it is kept with the former text and marked ``fuzzy``; when the text goes, its entry stays
at the end of the file as no longer used; when the same text comes back, so does its translation (rule S6).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polib

from guide.model.fault import DataError, Fault, nearest, relative
from guide.model.languages import LANGUAGES, SOURCE
from guide.reading.load import Loaded
from guide.translating.messages import Message, messages
from guide.translating.po_file import content, empty, parsed, write
from guide.translating.translation import DRAFT, REVIEW

#: Written above a text whose translation is out of date, where the translator works.
RENEW = "Out of date: renew the translation, then delete the word fuzzy below. 'make messages' does the rest."
WARNING = "Warning: shown in {language} until this translation is current."
_INSTEAD = {"es": "Spanish", "en": "English"}


def merged(loaded: Loaded, code: str, old: Path | None) -> bytes:
    """Return the catalogue of ``code`` brought up to date with the data, as the bytes of a .po file.

    Raises:
        DataError: with every fault of form of the catalogue in ``old``.
    """
    return content(_merged(loaded, code, _earlier(code, old)), code)


def update(loaded: Loaded, folder: Path, codes: Iterable[str], *, check_only: bool = False) -> dict[str, str]:
    """Bring the catalogues in ``folder`` up to date; return those that were not, each with what it holds now.

    Raises:
        DataError: with every fault of form of every catalogue. No catalogue is written then.
    """
    late: dict[str, str] = {}
    new: dict[Path, bytes] = {}
    faults: list[Fault] = []
    for code in sorted(codes):
        path = folder / f"{code}.po"
        try:
            catalogue = _merged(loaded, code, _earlier(code, path))
        except DataError as error:
            faults += error.faults
            continue
        raw = content(catalogue, code)
        if not path.is_file() or path.read_bytes() != raw:
            new[path] = raw
            late[path.name] = _tally(catalogue)
    if faults:
        raise DataError(faults)
    if not check_only:
        for path, raw in new.items():
            write(path, raw)
    return late


def _tally(catalogue: Any) -> str:
    used = [entry for entry in catalogue if not entry.obsolete]
    missing, fuzzy = sum(not entry.msgstr for entry in used), sum(entry.fuzzy for entry in used)
    unused = len(catalogue) - len(used)
    return f"{len(used)} texts, {missing} without translation, {fuzzy} out of date, {unused} no longer used"


def _earlier(code: str, path: Path | None) -> Any:
    if path is None or not path.is_file():
        return empty()
    return parsed(path.read_bytes(), relative(path, path.parent.parent), code).entries


def _merged(loaded: Loaded, code: str, earlier: Any) -> Any:
    used = {entry.msgctxt: entry for entry in earlier if not entry.obsolete}
    unused = {(entry.msgctxt, entry.msgid): entry for entry in earlier if entry.obsolete}
    out = empty()
    out.header = _notes(code, earlier.header)
    out.metadata = _fields(code, earlier.metadata)
    for message in messages(loaded):
        entry = used.get(message.context)
        if (entry is None or entry.msgid != message.source) and (message.context, message.source) in unused:
            entry = unused.pop((message.context, message.source))
        elif entry is not None:
            del used[message.context]
        out.append(_renewed(message, entry, _INSTEAD[LANGUAGES[code].likelier]))
    for entry in used.values():
        if entry.msgstr or entry.tcomment:
            unused[entry.msgctxt, entry.msgid] = entry
    out.extend(_retired(entry) for entry in unused.values())
    return out


def _renewed(message: Message, entry: Any | None, instead: str) -> Any:
    """Return the entry of ``message``, with what its ``entry`` of before holds for it.

    ``instead`` is the language, in English words, in which it is shown while it has no translation.
    """
    comments = [message.comment] if message.comment else []
    if message.strict:
        comments.append(WARNING.format(language=instead))
    # The file without a line: lines move with every change above them, and the context names the field.
    new = polib.POEntry(msgctxt=message.context, msgid=message.source, occurrences=[(message.file, "")])
    if entry is not None:
        new.tcomment = entry.tcomment
        new.msgstr = entry.msgstr
        new.flags = _flags(entry)
        if entry.msgstr and (entry.fuzzy or entry.msgid != message.source):
            new.flags.insert(0, "fuzzy")
            # The text that was translated, and not one in between that nobody has translated.
            former = entry.previous_msgid if entry.fuzzy and entry.previous_msgid else entry.msgid
            new.previous_msgid = former if former != message.source else None
            comments.append(RENEW)
    new.comment = "\n".join(comments)
    return new


def _retired(entry: Any) -> Any:
    flags = [*(["fuzzy"] if entry.fuzzy else []), *_flags(entry)]
    return polib.POEntry(
        msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=entry.msgstr, tcomment=entry.tcomment, flags=flags,
        previous_msgid=entry.previous_msgid, obsolete=True,
    )  # fmt: skip


def _flags(entry: Any) -> list[str]:
    """Return the flags of ``entry`` but ``fuzzy`` and those for the formats of programs.

    No text of ours is one, and gettext's checker takes the per cent sign in ``100 % de`` for an order to insert.
    """
    other = [flag for flag in entry.flags if flag != "fuzzy"]
    return [flag for flag in other if flag.startswith("no-") or not flag.endswith("-format")]


def _notes(code: str, before: str) -> str:
    own = [
        f"{LANGUAGES[code].name}: translation of the reporting guide, CC BY-SA 4.0. Written by 'make messages'.",
        "msgctxt names the record and the field. X-Review: draft until a person puts her name there.",
        "An entry marked fuzzy is out of date: renew its msgstr, then delete the word fuzzy, or it is never shown as",
        "current. Entries that begin with #~ are no longer used; delete them when nobody needs their words.",
    ]
    kept = [line for line in before.split("\n") if line not in own] if before else []
    return "\n".join([*own, *kept])


def _fields(code: str, before: dict[str, str]) -> dict[str, str]:
    """Return the fields of the header: those that were there, and those that gettext's checker asks for.

    Not the date of a revision, which editors write: the same data give the same file, and Babel reads no empty date.
    """
    wanted = {
        "Project-Id-Version": "reporting-guide", "Last-Translator": "", "Language-Team": "",
        "Language": code, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit", REVIEW: DRAFT,
    }  # fmt: skip
    return {**wanted, **before}


def known_code(code: str) -> str:
    """Return ``code``; raises ValueError for a language that the table in languages.py lacks, or the source."""
    if code == SOURCE or code not in LANGUAGES:
        raise ValueError(f"no language '{code}' to translate into; {nearest(code, LANGUAGES)}")
    return code
