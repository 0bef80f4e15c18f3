"""Small views that several kinds of page share: menu paths, steps, protections, rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from guide.deciding.label_age import is_old, newest_copy
from guide.model import (
    Catalogue,
    MenuPath,
    Policy,
    Protection,
    Step,
)
from guide.model.text import Text
from guide.model.whom import Whom
from guide.writing.label_view import LabelView, label, labels
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class MenuView:
    """A menu path with its devices, its age and its note; ``surfaces`` are the places it holds for, where told."""

    path: tuple[LabelView, ...]
    device: tuple[str, ...]
    older: bool
    date: Markup
    note: Text | None
    surfaces: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class StepView:
    """A step; ``only`` are classes of who it is for, ``learns`` whether the author learns of it (empty: not told)."""

    anchor: str
    role: str
    who_reports: bool
    do: Text
    more: Text | None
    only: str
    path: tuple[LabelView, ...]
    link: str | None
    link_words: str
    learns: str
    learns_how: Text | None


@dataclass(frozen=True, slots=True)
class ProtectionView:
    """A protection that stands beside the steps."""

    do: Text
    more: Text | None
    path: tuple[LabelView, ...]
    learns: str
    learns_how: Text | None


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule of ``owner``'s; ``standard`` is the name of its standard, in ``lang``."""

    id: str
    standard: str
    lang: str
    name: Text
    bans: Text
    needs: Text | None
    escalation: bool
    who: Text | None
    owner: str


def menu(catalogue: Catalogue, way: MenuPath | Any, writer: Writer) -> MenuView:
    """Return a menu path with its devices, its age and its note."""
    day = newest_copy(catalogue, way.sources)
    return MenuView(
        path=labels(way.path, writer.language.code),
        device=tuple(device.value for device in getattr(way, "device", ())),
        older=is_old(day),
        date=writer.date(day),
        note=way.note,
    )


def only(whom: Iterable[Whom]) -> str:
    """Return the classes of what is read for some people only; empty for everybody."""
    names = [f"for-{who.value}" for who in whom]
    return f" only {' '.join(names)}" if names else ""


def step(item: Step, writer: Writer, *, outward: bool = False, prefix: str = "") -> StepView:
    """Return a step; ``outward`` ones say what the author learns even when that is nothing."""
    learns = item.author_learns.value if item.author_learns else ""
    return StepView(
        anchor=prefix + item.id,
        role=item.role.value if item.role else "",
        who_reports=item.who_reports,
        do=item.do,
        more=item.more,
        only=only(item.whom),
        path=labels(item.path, writer.language.code),
        link=item.link,
        link_words=shown_address(item.link) if item.link else "",
        learns=learns if learns != "no" or outward else "",
        learns_how=item.learns_how,
    )


def protection(item: Protection, writer: Writer) -> ProtectionView:
    """Return a protection that stands beside the steps."""
    return ProtectionView(
        do=item.do,
        more=item.more,
        path=labels(item.path, writer.language.code),
        learns=item.author_learns.value,
        learns_how=item.learns_how,
    )


def shown_address(url: str) -> str:
    """Return an address without its scheme, as people read it."""
    return url.removeprefix("https://").removesuffix("/")


def rule(item: Policy, language: str) -> RuleView:
    """Return a rule with the name of its standard in the language of the page where one was seen."""
    shown = label(item.standard, language)
    return RuleView(
        id=item.id,
        standard=shown.words,
        lang=shown.lang,
        name=item.name,
        bans=item.bans,
        needs=item.needs,
        escalation=item.escalation,
        who=item.who,
        owner=item.owner,
    )
