"""Owners of platforms: what belongs to one company stands on no page of another company's platform.

A text that all platforms share and that names one company must say whose it is; otherwise whoever adds a platform would
publish a false name without seeing it, or the text would have to vanish without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from guide.deciding.owners import SHARED, is_of
from guide.deciding.plan import GENERAL
from guide.model import Catalogue, CopyLine, PlanEntry, Platform, Step, Threat
from guide.model.fault import Fault
from guide.model.helping import HelpItem
from guide.model.reference import Reference
from guide.model.text import RunKind, Text, walk_runs
from guide.model.threat import Near, Note, StageFrame
from guide.model.walk import Leaf, Loc, leaves, records
from guide.reading.load import Loaded, Place

#: Parts of a threat that its plans show; what else it says stands on its own page, which is of all platforms.
_ON_PLANS = frozenset({"right_if", "near", "notes", "order_why", "avoid", "now", "steps", "texts", "whom"})
#: What the plan for who does not know shows besides: it has no page of its own.
_ON_GENERAL = _ON_PLANS | {"what", "signs", "examples", "leads_to", "strengthens", "weakens"}
#: How a text becomes one for all owners.
_MEND = "write {{owner}} or {{platform}}, leave the name out, or say 'owner: {owner}' where the record takes it"


def check_owners(loaded: Loaded) -> Iterator[Fault]:
    """Yield what names another owner than the platform's on whose pages it stands, and owners that nothing reads."""
    yield from _idle(loaded)
    told: set[tuple[str, str, Loc]] = set()
    for name, platform in loaded.catalogue.platforms.items():
        yield from _rules(loaded, name, platform)
        others = _Others(loaded.catalogue, platform)
        if not others:
            continue
        for collection, key, leaf in _shown(loaded.catalogue, platform):
            here = (collection, key, leaf.loc)
            if here not in told and (found := others.named(leaf.value)):
                told.add(here)
                words, owner = found
                message = f"this stands on pages of {platform.name} and names {words}, which is not {platform.owner}'s"
                place = loaded.places[collection, key]
                yield place.fault(leaf.loc, "other-owner", message, _MEND.format(owner=owner))


def _shown(catalogue: Catalogue, platform: Platform) -> Iterator[tuple[str, str, Leaf]]:
    """Yield every text that ``platform`` shares with others and shows: collection, id, the text."""
    for collection, key, record, fields, entry in _shared(catalogue, platform):
        skipped = tuple(_skipped(record, platform, entry))
        for leaf in leaves(record):
            left_out = (fields and leaf.loc[0] not in fields) or any(leaf.loc[: len(loc)] == loc for loc in skipped)
            if isinstance(leaf.value, Text) and not left_out:
                yield collection, key, leaf


class _Others:
    """What belongs to others than the owner of a platform, by name: companies, their platforms, routes, decisions."""

    def __init__(self, catalogue: Catalogue, platform: Platform) -> None:
        names: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        for other in catalogue.platforms.values():
            if other.owner != platform.owner:
                names |= {other.owner: other.owner, other.name: other.owner}
        for route in catalogue.routes.values():
            if route.owner and not is_of(route.owner, platform.owner):
                names[route.name.words.partition(" (")[0]] = route.owner
                self._targets[f"route:{route.id}"] = route.owner
        for decision in catalogue.decisions.values():
            owners = {catalogue.platforms[item].owner for item in decision.platforms}
            if platform.owner not in owners:
                self._targets[f"decision:{decision.id}"] = min(owners)
        self._names: Mapping[str, str] = names
        longest = sorted(names, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if names else None

    def __bool__(self) -> bool:
        return bool(self._names or self._targets)

    def named(self, text: Text) -> tuple[str, str] | None:
        """Return what ``text`` names, or leads to, of another owner's, with that owner."""
        if self._pattern and (found := self._pattern.search(text.words)):
            return found.group(), self._names[found.group()]
        for run in walk_runs(text.runs):
            if run.kind is RunKind.LINK and (to := Reference.parse(run.target)):
                target = f"{to.kind}:{to.name}"
                if owner := self._targets.get(target):
                    return target, owner
        return None


def _shared(
    catalogue: Catalogue, platform: Platform
) -> Iterator[tuple[str, str, Any, frozenset[str], PlanEntry | None]]:
    """Yield what ``platform`` shares: collection, id, record, the fields that it shows (none: all), its own entry."""
    yield "general", "", catalogue.general, _ON_GENERAL, platform.general
    for name, entry in platform.threats.items():
        yield "threats", name, catalogue.threats[name], _ON_PLANS, entry
    yield "plan", "", catalogue.plan, frozenset(), None
    yield "other_way", "", catalogue.other_way, frozenset(), None
    yield "trees", platform.tree, catalogue.trees[platform.tree], frozenset(), None
    yield "whom", "", catalogue.whom, frozenset(), None


def _skipped(record: Any, platform: Platform, entry: PlanEntry | None) -> Iterator[Loc]:
    """Yield the places in ``record`` that the pages of ``platform`` leave out, or replace by what is said elsewhere."""
    if entry and entry.texts:
        yield ("texts",)
    for loc, item in records(record):
        if _left_out(item, platform, entry):
            yield loc
        elif isinstance(item, (Step, Note, StageFrame)):
            yield from ((*loc, *name) for name in _replaced(item, platform.owner))
        elif isinstance(item, Threat):
            yield from (("whom", who.value) for who, owner in item.whom_of.items() if not is_of(owner, platform.owner))


def _left_out(item: Any, platform: Platform, entry: PlanEntry | None) -> bool:
    """Return whether the pages of ``platform`` leave ``item`` out whole."""
    match item:
        case Near():
            return item.plan not in platform.threats
        case CopyLine():
            return bool(entry and item.rule and item.rule not in entry.rules)
        case HelpItem():
            return not is_of(item.owner, platform.owner)
        case _:
            return False


def _replaced(item: Step | Note | StageFrame, owner: str) -> Iterator[Loc]:
    """Yield the fields of ``item`` that platforms of ``owner`` do not show; nothing of it where that is ()."""
    if is_of(item.owner, owner):
        yield ("elsewhere",)
    elif isinstance(item, StageFrame):
        yield ("intro",)
    elif item.elsewhere is None:
        yield ()
    elif isinstance(item, Note):
        yield ("text",)
    else:
        yield from ((name,) for name in ("do", "more", "learns_how") if getattr(item.elsewhere, name))


def _rules(loaded: Loaded, name: str, platform: Platform) -> Iterator[Fault]:
    policies = loaded.catalogue.policies
    entries = [((GENERAL,), platform.general), *((("threats", key), item) for key, item in platform.threats.items())]
    for loc, entry in entries:
        for position, rule in enumerate(entry.rules):
            if policies[rule].owner != platform.owner:
                message = f"the rule '{rule}' is {policies[rule].owner}'s, and {platform.name} is {platform.owner}'s"
                mend = "name rules of its owner, or none"
                yield loaded.places["platforms", name].fault((*loc, "rules", position), "other-owner", message, mend)


def _idle(loaded: Loaded) -> Iterator[Fault]:
    for collection, _, record, place in loaded.records():
        if isinstance(record, Threat):
            for who in record.whom_of.keys() - record.whom.keys():
                message = f"nothing is said to '{who}' under 'whom'"
                yield place.fault(("whom_of", who.value), "idle-field", message, "delete it here", key=True)
        if collection in SHARED:
            continue
        for loc, item in records(record):
            if isinstance(item, (Step, HelpItem)) and item.owner:
                yield _idle_fault(place, loc)


def _idle_fault(place: Place, loc: Loc) -> Fault:
    message = "this stands in no plan that platforms of several owners share"
    return place.fault((*loc, "owner"), "idle-field", message, "delete it here")
