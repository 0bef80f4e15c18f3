"""The rules one by one, for the list that paper has instead of the second tree, and for the sheet of all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.deciding.advice import Offer, action_named
from guide.deciding.openness import If, to_judge
from guide.model import Advised, Catalogue, Route, Rule, When
from guide.model.situation import Dimension
from guide.model.text import Text, plain

#: Phrases for the conditions of single items, by what they ask of the situation; the rule itself says the rest.
_CONDITIONS: Mapping[tuple[str, object], str] = {
    (Dimension.ROLE, "journalist"): "when-journalist",
    (Dimension.SAFE, "yes"): "when-safe",
    (Dimension.ANSWER, "not-yet"): "when-not-yet",
    (Dimension.ANSWER, "refused"): "when-refused",
}


@dataclass(frozen=True, slots=True)
class RuleItem:
    """What a rule offers: its words, on what conditions, whether a State learns of it (rule P5), and for whom it is."""

    words: Text
    conditions: tuple[Text, ...]
    guarded: bool
    only: If | None = None


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule: when it applies, what it offers by part (``now``, ``parallel``, ``next``), and what to avoid."""

    id: str
    say: Text
    parts: tuple[tuple[str, tuple[RuleItem, ...]], ...]
    avoid: tuple[Text, ...]


def rule_rows(catalogue: Catalogue) -> tuple[RuleRow, ...]:
    """Return every rule in reading order."""
    return tuple(
        RuleRow(rule.id, rule.say, tuple(_parts(catalogue, rule)), tuple(item.text for item in rule.avoid))
        for rule in catalogue.rules.rules
    )


def offer_of(catalogue: Catalogue, item: Advised) -> Offer:
    """Return what an item of a rule or a chain offers, whatever the country."""
    if item.route:
        route = catalogue.routes[item.route]
        return Offer(route=route, only=to_judge(catalogue, route))
    return Offer(action=action_named(catalogue, item.action)) if item.action else Offer(kinds=item.kinds)


def _parts(catalogue: Catalogue, rule: Rule) -> Iterator[tuple[str, tuple[RuleItem, ...]]]:
    for name, items in (("now", rule.now), ("parallel", rule.parallel), ("next", rule.next)):
        if items:
            # Kinds of authority that the list does not tell apart are one item.
            yield name, tuple(dict.fromkeys(_item(catalogue, rule, item) for item in items))


def _item(catalogue: Catalogue, rule: Rule, item: Advised) -> RuleItem:
    offer = offer_of(catalogue, item)
    if offer.route:
        words = offer.route.name
    else:
        words = offer.action.do if offer.action else catalogue.interface["own-authorities"]
    # A route that names its country in its own name need not name it twice.
    conditions = [text for text in _conditions(catalogue, item.when) if plain(text.runs) not in plain(words.runs)]
    only = _only(catalogue, offer.route, (*rule.when, *item.when)) if offer.route else None
    return RuleItem(words, tuple(conditions), offer.guarded, only)


def _only(catalogue: Catalogue, route: Route, when: tuple[When, ...]) -> If | None:
    """Return what must be judged beyond what the rule and the item ask: a rule for Mexico need not say "in Mexico"."""
    known: dict[Dimension, str] = {}
    for condition in when:
        # Only what the rule narrows to what the route asks is told by the rule; the rest must be judged.
        if condition.role and set(condition.role) <= set(route.open_to.role):
            known[Dimension.ROLE] = condition.role[0]
        if condition.country and set(condition.country) <= set(route.open_to.countries):
            known[Dimension.COUNTRY] = condition.country[0]
    if Dimension.COUNTRY in known:
        known[Dimension.WHERE] = "same"
    left = to_judge(catalogue, route, known)
    if left and left.only.country and _in_name(catalogue, route, left.only.country):
        only = left.only.left(tuple(name for name in left.only.given() if name != "country"))
        left = If(only, left.never) if only.given() or left.never.given() else None
    return left


def _in_name(catalogue: Catalogue, route: Route, countries: tuple[str, ...]) -> bool:
    name = plain(route.name.runs)
    known = [catalogue.countries[country] for country in countries if country in catalogue.countries]
    return len(known) == len(countries) and all(plain(country.name.runs) in name for country in known)


def _conditions(catalogue: Catalogue, when: tuple[When, ...]) -> Iterator[Text]:
    """Yield the words for the conditions of an item: phrases of the interface, and names of countries."""
    for condition in when:
        for name, values in condition.asks:
            for value in values if isinstance(values, tuple) else ():
                if word := _CONDITIONS.get((name, value)):
                    yield catalogue.interface[word]
            if name == Dimension.WHERE and "exile" not in values and not condition.safe:
                yield catalogue.interface["when-not-exile"]
            if name == Dimension.COUNTRY:
                yield from (catalogue.countries[value].name for value in values if value in catalogue.countries)
