"""A plan as one reader sees it: a place and a person are chosen without scripts, and only theirs shows."""

from __future__ import annotations

from itertools import islice, product

import pytest

from guide.model.whom import Whom
from tests.browser.conftest import Open

PLANS = ("instagram/coded-threat/", "facebook/doxxing/", "threads/direct-threat/", "facebook/gendered-attack/")
#: 24 of all readers: places and persons in turn.
SAMPLE = [
    (path, place, who) for number, (path, who) in enumerate(product(PLANS, (*Whom,)[:6])) for place in [number % 3]
]


def test_the_sample_is_of_twenty_four_and_has_everybody_but_one() -> None:
    assert len(SAMPLE) == 24
    assert {who for _, _, who in islice(SAMPLE, 6)} == set((*Whom,)[:6])


@pytest.mark.parametrize(("path", "place", "who"), SAMPLE)
def test_only_what_is_for_this_reader_and_place_shows(visit: Open, path: str, place: int, who: Whom) -> None:
    page = visit(path, scripts=False)
    places = page.locator("fieldset.surfaces section.place")
    if page.locator(f"#who-{who}").locator("xpath=ancestor::details").count():
        page.locator(".who details > summary").click()
    page.locator(f"#who-{who}").check(force=True)
    places.nth(place).locator("> input").check()

    shown = [index for index in range(places.count()) if places.nth(index).locator(".panel").is_visible()]
    assert shown == [place]
    assert places.nth(place).locator(".panel").inner_text().strip()
    assert page.locator(".place-links").is_hidden()
    said = page.locator(f".copytext:visible [data-copy] p.for-{who}:visible")
    # A text that is for some only says so itself; then its lines are everybody's.
    assert said.count() or page.locator(f".copytext.for-{who}:visible").count()
    for other in Whom:
        alone = page.locator(f"[data-copy] p.only.for-{other}:not(.for-{who}):visible")
        assert alone.count() == 0, f"{path}: what {other} says shows to {who}"
    assert page.locator(".whose:visible").count() == 0
    # Every choice that shows is for this place, or for all.
    picked = str(places.nth(place).get_attribute("id")).removeprefix("on-")
    for index in range(page.locator(".at:visible").count()):
        assert f"at-{picked}" in str(page.locator(".at:visible").nth(index).get_attribute("class"))


@pytest.mark.parametrize("who", [Whom.ME, Whom.ORGANISATION])
def test_without_has_everything_shows_under_its_own_name(visit: Open, who: Whom) -> None:
    page = visit("instagram/coded-threat/", scripts=False)
    page.emulate_media(media="print")
    titles = page.locator(".place-title").all_inner_texts()
    assert len(titles) == len(set(titles)) >= 4
    assert all(page.locator(".place-title").nth(n).is_visible() for n in range(len(titles)))
    # On paper the ticked person.
    if who is not Whom.ME:
        page.emulate_media(media="screen")
        page.locator(".who details > summary").click()
        page.locator(f"#who-{who}").check(force=True)
        page.emulate_media(media="print")
    assert page.locator(f"[data-copy] p.for-{who}").first.is_visible()
    assert page.locator(f"[data-copy] p.only:not(.for-{who}):visible").count() == 0
