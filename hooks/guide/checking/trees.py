"""Decision trees: starts, cycles, dead ends, what cannot be reached, depth, answers (rule S5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from guide.deciding.tree import DEEPEST_TREE, UNSURE
from guide.model import Question, Tree
from guide.model.reference import Reference

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
        if bool(answer.threat) != bool(answer.group):
            loc = (*here, "answers", position)
            report(loc, "missing-field", "'threat' and 'group' of an answer belong together", "write both, or neither")
    _verify_unsure(name, question, questions, report)


def _verify_unsure(name: str, question: Question, questions: Mapping[str, Question], report: Report) -> None:
    """Report a question without an answer for who does not know, or one that takes danger less than seriously."""
    # In a platform's tree who does not know gets the general plan; in the others the careful way is data.
    ends = any(answer.to.startswith("plan:") for other in questions.values() for answer in other.answers)
    message = f"question '{name}' has no answer for who does not know"
    if question.shows_signs:
        # Not knowing whether there is danger counts as yes, which stands first (rule P37).
        yes = question.answers[0].to
        knows = any(answer.id == "unsure" and answer.to == yes for answer in question.answers)
        mend = f"add an answer 'unsure' that leads where the first answer leads, to '{yes}'"
    elif ends:
        knows = any(answer.to == UNSURE for answer in question.answers)
        mend = f"add an answer that leads to '{UNSURE}'"
    else:
        knows = any(answer.id == "unsure" for answer in question.answers)
        mend = "add an answer with the id 'unsure'"
    if not knows:
        report(("questions", name), "no-unsure-answer", message, mend)


def _edges(question: Question) -> Iterator[tuple[tuple[int | str, ...], str]]:
    if question.each_to and (to := Reference.parse(question.each_to)) and to.kind == "question":
        yield ("each_to",), to.name
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
