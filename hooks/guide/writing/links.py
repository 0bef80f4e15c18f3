"""Addresses: where each thing of the guide stands in the site, the same path in every language."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from guide.model.languages import Language
from guide.model.reference import HOW, HOW_PAGE, OTHER_WAY, Reference
from guide.model.vocabulary import PageId, PlanPart

#: Pages at a path of their own that are made from data or written by hand.
PAGE_PATHS: Mapping[str, str] = {
    **{page.value: f"{page.value}/" for page in PageId},
    PageId.HOME.value: "",
    PageId.PATTERNS.value: "evidence/patterns/",
    PageId.SHEET.value: "evidence/sheet/",
    PageId.SECONDARY.value: "sources/others/",
}


#: Places of a plan that stand on another of its pages than the first.
PLACES_OF_PLANS: Mapping[str, PlanPart] = {
    "next": PlanPart.NO,
    "refused": PlanPart.NO,
    **dict.fromkeys(("rules", "block", "decisions", "sources"), PlanPart.MORE),
}


def plan_path(name: str, part: PlanPart) -> str:
    """Return the path of a page of the plan ``name``: ``facebook/doxxing/``, ``facebook/doxxing/no/``."""
    return f"{name}/" if part is PlanPart.NOW else f"{name}/{part.value}/"


def path_of(reference: Reference) -> str | None:
    """Return the path of what ``reference`` names, without language, with a final slash; ``None`` for nothing.

    ``platform:facebook`` → ``facebook/``, ``plan:facebook/doxxing#report`` → ``facebook/doxxing/#report``.
    """
    match reference.kind:
        case "plan" if "/" in reference.name:
            path = plan_path(reference.name, PLACES_OF_PLANS.get(reference.anchor, PlanPart.NOW))
        case "platform" if reference.anchor == OTHER_WAY:
            return f"{reference.name}/{OTHER_WAY}/"
        case "platform":
            path = f"{reference.name}/"
        case "threat":
            path = f"threats/{reference.name}/"
        case "route" if reference.anchor == HOW_PAGE:
            return f"routes/{reference.name}/{HOW}/"
        case "route":
            path = f"routes/{reference.name}/"
        case "result":
            # Nothing of what happened stands in the address (rule P27).
            path = f"escalate/{hashlib.sha256(reference.name.encode()).hexdigest()[:4]}/"
        case "country":
            path = f"countries/{reference.name}/"
        case "decision":
            return f"decisions/#{reference.name}"
        case "term":
            return f"glossary/#{reference.name}"
        case "page":
            path = PAGE_PATHS[reference.name]
        case _:
            return None
    return path + (f"#{reference.anchor}" if reference.anchor else "")


def relative_path(target: str, folder: str) -> str:
    """Return the way from ``folder`` to ``target``, both from the same root and without dots or doubled slashes.

    ``posixpath.relpath`` gives the same, and looks first for dots and for the folder that the process works in: with
    sixty thousand links to write that is a second.
    """
    to, start = ([part for part in path.split("/") if part] for path in (target, folder))
    shared = 0
    for one, other in zip(to, start, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([*([".."] * (len(start) - shared)), *to[shared:]]) or "."


@dataclass(frozen=True, slots=True)
class Here:
    """The page that links are written from."""

    language: Language
    path: str

    def to(self, path: str, language: Language | None = None) -> str:
        """Return the relative address of ``path`` (with its fragment) in this or another language."""
        bare, _, fragment = path.partition("#")
        target = (language or self.language).folder + bare
        relative = relative_path(target, self.language.folder + self.path)
        relative = "./" if relative == "." else relative + ("/" if not target or target.endswith("/") else "")
        if fragment and relative == "./" and language is None:
            return f"#{fragment}"
        return relative + (f"#{fragment}" if fragment else "")

    def asset(self, path: str) -> str:
        """Return the relative address of a file that all languages share."""
        return relative_path(path, self.language.folder + self.path)

    # A page of advice names the same few routes in each of its sections.
    @lru_cache(maxsize=4096)  # noqa: B019 - small, frozen, and there are few of them
    def resolve(self, target: str) -> str | None:
        """Return the address of a typed reference or an ``https:`` link; ``None`` when it has no page."""
        if target.startswith("https:"):
            return target
        reference = Reference.parse(target)
        path = path_of(reference) if reference else None
        return None if path is None else self.to(path)
