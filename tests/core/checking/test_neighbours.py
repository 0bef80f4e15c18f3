"""Plans near each other: what the data say of their order, and orders that come back to where they began."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.checking.check import load_all
from guide.model.fault import DataError
from guide.reading.load import Loaded

Change = Callable[[str, str, str], Path]


def test_what_is_most_dangerous_goes_first(loaded: Loaded) -> None:
    before = {
        name: {near.plan for near in threat.near if near.first} for name, threat in loaded.catalogue.threats.items()
    }

    assert before["stalking"] == set(), "somebody who may come is never sent elsewhere first"
    assert before["doxxing"] == {"stalking"}
    assert {"stalking", "doxxing"} <= before["direct-threat"] & before["coded-threat"]
    for name in ("gendered-attack", "intimate-images", "outing", "smear", "terruqueo", "hate-speech", "brigading"):
        assert "direct-threat" in before[name], name


def test_a_stolen_and_a_suspended_account_lead_to_each_other_and_know_both_together(loaded: Loaded) -> None:
    stolen, closed = (loaded.catalogue.threats[name] for name in ("hacked-account", "wrongful-removal"))

    told = {near.first for near in stolen.near if near.plan == closed.id}
    assert told == {None, False}
    assert {near.first for near in closed.near if near.plan == stolen.id} == {None, True}
    assert "después {owner} la suspendió" in stolen.right_if.words


def test_every_plan_says_for_whom_it_is_and_knows_a_neighbour(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    plans = (catalogue.general, *catalogue.threats.values())
    # One that was just added may know none yet.
    assert sum(bool(threat.near) for threat in plans) >= 16
    for threat in plans:
        assert threat.right_if.words.startswith("Está en el lugar correcto si ")
        for near in threat.near:
            assert not near.when.words.endswith("."), f"{threat.id}: completes a sentence that ends in «si»"
            assert near.when.words[0].islower() or near.when.words.startswith("{owner} "), threat.id


def test_an_order_that_comes_back_to_its_start_is_refused(copy: Path, change: Change) -> None:
    # Stalking goes before doxxing, and doxxing before the open threat: the threat must not go before stalking.
    change("threats/stalking.yml", 'when: "le amenazan de frente", first: false', 'when: "le amenazan", first: true')
    change("threats/direct-threat.yml", 'dónde está", first: true', 'dónde está", first: false')

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert {fault.rule for fault in caught.value.faults} == {"neighbour-order"}
    files = {fault.file.rpartition("/")[2] for fault in caught.value.faults}
    assert files == {"stalking.yml", "doxxing.yml", "direct-threat.yml"}


def test_two_plans_that_both_follow_are_told_at_both(copy: Path, change: Change) -> None:
    change("threats/doxxing.yml", 'dónde está", first: true', 'dónde está", first: false')

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert [(fault.rule, fault.file) for fault in caught.value.faults] == [
        ("neighbour-order", "data/threats/doxxing.yml"),
        ("neighbour-order", "data/threats/stalking.yml"),
    ]
    assert "afterwards" in caught.value.faults[0].message
