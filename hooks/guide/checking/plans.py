"""What plans print: as many steps as their sheet holds, and on a pocket sheet those that the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from guide.deciding.plan import GENERAL, compose
from guide.model import MOST_PRINTED_STEPS
from guide.model.fault import Fault, nearest
from guide.reading.load import Loaded


def check_sizes(loaded: Loaded) -> Iterator[Fault]:
    """Yield plans that print more steps than their sheet holds."""
    for name, platform in loaded.catalogue.platforms.items():
        for threat_id in (GENERAL, *platform.threats):
            plan = compose(loaded.catalogue, platform, threat_id)
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
    """Yield steps of pocket sheets that their plan or page does not have."""
    catalogue = loaded.catalogue
    urgent = {step.id for part in catalogue.urgent.parts for step in part.steps}
    pockets = [("urgent", catalogue.urgent.pocket, "the page for the next minutes", urgent)]
    for platform in catalogue.platforms.values():
        steps = {step.id for stage in compose(catalogue, platform, GENERAL).stages for step in stage.steps}
        pockets.append(("plan", catalogue.plan.pocket, f"the general plan of {platform.id}", steps))
    for collection, names, where, known in pockets:
        for position, name in enumerate(names):
            if name not in known:
                loc, message = ("pocket", position), f"{where} has no step '{name}'"
                yield loaded.places[collection, ""].fault(loc, "pocket-step", message, nearest(name, known))
