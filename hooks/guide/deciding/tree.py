"""Decision trees: expand for a platform, verify, number (rule S5).

A tree is questions and answers; each answer leads to a question or to a leaf. ``each: threats`` writes one
answer per threat that the platform covers; the next question then exists once per threat, so that its leaves
can name that threat's plan (``plan:@threat``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide.deciding.plan import GENERAL
from guide.model import Catalogue, Platform, Question, Tree
from guide.model.reference import Reference
from guide.model.text import Text

#: Most questions in a row (rule S5).
DEEPEST_TREE = 6
#: Stands for the threat that was chosen, in leaves of a tree.
CHOSEN = "@threat"
#: Leaf that every question offers to who does not know (rule P15).
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
