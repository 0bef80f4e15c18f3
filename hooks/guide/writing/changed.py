"""Which page a change concerns, and the last one of a page."""

from __future__ import annotations

from guide.model import Catalogue, Change
from guide.model.change import EVERY
from guide.model.reference import OTHER_WAY, Reference
from guide.writing.links import path_of

#: Pages of a platform beside its plans.
_OF_PLATFORM = ("", "menus", "tree", OTHER_WAY)
_FOLDERS = {"threat": "threats", "route": "routes", "country": "countries", "result": "escalate"}


def last_change(catalogue: Catalogue, path: str) -> Change | None:
    """Return the newest change that concerns the page at ``path``; they stand with the newest first."""
    found = (
        change for change in catalogue.changes.values() if any(_means(catalogue, page, path) for page in change.pages)
    )
    return next(found, None)


def _means(catalogue: Catalogue, page: str, path: str) -> bool:
    kind, _, name = page.partition(":")
    folder, _, rest = path.partition("/")
    inner = rest.split("/")[0]
    if kind == "page":
        return name == EVERY or path == path_of(Reference("page", name, ""))
    if kind in _FOLDERS:
        if folder != _FOLDERS[kind] or not inner:
            return False
        return name == EVERY or path.startswith(path_of(Reference(kind, name, "")) or path)
    if folder not in catalogue.platforms:
        return False
    if kind == "platform":
        return name in (EVERY, folder) and inner in _OF_PLATFORM
    return inner not in _OF_PLATFORM and name in (EVERY, f"{folder}/{inner}")
