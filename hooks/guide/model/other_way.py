"""The page of a platform for who has no account there, in ``other_way.yml``: nothing on it needs one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record
from guide.model.fields import SheetCode
from guide.model.reference import Id
from guide.model.step import CopyText, Step
from guide.model.text import Text


class OtherWayPart(Record):
    """A part of the page; the forms that ask for no account stand in the one with ``forms``.

    ``captures``: a step of it asks for a capture.
    """

    id: Id
    title: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    forms: bool = False
    captures: bool = False


class OtherWay(Record):
    """What all platforms share of it; which forms serve without an account is in ``platforms/``.

    ``code`` names its sheet of each platform.
    """

    title: Text
    code: SheetCode
    tab: Text
    description: Text
    intro: Annotated[tuple[Item, ...], Field(min_length=1)]
    avoid: Annotated[tuple[Item, ...], Field(min_length=1)]
    parts: Annotated[tuple[OtherWayPart, ...], Field(min_length=1)]
    forms_title: Text
    none: Text
    text: CopyText
    onward: Annotated[tuple[Item, ...], Field(min_length=1)]
