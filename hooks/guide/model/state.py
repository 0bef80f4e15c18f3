"""What is known of States: kinds of route of which one always learns, and countries where more care is due."""

from __future__ import annotations

from collections.abc import Mapping

from guide.model.vocabulary import RouteKind

#: Where the guide gives no number that can reach the police: an ambulance's at most (rule P33).
ONLY_AMBULANCE = frozenset({"bo", "cu", "ni", "sv", "ve"})
#: Where a sheet about the country may itself endanger who carries it (rule P18).
SHEET_ENDANGERS = frozenset({"ni", "sv", "ve"})
#: Where a body that is named as help may be punished for it: only those seated abroad are, until one agrees (P31).
ENDANGERED_BY_LISTING = frozenset({"cu", "ni", "sv", "ve"})
#: Bodies of people, which a State can punish for helping; its own offices and the bodies of States are not among them.
OF_PEOPLE = frozenset({RouteKind.HELPLINE, RouteKind.NGO, RouteKind.FUND, RouteKind.TOOL, RouteKind.LITIGATION})
#: Authorities, which learn of a case because it is brought to them: ``may-learn`` would be too little.
AUTHORITIES = frozenset({RouteKind.MECHANISM, RouteKind.PROSECUTOR, RouteKind.OMBUDSPERSON})
#: What ``reaches_state: "no"`` would say falsely, in a sentence each.
STATE_LEARNS: Mapping[RouteKind, str] = {
    RouteKind.MECHANISM: "a mechanism is an office of the government",
    RouteKind.PROSECUTOR: "a prosecutor is an authority, and the case is filed with it",
    RouteKind.OMBUDSPERSON: "an ombudsperson is an office of the State",
    RouteKind.REGULATOR: "a regulator is an authority, or writes to the one that is accused through an authority",
    RouteKind.REGIONAL: "a body of States writes to the State, or is made of States",
    RouteKind.UN: "a body of the United Nations writes to the State",
}
