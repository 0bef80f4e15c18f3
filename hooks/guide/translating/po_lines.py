"""The lines of a message catalogue, read strictly before any library reads them.

Libraries for gettext are lenient: they shorten a text without its closing quote, leave out what they do not know,
and end where the file was cut. Whatever they leave out is gone as soon as the catalogue is written. So a catalogue
is read only when each of its lines is blank, a comment, or a keyword with one closed text, and its entries are whole.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

import polib

from guide.model.fault import Fault

#: Faults told of one file: somebody who saved another kind of file under this name needs no list of all its lines.
MOST_FAULTS = 20
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr\[\d+\]|msgstr|domain)(?=\s|$)[ \t]*(.*)")
_CLOSED = re.compile(r'"(?:[^"\\]|\\[ntrvbf"\\])*"')
_PREVIOUS = re.compile(r'(?:(?:msgctxt|msgid)[ \t]+)?("(?:[^"\\]|\\[ntrvbf"\\])*")')
_UNKNOWN_ESCAPE = re.compile(r'^"(?:[^"\\]|\\[ntrvbf"\\])*(\\[^ntrvbf"\\])')
#: Signs at which one reader begins a new line and another does not, and those that no text holds.
_BREAKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(slots=True)
class EntryLines:
    """Where an entry stands, its lines counted from 1, and the words by which it is known."""

    first: int
    msgid: int = 0
    msgstr: int = 0
    unused: bool = False
    context: str | None = None
    source: str = ""


@dataclass(slots=True)
class Outline:
    """What the lines of a catalogue hold: its header and its entries, without the header, in order."""

    entries: list[EntryLines] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def _last_good(file: str) -> str:
    """Return where the rest of a file is; not how to write it over, since the file may hold a day's work."""
    return f"take what is missing from the last good version: git show HEAD:{file}"


def decoded(raw: bytes, file: str) -> tuple[str, list[Fault]]:
    """Return the text of a catalogue, its lines ended as on Unix, and the faults for which it is none."""
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        mend = "save it as UTF-8 without BOM"
        return "", [Fault(file, 1, 1, "byte-order-mark", "the file starts with a byte-order mark", mend)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line, before = raw.count(b"\n", 0, error.start) + 1, raw.rfind(b"\n", 0, error.start)
        return "", [
            Fault(file, line, error.start - before, "not-utf8", "this byte is not UTF-8", "save the file as UTF-8")
        ]
    if not text.strip():
        return "", [Fault(file, 1, 1, "empty-file", "the catalogue is empty", f"{_last_good(file)}; or delete it")]
    if found := _BREAKS.search(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        if found.group() == "\r":
            message = "a line end of old Macintosh programs stands here: gettext reads on as if the line had no end"
            return "", [Fault(file, line, column, "bad-catalogue", message, "save the file with Unix line ends (LF)")]
        sign = f"U+{ord(found.group()):04X} {unicodedata.name(found.group(), 'a control character')}"
        return "", [Fault(file, line, column, "bad-catalogue", f"{sign} stands here", "delete it")]
    return text, []


def outline(text: str, file: str, code: str) -> Outline:
    """Return the header and the entries of a catalogue in the language ``code``, with every fault of form."""
    reader = _Reader(file)
    for number, line in enumerate(text.split("\n"), 1):
        reader.read(number, line.strip(" \t"))
        if len(reader.out.faults) >= MOST_FAULTS:
            return reader.out
    reader.end()
    if not reader.out.faults:
        reader.check(code)
    return reader.out


class _Reader:
    """Reads line after line, and knows which part of which entry the next text belongs to."""

    def __init__(self, file: str) -> None:
        self.out = Outline()
        self._file = file
        self._header: EntryLines | None = None
        self._header_text = ""
        self._entry: EntryLines | None = None
        self._part = ""
        self._previous = False  # the line above holds a former source, which this one may go on
        self._early = 0  # line of a comment above the header that polib would leave out
        self._open_comment = 0  # line of a comment that waits for its entry

    def _fault(self, line: int, message: str, mend: str, rule: str = "bad-catalogue") -> None:
        self.out.faults.append(Fault(self._file, line, 1, rule, message, mend))

    def read(self, number: int, line: str) -> None:
        if not line:
            return
        unused = line.startswith(("#~ ", "#~\t"))
        if line.startswith("#") and not unused:
            self._comment(number, line)
            return
        self._previous = False
        words = line[2:].strip(" \t") if unused else line
        found = _KEYWORD.match(words)
        if found is not None:
            self._keyword(number, found.group(1), unused)
            self._take(number, found.group(2))
        elif words.startswith('"'):
            if not self._part or self._entry is None or self._entry.unused is not unused:
                self._fault(number, "no msgctxt, msgid or msgstr stands above this text", "write one before it")
            self._take(number, words)
        elif words.startswith(_MERGE_MARKS):
            self._fault(number, "a mark of two versions that git could not bring together", "choose one, delete marks")
        else:
            message = "this line is neither blank, nor a comment (# …), nor a keyword with a text in quotes"
            self._fault(number, message, "put the text in straight quotes on the line of its keyword, or delete it")

    def _keyword(self, number: int, keyword: str, unused: bool) -> None:
        if keyword == "msgid_plural" or "[" in keyword:
            mend = "write one entry for the text, with msgid and msgstr alone"
            self._fault(number, "an entry with plural forms: the guide has no such texts", mend)
            keyword = "msgid" if keyword == "msgid_plural" else "msgstr"
            self._part = "msgctxt" if keyword == "msgid" else "msgid"
        elif keyword == "domain":
            self._fault(number, "the guide has one domain, and needs no name for it", "delete the line")
            return
        begins = keyword == "msgctxt" or (keyword == "msgid" and self._part != "msgctxt")
        if begins:
            self._whole(number)
            self._entry = EntryLines(number, unused=unused)
            self._open_comment = 0
        elif self._entry is None or (keyword == "msgstr" and self._part != "msgid"):
            self._fault(number, "msgstr without a msgid before it", f"write the msgid, or {_last_good(self._file)}")
            self._entry = self._entry or EntryLines(number, unused=unused)
        elif self._entry.unused is not unused:
            message = "one line of this entry is marked as no longer used (#~), another is not"
            self._fault(number, message, "mark all lines of the entry, or none")
        if keyword == "msgid":
            self._entry.msgid = number
        elif keyword == "msgstr":
            self._entry.msgstr = number
            self._keep(self._entry)
        self._part = keyword

    def _keep(self, entry: EntryLines) -> None:
        if self._header is None and entry.context is None and not entry.source and not entry.unused:
            self._header = entry
            if self.out.entries:
                self._fault(entry.first, "the header does not stand first", "move it above all entries")
            elif self._early:
                self._fault(self._early, "the header takes comments of translators (# …) alone", "put a blank after #")
        else:
            self.out.entries.append(entry)

    def _take(self, number: int, words: str) -> None:
        """Read the quoted text of the current part."""
        if not _CLOSED.fullmatch(words):
            self._not_closed(number, words)
            return
        if self._entry is None:
            return
        if self._part == "msgctxt":
            self._entry.context = (self._entry.context or "") + polib.unescape(words[1:-1])
        elif self._part == "msgid":
            self._entry.source += polib.unescape(words[1:-1])
        elif self._entry is self._header:
            self._header_text += polib.unescape(words[1:-1])

    def _not_closed(self, number: int, words: str) -> None:
        mend = "put the text in straight quotes, and a backslash before a quote inside it"
        if not words:
            self._fault(number, "a keyword without a text", mend)
        elif words[0] != '"':
            self._fault(number, "this text does not begin with a straight quote", mend)
        elif found := _UNKNOWN_ESCAPE.search(words):
            mend = "write two backslashes for one, \\n for a line break"
            self._fault(number, f"'{found.group(1)}' means nothing in a catalogue", mend)
        elif closed := _CLOSED.match(words):
            self._fault(number, f"after the closing quote stands '{words[closed.end() :][:30]}'", mend)
        else:
            self._fault(number, "this text is not closed by a quote", mend)

    def _comment(self, number: int, line: str) -> None:
        kind = line[1:2]
        if self._part in ("msgctxt", "msgid"):
            message = (
                f"the entry that begins in line {self._entry.first if self._entry else 0} has no msgstr before this"
            )
            self._fault(
                number, message, f"move the comment above the entry, write the msgstr, or {_last_good(self._file)}"
            )
        self._part = ""
        self._open_comment = self._open_comment or number
        if kind == "|" or line.startswith("#~|"):
            words = line[3 if kind == "~" else 2 :].strip(" \t")
            if not _PREVIOUS.fullmatch(words) or (words.startswith('"') and not self._previous):
                message = "this former text (#|) is not a keyword with a text in quotes"
                self._fault(number, message, "delete the lines that begin with #| above this entry")
            self._previous = True
            return
        self._previous = False
        if kind not in ("", " ", "\t", ".", ":", ","):
            self._fault(number, f"'{line[:2]}' begins no line of a catalogue", "put a blank after the # of a comment")
        elif self._header is None and kind in (".", ":"):
            self._early = self._early or number
        elif self._header is None and kind != ",":
            self.out.notes.append(line[2:])

    def _whole(self, number: int) -> None:
        if self._part in ("msgctxt", "msgid") and self._entry is not None:
            message = f"the entry that begins in line {self._entry.first} has no msgstr"
            self._fault(number, message, f"write its msgstr, or {_last_good(self._file)}")

    def end(self) -> None:
        """Tell what the end of the file leaves open."""
        if self._part in ("msgctxt", "msgid") and self._entry is not None:
            self._fault(self._entry.first, "the file ends inside this entry: it was cut", _last_good(self._file))
        elif self._open_comment:
            message = "this comment belongs to no entry, and gettext would drop it"
            self._fault(self._open_comment, message, "move it above an entry, or delete it")
        if self._header is None:
            self._fault(1, 'the catalogue has no header (msgid "", msgstr "…")', _last_good(self._file))

    def check(self, code: str) -> None:
        """Tell what is wrong with the header and with the names of entries."""
        assert self._header is not None
        for line in self._header_text.splitlines():
            name, colon, value = line.partition(":")
            if not colon or name in self.out.fields:
                why = f"stands twice: '{name}'" if colon else f"is no 'Name: value': '{line[:40]}'"
                self._fault(self._header.msgstr, f"a line of the header {why}", "write each field once, on one line")
            self.out.fields[name] = value.strip()
        charset = self.out.fields.get("Content-Type", "").lower().partition("charset=")[2]
        if charset != "utf-8":
            mend = 'write "Content-Type: text/plain; charset=utf-8\\n"'
            self._fault(self._header.msgstr, f"the header gives the charset '{charset}', not utf-8", mend)
        language = self.out.fields.get("Language", code)
        if re.split(r"[-_@]", language)[0] != code:
            mend = f'write "Language: {code}\\n", or rename the file'
            self._fault(self._header.msgstr, f"the header says language '{language}', the file's name {code}", mend)
        contexts: dict[str, int] = {}
        texts: dict[tuple[str, str], int] = {}
        for entry in self.out.entries:
            if not entry.context:
                self._fault(entry.first, "this entry has no context (msgctxt)", "delete it", "empty-entry")
            elif not entry.source:
                mend = "write the Spanish text of the data as its msgid, or delete it"
                self._fault(entry.msgid, "this entry has no source text", mend, "empty-entry")
            else:
                first = texts.setdefault((entry.context, entry.source), entry.first)
                if not entry.unused and first == entry.first:
                    first = contexts.setdefault(entry.context, entry.first)
                if first != entry.first:
                    message = f"the context '{entry.context}' stands twice, first in line {first}"
                    self._fault(entry.first, message, "keep the better one of the two translations")
