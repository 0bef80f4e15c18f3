"""Help in the order for a reader's language: nothing that a State learns of moves up because it speaks it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.deciding.advice import advise
from guide.deciding.reading_order import for_readers_of, ordered
from guide.model import Route
from guide.model.situation import Dimension, Happened
from guide.model.vocabulary import ReachesState, Urgency
from guide.reading.load import Loaded


def route(state: ReachesState, urgency: Urgency, *, speaks: bool) -> Route:
    """Return what the order looks at of a route."""
    return cast("Route", SimpleNamespace(reaches_state=state, urgency=urgency, speaks=("pt",) if speaks else ()))


ROUTES = st.builds(route, st.sampled_from(ReachesState), st.sampled_from(Urgency), speaks=st.booleans())


def kind(one: Route | None) -> Any:
    """Return what makes doors alike; ``None`` for what is no door."""
    return one and (one.reaches_state, one.urgency)


@given(st.lists(st.none() | ROUTES, max_size=9))
def test_each_place_stays_one_of_its_kind_and_who_speaks_comes_first(listed: list[Route | None]) -> None:
    numbers = list(ordered(range(len(listed)), listed, "pt"))
    after = [listed[number] for number in numbers]

    assert sorted(numbers) == list(range(len(listed)))
    assert [kind(one) for one in after] == [kind(one) for one in listed]
    # What is no door stays, and nothing moves across it.
    walls = [number for number, one in enumerate(listed) if one is None]
    assert [number for number in numbers if listed[number] is None] == walls
    for start, end in zip([-1, *walls], [*walls, len(listed)], strict=True):
        run = numbers[start + 1 : end]
        assert sorted(run) == list(range(start + 1, end))
        for own in {kind(listed[number]) for number in run}:
            same = [number for number in run if kind(listed[number]) == own]
            speaking = ["pt" in cast("Route", listed[number]).speaks for number in same]
            assert speaking == sorted(speaking, reverse=True)
            for speaks in (True, False):  # among equals the order of the data stays
                alike = [number for number, said in zip(same, speaking, strict=True) if said is speaks]
                assert alike == sorted(alike)


@pytest.mark.parametrize("code", ["pt", "fr", "ar"])
def test_readers_of_a_language_meet_who_speaks_it_first(loaded: Loaded, code: str) -> None:
    spanish = loaded.catalogue
    own = for_readers_of(spanish, code)
    moved = 0
    for name, threat in own.threats.items():
        before, after = spanish.threats[name].routes, threat.routes
        assert sorted(before) == sorted(after)
        moved += before != after
        for place, door in enumerate(after):
            for later in after[place + 1 :]:
                if kind(spanish.routes[door]) == kind(spanish.routes[later]):
                    assert code in spanish.routes[door].speaks or code not in spanish.routes[later].speaks
    assert moved or code == "fr"  # for French the data have the order already


def test_spanish_readers_keep_the_order_of_the_data(loaded: Loaded) -> None:
    assert for_readers_of(loaded.catalogue, "es") is loaded.catalogue


@pytest.mark.parametrize("code", ["pt", "ar"])
def test_an_advice_offers_the_same_in_every_language(loaded: Loaded, code: str) -> None:
    own = for_readers_of(loaded.catalogue, code)
    for country in loaded.catalogue.countries:
        known = {Dimension.HAPPENED: Happened.THREAT, Dimension.COUNTRY: country}
        before, after = advise(loaded.catalogue, known), advise(own, known)
        assert before.routes() == after.routes()
        states = [[offer.reaches_state for offer in told.offers()] for told in (before, after)]
        assert states[0] == states[1]
