"""The second tree, expanded: a section for each question with what is known by then, and one for each advice.

Sections that say and lead to the same are one (the tree becomes a graph): that keeps the page small. A place where
links enter keeps a section of its own, so that its id stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from guide.deciding.advice import Advice, advise, careful
from guide.deciding.openness import Situation, applies
from guide.model import Answer, Catalogue, Entry, Question, Threat, Tree
from guide.model.reference import Reference
from guide.model.situation import Dimension, Happened
from guide.model.vocabulary import Stage

#: Most sections of the expanded page (rule S12): a cheap phone still opens it.
MOST_SECTIONS = 200


@dataclass(frozen=True, slots=True)
class Onward:
    """An answer of an expanded question and the section that it leads to."""

    answer: Answer
    to: str


@dataclass(frozen=True, slots=True)
class Section:
    """A question, or an advice where ``question`` is empty; ``depth`` counts the questions up to here."""

    id: str
    known: Situation
    depth: int
    question: Question | None = None
    steps: tuple[Onward, ...] = ()
    advice: Advice | None = None


class Expansion:
    """All sections of the page, in the order in which they are first met; ``start`` is the first."""

    def __init__(self, catalogue: Catalogue, tree: Tree) -> None:
        self.tree = tree
        self._catalogue = catalogue
        self._found: dict[object, str] = {}
        self._names: dict[str, Section] = {}
        self._asked: dict[object, str] = {}
        self._entries = {(entry.question, _key(entry.known)): entry.id for entry in tree.entries}
        self.start = self._question(tree.start, {}, 1)
        for entry in tree.entries:
            self._question(entry.question, dict(entry.known), 1, entry.id)
        self.sections = self._in_order()

    def section(self, name: str) -> Section:
        """Return the section ``name``; raises KeyError."""
        return self._names[name]

    def enter(self, entry: str) -> Section:
        """Return the section to which the entry ``entry`` leads; raises KeyError."""
        found = next(item for item in self.tree.entries if item.id == entry)
        return self._names[self._question(found.question, dict(found.known), 1, entry)]

    def follow(self, start: str, situation: Situation) -> list[Section]:
        """Return the sections on the way of who answers by ``situation`` from ``start`` on, the advice last.

        Raises:
            KeyError: when a question has no answer for the situation.
        """
        way = [self._names[start]]
        while way[-1].question is not None:
            for step in way[-1].steps:
                if all(situation.get(name) == value for name, value in step.answer.sets.items()):
                    way.append(self._names[step.to])
                    break
            else:
                raise KeyError(f"{way[-1].id}: no answer for {dict(situation)}")
        return way

    def _question(self, name: str, known: dict[Dimension, str], depth: int, entry: str = "") -> str:
        """Return the id of the section for a question, made once for the same question with the same known."""
        here = (name, _key(known), entry)
        if here not in self._asked:
            self._asked[here] = self._made(name, known, depth, entry)
        return self._asked[here]

    def _made(self, name: str, known: dict[Dimension, str], depth: int, entry: str) -> str:
        question = self.tree.questions[name]
        entry = entry or self._entries.get((name, _key(known)), "")
        if question.only and not applies(self._catalogue, question.only, careful(self._catalogue.rules, known)):
            return self._target(question.skip_to or "", known, depth, entry)
        steps = tuple(
            Onward(answer, self._target(answer.to, {**known, **answer.sets}, depth + 1)) for answer in question.answers
        )
        same = (name, entry, tuple(step.to for step in steps))
        if same not in self._found:
            self._found[same] = self._new(entry or _name(f"q-{list(self.tree.questions).index(name)}", known))
            self._names[self._found[same]] = Section(self._found[same], known, depth, question, steps)
        return self._found[same]

    def _target(self, target: str, known: dict[Dimension, str], depth: int, entry: str = "") -> str:
        reference = Reference.parse(target)
        assert reference is not None, "checked when loaded"
        if reference.kind == "question":
            return self._question(reference.name, known, depth, entry)
        advice = advise(self._catalogue, known)
        same = ("advice", entry, _identity(advice))
        if same not in self._found:
            self._found[same] = self._new(entry or _name("p", known))
            self._names[self._found[same]] = Section(self._found[same], known, depth, advice=advice)
        return self._found[same]

    def _new(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self._names:
            name, number = f"{wanted}-{number}", number + 1
        return name

    def _in_order(self) -> tuple[Section, ...]:
        """Return the sections breadth first from the start, then what only entries lead to."""
        order: dict[str, None] = {}
        starts = [self.start, *(self.enter(entry.id).id for entry in self.tree.entries)]
        queue = list(starts)
        while queue:
            name = queue.pop(0)
            if name not in order:
                order[name] = None
                queue += [step.to for step in self._names[name].steps]
        return tuple(self._names[name] for name in order)


def expand_advice(catalogue: Catalogue, tree: Tree) -> Expansion:
    """Return ``tree`` expanded; the tree has passed :func:`guide.checking.trees.verify`."""
    return Expansion(catalogue, tree)


@dataclass(frozen=True, slots=True)
class PlanExit:
    """Where a plan leads into the second tree: from which stage, and with what known by then; nothing for its start."""

    stage: Stage
    known: Situation


def onward_of(threat: Threat) -> tuple[PlanExit, ...]:
    """Return where the plans of ``threat`` lead into the second tree: told no, told nothing, and beyond it."""
    known = {Dimension.DANGER: "no", Dimension.HAPPENED: threat.happened.value}
    beyond = PlanExit(Stage.BEYOND, {} if threat.asks_danger else known)
    if threat.happened is Happened.UNSURE:
        return (beyond,)
    refused = (PlanExit(Stage.REFUSED, {**known, Dimension.ANSWER: answer}) for answer in ("refused", "silent"))
    return (*refused, beyond)


def entry_with(tree: Tree, known: Situation) -> Entry | None:
    """Return the entry of ``tree`` at which exactly ``known`` is known; ``None`` where there is none."""
    return next((entry for entry in tree.entries if dict(entry.known) == dict(known)), None)


def _key(known: Mapping[Dimension, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name.value, value) for name, value in known.items()))


def _name(kind: str, known: Mapping[Dimension, str]) -> str:
    """Return an id that is the same as long as the way there is, and tells nothing in a browser's history (P17)."""
    told = ",".join(f"{name}={value}" for name, value in _key(known))
    return f"{kind}-{hashlib.sha256(told.encode()).hexdigest()[:6]}"


def _identity(advice: Advice) -> tuple[object, ...]:
    offers = tuple(
        (part, tuple((o.route.id if o.route else o.action.id if o.action else o.kinds, o.only) for o in offers))
        for part, offers in advice.parts
    )
    return (tuple(rule.id for rule in advice.rules), offers, tuple(item.id for item in advice.avoid))
