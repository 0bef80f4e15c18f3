"""From the home page to the first concrete action, by really tapping: at most four taps, scripts off and on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from guide.book import read_book
from guide.deciding.plan import GENERAL
from guide.deciding.tree import covered
from tests.browser.conftest import PHONE, Open
from tests.conftest import ROOT

CATALOGUE = read_book(ROOT).loaded.catalogue
PLATFORMS = list(CATALOGUE.platforms)
ALL = covered(CATALOGUE, CATALOGUE.platforms[PLATFORMS[0]])
#: All threats on the first platform, three on each of the others.
WALKS = [(PLATFORMS[0], threat) for threat in ALL]
WALKS += [(platform, threat) for platform in PLATFORMS[1:] for threat in (ALL[0], ALL[len(ALL) // 2], ALL[-1])]
MOST_TAPS = 4


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts-off", "scripts-on"])
@pytest.mark.parametrize(("platform", "threat"), WALKS)
def test_four_taps_lead_to_the_first_action(visit: Open, platform: str, threat: str, scripts: bool) -> None:
    page = visit("", scripts=scripts)
    taps = 0
    for selector in (
        f"#report a.button:has-text('{CATALOGUE.platforms[platform].name}')",
        ".question:visible a.answer[href='#what']",
        f".question:visible a.answer[href='#stage-{threat}']",
        ".question:visible a.answer >> nth=0",
    ):
        page.locator(selector).first.click()
        taps += 1

    assert taps <= MOST_TAPS
    assert page.url.endswith(f"/{platform}/{threat}/")
    first = page.locator(".now li a, #age-first").first
    expect(first).to_be_visible()
    assert first.bounding_box()["y"] < PHONE[1]  # type: ignore[index]


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts-off", "scripts-on"])
def test_one_question_stands_at_a_time_and_back_is_the_browsers(visit: Open, scripts: bool) -> None:
    page = visit(f"{PLATFORMS[0]}/", scripts=scripts)
    assert page.locator(".question:visible").count() == 1

    page.locator("a.answer[href='#what']").first.click()
    assert page.locator(".question:visible").get_attribute("id") == "what"
    page.go_back()
    assert page.locator(".question:visible").get_attribute("id") == "danger"


def test_a_step_can_be_shared_by_its_link(visit: Open) -> None:
    page = visit(f"{PLATFORMS[0]}/#stage-{ALL[0]}", scripts=False)

    assert page.locator(".question:visible").get_attribute("id") == f"stage-{ALL[0]}"


def test_answers_lead_to_the_right_place_of_the_plan(visit: Open) -> None:
    for anchor in ("next", "refused"):
        page = visit(f"{PLATFORMS[0]}/#stage-{ALL[0]}", scripts=False)
        page.locator(f".question:visible a.answer[href$='#{anchor}']").click()
        assert page.url.endswith(f"/{ALL[0]}/no/#{anchor}")
        assert page.locator(f"#{anchor}").bounding_box()["y"] < PHONE[1]  # type: ignore[index]


def test_danger_and_detention_lead_to_the_urgent_page(visit: Open) -> None:
    page = visit(f"{PLATFORMS[0]}/", scripts=False)
    page.locator("a.answer.danger").first.click()
    assert "/urgent/" in page.url
    page = visit(f"{PLATFORMS[0]}/", scripts=False)
    page.locator("a.answer[href$='#taken']").click()
    assert page.locator("#taken").bounding_box()["y"] < PHONE[1]  # type: ignore[index]


def test_danger_leads_on_to_the_plan_without_a_false_answer(visit: Open) -> None:
    for answer in ("today", "unsure"):
        page = visit(f"{PLATFORMS[0]}/", scripts=False)
        words = next(a.say.words for a in CATALOGUE.trees["report"].questions["danger"].answers if a.id == answer)
        page.locator(f".question:visible a.answer:has(strong:text-is('{words}'))").click()
        assert page.url.endswith("/urgent/")
        page.locator(f"#safe ~ ol a.button:has-text('{CATALOGUE.platforms[PLATFORMS[0]].name}')").click()
        assert page.url.endswith(f"/{PLATFORMS[0]}/#what")
        assert page.locator(".question:visible").get_attribute("id") == "what"


def test_who_does_not_know_reaches_the_general_plan_from_each_question_after_danger(visit: Open) -> None:
    for place in ("#what", f"#stage-{ALL[0]}"):
        page = visit(f"{PLATFORMS[0]}/{place}", scripts=False)
        page.locator(f".question:visible a.answer[href$='{GENERAL}/']").click()
        assert page.url.endswith(f"/{PLATFORMS[0]}/{GENERAL}/")
