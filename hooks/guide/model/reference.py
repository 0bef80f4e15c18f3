"""Typed references between records: what kind of thing a field names.

A field that always names the same kind holds a bare id (``sources: [meta-cs]``). A field or a link that may
name several kinds spells the kind out (``plan:facebook/doxxing#report``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
#: Stands for every platform in turn, in a door of the home page.
EACH = "@platform"
#: A platform's page for who has no account there; its address does not say so (rule P27).
OTHER_WAY = "other-way"
#: A route's page of steps and letters: its folder, and the place that means it in a reference.
HOW, HOW_PAGE = "how", "how-page"
#: Kinds that may stand before the colon of a typed reference.
KINDS = (
    "plan",
    "threat",
    "platform",
    "route",
    "term",
    "page",
    "question",
    "guard",
    "country",
    "decision",
    "result",
)
TARGET_PATTERN = rf"^({'|'.join(KINDS)}):[a-z0-9@/-]+(#[a-z0-9-]+)?$"


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a field that names a record of ``kind`` by its bare id."""

    kind: str


class ByName:
    """What stands at a place by its name only: its words belong to the record of ``kind`` that it names."""

    kind: ClassVar[str]

    @property
    def name(self) -> str:
        """The id of that record."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class AnyRef:
    """Marks a field that holds a typed reference."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A typed reference taken apart: ``plan:facebook/doxxing#report``."""

    kind: str
    name: str
    anchor: str

    @classmethod
    def parse(cls, target: str) -> Reference | None:
        """Return the parts of ``target``, or ``None`` when it is no typed reference."""
        if not re.match(TARGET_PATTERN, target):
            return None
        kind, _, rest = target.partition(":")
        name, _, anchor = rest.partition("#")
        return cls(kind, name, anchor)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Target = Annotated[str, StringConstraints(pattern=TARGET_PATTERN), AnyRef()]
SourceRef = Annotated[Id, RefTo("source")]
PlatformRef = Annotated[Id, RefTo("platform")]
PolicyRef = Annotated[Id, RefTo("policy")]
ThreatRef = Annotated[Id, RefTo("threat")]
TreeRef = Annotated[Id, RefTo("tree")]
RouteRef = Annotated[Id, RefTo("route")]
CountryRef = Annotated[Id, RefTo("country")]
#: Two letters of a country (ISO 3166) in lower case, whether the guide has a page of it or not; or ``eu``.
PlaceRef = Annotated[Id, RefTo("place")]
DecisionRef = Annotated[Id, RefTo("decision")]
ActionRef = Annotated[Id, RefTo("action")]
GuardRef = Annotated[Id, RefTo("guard")]
