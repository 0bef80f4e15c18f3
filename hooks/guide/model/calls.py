"""The words of the sheet for two people who test the contacts of a country (rule P1)."""

from __future__ import annotations

from collections.abc import Mapping

from guide.model.base import Item, Record
from guide.model.text import Text
from guide.model.vocabulary import ContactKind


class Calls(Record):
    """What stands on the sheet: how to go about it, what to ask by kind of contact, and the words beside the blanks.

    ``also`` stands over what is to be read again, or has no contact yet; ``until`` says until which day what was read
    counts.
    """

    title: Text
    intro: tuple[Item, ...]
    ask: Mapping[ContactKind, tuple[Item, ...]]
    first: Text
    second: Text
    letters: Text
    day: Text
    works: Text
    differs: Text
    answer: Text
    known: Text
    never: Text
    paste: Text
    also: Text
    until: Text
    world: Text
