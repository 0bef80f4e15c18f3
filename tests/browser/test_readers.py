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


#: What a reader sees: the open panels, whether links to places show, lines of hers, of others, and of other places.
SEEN = """([who, place]) => {
  const seen = (where) => Array.from(document.querySelectorAll(where)).filter((node) => node.checkVisibility());
  const mine = (node) => node.classList.contains(`for-${who}`);
  const panels = seen("section.place .panel");
  return {
    panels: panels.map((node) => node.parentElement.id),
    words: panels.map((node) => node.innerText.trim().length).reduce((a, b) => a + b, 0),
    links: seen(".place-links").length > 0,
    said: seen("[data-copy] p.only").some(mine) || seen(".copytext.only").some(mine),
    others: seen("[data-copy] p.only").filter((node) => !mine(node)).map((node) => node.textContent),
    whose: seen(".whose").length,
    elsewhere: seen(".at").filter((node) => !node.classList.contains(`at-${place}`)).map((node) => node.className),
  };
}"""


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

    picked = str(places.nth(place).get_attribute("id")).removeprefix("on-")
    seen = page.evaluate(SEEN, [who.value, picked])
    assert seen["panels"] == [f"on-{picked}"]
    assert seen["words"] > 0
    assert not seen["links"]
    # A text that is for some only says so itself; then its lines are everybody's.
    assert seen["said"]
    assert seen["others"] == [], f"{path}: what others say shows to {who}"
    assert seen["whose"] == 0
    # Every choice that shows is for this place, or for all.
    assert seen["elsewhere"] == []


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
