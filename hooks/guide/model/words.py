"""Titles, doors, terms and names of groups: the words of pages that are made from data alone."""

from __future__ import annotations

from guide.model.base import Item, Record
from guide.model.reference import (
    Id,
    SourceRef,
    Target,
)
from guide.model.text import Text
from guide.model.vocabulary import (
    Group,
    PageId,
)


class DoorWay(Record):
    """What may be behind a door: words, and a link a platform to this place of its plans."""

    id: Id
    say: Text
    each_platform: Target


class Door(Record):
    """A door of the home page. ``each_platform`` writes one button a platform, to this place of its plans.

    ``ways`` tell apart what people call by one name, each with its own links.
    """

    id: Id
    danger: bool = False
    title: Text
    text: Text | None = None
    to: Target | None = None
    each_platform: Target | None = None
    ways: tuple[DoorWay, ...] = ()


class Term(Record):
    """An entry of the glossary."""

    id: Id
    name: Text
    text: Text
    sources: tuple[SourceRef, ...] = ()


class PageText(Record):
    """Title, neutral tab name, description and texts of a page that is made from data alone.

    ``onward`` leads from the page's end to what comes next; ``sources`` are what a page rests on beside the sources of
    its records.
    """

    id: PageId
    title: Text
    tab: Text
    description: Text
    words: Text | None = None
    intro: tuple[Item, ...] = ()
    onward: Text | None = None
    sources: tuple[SourceRef, ...] = ()


class GroupText(Record):
    """Name of a group of threats."""

    id: Group
    name: Text
