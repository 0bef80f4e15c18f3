"""How the people of one language search: ``search/<language>.yml``. Nothing of it is translated."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from guide.model.base import Record
from guide.model.fields import LanguageCode
from guide.model.reference import Target

#: Words or short sayings, separated by commas, as people type them.
Sayings = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=900)]


class Said(Record):
    """What people say, and the page that serves them."""

    to: Target
    words: Sayings

    @property
    def sayings(self) -> tuple[str, ...]:
        """The sayings one by one."""
        return tuple(part for part in (one.strip() for one in self.words.split(",")) if part)


class SearchWords(Record):
    """How people of a language search.

    ``small``: words that say nothing of what is looked for. ``light``: words that say where it was, and not what: they
    count little beside others.
    ``first``: what people in danger type; a search that holds one of these sayings leads there before anything else,
    in this order. A saying also counts as the beginning of a longer word: *patrulla* stands for *patrullas*.
    ``words``: what finds a page besides its own words.
    """

    id: LanguageCode
    small: Sayings
    light: Sayings
    first: tuple[Said, ...]
    words: tuple[Said, ...] = ()
