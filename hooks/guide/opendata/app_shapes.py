"""Shapes of platforms: places, settings, forms, plans, labels and rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from guide.opendata.base import Key, Said, Shape, Sources, Words


class MenuPath(Shape):
    """A way through the menus: ids in labels.json, or ``{"icon": …}`` for a sign without words."""

    devices: tuple[str, ...]
    path: tuple[str | Mapping[str, Any], ...]
    note: Key | None
    sources: Sources


class Surface(Shape):
    """A place on a platform: how to report what stands there, and whether its author learns of it."""

    id: str
    name: Key
    report: tuple[MenuPath, ...]
    instead: Key | None
    who_can: str
    author_learns: str
    learns_how: Words
    sources: Sources


class Setting(Shape):
    """A setting that protects, or a form outside the menus; whether the other person learns of it."""

    id: str
    text: Key
    url: str | None = None
    path: tuple[str | Mapping[str, Any], ...] = ()
    author_learns: str
    learns_how: Words
    sources: Sources


class Choice(Shape):
    """What to choose in the report menu, on some surfaces or on all."""

    id: str
    path: tuple[str | Mapping[str, Any], ...]
    surfaces: tuple[str, ...]
    note: Key | None
    sources: Sources


class Plan(Shape):
    """What a platform does about a threat; ``rules`` are ids in rules.json."""

    threat: str
    page: str
    surfaces: tuple[str, ...]
    choose: tuple[Choice, ...]
    choose_instead: Key | None
    rules: tuple[str, ...]
    target_report: str
    say: Key
    sources: Sources


class Platform(Shape):
    """A platform: its places, settings and forms, and a plan for each threat."""

    id: str
    page: str
    name: str
    owner: str
    surfaces: tuple[Surface, ...]
    protections: tuple[Setting, ...]
    forms: tuple[Setting, ...]
    after: tuple[Said, ...]
    plans: tuple[Plan, ...]


class Label(Shape):
    """A label of a menu: its words, and for each language the sources in which it was seen."""

    id: str
    platform: str
    label: str
    words: Mapping[str, tuple[str, ...]]
    seen: Mapping[str, Sources]
    newest_copy: Annotated[Mapping[str, str], Field(description="Date of the newest of these copies, or 'undated'.")]
    sure: Annotated[Mapping[str, str], Field(description="'low': never without the English words.")]
    under: str | None
    position: int | None
    meaning: Key | None
    look_for: Key | None


class Rule(Shape):
    """A rule of a platform: what it bans, what a report must supply."""

    id: str
    standard: Mapping[str, Any]
    name: Key
    bans: Key
    needs: Key | None
    target_report: str
    who: Key | None
    sources: Sources
