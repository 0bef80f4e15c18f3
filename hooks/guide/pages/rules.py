"""``/rules/``: every rule of the second tree, and the chains in which routes follow one another."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue, Chain
from guide.model.roles import GuardRole
from guide.model.text import Text
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing.advice_view import OfferView, offer_view
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer
from guide.writing.rule_rows import offer_of, rule_rows


@dataclass(frozen=True, slots=True)
class ChainView:
    """How routes follow one another, and when to stop or switch."""

    id: str
    title: Text
    steps: tuple[OfferView, ...]
    stop: Text


def rules_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of all rules (D1–D19) and chains (C1–C5)."""
    return page_from(
        catalogue,
        PageId.RULES,
        "rules.md",
        writer,
        edit,
        rules=rule_rows(catalogue),
        only=lambda left: openness_html(catalogue, left, writer),
        chains=[_chain(catalogue, chain, writer) for chain in catalogue.rules.chains],
        guard=catalogue.guard(GuardRole.STATE),
    )


def _chain(catalogue: Catalogue, chain: Chain, writer: Writer) -> ChainView:
    steps = tuple(offer_view(offer_of(catalogue, item), catalogue, writer) for item in chain.steps)
    return ChainView(chain.id, chain.title, steps, chain.stop)
