"""The sources of a page: which it rests on, and what their list shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guide.deciding.plan import Plan
from guide.model import (
    Catalogue,
    Policy,
    Record,
)


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in the list of a page."""

    id: str
    title: str
    publisher: str
    url: str | None
    kind: str
    how: str
    copy_read: str
    checked: dt.date
    language: str


def sources(catalogue: Catalogue, names: Iterable[str]) -> list[SourceView]:
    """Return the sources of a page, each once, in the order in which they are first named."""
    out = []
    for name in dict.fromkeys(names):
        item = catalogue.sources[name]
        out.append(
            SourceView(
                id=item.id,
                title=item.title,
                publisher=item.publisher,
                url=item.url,
                kind=item.kind.value,
                how=item.how.value,
                copy_read=item.copy_read,
                checked=item.checked,
                language=item.language,
            )
        )
    return out


def named_sources(value: Any) -> list[str]:
    """Return every source that ``value`` and what it holds name, in order."""
    out: list[str] = []
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            out += inner if name in ("sources", "state_sources") else named_sources(inner)
    elif isinstance(value, Mapping):
        for inner in value.values():
            out += named_sources(inner)
    elif isinstance(value, tuple):
        for inner in value:
            out += named_sources(inner)
    return out


def plan_sources(plan: Plan, rules: Iterable[Policy]) -> list[str]:
    """Return the ids of the sources that ``plan`` rests on, that of the rules first; an id can stand twice."""
    names = [plan.platform.rules_source]
    for value in (
        plan.threat.notes,
        plan.threat.honest,
        plan.choices,
        plan.surfaces,
        plan.forms,
        plan.platform.after,
        tuple(rules),
    ):
        if value:
            names += named_sources(value)
    names += [name for stage in plan.stages for item in stage.steps for name in item.sources]
    names += [*plan.entry.sources, *plan.threat.sources]
    return names
