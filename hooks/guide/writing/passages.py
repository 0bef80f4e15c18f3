"""Texts to copy as paper and messages have them: the words of one person, then how others begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.deciding.plan import Plan
from guide.model import Catalogue
from guide.model.whom import Whom
from guide.writing.render import Writer

#: Before a line that stays only if it is true.
BOX = "[  ] "


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to copy, one string for each of its lines; blanks as ``____ (what goes there)``."""

    title: str
    lines: tuple[str, ...]


def passages(catalogue: Catalogue, plan: Plan, writer: Writer, whom: Whom) -> Iterator[Passage]:
    """Yield the texts as ``whom`` says them, then how the first one begins for everybody else.

    A line that must be true stands after an empty box: nothing is claimed that nobody has ticked.
    """
    plain = writer.plain
    for number, text in enumerate(plan.texts):
        me = next((who for who in (whom, *Whom) if text.said_by(who)), whom)
        lines = text.said_by(me)
        yield Passage(plain(text.title), tuple((BOX if line.claim else "") + plain(line.text) for line in lines))
        others = {
            who: " ".join(plain(line.text) for line in text.said_by(who) if line.whom) for who in Whom if who is not me
        }
        if number == 0 and any(others.values()):
            said = (f"{plain(catalogue.whom[who].label)}: {words}" for who, words in others.items() if words)
            yield Passage(plain(catalogue.interface["text-begins"]), tuple(said))
