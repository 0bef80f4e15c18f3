"""``/escalate/``: the second tree, its advice, and the chains in which routes follow one another."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.deciding.escalation import Expansion, Section, expand_advice
from guide.model import Catalogue, Chain
from guide.model.roles import GuardRole, TreeRole
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.advice_view import advice_view, offer_view
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer
from guide.writing.rule_rows import offer_of, rule_rows


def escalate_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on which the reader finds who can help besides the platform."""
    expansion = expand_advice(catalogue, catalogue.tree(TreeRole.ADVICE))
    numbers = {section.id: number for number, section in enumerate(expansion.sections, 1)}
    return page_from(
        catalogue,
        PageId.ESCALATE,
        "escalate.md",
        writer,
        edit,
        sections=[_section(catalogue, section, numbers, writer) for section in expansion.sections],
        start=expansion.start,
        signs=catalogue.signs,
        offers=_continuations(expansion),
        rules=rule_rows(catalogue),
        only=lambda left: openness_html(catalogue, left, writer),
        chains=[_chain(catalogue, chain, writer) for chain in catalogue.rules.chains],
        guard=catalogue.guard(GuardRole.STATE),
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


def _continuations(expansion: Expansion) -> list[View]:
    """Return where every advice leads on to: what else may be the matter."""
    return [View(say=entry.offer, to=expansion.enter(entry.id).id) for entry in expansion.tree.entries if entry.offer]


def _chain(catalogue: Catalogue, chain: Chain, writer: Writer) -> View:
    return View(
        id=chain.id,
        title=chain.title,
        steps=[offer_view(offer_of(catalogue, item), catalogue, writer) for item in chain.steps],
        stop=chain.stop,
    )
