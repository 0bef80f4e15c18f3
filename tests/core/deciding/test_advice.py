"""The second tree against the rules: every combination of what can be answered, every rule, every route."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.checking.safety import AT_ONCE
from guide.deciding.advice import Advice, Offer, advise, careful, guards_before, is_avoided
from guide.deciding.escalation import MOST_SECTIONS, Expansion, Section, expand_advice
from guide.deciding.openness import Open, applies, open_to
from guide.model import Answer, Catalogue, Route, Rule
from guide.model.condition import When
from guide.model.situation import SITUATION, Dimension
from guide.model.vocabulary import ReachesState, StateRoute
from guide.reading.load import Loaded
from tests import raw

Situation = dict[Dimension, str]
#: Routes that a check by kind would miss (rule P5).
ALWAYS_GUARDED = ("safernet", "iachr-pm", "un-sr-hrd", "oecd-ncp", "eu-missions", "flip", "pe-mecanismo", "un-wgad")


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    """The project's own catalogue."""
    return loaded.catalogue


@pytest.fixture(scope="module")
def expansion(catalogue: Catalogue) -> Expansion:
    """The second tree, expanded once."""
    return expand_advice(catalogue, catalogue.trees["escalate"])


def situations() -> Iterator[Situation]:
    """Yield every combination of the vocabulary."""
    for values in itertools.product(*SITUATION.values()):
        yield dict(zip(SITUATION, values, strict=True))


def is_true(answer: Answer, situation: Situation) -> bool:
    """Return whether somebody in ``situation`` can truly give ``answer``.

    Who answers that somebody was detained says nothing of a danger today, whatever the tree goes on with.
    """
    told = {k: v for k, v in answer.sets.items() if not (k is Dimension.DANGER and Dimension.HAPPENED in answer.sets)}
    return all(situation[name] == value for name, value in told.items())


def ends(expansion: Expansion, start: str, situation: Situation) -> list[Section]:
    """Return every advice that true answers lead to from ``start`` on."""
    found, queue = [], [start]
    while queue:
        section = expansion.section(queue.pop())
        if section.question is None:
            found.append(section)
        else:
            queue += [step.to for step in section.steps if is_true(step.answer, situation)]
    return found


def names(offers: tuple[Offer, ...]) -> set[str]:
    """Return the ids of the routes among ``offers``."""
    return {offer.route.id for offer in offers if offer.route}


@pytest.mark.slow
def test_every_combination_ends_in_routes_and_none_that_it_should_avoid(
    catalogue: Catalogue, expansion: Expansion, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = [entry.id for entry in expansion.tree.entries if entry.offer]
    starts = [expansion.start, *(expansion.enter(name).id for name in offered)]
    count = 0
    for situation in situations():
        whole = advise(catalogue, situation)
        reached = [section for start in starts for section in ends(expansion, start, situation)]
        assert ends(expansion, expansion.start, situation), f"no way for {situation}"
        routes: set[str] = set()
        for section in reached:
            assert section.advice is not None
            assert section.advice.routes(), f"{section.id} ends in no route"
            assert section.advice.now, f"{section.id} has nothing to do now"
            wrong = [o for o in section.advice.offers() if is_avoided(o, whole.avoid)]
            assert not wrong, f"{section.id} offers what {situation} should avoid: {wrong}"
            closed = [
                o
                for o in section.advice.offers()
                if o.route and not o.only and is_closed(catalogue, o.route, situation)
            ]
            assert not closed, f"{section.id} offers what is closed in {situation}: {closed}"
            routes |= section.advice.routes()
        assert whole.routes() <= routes, f"{situation} never meets {whole.routes() - routes}"
        count += 1
    with capsys.disabled():
        print(f"\n{count} combinations, {len(expansion.sections)} sections.")
    assert count == math.prod(len(values) for values in SITUATION.values())


@pytest.mark.slow
def test_not_knowing_counts_as_the_careful_answer(catalogue: Catalogue) -> None:
    for situation in situations():
        if situation[Dimension.SAFE] == "unsure":
            no = {**situation, Dimension.SAFE: "no"}
            assert advise(catalogue, situation) == advise(catalogue, no)
        if situation[Dimension.DANGER] == "unsure":
            yes = {**situation, Dimension.DANGER: "yes"}
            assert advise(catalogue, situation) == advise(catalogue, yes)


def is_closed(catalogue: Catalogue, route: Route, situation: Situation) -> bool:
    """Return whether ``route`` is closed to somebody in ``situation``."""
    return open_to(catalogue, route, situation) is Open.NO


def all_advice(catalogue: Catalogue, expansion: Expansion) -> Iterator[tuple[str, Situation, Advice]]:
    """Yield every advice that a page shows: those of the tree, and both variants of each country."""
    for section in expansion.sections:
        if section.advice is not None:
            yield section.id, careful(catalogue.rules, section.known), section.advice
    here = {Dimension.DANGER: "no", Dimension.HAPPENED: "threat", Dimension.WHERE: "same"}
    for name, country in catalogue.countries.items():
        for safe in ("no", "yes") if country.state is StateRoute.ADVICE else ("no",):
            known = {**here, Dimension.COUNTRY: name, Dimension.SAFE: safe}
            yield f"{name} {safe}", careful(catalogue.rules, known), advise(catalogue, known)


def test_nothing_that_a_state_learns_of_stands_under_now(catalogue: Catalogue, expansion: Expansion) -> None:
    for name, _, advice in all_advice(catalogue, expansion):
        assert [o for o in advice.now if o.reaches_state is not ReachesState.NO] == [], name


def test_authorities_are_offered_only_to_who_said_that_it_is_safe(catalogue: Catalogue, expansion: Expansion) -> None:
    own = {"mechanism", "prosecutor", "ombudsperson"}
    shown = 0
    for name, known, advice in all_advice(catalogue, expansion):
        for offer in advice.offers():
            kinds = {offer.route.kind.value} if offer.route else {kind.value for kind in offer.kinds}
            if kinds & own:
                shown += 1
                assert (known[Dimension.SAFE], known[Dimension.WHERE]) == ("yes", "same"), name
    assert shown > 10


def test_no_country_without_a_safe_state_route_offers_one(catalogue: Catalogue, root: Path) -> None:
    unsafe = [country for country in catalogue.countries.values() if country.state is not StateRoute.ADVICE]

    assert {country.id for country in unsafe} >= raw.only_by_name(root)
    for country in unsafe:
        listed = {*country.routes, *country.local, *country.beyond}
        assert not [n for n in listed if catalogue.routes[n].reaches_state in AT_ONCE], country.id


def test_every_route_that_reaches_a_state_has_its_guard(catalogue: Catalogue) -> None:
    for route in catalogue.routes.values():
        guards = {guard.id for guard in guards_before(catalogue, route)}
        assert ("g2" in guards) or route.reaches_state is ReachesState.NO, route.id
    for name in ALWAYS_GUARDED:
        assert "g2" in {guard.id for guard in guards_before(catalogue, catalogue.routes[name])}, name


def test_after_a_refusal_the_board_comes_first_for_who_is_safe_enough_to_write(catalogue: Catalogue) -> None:
    board = catalogue.board.id
    for happened in ("threat", "attack", "images"):
        for safe in SITUATION[Dimension.SAFE]:
            known = {Dimension.HAPPENED: happened, Dimension.ANSWER: "refused", Dimension.SAFE: safe}
            calm = advise(catalogue, {**known, Dimension.DANGER: "no"})
            in_danger = advise(catalogue, {**known, Dimension.DANGER: "yes"})

            assert calm.parallel[0].route is not None
            assert calm.parallel[0].route.id == board
            assert board not in names((*calm.now, *calm.next))
            assert board in names(in_danger.next)
            assert board not in names((*in_danger.now, *in_danger.parallel))


def test_every_rule_is_reached(catalogue: Catalogue, expansion: Expansion) -> None:
    seen = {rule.id for _, _, advice in all_advice(catalogue, expansion) for rule in advice.rules}

    assert seen == {rule.id for rule in catalogue.rules.rules}


def test_the_page_stays_small_and_asks_six_questions_at_most(expansion: Expansion) -> None:
    assert len(expansion.sections) <= MOST_SECTIONS
    assert max(section.depth for section in expansion.sections if section.question) <= 6


def test_entries_keep_their_ids_and_ask_nothing_twice(expansion: Expansion) -> None:
    for entry in expansion.tree.entries:
        start = expansion.enter(entry.id)
        assert start.id == entry.id
        asked, queue = set(), [start.id]
        while queue:
            section = expansion.section(queue.pop())
            for step in section.steps:
                asked |= set(step.answer.sets)
                queue.append(step.to)
        assert not asked & {name for name in entry.known if name is not Dimension.DANGER}, entry.id


def test_ids_of_sections_tell_nothing_in_a_history(expansion: Expansion) -> None:
    entries = {entry.id for entry in expansion.tree.entries}
    for section in expansion.sections:
        assert section.id in entries or section.id.split("-")[0] in ("q", "p")


def test_what_is_avoided_beats_all_else(catalogue: Catalogue) -> None:
    route = catalogue.routes["pe-mecanismo"]
    unsafe = advise(catalogue, {Dimension.HAPPENED: "threat", Dimension.SAFE: "no", Dimension.COUNTRY: "pe"})

    assert route.id not in unsafe.routes()
    assert is_avoided(Offer(route=route), unsafe.avoid)


def test_conditions_are_any_of_and_all_of(catalogue: Catalogue) -> None:
    known = {Dimension.SAFE: "no", Dimension.WHERE: "same"}
    both = When(safe=("no",), where=("exile",))

    assert applies(catalogue, (), known)
    assert not applies(catalogue, (both,), known)
    assert applies(catalogue, (both, When(safe=("no",))), known)
    assert not applies(catalogue, (When.model_validate({"safe": ("no",), "not": {"where": ("same",)}}),), known)
    assert catalogue.rules.careful[Dimension.SAFE] == "no"


def _without_offices(rule: Rule) -> set[str]:
    """Return the countries in which ``rule`` says: no office of the State."""
    told = any(item.id == "offices" for item in rule.avoid)
    return {name for condition in rule.when for name in condition.country} if told else set()


def test_a_stricter_no_is_not_followed_by_a_softer_one(catalogue: Catalogue) -> None:
    # "No office of the State", and then "not without legal advice", would open the door again.
    strict = {country for rule in catalogue.rules.rules for country in _without_offices(rule)}
    assert strict
    for name in strict:
        told = [item.id for item in advise(catalogue, {Dimension.COUNTRY: name, Dimension.HAPPENED: "threat"}).avoid]
        assert "offices" in told, name
        assert "state" not in told, name
    assert "state" in [item.id for item in advise(catalogue, {Dimension.COUNTRY: "pe"}).avoid]


def test_regulators_that_pass_cases_on_are_offered_only_to_who_said_that_it_is_safe(catalogue: Catalogue) -> None:
    for country, route in (("au", "au-esafety"), ("gb", "uk-ofcom")):
        known = {Dimension.COUNTRY: country, Dimension.HAPPENED: "threat", Dimension.WHERE: "same"}
        assert route not in advise(catalogue, known).routes()
        assert route in advise(catalogue, {**known, Dimension.SAFE: "yes"}).routes()
