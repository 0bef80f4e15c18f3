"""What somebody answers before a file is begun: asked on the terminal, or given as variables by a script.

Variables count where ``ID`` is one of them, so that ``NAME`` of somebody's terminal never names a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, EnumType
from typing import Any

from guide.model.text import Text
from guide.reading.field_words import field_words
from guide.reading.validate import validate
from guide.reading.yamlform import decoded
from guide.reading.yamltree import parse
from guide.starting.scalar import scalar

#: Stands where nobody has answered: ``make check`` refuses it and names its line, so that no invented text remains.
GAP = "TODO"


class NotStarted(ValueError):
    """Nothing was written; the message is a sentence to print."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: ``name`` is its variable, ``kind`` what an answer must be for the models.

    ``usual`` is the answer of who says nothing: an empty one leaves the field out, :data:`GAP` leaves it to be written.
    Without ``usual`` an answer is needed. ``check`` says in a sentence why an answer that the models take is none here.
    """

    name: str
    ask: str
    kind: Any = Text
    usual: str | None = None
    check: Callable[[str], str] | None = None

    @property
    def words(self) -> str:
        """The question as a terminal shows it: with the words of a closed list, and with the usual answer."""
        usual = {
            None: "",
            "": " Enter leaves it out.",
            GAP: " Enter leaves a gap: no page can be made until it is filled.",
        }
        return f"{self.ask}{self._listed}{usual.get(self.usual, f' Enter takes: {self.usual}')}"

    @property
    def _listed(self) -> str:
        """The words of a closed list, a line each with what it means, as editors tell it."""
        if not isinstance(self.kind, EnumType):
            return ""
        told = field_words().words
        values: list[Enum] = list(self.kind)
        lines = (f"  {word.value}: {told[f'{self.kind.__name__}.{word.value}'].line}" for word in values)
        return "\n" + "\n".join(lines) + "\n"


class Answers:
    """The answers to questions, each held against the models before it is taken."""

    def __init__(self, given: Mapping[str, str], ask: Callable[[str], str] | None) -> None:
        """Take answers from ``given``, and what is not there from ``ask``; ``None`` where nobody can be asked."""
        self._given = given if given.get("ID", "").strip() else {}
        self._ask = ask

    def one(self, question: Question) -> str:
        """Return the answer, without line ends or blanks around it.

        Raises:
            NotStarted: when a variable cannot be the answer, or nobody can be asked for one that is needed.
        """
        if question.name in self._given:
            answer = _tidy(self._given[question.name])
        elif self._ask is None:
            answer = ""
        else:
            return self._asked(question, self._ask)
        if answer == "":
            if question.usual is None:
                raise NotStarted(f"{question.name} is needed. {question.words}".rstrip())
            return question.usual
        if refusal := why_not(question, answer):
            raise NotStarted(refusal)
        return answer

    def several(self, name: str, ask: str, there: Iterable[str], usual: str | None = "") -> tuple[str, ...]:
        """Return ids that are ``there``, which somebody writes with blanks or commas between them; see :meth:`one`."""
        known = tuple(there)

        def check(answer: str) -> str:
            strange = next((word for word in _split(answer) if word not in known), None)
            return f"{name}: there is no '{strange}'. There are: {', '.join(known)}." if strange else ""

        return _split(self.one(Question(name, ask, str, usual, check)))

    def _asked(self, question: Question, ask: Callable[[str], str]) -> str:
        while True:
            answer = _tidy(ask(f"\n{question.name}: {question.words}\n> "))
            if answer == "" and question.usual is not None:
                return question.usual
            refusal = why_not(question, answer) if answer else f"{question.name} is needed."
            if not refusal:
                return answer
            print(f"{refusal}\nWrite it again, or leave with Ctrl and C.")


def why_not(question: Question, answer: str) -> str:
    """Return why ``answer`` cannot be taken, in a sentence; empty when it can."""
    text, faults = decoded(answer.encode("utf-8", "surrogateescape"), question.name)
    if not faults:
        document, faults = parse(f"{question.name}: {scalar(text)}\n", question.name)
        if document:
            validate(dict[str, question.kind], document, faults)  # type: ignore[name-defined]
    for fault in faults:
        return f"{question.name}: {fault.message} — {fault.mend}"
    return question.check(answer) if question.check else ""


def _split(answer: str) -> tuple[str, ...]:
    return tuple(answer.replace(",", " ").split())


def _tidy(answer: str) -> str:
    return " ".join(answer.split())
