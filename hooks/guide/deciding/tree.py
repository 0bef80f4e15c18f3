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
    """An answer of an expanded tree: ``question`` is the id of the one it leads on to, ``leaf`` where it ends."""

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
    found: dict[str, tuple[Question, str, int, str, tuple[Way, ...]]] = {}
    queue = [(tree.start, "", 1, "")]
    while queue:
        name, threat, depth, came_from = queue.pop(0)
        here = _node_id(name, threat)
        if here in found:
            continue
        question, ways = tree.questions[name], []
        for way, leads_to, chosen in _ways(catalogue, tree.questions[name], platform, threat):
            ways.append(way)
            if leads_to:
                queue.append((leads_to, chosen, depth + 1, here))
        found[here] = (question, threat, depth, came_from, tuple(ways))
    return Expanded(
        tree,
        tuple(
            Node(here, number, depth, question, threat, ways, came_from)
            for number, (here, (question, threat, depth, came_from, ways)) in enumerate(found.items(), 1)
        ),
    )


def _node_id(question: str, threat: str) -> str:
    return f"{question}-{threat}" if threat else question


def _ways(catalogue: Catalogue, question: Question, platform: Platform, threat: str) -> Iterator[tuple[Way, str, str]]:
    """Yield the answers, each with the question that it leads on to and the threat that is known by then."""
    if question.each and question.each_to:
        for name in covered(catalogue, platform):
            record = catalogue.threats[name]
            yield from _way(name, record.say, record.hint, record.group.value, question.each_to, platform, name)
    for answer in question.answers:
        if answer.threat is None or answer.threat in platform.threats:
            group = answer.group.value if answer.group else ""
            chosen = answer.threat or threat
            yield from _way(answer.id, answer.say, answer.hint, group, answer.to, platform, chosen)


def _way(
    name: str, say: Text, hint: Text | None, group: str, target: str, platform: Platform, threat: str
) -> Iterator[tuple[Way, str, str]]:
    to = Reference.parse(target)
    assert to is not None, "checked when loaded"
    if to.kind == "question":
        yield Way(name, say, hint, group, _node_id(to.name, threat), None), to.name, threat
    elif (leaf := _leaf(to, platform, threat)) is not None:
        yield Way(name, say, hint, group, "", leaf), "", threat


def _leaf(to: Reference, platform: Platform, threat: str) -> Reference | None:
    """Return the leaf for this platform, or ``None`` where the platform has no such plan."""
    if to.kind != "plan":
        return to
    name = threat if to.name == CHOSEN else to.name
    if name != GENERAL and name not in platform.threats:
        return None
    return Reference("plan", f"{platform.id}/{name}", to.anchor)
