"""Pages of the countries: ``/countries/`` and ``/countries/<iso>/``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace as View

from guide.deciding.advice import advise, offers_in
from guide.deciding.results import Said, said_of
from guide.model import Catalogue, Country
from guide.model.line import LineKind
from guide.model.roles import GuardRole
from guide.model.situation import Dimension, Happened
from guide.model.text import Text
from guide.model.vocabulary import PageId, StateRoute
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import source_view
from guide.writing.advice_view import OfferView, offer_view
from guide.writing.line_view import lines_in
from guide.writing.name_view import name_view
from guide.writing.render import Writer, render
from guide.writing.result_view import BlockView, SaidView, said_view

#: The situation of a country's page: a threat, everybody at home; each variant adds what is safe (rule P6).
_HERE = {Dimension.DANGER: "no", Dimension.HAPPENED: Happened.THREAT.value, Dimension.WHERE: "same"}


def countries_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the list of countries, those without a safe State route marked."""
    items = sorted(catalogue.countries.values(), key=lambda country: country.name.words)
    return page_from(
        catalogue,
        PageId.COUNTRIES,
        "countries.md",
        writer,
        edit,
        countries=[View(id=item.id, name=item.name, state=item.state.value) for item in items],
        guard=catalogue.guard(GuardRole.STATE),
    )


def country_page(catalogue: Catalogue, country: Country, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page of a country: whether the State is safe, warnings, what to do in both cases, who there is."""
    known = {**_HERE, Dimension.COUNTRY: country.id}
    said = said_of(catalogue, known)
    if country.state is not StateRoute.ADVICE:
        said = replace(said, careful=(*said.common, *said.careful), common=(), safe=())
    named = source_view.named_sources(country)
    for group in (country.routes, country.local, country.beyond):
        named += [name for route in group for name in catalogue.routes[route].sources]
    named += [name for item in catalogue.lines.values() if item.country == country.id for name in item.sources]
    local = _offers(catalogue, country, country.local, writer)
    body = render(
        "country.md",
        writer,
        title=writer.uim("country-title", name=writer.m(country.name)),
        country=country,
        state=country.state.value,
        said=_lead_on(said_view(catalogue, said, known, writer), country, writer),
        reasons=_reasons(catalogue, country),
        answers=_answers(catalogue, country, said, writer),
        own=_offers(catalogue, country, country.routes, writer),
        local=local,
        local_guarded=any(item.state for item in local),
        beyond=_offers(catalogue, country, country.beyond, writer),
        names=[name_view(item, catalogue, writer) for item in country.names],
        crisis=lines_in(catalogue, LineKind.CRISIS, country.id, writer),
        money=lines_in(catalogue, LineKind.MONEY, country.id, writer),
        checked=writer.date(country.checked),
        guard=catalogue.guard(GuardRole.STATE),
        sources=source_view.sources(catalogue, named),
    )
    return Page(
        language=writer.language,
        path=f"countries/{country.id}/",
        kind="country",
        title=writer.plain(catalogue.interface["country-title"], name=writer.plain(country.name)),
        title_lang=writer.foreign(country.name),
        tab=f"{writer.plain(catalogue.interface['country-tab'])} · {writer.plain(country.tab)}",
        description=writer.plain(country.state_why),
        body=body,
        edit=edit,
        words=_words(country, writer),
        lastmod=str(country.checked),
        stale=writer.stale,
        missing=writer.missing,
    )


def _words(country: Country, writer: Writer) -> str:
    """Return the words by which search finds the country: its own, and those of the bodies that it names."""
    texts = [country.words, *(text for item in country.names for text in (item.name, item.words))]
    return ", ".join(writer.plain(text) for text in texts if text is not None)


def _answers(catalogue: Catalogue, country: Country, said: Said, writer: Writer) -> list[View]:
    """Return what this country adds when the platform said no, or nothing: its own dispute bodies and regulators."""
    out = []
    usual = {line.offer.route.id for line in said.lines() if line.offer and line.offer.route}
    for answer, word in (("refused", "escalate-refused"), ("silent", "escalate-silent")):
        known = {**_HERE, Dimension.ANSWER: answer}
        there = advise(catalogue, {**known, Dimension.COUNTRY: country.id})
        elsewhere = advise(catalogue, known)
        own = [o for o in there.offers() if o.route and o.route.id not in elsewhere.routes() | usual]
        avoid = [item.text for item in there.avoid if item not in elsewhere.avoid]
        if own:
            items = [offer_view(offer, catalogue, writer) for offer in own]
            guarded = any(offer.guarded for offer in own)
            out.append(View(id=answer, word=word, items=items, avoid=avoid, guarded=guarded))
    return out


def _reasons(catalogue: Catalogue, country: Country) -> list[Text]:
    """Return what this country is the reason for: the page's own heading says the rest."""
    advice = advise(catalogue, {**_HERE, Dimension.COUNTRY: country.id})
    return [rule.say for rule in advice.rules if any(when.country for when in rule.when)]


def _lead_on(said: SaidView, country: Country, writer: Writer) -> SaidView:
    """Let what leads to the list of countries lead to who is there: the list would lead back here."""
    here = "#local" if country.local else "#names" if country.names else "#beyond"
    back = writer.here.resolve("page:countries")

    def onward(block: BlockView) -> BlockView:
        parts = tuple(
            replace(part, lines=tuple(replace(x, target=here) if x.target == back else x for x in part.lines))
            for part in block.parts
        )
        return replace(block, parts=parts)

    return replace(said, common=onward(said.common), careful=onward(said.careful), safe=onward(said.safe))


def _offers(catalogue: Catalogue, country: Country, names: Iterable[str], writer: Writer) -> list[OfferView]:
    """Return routes as items, those of which no State learns first, so that the guard can stand before the rest."""
    here = {Dimension.COUNTRY: country.id, Dimension.WHERE: "same"}
    offers = [offer for name in names for offer in offers_in(catalogue, catalogue.routes[name], here)]
    return [offer_view(offer, catalogue, writer) for offer in sorted(offers, key=lambda offer: offer.guarded)]
