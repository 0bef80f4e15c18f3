"""Decisions of the Oversight Board that fit a threat, and the appeal that cites them."""

from __future__ import annotations

from guide.model import (
    Catalogue,
    Decision,
)
from guide.model.roles import Ask, Slot
from guide.model.text import Text
from guide.model.vocabulary import Side


def decisions_for(catalogue: Catalogue, threat_id: str) -> list[Decision]:
    """Return the decisions that fit a threat, those that support removal first: the others are shown too."""
    found = [item for item in catalogue.decisions.values() if threat_id in item.threats]
    return sorted(found, key=lambda item: (list(Side).index(item.side), -item.date.toordinal()))


def appeal_for(catalogue: Catalogue, threat: str, most: int | None = None) -> list[Text]:
    """Return the appeal to the Board for a threat: its text with the sentences of the decisions that fit in it.

    ``most`` is how many decisions it cites, the best first; all of them when not given.

    Empty where no decision with a sentence to paste fits. Summary decisions have none (rule S15).
    """
    back = threat in catalogue.threats and catalogue.threats[threat].asks_back
    fitting = decisions_for(catalogue, threat)
    pasted = [text for item in fitting if (text := item.paste_back if back else item.paste)]
    texts = [text for text in catalogue.board.texts if text.asks is (Ask.RETURN if back else Ask.REMOVAL)]
    if not pasted or not texts:
        return []
    out: list[Text] = []
    for line in texts[0].lines:
        out += pasted[:most] if line.slot is Slot.DECISIONS else [line.text]
    return out
