"""Places of pages that have other addresses now, in ``moved.yml``: paper and files that are out there lead to them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Record
from guide.model.reference import Id, Target


class MovedAnchors(Record):
    """Ids that ``page`` once had and keeps; ``to`` is where that content stands now, when it is another page.

    ``page`` may stand for a page of each platform (``platform:@platform``), or for a plan on each (``plan:doxxing``,
    ``plan:@threat``); ``to`` then means the one of the same platform and threat.
    """

    page: Target
    old: Annotated[tuple[Id, ...], Field(min_length=1)]
    to: Target | None = None


class Moved(Record):
    """Everything that has moved."""

    anchors: tuple[MovedAnchors, ...] = ()
