"""Texts to copy as paper and messages have them: the words of one person, then how others begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guide.deciding.plan import Plan
from guide.deciding.voices import ADDED, SpokenText
from guide.model import Catalogue
from guide.model.text import Text
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
        if number == 0:
            said = tuple(_beginnings(catalogue, text, me, plain))
            if said:
                yield Passage(plain(catalogue.interface["text-begins"]), said)


def _beginnings(catalogue: Catalogue, text: SpokenText, me: Whom, plain: Callable[[Text], str]) -> Iterator[str]:
    """Yield how each other person begins ``text``; for who adds a sentence to another's beginning, that sentence."""
    for who in Whom:
        whose = [line for line in text.said_by(who) if line.whom]
        if who is me or not whose:
            continue
        label = plain(catalogue.whom[who].label)
        if who in ADDED and len(whose) > 1:
            yield f"{label}, {plain(catalogue.interface['text-add'])} {plain(whose[-1].text)}"
        else:
            yield f"{label}: {' '.join(plain(line.text) for line in whose)}"
