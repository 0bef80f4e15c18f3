"""Decisions of the Oversight Board that fit a threat, and the appeal that cites them."""

from __future__ import annotations

from collections.abc import Collection

from guide.deciding.voices import SpokenLine, spoken
from guide.model import (
    Catalogue,
    Decision,
    Threat,
)
from guide.model.roles import Ask, Slot
from guide.model.text import Text
from guide.model.vocabulary import Side
from guide.model.whom import Whom

#: Who says to the Board what a helper says.
ONLY_REPORTS = frozenset({Whom.FAMILY, Whom.RELATIVE})


def decisions_for(catalogue: Catalogue, threat_id: str) -> list[Decision]:
    """Return the decisions that fit a threat, those that support removal first: the others are shown too."""
    found = [item for item in catalogue.decisions.values() if threat_id in item.threats]
    return sorted(found, key=lambda item: (list(Side).index(item.side), -item.date.toordinal()))


def appeal_for(
    catalogue: Catalogue, threat: Threat, rules: Collection[str] | None = None, most: int | None = None
) -> tuple[SpokenLine, ...]:
    """Return the appeal to the Board for a threat: who speaks, the rule and the signs of the report, and decisions.

    ``rules`` are those of a plan, as for :func:`guide.deciding.voices.spoken`. ``most`` is how many decisions it cites,
    the best first; all of them when not given. Summary decisions have no sentence to paste (rule S15).

    Empty where what a plan writes is no report: then there is nothing to appeal.
    """
    report = spoken(threat.texts[0], catalogue.plan.speaks, rules)
    asked = [text for text in catalogue.board.texts if text.asks is (Ask.RETURN if threat.asks_back else Ask.REMOVAL)]
    if threat.texts[0].notice or report is None or not asked:
        return ()
    decisions = decisions_for(catalogue, threat.id)
    pasted: list[Text] = [text for item in decisions if (text := item.paste_back if threat.asks_back else item.paste)]
    put = {
        # Whoever reported appeals: those who only add a sentence to a report begin like her who reports for another.
        Slot.VOICE: [line for line in report.lines if line.whom and not ONLY_REPORTS.issuperset(line.whom)],
        Slot.RULES: [line for line in report.lines if not line.whom and line.board],
        Slot.DECISIONS: [SpokenLine(text) for text in pasted[:most]],
    }
    out: list[SpokenLine] = []
    for line in asked[0].lines:
        out += put[line.slot] if line.slot else [SpokenLine(line.text)]
    return tuple(out)
