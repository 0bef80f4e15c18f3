"""The page on what a safe channel is, in ``channels.yml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Fact, Item, Record
from guide.model.text import Text


class Channels(Record):
    """What a safe channel is, what was read of single applications, and what no channel prevents."""

    intro: Annotated[tuple[Item, ...], Field(min_length=1)]
    facts_title: Text
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    apps_title: Text
    apps_intro: Text
    apps: Annotated[tuple[Fact, ...], Field(min_length=1)]
    limits_title: Text
    limits: Annotated[tuple[Fact, ...], Field(min_length=1)]
    after: Text
