"""Plans: the rules of practice that hold for each platform and threat."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.deciding.plan import GENERAL, Plan, compose
from guide.model import MOST_PRINTED_STEPS
from guide.model.vocabulary import AuthorLearns, Stage
from guide.reading.load import Loaded
from tests import raw


@pytest.fixture(scope="session")
def plans(loaded: Loaded) -> list[Plan]:
    catalogue = loaded.catalogue
    return [compose(catalogue, p, t) for p in catalogue.platforms.values() for t in (GENERAL, *p.threats)]


def name(plan: Plan) -> str:
    return f"{plan.platform.id}/{plan.threat.id}"


def test_each_platform_has_a_plan_for_each_threat_that_names_it(root: Path, plans: list[Plan]) -> None:
    assert sorted(name(plan) for plan in plans) == raw.plans(root)


def test_a_plan_has_every_stage_once_and_people_first(plans: list[Plan]) -> None:
    for plan in plans:
        stages = [stage.stage for stage in plan.stages]
        assert sorted(stages) == sorted(Stage), name(plan)
        assert stages[0] is Stage.PEOPLE, name(plan)


def test_another_order_gives_its_reason(plans: list[Plan]) -> None:
    for plan in plans:
        assert plan.threat.order == tuple(Stage) or plan.threat.order_why, name(plan)


def test_every_stage_but_protection_has_a_step(plans: list[Plan]) -> None:
    for plan in plans:
        empty = [stage.stage for stage in plan.stages if not stage.steps]
        assert empty in ([], [Stage.PROTECT]), name(plan)


def test_a_plan_fits_its_sheet(plans: list[Plan]) -> None:
    assert {name(plan): plan.printed for plan in plans if plan.printed > MOST_PRINTED_STEPS} == {}


def test_no_step_stands_twice(plans: list[Plan]) -> None:
    for plan in plans:
        ids = [step.id for stage in plan.stages for step in stage.steps]
        assert len(ids) == len(set(ids)), f"{name(plan)}: {sorted(ids)}"


def test_what_leaves_the_readers_hands_says_what_the_author_learns(plans: list[Plan]) -> None:
    outward = (Stage.REPORT, Stage.BLOCK, Stage.NEXT, Stage.REFUSED, Stage.BEYOND)
    for plan in plans:
        for stage in plan.stages:
            for step in stage.steps:
                if stage.stage in outward:
                    assert step.author_learns is not None, f"{name(plan)}: {step.id}"
                if step.author_learns not in (None, AuthorLearns.NO):
                    assert step.learns_how is not None, f"{name(plan)}: {step.id}"


def test_stop_lists_are_short(plans: list[Plan]) -> None:
    for plan in plans:
        assert 3 <= len(plan.threat.avoid) <= 6, name(plan)


def test_intimate_images_ask_for_age_first(loaded: Loaded) -> None:
    assert loaded.catalogue.threats["intimate-images"].age_first


def test_the_deadline_of_the_board_is_worded_as_practice_asks(plans: list[Plan]) -> None:
    for plan in plans:
        for stage in plan.stages:
            for step in stage.steps:
                if step.more and "{days}" in step.more.source:
                    assert " hoy " in step.do.words
                    assert "El plazo que vimos es de {days} días" in step.more.words
                    assert "no está confirmado" in step.more.words
                    assert "inténtelo igual" in step.more.words


def test_an_unknown_plan_raises(loaded: Loaded) -> None:
    with pytest.raises(KeyError):
        compose(loaded.catalogue, next(iter(loaded.catalogue.platforms.values())), "nothing")
