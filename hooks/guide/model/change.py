"""What changed for readers, in ``changes.yml``: the page of changes, its feeds, and the last line of each page."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from guide.model.base import Record
from guide.model.reference import Id
from guide.model.text import Text

#: Stands for every record of a kind: ``plan:@`` is every plan on every platform, ``page:@`` every page of the guide.
EVERY = "@"
#: Kinds of page that a change may concern.
CONCERNED_KINDS = ("page", "plan", "platform", "threat", "route", "country", "result")


class ChangeKind(StrEnum):
    """What changed: a contact, a menu, who helps, a country, a rule of a platform, words, or a page."""

    CONTACT = "contact"
    MENU = "menu"
    ROUTE = "route"
    COUNTRY = "country"
    RULE = "rule"
    TEXT = "text"
    PAGE = "page"


#: A page, as references write it; a plan is named with its platform.
Concerned = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(CONCERNED_KINDS)}):(@|[a-z0-9-]+(/[a-z0-9-]+)?)$")]


class Change(Record):
    """What changed for who reads, in one sentence, and the pages that it concerns.

    Titles in feeds and tabs are made from ``kind`` and ``date``, so that they tell nothing (rule P35).
    """

    id: Id
    date: dt.date
    kind: ChangeKind
    what: Text
    pages: Annotated[tuple[Concerned, ...], Field(min_length=1)]
