"""Platforms with their plans, the labels of their menus, and the rules that they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guide.deciding.label_age import newest_copy
from guide.deciding.plan import GENERAL
from guide.model import Catalogue
from guide.model import Label as OurLabel
from guide.model import Platform as OurPlatform
from guide.model import Surface as OurSurface
from guide.model.label import LABEL_LANGUAGES, MenuLabel, NamedLabel, Worded
from guide.model.platform import Choice as OurChoice
from guide.model.platform import Form, PlanEntry, Protection
from guide.model.vocabulary import PlanPart
from guide.opendata.app_shapes import Choice, Label, MenuPath, Plan, Platform, Rule, Setting, Surface
from guide.opendata.help import said
from guide.opendata.words import AllWords
from guide.writing.links import plan_path


def platforms(catalogue: Catalogue, words: AllWords) -> list[Platform]:
    """Return every platform, its plans in the order of the threats' ids."""
    return [_platform(platform, words) for platform in catalogue.platforms.values()]


def labels(catalogue: Catalogue, words: AllWords) -> list[Label]:
    """Return the labels of every platform."""
    return [
        _label(catalogue, platform, name, label, words)
        for platform in catalogue.platforms.values()
        for name, label in platform.labels.items()
    ]


def rules(catalogue: Catalogue, words: AllWords) -> list[Rule]:
    """Return the rules of the platforms."""
    return [
        Rule(
            id=rule.id,
            standard=_worded(rule.standard),
            name=words.key(rule.name),
            bans=words.key(rule.bans),
            needs=words.maybe(rule.needs),
            target_report=rule.target_report.value,
            who=words.maybe(rule.who),
            sources=rule.sources,
        )
        for rule in catalogue.policies.values()
    ]


def _platform(platform: OurPlatform, words: AllWords) -> Platform:
    plans = [(GENERAL, platform.general), *sorted(platform.threats.items())]
    return Platform(
        id=platform.id,
        page=f"{platform.id}/",
        name=platform.name,
        owner=platform.owner,
        surfaces=tuple(_surface(surface, words) for surface in platform.surfaces),
        protections=tuple(_setting(item, words) for item in platform.protections),
        forms=tuple(_setting(item, words) for item in platform.forms),
        after=said(words, platform.after),
        plans=tuple(_plan(platform, threat, entry, words) for threat, entry in plans),
    )


def _surface(surface: OurSurface, words: AllWords) -> Surface:
    return Surface(
        id=surface.id,
        name=words.key(surface.name),
        report=tuple(
            MenuPath(
                devices=tuple(device.value for device in way.device),
                path=_path(way.path),
                note=words.maybe(way.note),
                sources=way.sources,
            )
            for way in surface.report
        ),
        instead=words.maybe(surface.instead),
        who_can=surface.who_can.value,
        author_learns=surface.author_learns.value,
        learns_how=words.words(surface.learns_how),
        sources=surface.sources,
    )


def _setting(item: Protection | Form, words: AllWords) -> Setting:
    return Setting(
        id=item.id,
        text=words.key(item.do if isinstance(item, Protection) else item.name),
        url=None if isinstance(item, Protection) else item.url,
        path=_path(item.path) if isinstance(item, Protection) else (),
        author_learns=item.author_learns.value,
        learns_how=words.words(item.learns_how),
        sources=item.sources,
    )


def _plan(platform: OurPlatform, threat: str, entry: PlanEntry, words: AllWords) -> Plan:
    return Plan(
        threat=threat,
        page=plan_path(f"{platform.id}/{threat}", PlanPart.NOW),
        surfaces=entry.surfaces,
        choose=tuple(_choice(item, words) for item in entry.choose),
        choose_instead=words.maybe(entry.choose_instead),
        rules=entry.rules,
        target_report=entry.target_report.value,
        say=words.key(entry.say),
        sources=entry.sources,
    )


def _choice(item: OurChoice, words: AllWords) -> Choice:
    return Choice(
        id=item.id,
        path=_path(item.path),
        surfaces=item.surfaces,
        note=words.maybe(item.note),
        sources=item.sources,
    )


def _label(catalogue: Catalogue, platform: OurPlatform, name: str, label: MenuLabel, words: AllWords) -> Label:
    seen = {code: sources for code, sources in label.seen.items() if sources}
    return Label(
        id=f"{platform.id}/{name}",
        platform=platform.id,
        label=name,
        words=_worded(label),
        seen=seen,
        newest_copy={code: newest_copy(catalogue, sources) for code, sources in seen.items()},
        sure={code: label.sure_of(code).value for code in label.languages},
        under=label.under,
        position=label.position,
        meaning=words.maybe(label.meaning),
        look_for=words.maybe(label.look_for),
    )


def _path(path: Iterable[OurLabel]) -> tuple[str | Mapping[str, Any], ...]:
    return tuple(item.named if isinstance(item, NamedLabel) else _sign(item) for item in path)


def _sign(item: OurLabel) -> Mapping[str, Any]:
    return {"icon": item.icon.value} if item.icon else _worded(item)


def _worded(item: Worded) -> dict[str, tuple[str, ...]]:
    return {code: item.wordings(code) for code in LABEL_LANGUAGES if item.wordings(code)}
