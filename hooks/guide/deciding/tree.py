"""Decision trees: expand for a platform, verify, number (design §5).

A tree is questions and answers; each answer leads to a question or to a leaf. ``each: threats`` writes one
answer per threat that the platform covers; the next question then exists once per threat, so that its leaves
can name that threat's plan (``plan:@threat``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from guide.deciding.plan import GENERAL
from guide.model import Catalogue, Platform, Question, Tree
from guide.model.reference import Reference
from guide.model.text import Text
from guide.model.vocabulary import SITUATION

#: Most questions in a row (design §5).
DEEPEST_TREE = 6
#: Stands for the threat that was chosen, in leaves of a tree.
CHOSEN = "@threat"
#: Names the leaf of the second tree: what the rules say of the answers given.
RESULT = "result"
#: Leaf that every question offers to who does not know (practice P15).
UNSURE = f"plan:{GENERAL}"


@dataclass(frozen=True, slots=True)
class Way:
    """An answer of an expanded tree. ``question`` is set when it leads on, ``leaf`` when it ends."""

    id: str
    say: Text
    hint: Text | None
    group: str
    question: str
    leaf: Reference | None


@dataclass(frozen=True, slots=True)
class Node:
    """A question of an expanded tree. ``number`` is its place in the printed list, ``depth`` counts from 1."""

    id: str
    number: int
    depth: int
    question: Question
    threat: str
    ways: tuple[Way, ...]
    came_from: str


@dataclass(frozen=True, slots=True)
class Expanded:
    """A tree as one platform's page shows it."""

    tree: Tree
    nodes: tuple[Node, ...]

    def node(self, name: str) -> Node:
        """Return the question ``name``; raises KeyError."""
        for node in self.nodes:
            if node.id == name:
                return node
        raise KeyError(name)

    @property
    def depth(self) -> int:
        """Most questions in a row."""
        return max(node.depth for node in self.nodes)


def covered(catalogue: Catalogue, platform: Platform) -> list[str]:
    """Return the threats that ``platform`` covers, in the order of the groups and of the data."""
    groups = list(catalogue.groups)
    names = [name for name in catalogue.threats if name in platform.threats]
    return sorted(names, key=lambda name: groups.index(catalogue.threats[name].group))


def expand(catalogue: Catalogue, tree: Tree, platform: Platform) -> Expanded:
    """Return ``tree`` with its answers written out for ``platform``; the tree has passed :func:`verify`."""
    found: dict[str, tuple[str, str, int, str]] = {}
    order: list[str] = []
    queue = [(tree.start, "", 1, "")]
    while queue:
        name, threat, depth, came_from = queue.pop(0)
        node_id = f"{name}-{threat}" if threat else name
        if node_id in found:
            continue
        found[node_id] = (name, threat, depth, came_from)
        order.append(node_id)
        for way in _ways(catalogue, tree.questions[name], platform, threat):
            if way.question:
                inner = way.question.removeprefix(f"{way.id}/") if "/" in way.question else way.question
                queue.append((inner, way.id if "/" in way.question else threat, depth + 1, node_id))
    nodes = []
    for number, node_id in enumerate(order, 1):
        name, threat, depth, came_from = found[node_id]
        ways = tuple(_flat(way, threat) for way in _ways(catalogue, tree.questions[name], platform, threat))
        nodes.append(Node(node_id, number, depth, tree.questions[name], threat, ways, came_from))
    return Expanded(tree, tuple(nodes))


def _flat(way: Way, threat: str) -> Way:
    """Return ``way`` with the id of the expanded question it leads to."""
    if not way.question:
        return way
    if "/" in way.question:
        chosen, _, name = way.question.partition("/")
        return Way(way.id, way.say, way.hint, way.group, f"{name}-{chosen}", None)
    return Way(way.id, way.say, way.hint, way.group, f"{way.question}-{threat}" if threat else way.question, None)


def _ways(catalogue: Catalogue, question: Question, platform: Platform, threat: str) -> Iterator[Way]:
    if question.each and question.each_to:
        to = Reference.parse(question.each_to)
        assert to is not None
        for name in covered(catalogue, platform):
            record = catalogue.threats[name]
            leads_on = f"{name}/{to.name}" if to.kind == "question" else ""
            leaf = None if leads_on else _leaf(to, platform, name)
            yield Way(name, record.say, record.hint, record.group.value, leads_on, leaf)
    for answer in question.answers:
        to = Reference.parse(answer.to)
        assert to is not None
        if to.kind == "question":
            yield Way(answer.id, answer.say, answer.hint, "", to.name, None)
        elif (leaf := _leaf(to, platform, threat)) is not None:
            yield Way(answer.id, answer.say, answer.hint, "", "", leaf)


def _leaf(to: Reference, platform: Platform, threat: str) -> Reference | None:
    """Return the leaf for this platform, or ``None`` where the platform has no such plan."""
    if to.kind != "plan":
        return to
    name = threat if to.name == CHOSEN else to.name
    if name != GENERAL and name not in platform.threats:
        return None
    return Reference("plan", f"{platform.id}/{name}", to.anchor)


Report = Callable[[tuple[int | str, ...], str, str, str], None]


def verify(tree: Tree, report: Report) -> None:
    """Report every fault of ``tree``: starts, cycles, dead ends, what cannot be reached, depth, answers.

    Args:
        tree: the tree as it stands in the data.
        report: called with the place, the rule, the message and the mend of each fault.
    """
    edges = {name: [q for _, q in _edges(question)] for name, question in tree.questions.items()}
    if tree.start not in tree.questions:
        report(
            ("start",),
            "unknown-reference",
            f"the start '{tree.start}' is no question of this tree",
            "write the id of a question",
        )
        return
    for name, question in tree.questions.items():
        _verify_question(name, question, tree.questions, report)
    reached = _reachable(tree.start, edges)
    for position, entry in enumerate(tree.entries):
        if entry.question not in tree.questions:
            report(
                ("entries", position, "question"),
                "unknown-reference",
                f"there is no question '{entry.question}' in this tree",
                "write the id of a question",
            )
    led_to = {to for targets in edges.values() for to in targets}
    for name in tree.questions:
        if name not in reached:
            if name in led_to:
                report(
                    ("questions", name),
                    "unreachable",
                    f"question '{name}' cannot be reached from the start",
                    "let an answer lead to it, or delete it",
                )
            else:
                report(
                    ("questions", name),
                    "two-starts",
                    f"nothing leads to question '{name}': the tree has two starts",
                    "let an answer lead to it, or delete it",
                )
    if cycle := _cycle(tree.start, edges):
        report(
            ("questions", cycle[0]),
            "cycle",
            f"this way comes back: {' → '.join(cycle)}",
            "let the last answer end in a plan",
        )
        return
    depth = _depth(tree.start, edges)
    if depth > DEEPEST_TREE:
        deepest = _longest(tree.start, edges)[-1]
        report(("questions", deepest), "too-deep", f"{depth} questions in a row", f"the most is {DEEPEST_TREE}")


def _verify_question(name: str, question: Question, questions: Mapping[str, Question], report: Report) -> None:
    here = ("questions", name)
    if not question.answers and not question.each:
        report(here, "dead-end", f"question '{name}' has no answers", "add answers, or delete the question")
        return
    if bool(question.each) != bool(question.each_to):
        report(here, "missing-field", "'each' and 'each_to' belong together", "write both, or neither")
    if bool(question.only) != bool(question.skip_to):
        report(here, "missing-field", "'only' and 'skip_to' belong together", "write both, or neither")
    seen: dict[str, int] = {}
    for position, answer in enumerate(question.answers):
        words = answer.say.words.casefold().strip()
        if words in seen:
            report(
                (*here, "answers", position, "say"),
                "same-answer",
                f"this answer says the same as answer {seen[words] + 1}",
                "say it in other words, or delete one",
            )
        seen.setdefault(words, position)
    for loc, to in _edges(question):
        if to not in questions:
            report(
                (*here, *loc),
                "unknown-reference",
                f"there is no question '{to}' in this tree",
                "write the id of a question",
            )
    for position, answer in enumerate(question.answers):
        for dimension, value in answer.sets.items():
            if value not in SITUATION.get(dimension, ()):
                report(
                    (*here, "answers", position, "sets", dimension.value),
                    "unknown-value",
                    f"'{value}' is no value of '{dimension}'",
                    f"one of {', '.join(SITUATION.get(dimension, ())) or 'none: a tree does not ask it'}",
                )
    # In a platform's tree who does not know gets the general plan; in the others the careful way is data.
    ends = any(answer.to.startswith("plan:") for other in questions.values() for answer in other.answers)
    knows = any(answer.to == UNSURE if ends else answer.id == "unsure" for answer in question.answers)
    if not knows:
        report(
            here,
            "no-unsure-answer",
            f"question '{name}' has no answer for who does not know",
            f"add an answer that leads to '{UNSURE}'" if ends else "add an answer with the id 'unsure'",
        )


def _edges(question: Question) -> Iterator[tuple[tuple[int | str, ...], str]]:
    if question.each_to and (to := Reference.parse(question.each_to)) and to.kind == "question":
        yield ("each_to",), to.name
    if question.skip_to and (to := Reference.parse(question.skip_to)) and to.kind == "question":
        yield ("skip_to",), to.name
    for position, answer in enumerate(question.answers):
        if (to := Reference.parse(answer.to)) and to.kind == "question":
            yield ("answers", position, "to"), to.name


def _reachable(start: str, edges: Mapping[str, list[str]]) -> set[str]:
    seen, queue = {start}, [start]
    while queue:
        for to in edges.get(queue.pop(), []):
            if to not in seen:
                seen.add(to)
                queue.append(to)
    return seen


def _cycle(start: str, edges: Mapping[str, list[str]]) -> list[str]:
    done: set[str] = set()
    stack: list[tuple[str, Iterator[str]]] = [(start, iter(edges.get(start, [])))]
    on_way = [start]
    while stack:
        name, rest = stack[-1]
        to = next(rest, None)
        if to is None:
            stack.pop()
            on_way.pop()
            done.add(name)
        elif to in on_way:
            return [*on_way[on_way.index(to) :], to]
        elif to not in done:
            stack.append((to, iter(edges.get(to, []))))
            on_way.append(to)
    return []


def _longest(start: str, edges: Mapping[str, list[str]]) -> list[str]:
    best: dict[str, list[str]] = {}

    def way(name: str) -> list[str]:
        if name not in best:
            best[name] = [name, *max((way(to) for to in edges.get(name, [])), key=len, default=[])]
        return best[name]

    return way(start)


def _depth(start: str, edges: Mapping[str, list[str]]) -> int:
    return len(_longest(start, edges))
