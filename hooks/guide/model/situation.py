"""What a situation is described by, and the parts of an advice: closed vocabularies of the second tree."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """The four parts of an advice, in the order in which they are read."""

    NOW = "now"
    PARALLEL = "parallel"
    NEXT = "next"
    AVOID = "avoid"


class Dimension(StrEnum):
    """What a situation is described by (rules D1–D19). ``country`` is known on the countries' pages only."""

    DANGER = "danger"
    HAPPENED = "happened"
    ANSWER = "answer"
    SAFE = "safe"
    WHERE = "where"
    ROLE = "role"
    NEED = "need"
    COUNTRY = "country"


class Happened(StrEnum):
    """What happened, as the second tree asks it."""

    THREAT = "threat"
    ATTACK = "attack"
    SPYWARE = "spyware"
    IMAGES = "images"
    DETAINED = "detained"
    MISSING = "missing"
    REPRISAL = "reprisal"
    PATTERN = "pattern"
    CLOSED = "closed"
    UNSURE = "unsure"


#: Every value of each dimension but the country. ``safe`` is the question of rule P6: whether it would be safe
#: that police, prosecutors or government learn of it; ``where`` that of P7: where the person, her family and the
#: aggressor are (all in her own country, she abroad, or another of them abroad).
SITUATION: dict[Dimension, tuple[str, ...]] = {
    Dimension.DANGER: ("yes", "no", "unsure"),
    Dimension.HAPPENED: tuple(item.value for item in Happened),
    Dimension.ANSWER: ("not-yet", "refused", "silent", "unsure"),
    Dimension.SAFE: ("yes", "no", "unsure"),
    Dimension.WHERE: ("same", "exile", "split", "unsure"),
    Dimension.ROLE: ("defender", "journalist", "land", "lawyer", "politics", "unsure"),
    Dimension.NEED: ("none", "money", "listen", "unsure"),
}
