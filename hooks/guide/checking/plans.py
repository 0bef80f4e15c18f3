"""Plans: as many steps as their sheet holds, those of their pocket sheets, plans near each other, whose each is."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checking.neighbours import check_neighbours
from guide.checking.owners import check_owners
from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, compose
from guide.model import MOST_PRINTED_STEPS
from guide.model.fault import Fault, nearest
from guide.reading.load import Loaded


def check_plans(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is wrong with plans as a whole."""
    yield from check_owners(loaded)
    yield from check_sizes(loaded)
    yield from check_pockets(loaded)
    yield from check_neighbours(loaded)


def check_sizes(loaded: Loaded) -> Iterator[Fault]:
    """Yield plans that print more steps than their sheet holds."""
    for name, platform in loaded.catalogue.platforms.items():
        own = for_owner(loaded.catalogue, platform.owner)
        for threat_id in (GENERAL, *platform.threats):
            plan = compose(own, platform, threat_id)
            if plan.printed > MOST_PRINTED_STEPS:
                loc = ("general",) if threat_id == GENERAL else ("threats", threat_id)
                yield loaded.places["platforms", name].fault(
                    loc,
                    "too-many-steps",
                    f"the plan {name}/{threat_id} prints {plan.printed} steps",
                    f"the most is {MOST_PRINTED_STEPS}",
                    key=True,
                )


def check_pockets(loaded: Loaded) -> Iterator[Fault]:
    """Yield steps of pocket sheets that their plan or page does not have, and a part that the urgent page lacks."""
    catalogue = loaded.catalogue
    parts = {part.id for part in catalogue.urgent.parts}
    if (after := catalogue.urgent.lines_after) not in parts:
        message = f"the page for the next minutes has no part '{after}'"
        yield loaded.places["urgent", ""].fault(("lines_after",), "unknown-reference", message, nearest(after, parts))
    urgent = {step.id for part in catalogue.urgent.parts for step in part.steps}
    pockets = [("urgent", catalogue.urgent.pocket, "the page for the next minutes", urgent)]
    for platform in catalogue.platforms.values():
        plan = compose(for_owner(catalogue, platform.owner), platform, GENERAL)
        steps = {step.id for stage in plan.stages for step in stage.steps}
        pockets.append(("plan", catalogue.plan.pocket, f"the general plan of {platform.id}", steps))
    for collection, names, where, known in pockets:
        for position, name in enumerate(names):
            if name not in known:
                loc, message = ("pocket", position), f"{where} has no step '{name}'"
                yield loaded.places[collection, ""].fault(loc, "pocket-step", message, nearest(name, known))
