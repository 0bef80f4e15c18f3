"""``/``: the doors."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue, Door
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.buttons import ButtonView, buttons
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class WayView:
    """What may be behind a door, with its links."""

    id: str
    say: Text
    platforms: tuple[ButtonView, ...]


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door of the home page; it leads to ``target``, or to a place on each platform."""

    id: str
    danger: bool
    title: Text
    text: Text | None
    target: str | None
    platforms: tuple[ButtonView, ...]
    ways: tuple[WayView, ...]


def home(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the home page: the doors."""
    doors = [_door(catalogue, door, writer) for door in catalogue.doors.values()]
    return page_from(catalogue, PageId.HOME, "home.md", writer, edit, doors=doors)


def _door(catalogue: Catalogue, door: Door, writer: Writer) -> DoorView:
    return DoorView(
        id=door.id,
        danger=door.danger,
        title=door.title,
        text=door.text,
        target=writer.here.resolve(door.to) if door.to else None,
        platforms=buttons(catalogue, door.each_platform, writer) if door.each_platform else (),
        ways=tuple(WayView(way.id, way.say, buttons(catalogue, way.each_platform, writer)) for way in door.ways),
    )
