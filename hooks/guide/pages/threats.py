"""``/threats/`` and ``/threats/<id>/``: how to recognise a threat, and which rule it breaks on each platform."""

from __future__ import annotations

from dataclasses import dataclass

from guide.deciding.owners import is_of
from guide.model import Catalogue, Threat
from guide.model.roles import GuardRole
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import precedents, source_view, step_view
from guide.writing.numbers import owners_of
from guide.writing.render import Writer, render


@dataclass(frozen=True, slots=True)
class ThreatGroup:
    """A group of threats."""

    id: str
    name: Text
    threats: tuple[Threat, ...]


@dataclass(frozen=True, slots=True)
class RulesOnPlatform:
    """What a threat breaks on one platform, and whose report counts there."""

    id: str
    name: str
    owner: str
    target: str
    say: Text
    target_report: str
    rules: tuple[step_view.RuleView, ...]


def threats(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of threats, in their groups."""
    groups = [
        ThreatGroup(group.id.value, group.name, tuple(t for t in catalogue.threats.values() if t.group is group.id))
        for group in catalogue.groups.values()
    ]
    return page_from(catalogue, PageId.THREATS, "threats.md", writer, edit, groups=groups)


def threat(catalogue: Catalogue, item: Threat, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of a threat: how to recognise it, and which rule it breaks on each platform."""
    code = writer.language.code
    platforms = []
    rule_names: list[str] = []
    for platform in catalogue.platforms.values():
        entry = platform.threats.get(item.id)
        if entry is None:
            continue
        rule_names += entry.rules
        platforms.append(
            RulesOnPlatform(
                id=platform.id,
                name=platform.name,
                owner=platform.owner,
                target=f"plan:{platform.id}/{item.id}",
                say=entry.say,
                target_report=entry.target_report.value,
                rules=tuple(step_view.rule(catalogue.policies[n], code) for n in entry.rules),
            )
        )
    covering = [catalogue.platforms[item.id] for item in platforms]
    writer = writer.with_values(owners_of(covering))
    notes = tuple(note for note in item.notes if any(is_of(note.owner, platform.owner) for platform in covering))
    rules = [catalogue.policies[name] for name in dict.fromkeys(rule_names)]
    named = [*source_view.named_sources(tuple(rules)), *source_view.named_sources(notes), *item.sources]
    if item.honest:
        named += item.honest.sources
    named += [name for decision in precedents.decisions_for(catalogue, item.id) for name in decision.sources]
    body = render(
        "threat.md",
        writer,
        title=writer.m(item.name),
        threat=item,
        notes=notes,
        guard=catalogue.guard(GuardRole.AGE),
        platforms=platforms,
        rules=[step_view.rule(entry, code) for entry in rules],
        decisions=precedents.decisions_for(catalogue, item.id),
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"threats/{item.id}/",
        kind="threat",
        title=writer.plain(item.name),
        title_lang=writer.foreign(item.name),
        tab=f"{writer.plain(catalogue.interface['threat-tab'])} · {writer.plain(item.tab)}",
        description=writer.plain(item.hint),
        body=body,
        edit=edit,
        words=writer.plain(item.words),
        headings=(writer.plain(catalogue.interface["signs-title"]),),
        lastmod=max((str(catalogue.sources[name].checked) for name in named), default=""),
        stale=writer.stale,
        missing=writer.missing,
    )
