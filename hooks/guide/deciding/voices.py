"""A text to copy as it is said: how it begins for each person, and only with rules that its plan rests on (rule P13).

Page, paper, message and appeal take their words from here, so that none of them says what another does not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from guide.model import CopyLine, CopyText
from guide.model.text import Text
from guide.model.whom import Whom

#: Who says what another person says, and then adds a sentence.
ADDED = {Whom.YOUNG: Whom.ME, Whom.FAMILY: Whom.HELPER, Whom.RELATIVE: Whom.HELPER}


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line of a text; ``whom`` says who alone says it, and ``claim`` what must be true for it to stay."""

    text: Text
    whom: tuple[Whom, ...] = ()
    claim: Text | None = None
    board: bool = True


@dataclass(frozen=True, slots=True)
class SpokenText:
    """A text with the lines of everybody who may send it; no ``whom`` means everybody."""

    id: str
    title: Text
    whom: tuple[Whom, ...]
    lines: tuple[SpokenLine, ...]

    def said_by(self, who: Whom) -> tuple[SpokenLine, ...]:
        """Return the lines as ``who`` says them; none where the text is not for her."""
        if self.whom and who not in self.whom:
            return ()
        return tuple(line for line in self.lines if not line.whom or who in line.whom)


def spoken(text: CopyText, shared: Mapping[Whom, Text], rules: Collection[str] | None = None) -> SpokenText | None:
    """Return ``text`` with the words of everybody who may speak in it.

    Args:
        text: to be said.
        shared: how texts begin that do not say it in their own way, from ``plan.yml``.
        rules: those that the plan rests on: lines that ask for another are left out. Without it none is.

    Returns ``None`` for a text all of whose rules were left out: it has nothing to ask for.
    """
    kept = [line for line in text.lines if rules is None or line.rule is None or line.rule in rules]
    asks = any(line.rule for line in text.lines)
    if asks and not any(line.rule for line in kept):
        return None
    opening = _opening(text, shared) if text.speaks else []
    return SpokenText(text.id, text.title, text.whom, (*opening, *(_line(line) for line in kept)))


def first_for_each(texts: Collection[SpokenText]) -> tuple[SpokenText, ...]:
    """Return the first text of each person, in the order of ``texts``."""
    first = {next((text.id for text in texts if text.said_by(who)), None) for who in Whom}
    return tuple(text for text in texts if text.id in first)


def _line(line: CopyLine) -> SpokenLine:
    return SpokenLine(line.text, (), line.claim, line.board)


def _opening(text: CopyText, shared: Mapping[Whom, Text]) -> list[SpokenLine]:
    """Return the first lines: one sentence may be that of several people, and an added one is that of one of them."""
    people = text.whom or tuple(Whom)
    said: dict[Text, list[Whom]] = {}
    for who in people:
        sentences = [text.speaks.get(ADDED.get(who, who)) or shared[ADDED.get(who, who)]]
        if who in ADDED and not text.notice:
            sentences.append(text.speaks.get(who) or shared[who])
        for sentence in sentences:
            said.setdefault(sentence, []).append(who)
    ordered = sorted(said.items(), key=lambda entry: min(map(_place, entry[1])))
    return [SpokenLine(sentence, tuple(sorted(whose, key=_place))) for sentence, whose in ordered]


def _place(who: Whom) -> int:
    return list(Whom).index(who)
