"""How long a page takes to read: the words that stand open on it."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser

#: Words a minute that a tired person reads on a phone. Slower than the usual 200, on purpose.
READING_SPEED = 160
#: Elements without an end.
_VOID = frozenset({"input", "br", "img", "hr"})


def minutes(html: str) -> int:
    """Return the minutes, at least one, that the open words of ``html`` take: no folds, one place, one person."""
    counter = _Open()
    counter.feed(html)
    return max(1, math.ceil(counter.words / READING_SPEED))


class _Open(HTMLParser):
    """Counts words outside folds, and of things to choose from those of the first."""

    def __init__(self) -> None:
        super().__init__()
        self.words = 0
        self._open: list[bool] = []
        self._chosen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            classes = (dict(attrs).get("class") or "").split()
            self._open.append(tag != "details" and self._is_first(classes) and all(self._open[-1:]))

    def _is_first(self, classes: list[str]) -> bool:
        kind = next((name for name in ("panel", "only") if name in classes), "")
        first = kind not in self._chosen
        if kind:
            self._chosen.add(kind)
        return first

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if all(self._open[-1:]):
            self.words += len(re.findall(r"\w+", data))
