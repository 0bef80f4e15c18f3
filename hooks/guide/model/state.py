"""Kinds of route of which a State always learns, and why (rule P5)."""

from __future__ import annotations

from collections.abc import Mapping

from guide.model.vocabulary import RouteKind

#: What ``reaches_state: "no"`` would say falsely, in a sentence each.
STATE_LEARNS: Mapping[RouteKind, str] = {
    RouteKind.MECHANISM: "a mechanism is an office of the government",
    RouteKind.PROSECUTOR: "a prosecutor is an authority, and the case is filed with it",
    RouteKind.OMBUDSPERSON: "an ombudsperson is an office of the State",
    RouteKind.REGULATOR: "a regulator is an authority, or writes to the one that is accused through an authority",
    RouteKind.REGIONAL: "a body of States writes to the State, or is made of States",
    RouteKind.UN: "a body of the United Nations writes to the State",
}
