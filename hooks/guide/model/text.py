"""Inline text of the data files: parsed once into runs.

A text field is inline CommonMark: emphasis, code and links, nothing else. Raw HTML, images, attribute lists
and unbalanced marks are refused while reading, so that no writer ever meets them (rule S4).

Two forms are our own, both spelt as links so that translators meet no new syntax:

* ``[Consejo](route:oversight-board)``: a typed reference, resolved when the data are loaded;
* ``[qué significa aquí](blank:)``: a blank that the reader fills in, in a text to copy.

``{name}`` is a typed value (a deadline, the name of a platform): see :data:`VALUES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from guide.model.signs import invisible

#: Values that texts may name in braces, with what each stands for.
VALUES: Mapping[str, str] = {
    "platform": "name of the platform whose page this is",
    "owner": "whose platform that is; on the page of a threat, whose platforms",
    "days": "days for an appeal to the Oversight Board, as the platform's data give it",
    "messages": "how many recent messages a report of a chat sends",
    "messages_eu": "the same for accounts in the European Union",
    "hours": "hours in which messages that disappear can still be reported",
    "emergency": "the emergency number that a country's warning stands before",
    "date": "date of the copy that was read",
    "count": "a number that the page computes",
    "minutes": "reading time in minutes",
    "name": "a name that the page inserts",
    "names": "names that the page inserts, with commas between them",
    "number": "a number that the page computes",
    "language": "name of a language",
    "edition": "edition of the site",
}


#: Longest text, in characters without marks: more than a phone shows at once is not read by who is afraid. The longest
#: of ours has 573.
LONGEST_TEXT = 700


class RunKind(StrEnum):
    """What a piece of inline text is."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    BLANK = "blank"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Run:
    """One piece of inline text; ``children`` for strong, emphasis and link, ``text`` for the rest."""

    kind: RunKind
    text: str = ""
    children: tuple[Run, ...] = ()
    target: str = ""


class TextFault(ValueError):
    """A text that is refused: ``rule`` names the rule, the message says what is wrong."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


# Capitals only for TODO: "todo" is an ordinary Spanish word.
_PLACEHOLDER_WORDS = re.compile(r"\b(?:TODO|FIXME|TBD|[xX]{3,})\b|\b[Ll]orem [Ii]psum\b")
_ATTRIBUTE_LIST = re.compile(r"\{\s*[:#.][^}]*\}")
_VALUE = re.compile(r"\{([a-z_]*)\}")
#: Every sign with which inline CommonMark, or a value of ours, can begin. A text without them is nothing but words.
_SIGN = re.compile(r"[\\*_`\[\]<&{}\n\r\0]")
_LEFT_OVER_MARK = re.compile(r"\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`|\]\(|\[[^\]]*\](?=\[)")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    # Every target passes here, so that our own check names it; the library would leave it as plain text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


# A server reads all texts again after each change of one: those that stayed the same cost nothing.
@lru_cache(maxsize=65_536)
def parse(source: str) -> tuple[Run, ...]:
    """Return the runs of ``source``.

    Raises:
        TextFault: for raw HTML, an image, an attribute list, a ``javascript:`` target, an unbalanced
            mark, an unknown value in braces, a placeholder such as TODO, a sign that nobody sees, or an empty text.
    """
    if not source.strip():
        raise TextFault("empty-text", "this text is empty")
    if found := _PLACEHOLDER_WORDS.search(source):
        raise TextFault("placeholder", f"placeholder text '{found.group()}'")
    words = source.strip()
    # Nine texts in ten: to parse them would take a quarter of all the time that checking the data takes.
    runs = _parsed(words) if _SIGN.search(words) else (Run(RunKind.PLAIN, text=words),)
    # Markdown decodes entities: '&shy;' is a sign that the line of the file does not show.
    if hidden := next(invisible(plain(runs)), None):
        raise TextFault("invisible-sign", f"this text holds {hidden[1]}, which nobody sees")
    return runs


def _parsed(words: str) -> tuple[Run, ...]:
    tokens = _parser().parseInline(words)[0].children or []
    return tuple(_runs(iter(tokens), closing=None))


def _runs(stream: Iterator[Token], closing: str | None) -> Iterator[Run]:
    pending = ""
    for token in stream:
        if token.type in ("text", "softbreak", "hardbreak", "text_special"):
            # Escaped characters come as text_special: they are the author's own, not left-over marks.
            pending += " " if token.type.endswith("break") else _checked(token)
            continue
        if pending:
            yield from _values(pending)
            pending = ""
        if token.type == closing:
            return
        if token.type == "code_inline":
            yield Run(RunKind.CODE, text=token.content)
        elif token.type in ("strong_open", "em_open"):
            kind = RunKind.STRONG if token.type == "strong_open" else RunKind.EMPHASIS
            children = tuple(_runs(stream, token.type.replace("open", "close")))
            yield Run(kind, children=children)
        elif token.type == "link_open":
            yield _link(str(token.attrs.get("href", "")), tuple(_runs(stream, "link_close")))
        elif token.type == "image":
            raise TextFault("image", "images are not allowed in texts")
        else:
            raise TextFault("raw-html", f"raw HTML '{token.content}' is not allowed in texts")
    if pending:
        yield from _values(pending)


def _checked(token: Token) -> str:
    content = token.content
    if token.type == "text_special":
        return content
    if found := _ATTRIBUTE_LIST.search(content):
        raise TextFault("attribute-list", f"attribute list '{found.group()}' is not allowed in texts")
    if found := _LEFT_OVER_MARK.search(content):
        raise TextFault("unbalanced", f"the mark '{found.group()}' is opened or closed only once")
    return content


def _values(text: str) -> Iterator[Run]:
    position = 0
    for found in _VALUE.finditer(text):
        if found.group(1) not in VALUES:
            raise TextFault("unknown-value", f"unknown value '{found.group()}'")
        if found.start() > position:
            yield Run(RunKind.PLAIN, text=text[position : found.start()])
        yield Run(RunKind.VALUE, text=found.group(1))
        position = found.end()
    if position < len(text):
        yield Run(RunKind.PLAIN, text=text[position:])


def _link(target: str, children: tuple[Run, ...]) -> Run:
    if target == "blank:":
        return Run(RunKind.BLANK, text=plain(children))
    scheme = target.split(":", 1)[0].lower() if ":" in target else ""
    if scheme in ("javascript", "data", "vbscript"):
        raise TextFault("script-link", f"'{scheme}:' links are not allowed")
    if not scheme:
        raise TextFault("link-target", f"link '{target}' is neither https: nor a reference such as 'plan:…'")
    return Run(RunKind.LINK, children=children, target=target)


def plain(runs: tuple[Run, ...], values: Mapping[str, str] | None = None) -> str:
    """Return the words of ``runs`` without marks; blanks as ``____ (what goes there)``."""
    out: list[str] = []
    for run in runs:
        if run.kind is RunKind.VALUE:
            out.append((values or {}).get(run.text, "{" + run.text + "}"))
        elif run.kind is RunKind.BLANK:
            out.append(f"____ ({run.text})")
        else:
            out.append(run.text or plain(run.children, values))
    return "".join(out)


def walk_runs(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Yield every run, children included, in reading order."""
    for run in runs:
        yield run
        yield from walk_runs(run.children)


def skeleton(runs: tuple[Run, ...]) -> tuple[tuple[str, str], ...]:
    """Return what a translation must keep: values, link targets, marks and blanks, sorted.

    Two texts with the same skeleton differ in words only.
    """
    kept = [
        (run.kind.value, run.text if run.kind in (RunKind.VALUE, RunKind.CODE) else run.target)
        for run in walk_runs(runs)
        if run.kind is not RunKind.PLAIN
    ]
    return tuple(sorted(kept))


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a data file: its source, its runs, and what a reader must know of its translation.

    ``lang`` is the language of the words (``es`` where no translation exists yet); ``stale`` says that the
    Spanish text has changed since this translation was made.
    """

    source: str
    runs: tuple[Run, ...]
    lang: str = "es"
    stale: bool = False

    @classmethod
    def of(cls, source: str) -> Text:
        """Return ``source`` parsed; raises :class:`TextFault`."""
        return cls(source, parse(source))

    @property
    def words(self) -> str:
        """The words without marks."""
        return plain(self.runs)

    def translated(self, source: str, lang: str, *, stale: bool = False) -> Text:
        """Return this text in another language; raises :class:`TextFault` when ``source`` is refused."""
        return replace(self, source=source, runs=parse(source), lang=lang, stale=stale)

    @classmethod
    def __get_pydantic_core_schema__(cls, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def _validate(cls, value: object) -> Text:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "a text was expected")
        try:
            text = cls.of(value)
            if len(text.words) > LONGEST_TEXT:
                raise TextFault("text-too-long", f"this text has {len(text.words)} characters")
            return text
        except TextFault as fault:
            raise PydanticCustomError("text", "{message}", {"rule": fault.rule, "message": str(fault)}) from None

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1}
