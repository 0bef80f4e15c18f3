"""gettext for the data: what a catalogue answers, and how it is brought up to date.

A translation belongs to a record and a field (its context, made of ids), never to a similar sentence: Babel's
own matching lends one record's words to another, so only the same context is ever carried over (design §7).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage
from babel.messages.pofile import PoFileError, denormalize, read_po, write_po

from guide.model import Catalogue
from guide.model.fault import Fault, nearest, relative
from guide.model.languages import LANGUAGES, SOURCE
from guide.model.text import Text, TextFault, parse, skeleton
from guide.model.vocabulary import TextKind
from guide.model.walk import rebuild
from guide.reading.load import Loaded
from guide.translating.messages import ORDER, RECORDS, Message, context_of, messages

#: Header of a catalogue that a machine has drafted; a named reviewer replaces the word (design §7).
REVIEW, DRAFT = "X-Review", "draft"
#: Width of a catalogue's lines. Texts are long; the usual 76 would make diffs of single words unreadable.
WIDTH = 110


@dataclass(slots=True)
class Translation:
    """The catalogue of one language, by context."""

    code: str
    draft: bool
    entries: dict[str, PoMessage] = field(default_factory=dict)

    def localise(self, catalogue: Catalogue) -> Catalogue:
        """Return ``catalogue`` in this language.

        A text without a translation stays Spanish and says so; an outdated one is shown as such, except where
        its field is strict or the two no longer agree in links and values: there the current Spanish stands.
        """
        parts: dict[str, Any] = {}
        for collection in type(catalogue).model_fields:
            holder = getattr(catalogue, collection)
            if collection not in ORDER:
                parts[collection] = holder
            elif collection in RECORDS:
                parts[collection] = {key: self._record(record, collection, str(key)) for key, record in holder.items()}
            else:
                parts[collection] = self._record(holder, collection, "")
        return Catalogue.model_construct(**parts)

    def _record(self, record: Any, collection: str, name: str) -> Any:
        def change(path: tuple[str, ...], marks: tuple[Any, ...], text: Text) -> Text:
            entry = self.entries.get(context_of(collection, name, path))
            answer = self._answer(entry, text.source.strip(), TextKind.STRICT in marks)
            return text if answer is None else text.translated(answer[0], self.code, stale=answer[1])

        return rebuild(record, change)

    def _answer(self, entry: PoMessage | None, source: str, strict: bool) -> tuple[str, bool] | None:
        if entry is None or not entry.string:
            return None
        stale = entry.fuzzy or str(entry.id) != source
        words = str(entry.string)
        if stale and (strict or skeleton(parse(words)) != skeleton(parse(source))):
            return None
        return words, stale

    def has(self, context: str) -> bool:
        """Return whether there is a translation for ``context``, current or not."""
        entry = self.entries.get(context)
        return entry is not None and bool(entry.string)

    def not_current(self, loaded: Loaded, *, strict: bool = False) -> list[Message]:
        """Return the messages whose translation is missing or out of date; with ``strict`` only warnings."""
        out = []
        for message in messages(loaded):
            if strict and not message.strict:
                continue
            answer = self._answer(self.entries.get(message.context), message.source, message.strict)
            if answer is None or answer[1]:
                out.append(message)
        return out


def read_translation(path: Path, root: Path) -> tuple[Translation, list[Fault]]:
    """Return the catalogue in ``path`` and its faults, with file and line of the catalogue."""
    file = relative(path, root / "data")
    try:
        with path.open("rb") as stream:
            catalog = read_po(stream, locale=path.stem, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        why = str(error).removesuffix(f" on {line}")
        return Translation(path.stem, True), [
            Fault(
                file,
                line + 1,
                1,
                "bad-catalogue",
                f"gettext cannot read this catalogue: {why}",
                "mend the line",
            )
        ]
    translation = Translation(path.stem, _review(path) == DRAFT)
    faults: list[Fault] = []
    for entry in catalog:
        if not entry.id:
            continue
        line = entry.lineno or 1
        if not entry.context:
            faults.append(
                Fault(file, line, 1, "empty-entry", "this entry has no context (msgctxt)", "run make messages")
            )
            continue
        translation.entries[entry.context] = entry
        faults += _faults_of_entry(entry, file, line)
    faults += _faults_of_lines(path, file)
    return translation, faults


def _faults_of_entry(entry: PoMessage, file: str, line: int) -> Iterator[Fault]:
    if not entry.string:
        return
    if not str(entry.string).strip():
        yield Fault(
            file,
            line,
            1,
            "empty-entry",
            "this translation holds only blanks",
            "translate it, or leave it empty",
        )
        return
    try:
        source = skeleton(parse(str(entry.id)))
        runs = parse(str(entry.string))
    except TextFault as fault:
        yield Fault(
            file,
            line,
            1,
            fault.rule,
            f"in this entry: {fault}",
            "write the same marks as the Spanish text",
        )
        return
    # A fuzzy entry keeps the translation of an older text: it may name other links, and is then not shown.
    if not entry.fuzzy and skeleton(runs) != source:
        lost = sorted({t for _, t in source} ^ {t for _, t in skeleton(runs)} - {""})
        named = f": {', '.join(lost)}" if any(lost) else ""
        yield Fault(
            file, line, 1, "broken-translation",
            f"links, values, blanks or emphasis differ from the Spanish text{named}",
            "keep every link, {value}, [blank](blank:) and mark of emphasis of the source",
        )  # fmt: skip

    elif not entry.fuzzy and (lost_numbers := sorted(numbers(str(entry.id)) - numbers(str(entry.string)))):
        yield Fault(
            file, line, 1, "lost-number",
            f"the Spanish text says {', '.join(lost_numbers)}, the translation does not",
            "write every number of the source in figures",
        )  # fmt: skip


def numbers(text: str) -> frozenset[str]:
    """Return the numbers in ``text`` without what languages write differently: signs of thousands and of decimals."""
    bare = re.sub(r"\]\([^)]*\)", "]", text)  # addresses of links are compared elsewhere
    bare = re.sub(r"(?<=\d)[.,\s](?=\d{3}(?!\d))", "", bare)
    return frozenset(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", bare)))


#: A line of a catalogue that holds text: keyword or not, then one text in straight quotes.
_QUOTED_LINE = re.compile(r'^(?:msg\w+(?:\[\d+\])? )?"(?:[^"\\]|\\.)*"$')


def _faults_of_lines(path: Path, file: str) -> Iterator[Fault]:
    """Yield what Babel lets pass: texts without a closing quote, which it shortens, and entries without a source.

    An entry with an empty source text is another header to gettext, and lost.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith(("msg", '"')) and not _QUOTED_LINE.match(line.strip()):
            mend = "put the text in straight quotes, and a backslash before a quote inside it"
            yield Fault(file, number, 1, "bad-catalogue", "this text is not closed by a quote", mend)
        follows = lines[number] if number < len(lines) else ""
        before = lines[number - 2] if number > 1 else ""
        if line.strip() == 'msgid ""' and before.startswith("msgctxt") and follows.startswith("msgstr"):
            yield Fault(
                file,
                number,
                1,
                "empty-entry",
                "this entry has no source text",
                "delete it, or run make messages",
            )


def merged(loaded: Loaded, code: str, old: Path | None) -> bytes:
    """Return the catalogue of ``code`` brought up to date with the data, as the bytes of a .po file.

    A translation whose Spanish text has changed is kept in its own context, marked fuzzy, with the former text.
    """
    earlier = Catalog()
    if old is not None and old.is_file():
        with old.open("rb") as stream:
            earlier = read_po(stream, locale=code)
    former = _former(old)
    by_context = {entry.context: entry for entry in earlier if entry.id and entry.context}
    catalog = Catalog(locale=code, domain=None, fuzzy=False, charset="utf-8")
    catalog.header_comment = (
        f"# {LANGUAGES[code].name}: translation of the reporting guide. CC BY-SA 4.0.\n"
        "# The context (msgctxt) names the record and the field. Written by 'make messages'."
    )
    for message in messages(loaded):
        entry = by_context.get(message.context)
        string = ""
        flags: set[str] = set()
        previous: tuple[str, ...] = ()
        if entry is not None and entry.string:
            string = str(entry.string)
            if str(entry.id) != message.source:
                flags, previous = {"fuzzy"}, (str(entry.id),)
            elif entry.fuzzy:
                flags, previous = {"fuzzy"}, former.get(message.context, ())
        comments = [message.comment] if message.comment else []
        if message.strict:
            comments.append("Warning: shown in Spanish until this translation is current.")
        catalog.add(
            message.source, string, context=message.context, locations=[(message.file, message.line)],
            flags=flags, auto_comments=comments, previous_id=previous,
        )  # fmt: skip
    out = io.BytesIO()
    write_po(out, catalog, width=WIDTH, omit_header=True, include_previous=True)
    return _header(code, _review(old)).encode() + out.getvalue()


#: The former source of an outdated entry, as gettext writes it above the entry: ``#| msgid "…"``.
_FORMER = re.compile(r'^#\| msgid (.*\n(?:#\| ".*\n)*)(?:#.*\n)*msgctxt (.*\n(?:".*\n)*)', re.MULTILINE)


def _former(path: Path | None) -> dict[str, tuple[str, ...]]:
    """Return the former sources of outdated entries by context: Babel writes them and does not read them."""
    text = path.read_text(encoding="utf-8") if path is not None and path.is_file() else ""
    return {
        denormalize(context.strip()): (denormalize(source.replace("\n#| ", "\n").strip()),)
        for source, context in _FORMER.findall(text)
    }


def _review(path: Path | None) -> str:
    """Return who has reviewed the catalogue in ``path``, from its header: Babel keeps only the fields it knows."""
    lines = path.read_text(encoding="utf-8").splitlines() if path is not None and path.is_file() else []
    start = f'"{REVIEW}: '
    return next((line.removeprefix(start).removesuffix('\\n"') for line in lines if line.startswith(start)), DRAFT)


def _header(code: str, review: str) -> str:
    """Return the header without dates: the same data give the same file."""
    name = LANGUAGES[code].name
    fields = [
        ("Project-Id-Version", "reporting-guide"), ("Language", code), (REVIEW, review), ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit"),
    ]  # fmt: skip
    lines = "".join(f'"{key}: {value}\\n"\n' for key, value in fields)
    return (
        f"# {name}: translation of the reporting guide, CC BY-SA 4.0. Written by 'make messages'.\n"
        "# msgctxt names the record and the field. X-Review: draft until a person puts her name there.\n"
        f'msgid ""\nmsgstr ""\n{lines}\n'
    )


def known_code(code: str) -> str:
    """Return ``code``; raises ValueError for a language that the table in languages.py lacks, or the source."""
    if code == SOURCE or code not in LANGUAGES:
        raise ValueError(f"no language '{code}' to translate into; {nearest(code, LANGUAGES)}")
    return code
