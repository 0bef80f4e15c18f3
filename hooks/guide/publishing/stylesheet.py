"""The theme's style sheet, cut at build to what our own templates use.

Material's sheet has 137 KB, most of it for parts that this site does not have (search box, drawer, tabs, code
annotations). Bytes are money for the reader, so only rules stay whose selectors name elements of running text,
under ``.md-typeset`` or alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

#: The one class of the theme that our templates use.
KEPT_CLASS = "md-typeset"
#: Elements that our pages hold, besides those of the head.
ELEMENTS = frozenset(
    [
        *("html", "body", "a", "p", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "hr", "small"),
        *("strong", "em", "table", "thead", "tbody", "tr", "th", "td", "caption", "blockquote", "code", "kbd"),
        *("svg", "nav", "button", "input", "label"),
    ]
)
_NAME = re.compile(r"\.([\w-]+)|(?<![\w.#:-])([a-z][a-z0-9]*)(?![\w-])")
_VARIABLE = re.compile(r"var\((--[\w-]+)")


def theme_sheet(theme: Path) -> str:
    """Return the style sheet of the theme in folder ``theme``; its hashed file name is looked up.

    Raises:
        FileNotFoundError: when the theme has no such sheet.
    """
    found = sorted((theme / "assets" / "stylesheets").glob("main.*.min.css"))
    if not found:
        raise FileNotFoundError(f"no style sheet in {theme}")
    return found[0].read_text(encoding="utf-8")


def cut(sheet: str) -> str:
    """Return the rules of ``sheet`` that apply to our pages, with the variables that they name."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    kept = [text for rule in rules if (text := _rule(rule))]
    roots = [rule for rule in rules if isinstance(rule, QualifiedRule) and _is_root(rule)]
    used = set(_VARIABLE.findall("".join(kept)))
    return "".join([_variables(roots, used), *kept]) + "\n"


def _rule(rule: Node) -> str:
    if isinstance(rule, QualifiedRule):
        selectors = [s.strip() for s in tinycss2.serialize(rule.prelude).split(",")]
        mine = [s for s in selectors if _applies(s)]
        return f"{','.join(mine)}{{{tinycss2.serialize(rule.content).strip()}}}" if mine else ""
    if isinstance(rule, AtRule) and rule.at_keyword == "media" and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = "".join(_rule(entry) for entry in inner)
        return f"@media{tinycss2.serialize(rule.prelude)}{{{body}}}" if body else ""
    return ""


def _applies(selector: str) -> bool:
    if any(sign in selector for sign in ("[", "#", ":has", ":is", ":where", ":not", "@", "::-", ":root")):
        return False
    classes, elements = set(), set()
    for class_name, element in _NAME.findall(selector):
        if class_name:
            classes.add(class_name)
        elif element:
            elements.add(element)
    bare = re.sub(r"::?[\w-]+(\([^)]*\))?", "", selector)
    elements = {element for element in elements if re.search(rf"(?<![\w.-]){element}(?![\w-])", bare)}
    return classes <= {KEPT_CLASS} and elements <= ELEMENTS and bool(classes or elements)


def _is_root(rule: QualifiedRule) -> bool:
    selectors = [s.strip() for s in tinycss2.serialize(rule.prelude).split(",")]
    return ":root" in selectors or "[data-md-color-scheme=default]" in selectors


def _variables(rules: Iterable[QualifiedRule], used: set[str]) -> str:
    """Return the ``:root`` rule with the variables in ``used`` and those that they name in turn."""
    values: dict[str, str] = {}
    for rule in rules:
        for item in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
            if item.type == "declaration" and item.name.startswith("--"):
                values.setdefault(item.name, tinycss2.serialize(item.value).strip())
    wanted, queue = set(), sorted(used)
    while queue:
        name = queue.pop()
        if name in values and name not in wanted:
            wanted.add(name)
            queue += _VARIABLE.findall(values[name])
    return ":root{" + "".join(f"{name}:{values[name]};" for name in sorted(wanted)) + "}" if wanted else ""
