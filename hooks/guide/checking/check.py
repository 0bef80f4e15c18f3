"""Rules across files: references, links, dates, plans, trees (rules S2 to S5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.checking.anchors import check_anchors
from guide.checking.changes import check_changes
from guide.checking.codes import check_codes
from guide.checking.complete import check_complete
from guide.checking.copied import check_copied
from guide.checking.emergency import check_emergency
from guide.checking.figures import check_figures
from guide.checking.hosts import check_hosts, listed_hosts, prose_hosts
from guide.checking.labels import check_labels
from guide.checking.learns import check_learns
from guide.checking.listing import check_listing
from guide.checking.mends import of_name, with_mends
from guide.checking.names import check_names
from guide.checking.openness import check_openness
from guide.checking.plans import check_plans
from guide.checking.roles import check_roles, check_roles_of_plans
from guide.checking.safety import check_advice, check_conditions
from guide.checking.spoken import check_spoken
from guide.checking.state import check_state
from guide.checking.texts import check_contacts, check_words, official_sites
from guide.checking.trees import verify
from guide.deciding.plan import GENERAL
from guide.deciding.tree import CHOSEN
from guide.model import Catalogue, Platform, Threat, Tree
from guide.model.clock import newest_day
from guide.model.fault import DataError, Fault, nearest
from guide.model.fields import AreShown
from guide.model.places import PLACES
from guide.model.reference import EACH, AnyRef, Reference, RefTo
from guide.model.text import RunKind, Text, walk_runs
from guide.model.vocabulary import PageId, Stage
from guide.model.walk import Leaf, leaves
from guide.reading.load import Loaded, Place, quoted, read_data

#: Items of a stop list: enough to keep somebody safe, few enough to be read at once (rule P11).
FEWEST_AVOIDED, MOST_AVOIDED = 3, 6


def load(folder: Path) -> Catalogue:
    """Return the catalogue in ``folder``, checked.

    Raises:
        DataError: with every fault found.
    """
    return load_all(folder).catalogue


def load_all(folder: Path) -> Loaded:
    """Return the catalogue in ``folder`` with the places of its records; raises :class:`DataError`."""
    loaded = read_data(folder)
    if found := check(loaded, prose_hosts(folder.parent / "docs")):
        raise DataError(quoted(with_mends(found), loaded.lines))
    return loaded


def check(loaded: Loaded, in_prose: set[str] | None = None) -> list[Fault]:
    """Return every fault that only shows when all files are read; ``in_prose`` as for :func:`check_hosts`."""
    faults: list[Fault] = []
    names = _names(loaded.catalogue)
    hosts = listed_hosts(loaded.catalogue)
    official = official_sites(loaded.catalogue)
    for collection, _, record, place in loaded.records():
        faults.extend(_check_leaves(collection, record, place, names))
        for leaf in leaves(record):
            if isinstance(leaf.value, Text):
                faults.extend(check_contacts(leaf, record, place, official, hosts))
            elif any(isinstance(mark, AreShown) for mark in leaf.marks):
                faults.extend(check_words(leaf, place, official, hosts))
    faults.extend(check_copied(loaded))
    faults.extend(check_learns(loaded))
    faults.extend(check_labels(loaded))
    faults.extend(check_changes(loaded))
    faults.extend(check_hosts(loaded, in_prose))
    faults.extend(check_complete(loaded))
    faults.extend(check_roles(loaded))
    faults.extend(check_conditions(loaded))
    faults.extend(check_emergency(loaded))
    faults.extend(_check_threats(loaded))
    faults.extend(check_codes(loaded))
    faults.extend(check_names(loaded))
    faults.extend(_check_platforms(loaded))
    for name, tree in loaded.catalogue.trees.items():
        faults.extend(_check_tree(tree, loaded.places["trees", name]))
    if not faults:
        faults.extend(check_plans(loaded))
        faults.extend(check_spoken(loaded))
        faults.extend(check_roles_of_plans(loaded))
        faults.extend(check_anchors(loaded))
        faults.extend(check_state(loaded))
        faults.extend(check_advice(loaded))
        faults.extend(check_openness(loaded))
        faults.extend(check_listing(loaded))
        faults.extend(check_figures(loaded))
    return faults


def _check_tree(tree: Tree, place: Place) -> list[Fault]:
    found: list[Fault] = []

    def report(loc: tuple[int | str, ...], rule: str, message: str, mend: str) -> None:
        # A question is named by its key; everything else is a value.
        found.append(place.fault(loc, rule, message, mend, key=loc[:-1] == ("questions",)))

    verify(tree, report)
    return found


def _names(catalogue: Catalogue) -> dict[str, set[str]]:
    """Return, for each kind of reference, the names that exist."""
    plans = {f"{p.id}/{t}" for p in catalogue.platforms.values() for t in (*p.threats, GENERAL)}
    return {
        # A door of the home page that leads to the same place on each platform names none of them.
        "platform": set(catalogue.platforms) | {EACH},
        "threat": set(catalogue.threats),
        "route": set(catalogue.routes),
        "tree": set(catalogue.trees),
        "policy": set(catalogue.policies),
        "owner": {platform.owner for platform in catalogue.platforms.values()},
        "source": set(catalogue.sources),
        "guard": set(catalogue.guards),
        "term": set(catalogue.terms),
        "country": set(catalogue.countries),
        # A body may be of a country of which the guide has no page.
        "place": set(catalogue.countries) | PLACES,
        "decision": set(catalogue.decisions),
        "action": {action.id for action in catalogue.rules.actions},
        "result": set(catalogue.results),
        "step": {step.id for step in catalogue.plan.steps},
        # A label is known in the file of its platform only.
        "label": set(),
        "page": {page.value for page in PageId},
        # In trees and doors a plan is named without its platform: it exists once on each.
        "plan": plans | set(catalogue.threats) | {GENERAL, CHOSEN},
    }


def _check_leaves(collection: str, record: Any, place: Place, names: Mapping[str, set[str]]) -> Iterator[Fault]:
    local = dict(names)
    if isinstance(record, Platform):
        local["label"] = set(record.labels)
        local["surface"] = {item.id for item in record.surfaces}
        local["form"] = {item.id for item in record.forms}
        local["protection"] = {item.id for item in record.protections}
    newest = newest_day()
    named: set[tuple[object, ...]] = set()
    for leaf in leaves(record):
        if isinstance(leaf.value, Text):
            yield from _check_text(leaf, place, local)
        elif isinstance(leaf.value, dt.date) and leaf.value > newest:
            yield place.fault(leaf.loc, "future-date", f"{leaf.value} has not come yet", "write the day it was checked")
        elif leaf.loc[-1] == "copy_read" and str(leaf.value)[:4].isdigit() and str(leaf.value) > newest.isoformat():
            yield place.fault(leaf.loc, "future-date", f"{leaf.value} has not come yet", "write the date of the copy")
        for mark in leaf.marks:
            if isinstance(mark, RefTo) and leaf.loc and isinstance(leaf.loc[-1], int):
                if (here := (*leaf.loc[:-1], leaf.value)) in named:
                    message = f"'{leaf.value}' stands twice in this list"
                    yield place.fault(leaf.loc, "repeated-id", message, "delete one")
                named.add(here)
            if isinstance(mark, RefTo) and mark.kind != "question":
                yield from _check_name(leaf, mark.kind, str(leaf.value), place, local)
            elif isinstance(mark, AnyRef):
                yield from _check_target(leaf, str(leaf.value), place, local, collection)


def _check_name(leaf: Leaf, kind: str, name: str, place: Place, names: Mapping[str, set[str]]) -> Iterator[Fault]:
    if name in names[kind]:
        return
    other = next((k for k, known in names.items() if name in known and k not in ("plan", "page")), "")
    if other:
        yield place.fault(
            leaf.loc,
            "wrong-kind",
            f"'{name}' is a {other}, not a {kind}",
            nearest(name, names[kind]),
            key=leaf.is_key,
        )
    else:
        yield place.fault(
            leaf.loc,
            "unknown-reference",
            f"unknown {kind} '{name}'",
            of_name(kind, name, names[kind]),
            key=leaf.is_key,
        )


def _check_target(
    leaf: Leaf, target: str, place: Place, names: Mapping[str, set[str]], collection: str
) -> Iterator[Fault]:
    reference = Reference.parse(target)
    if reference is None or (reference.kind == "question" and collection == "trees"):
        return  # questions are checked with their tree
    known = names.get(reference.kind, set())
    if reference.name not in known:
        other = next((k for k, values in names.items() if reference.name in values), "")
        if other:
            yield place.fault(
                leaf.loc,
                "wrong-kind",
                f"'{reference.name}' is a {other}, not a {reference.kind}",
                f"write '{other}:{reference.name}'",
            )
        else:
            yield place.fault(
                leaf.loc,
                "unknown-reference",
                f"unknown {reference.kind} '{reference.name}'",
                nearest(reference.name, known),
            )


def _check_text(leaf: Leaf, place: Place, names: Mapping[str, set[str]]) -> Iterator[Fault]:
    text: Text = leaf.value
    for run in walk_runs(text.runs):
        if run.kind is RunKind.LINK:
            if run.target.startswith("https:"):
                continue  # checked with all other links, see guide.checking.hosts
            if run.target.startswith("http:"):
                message = f"link '{run.target}' does not start with https://"
                yield place.fault(leaf.loc, "not-https", message, "write https://")
            elif Reference.parse(run.target) is None:
                message = f"'{run.target}' is no reference"
                yield place.fault(leaf.loc, "link-target", message, "write page:urgent, threat:doxxing …")
            else:
                yield from _check_target(leaf, run.target, place, names, "")


def _check_threats(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    for threat, place in _threats(loaded):
        if set(threat.order) != set(Stage) or len(threat.order) != len(Stage):
            yield place.fault(
                ("order",), "order", "the order does not name each stage once", f"stages: {', '.join(Stage)}"
            )
        elif threat.order != tuple(Stage) and threat.order_why is None:
            message = "the order differs from the usual one and gives no reason"
            yield place.fault(("order",), "order", message, "add 'order_why'")
        if not threat.avoid:
            yield place.fault(("avoid",), "no-avoid", "this plan does not say what not to do", "add at least one item")
        elif not FEWEST_AVOIDED <= len(threat.avoid) <= MOST_AVOIDED:
            rule = "too-few" if len(threat.avoid) < FEWEST_AVOIDED else "too-many"
            mend = f"write {FEWEST_AVOIDED} to {MOST_AVOIDED} items: what is not to be done must be read in a moment"
            yield place.fault(("avoid",), rule, f"this stop list has {len(threat.avoid)} items", mend)
        if threat is catalogue.general:
            continue
        for position, name in enumerate(threat.platforms):
            platform = catalogue.platforms.get(name)
            if platform is not None and threat.id not in platform.threats:
                yield place.fault(
                    ("platforms", position),
                    "threat-without-plan",
                    f"{name} has no entry for '{threat.id}'",
                    f"add it under 'threats' of platforms/{name}.yml",
                )


def _threats(loaded: Loaded) -> Iterator[tuple[Threat, Place]]:
    yield loaded.catalogue.general, loaded.places["general", ""]
    for name, threat in loaded.catalogue.threats.items():
        yield threat, loaded.places["threats", name]


def _check_platforms(loaded: Loaded) -> Iterator[Fault]:
    for name, platform in loaded.catalogue.platforms.items():
        place = loaded.places["platforms", name]
        for threat_id in platform.threats:
            threat = loaded.catalogue.threats.get(threat_id)
            if threat is not None and name not in threat.platforms:
                yield place.fault(
                    ("threats", threat_id),
                    "plan-without-threat",
                    f"'{threat_id}' does not name {name}",
                    f"add it to 'platforms' of threats/{threat_id}.yml",
                    key=True,
                )
        for position, surface in enumerate(platform.surfaces):
            if not surface.report and surface.instead is None:
                yield place.fault(
                    ("surfaces", position),
                    "missing-field",
                    f"surface '{surface.id}' has neither 'report' nor 'instead'",
                    "say what to look for",
                )
