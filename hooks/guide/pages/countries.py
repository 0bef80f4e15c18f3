"""Pages of the countries: ``/countries/`` and ``/countries/<iso>/``."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace as View

from guide.deciding.advice import advise, offers_in
from guide.model import Catalogue, Country
from guide.model.line import LineKind
from guide.model.roles import GuardRole
from guide.model.situation import Dimension, Happened
from guide.model.vocabulary import PageId, StateRoute
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import source_view
from guide.writing.advice_view import advice_view, offer_view
from guide.writing.line_view import lines_in
from guide.writing.name_view import name_view
from guide.writing.render import Writer, render

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
    safe = country.state is StateRoute.ADVICE
    variants = [_variant(catalogue, country, "no", writer)]
    if safe:
        variants.append(_variant(catalogue, country, "yes", writer))
    named = source_view.named_sources(country)
    for group in (country.routes, country.local, country.beyond):
        named += [name for route in group for name in catalogue.routes[route].sources]
    named += [name for item in catalogue.lines.values() if item.country == country.id for name in item.sources]
    body = render(
        "country.md",
        writer,
        title=writer.uim("country-title", name=writer.m(country.name)),
        country=country,
        state=country.state.value,
        variants=variants,
        answers=_answers(catalogue, country, writer),
        own=_offers(catalogue, country, country.routes, writer),
        local=_offers(catalogue, country, country.local, writer),
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


def _answers(catalogue: Catalogue, country: Country, writer: Writer) -> list[View]:
    """Return what this country adds when the platform said no, or nothing: its own dispute bodies and regulators."""
    out = []
    for answer, word in (("refused", "escalate-refused"), ("silent", "escalate-silent")):
        known = {**_HERE, Dimension.ANSWER: answer}
        there = advise(catalogue, {**known, Dimension.COUNTRY: country.id})
        elsewhere = advise(catalogue, known)
        usual = advise(catalogue, {**_HERE, Dimension.COUNTRY: country.id}).routes()
        own = [o for o in there.offers() if o.route and o.route.id not in elsewhere.routes() | usual]
        avoid = [item.text for item in there.avoid if item not in elsewhere.avoid]
        if own:
            items = [offer_view(offer, catalogue, writer) for offer in own]
            guarded = any(offer.guarded for offer in own)
            out.append(View(id=answer, word=word, items=items, avoid=avoid, guarded=guarded))
    return out


def _variant(catalogue: Catalogue, country: Country, safe: str, writer: Writer) -> View:
    known = {**_HERE, Dimension.SAFE: safe, Dimension.COUNTRY: country.id}
    advice = advise(catalogue, known)
    shown = advice_view(catalogue, known, advice, writer)
    _lead_to_local(shown, country, writer)
    # Only what this country is the reason for: the page's own heading says the rest.
    reasons = [rule.say for rule in advice.rules if any(when.country for when in rule.when)]
    word = safe if country.state is StateRoute.ADVICE else "only"
    return View(id=safe, word=word, reasons=reasons, advice=shown)


def _lead_to_local(shown: View, country: Country, writer: Writer) -> None:
    """Let what leads to the list of countries lead to who is there: the list would lead back here."""
    here = "#local" if country.local else "#names" if country.names else "#beyond"
    for group in shown.parts:
        for item in group.items:
            if item.target == writer.here.resolve("page:countries"):
                item.target = here


def _offers(catalogue: Catalogue, country: Country, names: Iterable[str], writer: Writer) -> list[View]:
    """Return routes as items, those of which no State learns first, so that the guard can stand before the rest."""
    here = {Dimension.COUNTRY: country.id, Dimension.WHERE: "same"}
    offers = [offer for name in names for offer in offers_in(catalogue, catalogue.routes[name], here)]
    return [offer_view(offer, catalogue, writer) for offer in sorted(offers, key=lambda offer: offer.guarded)]
