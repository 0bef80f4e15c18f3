"""YAML files as node trees that know where everything stands.

The parser is PyYAML's; only its resolver is ours, so that ``no``, ``on`` and dates stay words (YAML 1.2 habits).
What YAML allows and contributors trip over is refused here: anchors, tags, duplicate keys, tabs, deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from guide.model.fault import Fault, nearest

#: Largest data file, in bytes. The biggest platform file has about 60 KB; anything above is a mistake.
LARGEST_FILE = 256 * 1024
#: Deepest nesting. Our records need 9 levels.
DEEPEST = 50

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader with three implicit types only: true/false, whole numbers, null."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9]\d{0,17})$"), list("-0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])

#: Words that other YAML readers turn into something else: they must stand in quotes.
_OTHER_READERS = re.compile(
    r"^(?:yes|no|on|off|Yes|No|On|Off|YES|NO|ON|OFF|True|False|TRUE|FALSE|Null|NULL"
    r"|\d{4}-\d\d?-\d\d?|\d+(?::[0-5]?\d)+|[-+]?\d+\.\d*|0[xo]?\d+|[-+]?\.(?:inf|nan))$"
)
#: Signs that no keyboard shows and that turn the direction of what follows: a word could pass for another.
_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
#: What stands before a second colon in {key: text}: a text without quotes that is still open.
_VALUE_IN_BRACES = re.compile(r"\{(?:[^{}]*,)?\s*[\w-]+: +[^\s\"'\[{,][^{},]*$")
_COLON_IN_TEXT = re.compile(r"^(\s*(?:- )?[\w-]+:\s+|\s*- )(?![\"'\[{>|#])([^#]*?): ")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its name as printed, its node tree and the plain data."""

    file: str
    text: str
    node: Node
    data: Any


def mark(node: Node) -> tuple[int, int]:
    """Return line and column of ``node``, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def read(path: Path, file: str) -> tuple[Document | None, list[Fault]]:
    """Return the document in ``path`` and its faults. With faults of form there is no document."""
    document, faults = _parsed(path.read_bytes(), file)
    return document, list(faults)


# By content: a server reads everything again after each change, and most files have stayed the same.
@lru_cache(maxsize=256)
def _parsed(raw: bytes, file: str) -> tuple[Document | None, tuple[Fault, ...]]:
    document, faults = _parse(raw, file)
    return document, tuple(faults)


def _parse(raw: bytes, file: str) -> tuple[Document | None, list[Fault]]:
    if len(raw) > LARGEST_FILE:
        return None, [
            Fault(file, 1, 1, "file-too-large", f"the file has {len(raw)} bytes", f"the most is {LARGEST_FILE}")
        ]
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None, [
            Fault(
                file,
                1,
                1,
                "byte-order-mark",
                "the file starts with a byte-order mark",
                "save it as UTF-8 without BOM",
            )
        ]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - before.rfind(b"\n")
        return None, [Fault(file, line, column, "not-utf8", "this byte is not UTF-8", "save the file as UTF-8")]
    if faults := _faults_of_form(text, file):
        return None, faults
    try:
        if faults := list(_faults_of_events(text, file)):
            return None, faults
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax_fault(error, text, file)]
    if node is None:
        return None, [Fault(file, 1, 1, "empty-file", "the file is empty")]
    faults = list(_faults_of_nodes(node, file))
    if faults:
        return None, faults
    return Document(file, text, node, _plain(node)), []


def _faults_of_form(text: str, file: str) -> list[Fault]:
    faults = []
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            column = indent.index("\t") + 1
            faults.append(
                Fault(file, number, column, "tab", "a tab stands in the indent", "use two spaces for each level")
            )
    for position, character in enumerate(text):
        if (ord(character) < 32 and character not in "\n\t\r") or character in _TURNS_TEXT:
            row = text.count("\n", 0, position) + 1
            column = position - text.rfind("\n", 0, position)
            return [
                *faults,
                Fault(file, row, column, "bad-yaml", "a control character stands here", "delete it"),
            ]
    return faults


def _faults_of_events(text: str, file: str) -> Iterator[Fault]:
    """Walk the events, which need no recursion: depth, anchors, aliases, tags, more than one document."""
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        start = event.start_mark
        place = (file, start.line + 1, start.column + 1) if start else (file, 1, 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                yield Fault(*place, "bad-yaml", "a second document starts here ('---')", "keep one record to a file")
                return
        elif isinstance(event, yaml.AliasEvent):
            yield Fault(
                *place,
                "anchor",
                f"alias '*{event.anchor}' is not allowed",
                "write the text out, or put it in quotes",
            )
            continue
        if isinstance(event, (yaml.CollectionStartEvent, yaml.ScalarEvent)):
            if event.anchor:
                yield Fault(
                    *place,
                    "anchor",
                    f"anchor '&{event.anchor}' is not allowed",
                    "write the text out, or put it in quotes",
                )
            if event.tag:
                yield Fault(*place, "tag", f"tag '{event.tag}' is not allowed", "delete it, or put the text in quotes")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield Fault(
                    *place,
                    "too-nested",
                    f"more than {DEEPEST} levels of nesting",
                    "no record needs that many",
                )
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Fault:
    place = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = place.line + 1 if place else 1
    column = place.column + 1 if place else 1
    lines = text.splitlines()
    # The parser stops at the colon, or on a later line: look at the line itself and the one before.
    for number in (line, line - 1):
        quoted = lines[number - 1] if 0 < number <= len(lines) else ""
        if found := _COLON_IN_TEXT.match(quoted):
            return Fault(
                file,
                number,
                found.end() - 1,
                "colon-in-text",
                "this text contains a colon followed by a space",
                "put the whole text in quotes, or start it with '>-' and write it on the next line",
            )
    quoted = lines[line - 1] if 0 < line <= len(lines) else ""
    at = quoted[column - 1 : column]
    # Inside {…} the parser stops at the very colon that it did not expect.
    if quoted[column - 1 : column + 1] == ": " and _VALUE_IN_BRACES.search(quoted[: column - 1]):
        problem = "this text contains a colon followed by a space"
        return Fault(file, line, column, "colon-in-text", problem, "put the whole text in quotes")
    if at and at in "@%`":
        return Fault(file, line, column, "bad-yaml", f"a text cannot start with '{at}'", "put the whole text in quotes")
    if re.match(r"^\s*-\S", quoted):
        return Fault(
            file,
            line,
            quoted.index("-") + 1,
            "bad-yaml",
            "a space is missing after '-'",
            "write '- ' before the item",
        )
    problem = getattr(error, "problem", None) or "the file cannot be read as YAML"
    return Fault(
        file,
        line,
        column,
        "bad-yaml",
        str(problem),
        "check quotes, brackets and the indent of this line and the one before",
    )


def _faults_of_nodes(node: Node, file: str) -> Iterator[Fault]:
    if isinstance(node, MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                yield Fault(file, *mark(key), "bad-yaml", "a key must be one word", "write 'name: value'")
                continue
            yield from _word_faults(key, file)
            if key.value in seen:
                yield Fault(
                    file,
                    *mark(key),
                    "duplicate-key",
                    f"'{key.value}' stands twice; the first is in line {seen[key.value]}",
                    "keep one of the two",
                )
            seen.setdefault(key.value, mark(key)[0])
            yield from _faults_of_nodes(value, file)
    elif isinstance(node, SequenceNode):
        ids: dict[str, int] = {}
        for item in node.value:
            yield from _faults_of_nodes(item, file)
            name = _id_of(item)
            if name is not None:
                if name.value in ids:
                    yield Fault(
                        file,
                        *mark(name),
                        "repeated-id",
                        f"id '{name.value}' stands twice in this list; the first is in line {ids[name.value]}",
                        "give the second another id",
                    )
                ids.setdefault(name.value, mark(name)[0])
    elif isinstance(node, ScalarNode):
        yield from _word_faults(node, file)


def _word_faults(node: ScalarNode, file: str) -> Iterator[Fault]:
    if not node.style and _OTHER_READERS.match(node.value):
        yield Fault(
            file,
            *mark(node),
            "unquoted-word",
            f"'{node.value}' without quotes is read as something else by other programs",
            f'write "{node.value}"',
        )


def _id_of(node: Node) -> ScalarNode | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == "id" and isinstance(value, ScalarNode):
                return value
    return None


def _plain(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return tuple(_plain(item) for item in node.value)
    if node.tag.endswith(":bool"):
        return node.value == "true"
    if node.tag.endswith(":int"):
        return int(node.value)
    if node.tag.endswith(":null"):
        return None
    return node.value


def locate(node: Node, loc: tuple[int | str, ...], *, key: bool = False) -> tuple[int, int]:
    """Return line and column of what ``loc`` points at, as deep as the file goes.

    Args:
        node: the root of the file.
        loc: field names and list positions; a part that the file lacks is passed over (pydantic inserts the
            tags of unions, and a missing field has no place of its own).
        key: point at the name of the last field instead of its value.
    """
    last_key: Node | None = None
    for part in loc:
        if isinstance(node, MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == str(part)), None)
            if pair is None:
                continue
            last_key, node = pair
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            last_key, node = None, node.value[part]
    return mark(last_key if key and last_key is not None else node)


def suggest(word: str, known: set[str]) -> str:
    """Return the nearest known word as a mend, or the known words when they fit a line."""
    return nearest(word, known) or (f"one of: {', '.join(sorted(known))}" if len(known) <= 30 else "see the schema")
