"""Whether each step that leaves the reader's hands says what the author of the threat learns of it (rule P9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guide.model import Catalogue, Step, StepUse
from guide.model.fault import Fault
from guide.model.vocabulary import AuthorLearns, Stage
from guide.model.walk import records
from guide.reading.load import Loaded, Place

#: Stages whose steps leave the reader's hands.
OUTWARD = (Stage.REPORT, Stage.BLOCK, Stage.NEXT, Stage.REFUSED, Stage.BEYOND)


def check_learns(loaded: Loaded) -> Iterator[Fault]:
    """Yield steps, places, protections and forms that do not say what the author learns, or not how."""
    shared = _shared_outward(loaded.catalogue)
    for collection, _, record, place in loaded.records():
        # What comes after a refusal leaves the reader's hands, on its page as in plans.
        yield from _check(
            record, place, shared if collection == "plan" else frozenset(), outward=collection == "appeal"
        )


def _shared_outward(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the shared steps that some plan uses in one of those stages."""
    entries = [entry for p in catalogue.platforms.values() for entry in (p.general, *p.threats.values())]
    threats = [catalogue.general, *catalogue.threats.values()]
    used = [catalogue.plan.usual, *(item.steps for item in threats), *(entry.steps for entry in entries)]
    return frozenset(
        item.use for steps in used for stage in OUTWARD for item in steps.get(stage, ()) if isinstance(item, StepUse)
    )


def _check(record: Any, place: Place, shared: frozenset[str], *, outward: bool) -> Iterator[Fault]:
    stages = {stage.value for stage in OUTWARD}
    for loc, found in records(record):
        learns = getattr(found, "author_learns", None)
        if isinstance(found, Step) and learns is None:
            leaves = outward or any(str(part) in stages for part in loc) or "appeal" in loc
            if leaves or (loc[:1] == ("steps",) and found.id in shared):
                message = f"step '{found.id}' does not say what the author learns"
                yield place.fault(loc, "author-learns", message, "add 'author_learns'")
        elif learns not in (None, AuthorLearns.NO) and getattr(found, "learns_how", None) is None:
            message = "this does not say how the author may learn of it"
            yield place.fault(loc, "author-learns", message, "add 'learns_how'")
