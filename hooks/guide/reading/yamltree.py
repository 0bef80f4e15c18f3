"""YAML files as node trees that know where everything stands.

The parser is PyYAML's; only its resolver is ours, so that ``no``, ``on`` and dates stay words (YAML 1.2 habits).
What YAML allows and contributors trip over is refused here: anchors, tags, duplicate keys, deep nesting; the form of a
file, comments that cut a text and YAML's own errors have modules beside this one.
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
from guide.model.signs import invisible
from guide.reading.yamlcomments import faults_of_comments
from guide.reading.yamlform import decoded
from guide.reading.yamlslips import syntax_fault

#: Deepest nesting. Our records need 9 levels.
DEEPEST = 50


def loader_from(base: Any) -> Any:
    """Return a safe loader of PyYAML with three implicit types only: true/false, whole numbers, null."""

    class Loader(base):  # type: ignore[misc]
        pass

    Loader.yaml_implicit_resolvers = {}
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9]\d{0,17})$"), list("-0123456789"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
    return Loader


# Where PyYAML was built without its C library, its own Python reads the same, five times slower.
_LOADER = loader_from(getattr(yaml, "CSafeLoader", yaml.SafeLoader))

#: Words that other YAML readers turn into something else: they must stand in quotes.
_OTHER_READERS = re.compile(
    r"^(?:yes|no|on|off|Yes|No|On|Off|YES|NO|ON|OFF|True|False|TRUE|FALSE|Null|NULL"
    r"|\d{4}-\d\d?-\d\d?|\d+(?::[0-5]?\d)+|[-+]?\d+\.\d*|0[xo]?\d+|[-+]?\.(?:inf|nan))$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A parsed file: its name as printed, its node tree and the plain data. Each is equal to itself only."""

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
    text, faults = decoded(raw, file)
    if faults:
        return None, tuple(faults)
    document, faults = parse(text, file)
    return document, tuple(faults)


def parse(text: str, file: str, loader: Any = _LOADER) -> tuple[Document | None, list[Fault]]:
    """Return the document in ``text`` and its faults, as :func:`read` does for a file."""
    try:
        if faults := list(_faults_of_events(text, file, loader)):
            return None, faults
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        return None, [syntax_fault(error, text, file, loader)]
    if node is None:
        return None, [Fault(file, 1, 1, "empty-file", "the file is empty")]
    faults = [*_faults_of_nodes(node, file), *faults_of_comments(node, text.split("\n"), file)]
    if faults:
        return None, faults
    return Document(file, text, node, _plain(node)), []


def _faults_of_events(text: str, file: str, loader: Any) -> Iterator[Fault]:
    """Walk the events, which need no recursion: depth, anchors, aliases, tags, more than one document."""
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=loader):
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


def _faults_of_nodes(node: Node, file: str, *, in_flow: bool = False) -> Iterator[Fault]:
    in_flow = in_flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                yield Fault(file, *mark(key), "bad-yaml", "a key must be one word", "write 'name: value'")
                continue
            yield from _word_faults(key, file, in_flow=in_flow)
            if key.value in seen:
                yield Fault(
                    file,
                    *mark(key),
                    "duplicate-key",
                    f"'{key.value}' stands twice; the first is in line {seen[key.value]}",
                    "keep one of the two",
                )
            seen.setdefault(key.value, mark(key)[0])
            yield from _faults_of_nodes(value, file, in_flow=in_flow)
    elif isinstance(node, SequenceNode):
        ids: dict[str, int] = {}
        for item in node.value:
            yield from _faults_of_nodes(item, file, in_flow=in_flow)
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
        yield from _word_faults(node, file, in_flow=in_flow)


def _word_faults(node: ScalarNode, file: str, *, in_flow: bool = False) -> Iterator[Fault]:
    if not node.style and _OTHER_READERS.match(node.value):
        yield Fault(
            file,
            *mark(node),
            "unquoted-word",
            f"'{node.value}' without quotes is read as something else by other programs",
            f'write "{node.value}"',
        )
    if node.style == '"' and (found := next(invisible(node.value), None)):
        # Written as a code ("\\u202e"), the sign stands in no line of the file.
        yield Fault(file, *mark(node), "invisible-sign", f"this text holds {found[1]}, which nobody sees", "delete it")
    if not node.style and in_flow and "?" in node.value:
        message = "a text with '?' inside brackets is read in two ways by programs for YAML"
        yield Fault(file, *mark(node), "unquoted-word", message, "put the text in quotes")


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
