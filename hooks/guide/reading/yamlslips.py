"""What a contributor did when a file is no YAML: the slip in plain words, at the line where it is.

The parser stops where it can go on no more, which is often lines below: a quote that is never closed runs on to the
next quote, a missing space after a colon shows on the line after. So the tokens before that place are read again, and
the lines around it are looked at for the slips that people make.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from guide.model.fault import Fault

_COLON_IN_TEXT = re.compile(r"^(\s*(?:- )?[\w-]+:\s+|\s*- (?![\w-]+:))(?![\"'\[{>|#])([^#]*?): ")
#: What stands before a second colon in {key: text}: a text without quotes that is still open.
_VALUE_IN_BRACES = re.compile(r"\{(?:[^{}]*,)?\s*[\w-]+: +[^\s\"'\[{,][^{},]*$")
_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:- )?(?:\{ ?)?[A-Za-z_][\w-]*:(?=[^\s:/])")
_NO_SPACE_AFTER_DASH = re.compile(r"^\s*-(?=[^\s-])")
_NO_COLON = re.compile(r"^\s*(?:- )?[\w-]+\s*$")
_COMMENT = re.compile(r"^\s*(?:- )?(?:[\w-]+: +)?(?![\"'\[{>|#\s])[^\"#]*?\s#")
_QUOTES = "put the whole text in quotes"


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where and why the parser stopped; lines and columns from 0."""

    line: int
    column: int
    context: str
    problem: str
    opened: tuple[int, int] | None
    lines: list[str]
    quote: tuple[int, int, int, int] | None

    def at(self, number: int) -> str:
        """Return a line of the file, or an empty one."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


#: A slip: line and column from 0, the rule, what is wrong, and the mend.
_Slip = tuple[int, int, str, str, str]


def syntax_fault(error: yaml.YAMLError, text: str, file: str, loader: Any) -> Fault:
    """Return the fault for what made ``loader`` refuse ``text``."""
    place = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    stop = _Stop(
        place.line if place else 0,
        place.column if place else 0,
        getattr(error, "context", None) or "",
        getattr(error, "problem", None) or "",
        (opened.line, opened.column) if opened else None,
        text.split("\n"),
        _last_quote(text, place.index if place else 0, loader),
    )
    for look in _LOOKS:
        if found := look(stop):
            line, column, rule, message, mend = found
            return Fault(file, line + 1, column + 1, rule, message, mend)
    message = stop.problem or "the file cannot be read as YAML"
    mend = "check quotes, brackets and the indent of this line and the one before"
    return Fault(file, stop.line + 1, stop.column + 1, "bad-yaml", message, mend)


def _last_quote(text: str, before: int, loader: Any) -> tuple[int, int, int, int] | None:
    """Return where the last text in quotes before an offset starts and ends, when nothing else stands between."""
    last = None
    for token in _tokens(text, loader):
        if token.start_mark.index >= before:
            break
        last = token
    if not isinstance(last, yaml.ScalarToken) or last.style not in ("'", '"'):
        return None
    return last.start_mark.line, last.start_mark.column, last.end_mark.line, last.end_mark.column


def _tokens(text: str, loader: Any) -> Iterator[Any]:
    try:
        yield from yaml.scan(text, Loader=loader)
    except yaml.YAMLError:
        return


def _open_quote(stop: _Stop) -> _Slip | None:
    message = "the quote that opens here is not closed where the text ends"
    mend = "close it at the end of the text; inside a text write « » instead"
    if "quoted scalar" in stop.context or "double-quoted" in stop.context:
        if "escape" in stop.problem:
            problem = "a backslash in double quotes starts a code"
            column = max(stop.at(stop.line).rfind("\\", 0, stop.column + 1), 0)
            return stop.line, column, "bad-yaml", problem, "write two backslashes, or single quotes"
        if stop.opened:
            return *stop.opened, "bad-yaml", message, mend
    if stop.quote:
        line, column, end_line, end_column = stop.quote
        if end_line > line:
            return line, column, "bad-yaml", message, mend
        if end_line == stop.line:
            problem = "the text goes on after its closing quote"
            return end_line, max(end_column - 1, 0), "bad-yaml", problem, "inside a text in quotes write « » instead"
    return None


def _colon_in_text(stop: _Stop) -> _Slip | None:
    # The parser stops at the colon, or on a later line: look at the line itself and the one before.
    for number in (stop.line, stop.line - 1):
        if found := _COLON_IN_TEXT.match(stop.at(number)):
            message = "this text contains a colon followed by a space"
            mend = f"{_QUOTES}, or start it with '>-' and write it on the next line"
            return number, found.end() - 2, "colon-in-text", message, mend
    before = stop.at(stop.line)[: stop.column]
    # Inside {…} the parser stops at the very colon that it did not expect.
    if stop.at(stop.line)[stop.column : stop.column + 2] == ": " and _VALUE_IN_BRACES.search(before):
        message = "this text contains a colon followed by a space"
        return stop.line, stop.column, "colon-in-text", message, _QUOTES
    return None


def _tab(stop: _Stop) -> _Slip | None:
    line = stop.at(stop.line)
    if "\\t" in stop.problem or "tab character" in stop.problem or line[stop.column : stop.column + 1] == "\t":
        return stop.line, line.find("\t", max(stop.column - 1, 0)), "tab", "a tab stands here", "write spaces instead"
    return None


def _sign_first(stop: _Stop) -> _Slip | None:
    line, column = stop.line, stop.column
    if ("alias" in stop.context or "anchor" in stop.context or "directive" in stop.context) and stop.opened:
        line, column = stop.opened
    sign = stop.at(line)[column : column + 1]
    if sign and sign in "@%`*&":
        return line, column, "bad-yaml", f"a text cannot start with '{sign}'", _QUOTES
    return None


def _folded(stop: _Stop) -> _Slip | None:
    if "block scalar" in stop.context:
        message = "after '>-' or '|' nothing may stand on the same line"
        return stop.line, stop.column, "bad-yaml", message, "write the text on the next line, indented"
    return None


def _missing_space(stop: _Stop) -> _Slip | None:
    first = stop.opened[0] if stop.opened and "simple key" in stop.context else stop.line - 1
    for number in (first, stop.line, stop.line - 1):
        if found := _NO_SPACE_AFTER_COLON.match(stop.at(number)):
            message = "a space is missing after the colon"
            return number, found.end() - 1, "bad-yaml", message, "write 'name: value'"
        if found := _NO_SPACE_AFTER_DASH.match(stop.at(number)):
            return number, found.end() - 1, "bad-yaml", "a space is missing after '-'", "write '- ' before the item"
    return None


def _bracket(stop: _Stop) -> _Slip | None:
    if "flow" not in stop.context or not stop.opened:
        return None
    line, column = stop.opened
    sign = stop.at(line)[column : column + 1]
    closing = {"[": "]", "{": "}"}.get(sign, "")
    if closing and stop.line > line:
        return line, column, "bad-yaml", f"the bracket '{sign}' that opens here is not closed", f"write '{closing}'"
    message = f"a comma or '{closing}' is missing before this"
    return stop.line, stop.column, "bad-yaml", message, "separate entries by commas, or put the text in quotes"


def _comment(stop: _Stop) -> _Slip | None:
    for number in (stop.line - 1, stop.line):
        if found := _COMMENT.match(stop.at(number)):
            message = "'#' after a space starts a comment, so the text ends before it"
            return number, found.end() - 1, "comment-in-text", message, _QUOTES
    return None


def _no_colon(stop: _Stop) -> _Slip | None:
    for number in (stop.line - 1, stop.line):
        line = stop.at(number)
        if ("mapping values" in stop.problem or "simple key" in stop.context) and _NO_COLON.match(line):
            message = "a colon is missing after the name of this field"
            return number, len(line.rstrip()), "bad-yaml", message, "write 'name: value'"
    return None


def _indent(stop: _Stop) -> _Slip | None:
    if not ("block" in stop.context or "mapping values" in stop.problem):
        return None
    line = stop.at(stop.line)
    indent = len(line) - len(line.lstrip())
    before = next((text for text in reversed(stop.lines[: stop.line]) if text.strip() and text.lstrip()[0] != "#"), "")
    above = len(before) - len(before.lstrip())
    if indent == above:
        message = "this line does not go on with what the lines above began"
        return stop.line, indent, "bad-yaml", message, "a list goes on with '- ', a record with 'name: value'"
    message = f"this line starts in column {indent + 1} and does not line up with those it belongs to"
    mend = f"fields of one record start in the same column; the line above starts in column {above + 1}"
    return stop.line, indent, "bad-yaml", message, mend


_LOOKS: tuple[Callable[[_Stop], _Slip | None], ...] = (
    _tab,
    _colon_in_text,
    _sign_first,
    _folded,
    _missing_space,
    _open_quote,
    _bracket,
    _comment,
    _no_colon,
    _indent,
)
