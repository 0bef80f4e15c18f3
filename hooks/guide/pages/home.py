"""``/``: the doors."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue
from guide.model.reference import Reference
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class ButtonView:
    """A platform by its name, and where its button leads."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door of the home page; it leads to ``target``, or to a place on each platform."""

    id: str
    danger: bool
    title: Text
    text: Text
    target: str | None
    platforms: tuple[ButtonView, ...]


def home(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the home page: the doors."""
    doors = []
    for door in catalogue.doors.values():
        target = writer.here.resolve(door.to) if door.to else None
        platforms: list[ButtonView] = []
        if door.each_platform:
            to = Reference.parse(door.each_platform)
            assert to is not None
            for platform in catalogue.platforms.values():
                if to.kind == "platform":
                    platforms.append(ButtonView(platform.name, writer.here.to(f"{platform.id}/")))
                elif to.name in platform.threats:
                    platforms.append(ButtonView(platform.name, writer.here.to(f"{platform.id}/{to.name}/")))
        doors.append(
            DoorView(
                id=door.id,
                danger=door.danger,
                title=door.title,
                text=door.text,
                target=target,
                platforms=tuple(platforms),
            )
        )
    return page_from(catalogue, PageId.HOME, "home.md", writer, edit, doors=doors)
