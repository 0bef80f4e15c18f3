"""The second tree against the rules: every combination of what can be answered, every rule, every route."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.checking.safety import AT_ONCE
from guide.deciding.advice import UNSURE, Advice, Offer, advise, careful, guards_before, is_avoided
from guide.deciding.openness import Open, applies, open_to, to_judge
from guide.deciding.results import MOST_RESULTS, ROLES, WHERES, said_of
from guide.model import Catalogue, Route, Rule
from guide.model.condition import When
from guide.model.reference import Reference
from guide.model.situation import SITUATION, Dimension
from guide.model.vocabulary import ReachesState, StateRoute
from guide.reading.load import Loaded
from guide.writing.links import path_of
from tests import raw

Situation = dict[Dimension, str]
#: What a page does not ask in its address.
ASKED = (Dimension.SAFE, Dimension.ROLE, Dimension.WHERE)
#: Routes that a check by kind would miss (rule P5).
ALWAYS_GUARDED = ("safernet", "iachr-pm", "un-sr-hrd", "oecd-ncp", "eu-missions", "flip", "pe-mecanismo", "un-wgad")


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    """The project's own catalogue."""
    return loaded.catalogue


def situations() -> Iterator[Situation]:
    """Yield every combination of the vocabulary."""
    for values in itertools.product(*SITUATION.values()):
        yield dict(zip(SITUATION, values, strict=True))


def keys(advice: Advice) -> set[tuple[str, object]]:
    """Return what an advice says, each thing with its part."""
    offered = {(name, thing(offer)) for name, offers in advice.parts for offer in offers}
    return offered | {("avoid", item.text.source) for item in advice.avoid}


def names(offers: tuple[Offer, ...]) -> set[str]:
    """Return the ids of the routes among ``offers``."""
    return {offer.route.id for offer in offers if offer.route}


def thing(offer: Offer) -> object:
    """Return what is offered, whoever it is for."""
    if offer.route:
        return offer.route.id
    return offer.action.id if offer.action else offer.kinds


def test_a_result_says_to_everybody_what_the_rules_say(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    count = 0
    here = {Dimension.DANGER: "no", Dimension.HAPPENED: "threat", Dimension.WHERE: "same"}
    pages = [dict(result.known) for result in catalogue.results.values()]
    pages += [{**here, Dimension.COUNTRY: name} for name in catalogue.countries]
    for known in pages:
        said = said_of(catalogue, known)
        for safe, role, where in itertools.product(*(SITUATION[name] for name in ASKED)):
            if known.get(Dimension.WHERE, where) != where:
                continue
            whole = advise(catalogue, {**known, Dimension.SAFE: safe, Dimension.ROLE: role, Dimension.WHERE: where})
            counts_as = careful(catalogue.rules, {Dimension.ROLE: role, Dimension.WHERE: where})
            read = said.to(safe=safe == "yes", role=counts_as[Dimension.ROLE], where=counts_as[Dimension.WHERE])
            left = keys(whole) - read
            assert not read - keys(whole), (known, safe, role, where)
            # Who does not say what she does is offered what is for some, with for whom; on the page it says so itself.
            by_role = {name for name, route in catalogue.routes.items() if route.open_to.role}
            assert {name for _, name in left} <= (by_role if role == "unsure" else set()), (known, safe, role, where)
            count += 1
    with capsys.disabled():
        print(f"\n{count} readers of {len(pages)} pages.")
    assert count > 1500


def test_what_a_result_leaves_to_judge_is_said(catalogue: Catalogue) -> None:
    shown = 0
    for result in catalogue.results.values():
        for line in said_of(catalogue, result.known).lines():
            if line.offer is None or line.offer.route is None:
                continue
            for role in line.roles or ROLES:
                for where in line.wheres or WHERES:
                    known = {**result.known, Dimension.ROLE: role, Dimension.WHERE: where}
                    if line.wheres and "exile" not in line.wheres:
                        known[Dimension.WHERE] = "same"  # "if you live in your country" stands before it
                    left = to_judge(catalogue, line.offer.route, known)
                    if left is not None:
                        shown += 1
                        assert line.offer.only is not None, (result.id, line.offer.route.id)
                    assert not is_closed(catalogue, line.offer.route, known), (result.id, line.offer.route.id)
    assert shown > 50


@pytest.mark.slow
def test_not_knowing_counts_as_the_careful_answer(catalogue: Catalogue) -> None:
    # Of role and place the reader judges what nobody said, so there the careful answer does not say it all.
    apart = (Dimension.ROLE, Dimension.WHERE)
    careful_answers = {name: value for name, value in catalogue.rules.careful.items() if name not in apart}
    for situation in situations():
        answered = {
            name: careful_answers.get(name, value) if value == UNSURE else value for name, value in situation.items()
        }
        if answered != situation:
            assert advise(catalogue, situation) == advise(catalogue, answered)


def is_closed(catalogue: Catalogue, route: Route, situation: Situation) -> bool:
    """Return whether ``route`` is closed to somebody in ``situation``."""
    return open_to(catalogue, route, situation) is Open.NO


def all_advice(catalogue: Catalogue) -> Iterator[tuple[str, Situation, Advice]]:
    """Yield every advice that a page shows: those of the results, and both variants of each country."""
    for result in catalogue.results.values():
        for safe, role, where in itertools.product(("yes", "no"), ROLES, WHERES):
            known = {**result.known, Dimension.SAFE: safe, Dimension.ROLE: role, Dimension.WHERE: where}
            known.update(result.known)
            yield result.id, careful(catalogue.rules, known), advise(catalogue, known)
    here = {Dimension.DANGER: "no", Dimension.HAPPENED: "threat", Dimension.WHERE: "same"}
    for name, country in catalogue.countries.items():
        for safe in ("no", "yes") if country.state is StateRoute.ADVICE else ("no",):
            known = {**here, Dimension.COUNTRY: name, Dimension.SAFE: safe}
            yield f"{name} {safe}", careful(catalogue.rules, known), advise(catalogue, known)


def test_nothing_that_a_state_learns_of_stands_under_now(catalogue: Catalogue) -> None:
    for name, _, advice in all_advice(catalogue):
        assert [o for o in advice.now if o.reaches_state is not ReachesState.NO] == [], name


def test_authorities_are_offered_only_to_who_said_that_it_is_safe(catalogue: Catalogue) -> None:
    own = {"mechanism", "prosecutor", "ombudsperson"}
    shown = 0
    for name, known, advice in all_advice(catalogue):
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


def test_every_rule_is_reached(catalogue: Catalogue) -> None:
    seen = {rule.id for _, _, advice in all_advice(catalogue) for rule in advice.rules}

    assert seen == {rule.id for rule in catalogue.rules.rules}


def test_results_are_few_and_their_addresses_tell_nothing(catalogue: Catalogue) -> None:
    assert 15 <= len(catalogue.results) <= MOST_RESULTS
    paths = [str(path_of(Reference("result", name, ""))) for name in catalogue.results]
    assert len(set(paths)) == len(paths)
    assert all(re.fullmatch(r"escalate/[0-9a-f]{4}/", path) for path in paths)


def test_every_answer_of_the_second_tree_ends_at_a_page(catalogue: Catalogue) -> None:
    tree = catalogue.trees["escalate"]
    ends = {answer.to for question in tree.questions.values() for answer in question.answers}

    assert {f"result:{name}" for name in catalogue.results} <= ends
    danger = {answer.id: answer.to for answer in tree.questions["danger"].answers}
    assert danger["today"] == danger["unsure"] == "page:urgent"


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
