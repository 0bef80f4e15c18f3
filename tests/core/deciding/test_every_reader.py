"""Every reader of a plan: platform, threat, place, person and account; each has a first action and a way on."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from guide.deciding.plan import GENERAL, STAGES, Plan, compose
from guide.model.roles import StepRole
from guide.model.vocabulary import PlanPart, Stage
from guide.model.whom import Whom
from guide.reading.load import Loaded

#: Whether the reader has an account there, has none, or lost it.
ACCOUNTS = ("own", "none", "lost")
#: The plan of who lost an account.
LOST = "hacked-account"


@pytest.fixture(scope="module")
def plans(loaded: Loaded) -> dict[tuple[str, str], Plan]:
    catalogue = loaded.catalogue
    return {
        (name, threat): compose(catalogue, platform, threat)
        for name, platform in catalogue.platforms.items()
        for threat in (GENERAL, *platform.threats)
    }


def test_every_reader_has_a_first_action_evidence_a_way_to_report_and_a_text(
    loaded: Loaded, plans: dict[tuple[str, str], Plan]
) -> None:
    other_way = loaded.catalogue.other_way
    counted: Counter[str] = Counter()
    for (platform, threat), own in plans.items():
        for surface, who, account in product(own.surfaces, Whom, ACCOUNTS):
            where = f"{platform}/{threat}/{surface.id}, {who}, account {account}"
            plan = plans[platform, LOST] if account == "lost" else own
            stages = {stage.stage: stage.steps for stage in plan.stages}

            assert len(plan.threat.now) == 3, where
            assert stages[Stage.PEOPLE], where
            assert stages[Stage.EVIDENCE], where
            if account == "none" and own.reports_by_menu:
                # Without an account there is a page of its own: no step of it needs one.
                assert any(part.forms for part in other_way.parts), where
                counted["asks somebody with an account, or uses a form"] += 1
                text = bool(other_way.text.lines)
            elif plan.reports_by_menu:
                assert surface.report or surface.instead, where
                counted["has the menu of the place" if surface.report else "is told that no menu is known"] += 1
                text = any(item.said_by(who) for item in plan.first_texts)
            else:
                assert any(step.link or step.do for step in stages[Stage.REPORT]), where
                counted["asks for it without a menu"] += 1
                text = any(item.said_by(who) for item in plan.first_texts)
            assert text, where
            counted["readers"] += 1
    print(dict(counted))
    assert counted["readers"] == sum(len(plan.surfaces) for plan in plans.values()) * len(Whom) * len(ACCOUNTS)


def test_no_step_before_a_lost_account_is_back_needs_it(plans: dict[tuple[str, str], Plan]) -> None:
    for (_, threat), plan in plans.items():
        if threat == LOST:
            assert not plan.reports_by_menu
            now = [step for stage in plan.stages if stage.stage in STAGES[PlanPart.NOW] for step in stage.steps]
            assert all(step.role not in (StepRole.OPENS_MENU, StepRole.CHOOSES) for step in now)
