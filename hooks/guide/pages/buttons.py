"""Buttons that lead to the same place of each platform: ``platform:@platform#what``, ``plan:impersonation``."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue
from guide.model.reference import Reference
from guide.writing.links import path_of
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class ButtonView:
    """A platform by its name, and where its button leads."""

    name: str
    target: str


def buttons(catalogue: Catalogue, target: str, writer: Writer) -> tuple[ButtonView, ...]:
    """Return a button for each platform that has what ``target`` names without a platform."""
    to = Reference.parse(target)
    assert to is not None, "checked when loaded"
    out = []
    for platform in catalogue.platforms.values():
        if to.kind == "platform":
            there = Reference("platform", platform.id, to.anchor)
        elif to.name in platform.threats:
            there = Reference("plan", f"{platform.id}/{to.name}", to.anchor)
        else:
            continue
        out.append(ButtonView(platform.name, writer.here.to(path_of(there) or "")))
    return tuple(out)
