"""The guide as the platforms of one company show it: nothing of another company's stands on their pages.

What a record says of one company alone names it under ``owner``. A step may say something else elsewhere; whatever else
is another's is left out. Names that nobody marked are refused by the check (``checking/owners.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from guide.model import Catalogue, Step, StepUse, Threat
from guide.model.base import Record
from guide.model.helping import HelpItem
from guide.model.threat import Note, StageFrame
from guide.model.walk import Same

#: Records that platforms of several owners share.
SHARED = ("threats", "general", "plan", "whom", "other_way")


def is_of(owner: str | None, platform_owner: str) -> bool:
    """Return whether something of ``owner`` stands on platforms of ``platform_owner``; what is nobody's does on all."""
    return owner is None or owner == platform_owner


def for_owner(catalogue: Catalogue, owner: str) -> Catalogue:
    """Return ``catalogue`` as the platforms of ``owner`` show it; itself where no platform is another's."""
    if all(platform.owner == owner for platform in catalogue.platforms.values()):
        return catalogue
    return _for_owner(Same(catalogue), owner)


# Checks, pages and paper ask for the same few.
@lru_cache(maxsize=8)
def _for_owner(same: Same, owner: str) -> Catalogue:
    catalogue: Catalogue = same.record
    left = frozenset(step.id for step in catalogue.plan.steps if _gone(step, owner))
    own: dict[str, Any] = {name: _owned(getattr(catalogue, name), owner, left) for name in SHARED}
    routes = {name for name, route in catalogue.routes.items() if is_of(route.owner, owner)}
    own["threats"] = {name: _served(threat, routes, owner) for name, threat in own["threats"].items()}
    own["general"] = _served(own["general"], routes, owner)
    # A decision belongs to whoever owns the platforms on which it was made.
    own["decisions"] = {
        name: decision
        for name, decision in catalogue.decisions.items()
        if any(catalogue.platforms[item].owner == owner for item in decision.platforms)
    }
    return catalogue.model_copy(update=own)


def _served(threat: Threat, routes: set[str], owner: str) -> Threat:
    """Return ``threat`` with the routes that serve there, and with what is said to single readers there."""
    told = {who: text for who, text in threat.whom.items() if is_of(threat.whom_of.get(who), owner)}
    return threat.model_copy(update={"routes": tuple(name for name in threat.routes if name in routes), "whom": told})


def _gone(value: Any, owner: str) -> bool:
    return isinstance(value, (Step, Note, HelpItem)) and not (is_of(value.owner, owner) or _elsewhere(value))


def _elsewhere(value: Any) -> Any:
    return getattr(value, "elsewhere", None)


def _owned(value: Any, owner: str, left: frozenset[str]) -> Any:
    """Return ``value`` without what is another owner's; ``left`` are ids of shared steps that are left out."""
    if isinstance(value, tuple):
        kept = [item for item in value if not _gone(item, owner)]
        return tuple(_owned(item, owner, left) for item in kept if not (isinstance(item, StepUse) and item.use in left))
    if isinstance(value, Mapping):
        return {key: _owned(item, owner, left) for key, item in value.items()}
    if not isinstance(value, Record):
        return value
    if isinstance(value, Step) and not is_of(value.owner, owner) and (said := value.elsewhere):
        # The step keeps id and role, so that pages, paper and anchors find it; what was read is not of this company.
        own = {name: getattr(said, name) or getattr(value, name) for name in ("do", "more", "learns_how")}
        read = {"path": (), "link": None, "by_hand": None, "sources": (), "facts": ()}
        return value.model_copy(update={**own, **read})
    if isinstance(value, Note) and not is_of(value.owner, owner):
        return value.model_copy(update={"text": value.elsewhere})
    if isinstance(value, StageFrame) and not is_of(value.owner, owner):
        return value.model_copy(update={"intro": value.elsewhere})
    new = {name: _owned(getattr(value, name), owner, left) for name in type(value).model_fields}
    return value.model_copy(update=new)
