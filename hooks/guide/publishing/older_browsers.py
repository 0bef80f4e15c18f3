"""Our style sheet for browsers of old phones: sides by their names, plain colours, boxes that are no flex boxes.

The sheet is written with logical sides (``margin-inline``) and variables, which a browser older than about 2020 drops:
text then touches the edge of the screen, and the way out looks like a word. Every language here is written in lines
from top to bottom, so most logical sides have one physical name, which is written instead. Where it depends on the
direction of writing, the physical one stands besides, for browsers without the logical one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from guide.publishing.around_page import OWN_SHEET

#: At-rules that hold rules.
_NESTING = ("media", "supports")
#: The youngest of the logical names: who knows it knows the others.
_FOR_OLDER = "@supports not (inset:0)"
_SIZES = {"inline-size": "width", "block-size": "height"}
_SIDES = {"block-start": "top", "block-end": "bottom", "inline-start": "left", "inline-end": "right"}
_LOGICAL = re.compile(
    r"(?P<of>margin|padding|inset|border|scroll-margin|scroll-padding)-(?P<axis>block|inline)(?:-(?P<end>start|end))?(?P<part>-(?:width|style|color))?"
)
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")

#: What comes near a value, for who does not know it.
_PLAINER = {("display", "inline-flex"): "inline-block", ("overflow-wrap", "anywhere"): "break-word"}

#: A declaration: its name, and its value with what stands behind it.
Said = tuple[str, str]


def own_sheet(docs: Path) -> str:
    """Return our style sheet as written, from the folder ``docs``."""
    return (docs / OWN_SHEET).read_text(encoding="utf-8")


def understood(sheet: str) -> str:
    """Return ``sheet`` with what browsers need that lack its logical sides, variables or flex boxes.

    Raises:
        ValueError: for a declaration that no browser would read, with its line.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    colours = dict(_plain(rules))
    return "".join(_written(rule, colours) for rule in rules) + "\n"


def _plain(rules: Sequence[Node]) -> Iterator[Said]:
    """Yield the variables of the first ``:root``: the light colours, for who cannot read variables."""
    root = next((rule for rule in rules if isinstance(rule, QualifiedRule) and _text(rule.prelude) == ":root"), None)
    for item in _declarations(root) if root else ():
        if item.name.startswith("--"):
            yield item.name.removeprefix("--"), _text(item.value)


def _written(rule: Node, colours: Mapping[str, str]) -> str:
    if isinstance(rule, QualifiedRule):
        everybody: list[Said] = []
        older: list[Said] = []
        for item in _declarations(rule):
            value = _text(item.value) + ("!important" if item.important else "")
            here, there = _for_older(item.name, value)
            everybody += chain.from_iterable(_with_plain(*said, colours) for said in here)
            older += chain.from_iterable(_with_plain(*said, colours) for said in there)
        prelude = re.sub(r"\s+", " ", _text(rule.prelude))
        return _block(prelude, everybody) + (f"{_FOR_OLDER}{{{_block(prelude, older)}}}" if older else "")
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = "".join(_written(entry, colours) for entry in inner)
        return f"@{rule.at_keyword} {_text(rule.prelude)}{{{body}}}"
    return str(rule.serialize())


def _block(prelude: str, declarations: Sequence[Said]) -> str:
    return f"{prelude}{{{';'.join(f'{name}:{value}' for name, value in declarations)}}}"


def _for_older(name: str, value: str) -> tuple[list[Said], list[Said]]:
    """Return what a declaration becomes for everybody, and for browsers without logical sides besides."""
    size = re.fullmatch(r"(min-|max-)?(inline-size|block-size)", name)
    if size:
        return [((size[1] or "") + _SIZES[size[2]], value)], []
    bare, _, important = value.partition("!")
    important = important and f"!{important}"
    values = _values(bare)
    if name == "inset":
        top, right, bottom, left = _four(values)
        return [("top", top + important), ("right", right + important),
                ("bottom", bottom + important), ("left", left + important)], []  # fmt: skip
    found = _LOGICAL.fullmatch(name)
    if not found:
        return [(name, value)], []
    axis, part = found["axis"], found["part"] or ""
    pair = ("start", "end") if not found["end"] else (found["end"],)
    # A border says width, style and colour in one value for both sides.
    each = [bare] * len(pair) if found["of"] == "border" or found["end"] else [values[0], values[-1]]
    physical = [
        (_physical(found["of"], f"{axis}-{end}") + part, at + important) for end, at in zip(pair, each, strict=True)
    ]
    if axis == "block" or (not found["end"] and each[0] == each[-1]):
        return physical, []
    return [(name, value)], physical


def _physical(of: str, side: str) -> str:
    return _SIDES[side] if of == "inset" else f"{of}-{_SIDES[side]}"


def _with_plain(name: str, value: str, colours: Mapping[str, str]) -> list[Said]:
    """Return a declaration after what stands for it where variables or flex boxes are unknown."""
    if plain := _PLAINER.get((name, value)):
        return [(name, plain), (name, value)]
    names = _VARIABLE.findall(value)
    if names and not name.startswith("--") and all(known in colours for known in names):
        return [(name, _VARIABLE.sub(lambda found: colours[found[1]], value)), (name, value)]
    return [(name, value)]


def _values(bare: str) -> list[str]:
    """Return the values of a shorthand: a function with its spaces is one."""
    parts: list[list[Node]] = [[]]
    for node in tinycss2.parse_component_value_list(bare):
        if node.type == "whitespace":
            parts.append([])
        else:
            parts[-1].append(node)
    return [tinycss2.serialize(part) for part in parts if part]


def _four(values: Sequence[str]) -> tuple[str, str, str, str]:
    """Return top, right, bottom and left of a shorthand of one to four values."""
    top = values[0]
    right = values[1] if len(values) > 1 else top
    return top, right, values[2] if len(values) > 2 else top, values[3] if len(values) > 3 else right


def _declarations(rule: QualifiedRule) -> Iterator[Declaration]:
    for item in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
        if item.type == "error":
            raise ValueError(f"line {item.source_line}: {item.message}")
        if isinstance(item, Declaration):
            yield item


def _text(nodes: Sequence[Node]) -> str:
    return str(tinycss2.serialize(nodes)).strip()
