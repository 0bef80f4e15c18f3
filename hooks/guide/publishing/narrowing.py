"""The style sheet that narrows lists without scripts: one rule for each choice, from the closed vocabularies.

A radio button that is checked hides every entry without its class, and every sub-list in which no entry has it.
Without ``:has()`` the whole list shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Catalogue
from guide.model.vocabulary import Region, RouteKind, Side, Urgency


def narrowing(catalogue: Catalogue) -> str:
    """Return the style sheet of the lists of ``catalogue``."""
    rules = "\n".join(
        f"  .guide-main:has(#{name}-{value}:checked) :is(.entry, .sub):not(.{name}-{value}) {{ display: none; }}"
        for name, value in _choices(catalogue)
    )
    return f"@supports selector(:has(*)) {{\n{rules}\n}}\n"


def _choices(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for kind in RouteKind:
        yield "kind", kind.value
    for region in Region:
        yield "region", region.value
    for urgency in Urgency:
        yield "urgency", urgency.value
    for code in sorted({code for route in catalogue.routes.values() for code in route.speaks}):
        yield "speaks", code
    yield "speaks", "none"
    for side in Side:
        yield "side", side.value
    for platform in catalogue.platforms:
        yield "platform", platform
    for threat in catalogue.threats:
        yield "threat", threat
