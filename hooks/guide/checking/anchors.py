"""Places on a page that references name after ``#``: they exist, on every page that the reference can lead to.

A place comes from a record (a stage, a part, a step) or stands in the template of the page. What a template writes only
sometimes is no place that a text may count on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from guide.checking.complete import WRITTEN_BY_HAND
from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, STAGES, compose
from guide.deciding.tree import CHOSEN, expand
from guide.model import Catalogue, Platform
from guide.model.fault import Fault, nearest
from guide.model.line import LineKind
from guide.model.reference import EACH, HOW_PAGE, OTHER_WAY, AnyRef, Reference
from guide.model.roles import TreeRole
from guide.model.text import RunKind, Text, walk_runs
from guide.model.vocabulary import PageId, PlanPart, SourceKind, Stage
from guide.model.walk import Leaf, leaves
from guide.reading.load import Loaded

#: Templates of the pages; that of a page made from data alone is called like the page.
TEMPLATES = Path(__file__).parent.parent / "pages"
#: What opens and closes a part of a template that is written only sometimes, or many times.
_OPENS, _CLOSES = ("if", "for", "macro", "call"), ("endif", "endfor", "endmacro", "endcall")
_PIECE = re.compile(
    r"\{%-?\s*(?P<word>\w+)(?:\s+\"(?P<file>[^\"]+)\")?.*?%\}|\{#(?P<heading>[a-z0-9-]+)\}|\sid=\"(?P<id>[a-z0-9-]+)\""
)


@cache
def always_in(template: str) -> frozenset[str]:
    """Return the ids that every page made by ``template`` has."""
    path, depth = TEMPLATES / template, 0
    found: set[str] = set()
    for piece in _PIECE.finditer(path.read_text(encoding="utf-8") if path.is_file() else ""):
        if piece["word"] in _OPENS:
            depth += 1
        elif piece["word"] in _CLOSES:
            depth -= 1
        elif depth == 0 and piece["word"] == "include":
            found |= always_in(piece["file"])
        elif depth == 0 and (name := piece["heading"] or piece["id"]):
            found.add(name)
    return frozenset(found)


#: Parts of a country's page that stand where the country has something in the field of that name.
_PARTS = ("warnings", "local", "names", "works", "beyond", "laws", "missing")
#: Pages of lines.
_LINES = {PageId.CARE: LineKind.CRISIS, PageId.MONEY: LineKind.MONEY}
#: Templates that make several pages.
_TEMPLATES = {PageId.SECONDARY.value: "sources.md", **{page.value: "lines.md" for page in _LINES}}


class Anchors:
    """The places that references may name, by what they refer to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, reference: Reference) -> frozenset[str]:
        """Return the places of every page that ``reference`` can lead to; empty for what has none to name."""
        catalogue, name = self._catalogue, reference.name
        match reference.kind:
            case "page":
                return always_in(_TEMPLATES.get(name, f"{name}.md")) | self._pages.get(PageId(name), frozenset())
            case "plan":
                return _common(self._plan(platform, threat) for platform, threat in self._plans(name))
            case "platform":
                wanted = catalogue.platforms.values() if name == EACH else [catalogue.platforms[name]]
                return always_in("tree.md") | {OTHER_WAY} | _common(self._tree(platform) for platform in wanted)
            case "threat":
                return always_in("threat.md")
            case "country":
                country = catalogue.countries[name]
                warnings = {f"warning-{item.id}" for item in country.warnings}
                return always_in("country.md") | warnings | {part for part in _PARTS if getattr(country, part)}
            case "result":
                return always_in("result.md")
            case "route":
                route = catalogue.routes[name]
                parts = [part for part in route.parts if not part.how]
                here = always_in("route.md") | _ids(parts) | _ids(step for part in parts for step in part.steps)
                return here | {HOW_PAGE} if route.has_how else here
            case _:
                return frozenset()

    def _plans(self, name: str) -> Iterator[tuple[Platform, str]]:
        platform_id, _, own = name.rpartition("/")
        for platform in self._catalogue.platforms.values():
            if platform_id in ("", platform.id):
                names = platform.threats if own == CHOSEN else [own]
                yield from ((platform, threat) for threat in names if threat == GENERAL or threat in platform.threats)

    def _plan(self, platform: Platform, threat: str) -> frozenset[str]:
        plan = compose(for_owner(self._catalogue, platform.owner), platform, threat)
        now = [stage for stage in plan.stages if stage.stage in STAGES[PlanPart.NOW]]
        stages = (stage.stage.value for stage in now)
        shared = _ids(self._catalogue.plan.steps)
        steps = [step for stage in now if stage.stage is not Stage.PROTECT for step in stage.steps]
        # What to write and who helps whatever happened is on another page of the plan.
        told = (Stage.WRITE, Stage.BEYOND)
        elsewhere = [step for stage in now if stage.stage in told for step in stage.steps if step.id in shared]
        here = (
            always_in("plan.md")
            | frozenset(stages)
            | (_ids(steps) - _ids(elsewhere))
            | {f"text-{text.id}" for text in plan.texts}
        )
        # On its other pages, what every plan has there.
        return here | {"next", "refused", "block", "care", "sources"}

    def _tree(self, platform: Platform) -> frozenset[str]:
        return _ids(expand(self._catalogue, self._catalogue.trees[platform.tree], platform).nodes)

    def _lines(self, kind: LineKind) -> frozenset[str]:
        found = [line for line in self._catalogue.lines.values() if line.kind is kind]
        return _ids(found) | {line.country for line in found}

    @cached_property
    def _pages(self) -> dict[PageId, frozenset[str]]:
        data = self._catalogue
        urgent, evidence, tree = data.urgent, data.evidence, data.tree(TreeRole.PROTOCOL)
        return {
            PageId.HOME: frozenset(data.doors),
            PageId.URGENT: _ids(urgent.parts) | _ids(step for part in urgent.parts for step in part.steps) | {"lines"},
            PageId.APPEAL: frozenset(data.platforms) | _ids(data.appeal.tried),
            PageId.HELPING: _ids(data.helping.parts),
            PageId.THREATS: frozenset(group.value for group in data.groups),
            PageId.ROUTES: frozenset(route.kind.value for route in data.routes.values()),
            PageId.ESCALATE: frozenset(data.tree(TreeRole.ADVICE).questions) | _formerly(data),
            PageId.RULES: _ids(data.rules.chains) | {f"rule-{rule.id}" for rule in data.rules.rules},
            PageId.DECISIONS: frozenset(data.decisions),
            PageId.PROTOCOL: _ids(data.protocol.steps) | {f"ask-{name}" for name in tree.questions},
            PageId.EVIDENCE: _ids(evidence.capture)
            | {f"hash-{system.id}" for system in evidence.hash_systems}
            | {f"on-{name}" for name in data.platforms},
            PageId.GOALS: _ids(target for goal in data.goals.goals for target in goal.targets),
            PageId.PRINT: frozenset(data.platforms),
            **{page: self._lines(kind) for page, kind in _LINES.items()},
            PageId.SOURCES: _sources(data, SourceKind.PRIMARY),
            PageId.SECONDARY: _sources(data, SourceKind.SECONDARY, SourceKind.PROGRAM),
            PageId.GLOSSARY: frozenset(data.terms),
        }


def _sources(data: Catalogue, *kinds: SourceKind) -> frozenset[str]:
    return frozenset(name for name, source in data.sources.items() if source.kind in kinds)


def _formerly(data: Catalogue) -> frozenset[str]:
    return frozenset(name for result in data.results.values() for name in result.formerly)


def _ids(items: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(item.id) for item in items)


def _common(places: Iterable[frozenset[str]]) -> frozenset[str]:
    found = list(places)
    return frozenset.intersection(*found) if found else frozenset()


def check_anchors(loaded: Loaded) -> Iterator[Fault]:
    """Yield references to places that a page does not have. What references name exists: that is checked before.

    Those of hand-written pages are told by :func:`check_hand_written`, which knows their text.
    """
    anchors = Anchors(loaded.catalogue)
    yield from _unknown(loaded, lambda found: None if _is_by_hand(found) else anchors.of(found))


def check_hand_written(loaded: Loaded, places: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """Yield references to places that a hand-written page does not have; ``places`` are their ids by page."""
    yield from _unknown(loaded, lambda found: places.get(found.name) if _is_by_hand(found) else None)


def _is_by_hand(reference: Reference) -> bool:
    return reference.kind == "page" and PageId(reference.name) in WRITTEN_BY_HAND


def _unknown(loaded: Loaded, places_of: Callable[[Reference], frozenset[str] | None]) -> Iterator[Fault]:
    for _, _, record, place in loaded.records():
        for leaf in leaves(record):
            for target in _targets(leaf):
                reference = Reference.parse(target)
                if reference is None or not reference.anchor:
                    continue
                known = places_of(reference)
                if known is not None and reference.anchor not in known:
                    bare = target.partition("#")[0]
                    yield place.fault(
                        leaf.loc,
                        "unknown-anchor",
                        f"'{bare}' has no place '{reference.anchor}' on every page that it leads to",
                        nearest(reference.anchor, known) or f"write '{bare}', or an id that stands there",
                    )


def _targets(leaf: Leaf) -> Iterator[str]:
    if isinstance(leaf.value, Text):
        yield from (run.target for run in walk_runs(leaf.value.runs) if run.kind is RunKind.LINK)
    elif any(isinstance(mark, AnyRef) for mark in leaf.marks):
        yield str(leaf.value)
