"""``/escalate/``: the second tree, its advice, and the chains in which routes follow one another."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.advice import Offer, action_named
from guide.advice_view import advice_view, offer_view
from guide.complete import STATE_GUARD
from guide.escalate import Expansion, Section, expand_advice
from guide.list_pages import page_from
from guide.model import Advised, Catalogue, Chain, Rule, When
from guide.page import Page
from guide.render import Writer
from guide.vocabulary import Dimension, PageId

ESCALATE = "escalate"


def escalate_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on which the reader finds who can help besides the platform."""
    expansion = expand_advice(catalogue, catalogue.trees[ESCALATE])
    numbers = {section.id: number for number, section in enumerate(expansion.sections, 1)}
    return page_from(
        catalogue,
        PageId.ESCALATE,
        "escalate.md",
        writer,
        edit,
        sections=[_section(catalogue, section, numbers, writer) for section in expansion.sections],
        start=expansion.start,
        offers=_continuations(expansion),
        rules=[_rule(catalogue, rule, writer) for rule in catalogue.rules.rules],
        chains=[_chain(catalogue, chain, writer) for chain in catalogue.rules.chains],
        guard=catalogue.guards[STATE_GUARD],
    )


def _section(catalogue: Catalogue, section: Section, numbers: dict[str, int], writer: Writer) -> View:
    if section.question is None:
        assert section.advice is not None
        shown = advice_view(catalogue, section.known, section.advice, writer)
        return View(id=section.id, number=numbers[section.id], question=None, advice=shown)
    steps = [
        View(say=step.answer.say, hint=step.answer.hint, to=step.to, goto=numbers[step.to]) for step in section.steps
    ]
    return View(
        id=section.id, number=numbers[section.id], question=section.question, steps=steps, danger=section.depth == 1
    )


#: Phrases for the conditions of single items, by what they ask of the situation; the rule itself says the rest.
_CONDITIONS = {
    (Dimension.ROLE, "journalist"): "when-journalist",
    (Dimension.SAFE, "yes"): "when-safe",
    (Dimension.ANSWER, "not-yet"): "when-not-yet",
    (Dimension.ANSWER, "refused"): "when-refused",
}


def _rule(catalogue: Catalogue, rule: Rule, writer: Writer) -> View:
    """Return a rule for the list of all rules, which paper has instead of the tree."""
    parts = []
    for name in ("now", "parallel", "next"):
        items = []
        for item in getattr(rule, name):
            shown = offer_view(_offer(catalogue, item), writer)
            shown.conditions = _conditions(catalogue, item.when)
            items.append(shown)
        if items:
            parts.append(View(name=name, items=items))
    return View(id=rule.id, say=rule.say, parts=parts, avoid=[item.text for item in rule.avoid])


def _conditions(catalogue: Catalogue, when: tuple[When, ...]) -> list[View]:
    """Return the words for the conditions of an item: phrases of the interface, and names of countries."""
    out = []
    for condition in when:
        for name, values in condition.items():
            out += [View(word=_CONDITIONS[name, v], name=None) for v in values if (name, v) in _CONDITIONS]
            if name is Dimension.WHERE and "exile" not in values and Dimension.SAFE not in condition:
                out.append(View(word="when-not-exile", name=None))
            if name is Dimension.COUNTRY:
                out += [View(word="", name=catalogue.countries[value].name) for value in values]
    return out


def _continuations(expansion: Expansion) -> list[View]:
    """Return where every advice leads on to: what else may be the matter."""
    return [View(say=entry.offer, to=expansion.enter(entry.id).id) for entry in expansion.tree.entries if entry.offer]


def _chain(catalogue: Catalogue, chain: Chain, writer: Writer) -> View:
    return View(
        id=chain.id,
        title=chain.title,
        steps=[offer_view(_offer(catalogue, item), writer) for item in chain.steps],
        stop=chain.stop,
    )


def _offer(catalogue: Catalogue, item: Advised) -> Offer:
    if item.route:
        return Offer(route=catalogue.routes[item.route])
    return Offer(action=action_named(catalogue, item.action)) if item.action else Offer(kinds=item.kinds)
