"""The list of changes as a table: to read in a terminal, or as Markdown for a pull request.

Values come from whoever sent the change, and a reviewer goes by what is seen: every sign that nobody sees, that turns a
line around or that steers a terminal is written out by its number, and so are letters that only look like Latin ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from guide.comparing.changes import Change
from guide.comparing.held import Held, What
from guide.model.link import is_invisible
from guide.model.signs import invisible

_HEAD = ("", "change", "what", "was", "is", "date", "source", "where")
_LOOK = "LOOK"
#: Where a letter of another script is no spelling but a disguise.
_LATIN = frozenset(
    {What.PHONE, What.EMAIL, What.MESSAGING, What.FORM, What.EMERGENCY, What.ADDRESS, What.HOST, What.IN_TEXT}
)


def as_text(found: Sequence[Change]) -> str:
    """Return the table in columns of equal width."""
    rows = [_HEAD, *map(_row, found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def as_markdown(found: Sequence[Change]) -> str:
    """Return the table in GitHub's Markdown; nothing in a cell can end it, link anywhere or call anybody."""
    rows = [_HEAD, ("---",) * len(_HEAD), *([_cell(words) for words in _row(change)] for change in found)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(change: Change) -> tuple[str, ...]:
    at = change.at
    where = f"{visible(at.record, latin=True)} {visible('/'.join(at.path), latin=True)}"
    return (
        _LOOK if change.unproved else "",
        change.kind,
        at.what.value,
        _value(change.old),
        _value(change.new),
        change.day,
        change.source,
        f"{visible(at.file, latin=True)}:{at.line} ({where})",
    )


def _value(held: Held | None) -> str:
    return visible(held.value, latin=held.what in _LATIN) if held else "–"


def visible(words: str, *, latin: bool = False) -> str:
    """Return ``words`` with what cannot be seen written out; with ``latin``, all that is not ASCII beside itself."""
    return "".join(_seen(letter, latin=latin) for letter in words)


def _seen(letter: str, *, latin: bool) -> str:
    if letter.isascii() and letter.isprintable():
        return letter
    number = f"<U+{ord(letter):04X}>"
    if is_invisible(letter) or next(invisible(letter), None) or unicodedata.combining(letter):
        return number
    return f"{letter}{number}" if latin else letter


def _cell(words: str) -> str:
    if not words:
        return ""
    return f"<code>{''.join(_encoded(letter) for letter in words)}</code>"


def _encoded(letter: str) -> str:
    return letter if letter == " " or letter.isalnum() else f"&#{ord(letter)};"


def summary(found: Iterable[Change]) -> str:
    """Return the last line: how many there are of each, and how many lack a new date and source."""
    counted = list(found)
    kinds = [change.kind for change in counted]
    told = ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("added", "altered", "removed"))
    open_ = sum(change.unproved for change in counted)
    return f"{told}. Without a new date and source: {open_}."
