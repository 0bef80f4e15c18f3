"""The search: what people in danger type finds the page that serves them, and nothing of it stays or leaves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import raw
from tests.browser.conftest import PHONE, Open
from tests.browser.sentences import ENGLISH, SPANISH, Sentence
from tests.conftest import ROOT

#: Share of the sentences that must find their page among the first results.
SHARE, FIRST = 0.95, 3


def results(page: Page, typed: str, most: int = FIRST) -> list[list[str]]:
    """Return where the first results of what is ``typed`` lead: the addresses of each."""
    page.locator("#query").fill(typed)
    addresses: list[list[str]] = page.locator(".results > li").evaluate_all(
        "items => items.map(item => Array.from(item.querySelectorAll('a'), a => a.getAttribute('href').slice(3)))"
    )
    return addresses[:most]


@pytest.mark.parametrize(("folder", "sentences"), [("", SPANISH), ("en/", ENGLISH)], ids=["es", "en"])
def test_what_people_type_finds_the_right_page_among_the_first_three(
    visit: Open, folder: str, sentences: list[Sentence]
) -> None:
    page = visit(f"{folder}search/")
    missed = []
    for sentence in sentences:
        found = results(page, sentence.typed)
        if not any(address in sentence.right for entry in found for address in entry):
            missed.append(f"{sentence.typed} → {[entry[0] for entry in found]}")

    told = f"{len(sentences) - len(missed)} of {len(sentences)} sentences found their page"
    print("\n".join([told, *missed]))
    assert len(missed) <= len(sentences) * (1 - SHARE), "\n".join([told, *missed])


def test_no_sentence_stands_among_the_words_of_a_page() -> None:
    """Otherwise the share would measure nothing."""
    assert len(SPANISH) + len(ENGLISH) >= 60
    said = [one["words"] for code in ("es", "en") for one in raw.read(ROOT, f"search/{code}.yml")["words"]]
    long = [sentence.typed for sentence in (*SPANISH, *ENGLISH) if len(sentence.typed.split()) > 3]

    assert len(long) > 60
    assert [typed for typed in long if any(typed in words for words in said)] == []


@pytest.mark.parametrize(
    ("folder", "typed", "leads"),
    [
        ("", "policía", "urgent/"),
        ("", "policia", "urgent/"),
        ("", "polisia", "urgent/"),
        ("", "PATRULLAS", "urgent/"),
        ("", "mi hija", "urgent/"),
        ("", "me siguen", "urgent/"),
        ("", "hay militares cerca y me amenazan por facebook", "urgent/"),
        ("", "no quiero vivir", "care/"),
        ("", "pienso en el suicidio", "care/"),
        ("en/", "police", "urgent/"),
        ("en/", "they follow me", "urgent/"),
        ("en/", "my daughter", "urgent/"),
        ("en/", "I don't want to live", "care/"),
    ],
)
def test_words_of_danger_lead_to_safety_before_anything_else(visit: Open, folder: str, typed: str, leads: str) -> None:
    page = visit(f"{folder}search/")

    assert results(page, typed, 1) == [[leads]]
    assert page.locator(".results > li").first.get_attribute("class") == "first"


def test_other_words_lead_to_what_they_say(visit: Open) -> None:
    page = visit("search/")
    for typed in ("fotos intimas", "la política de Meta", "imprimir"):
        results(page, typed)
        assert page.locator(".results .first").count() == 0, typed


def test_results_stand_on_the_first_screen_each_with_a_line_that_says_what_it_is(visit: Open) -> None:
    page = visit("search/", size=PHONE)
    page.locator("#query").fill("me robaron el facebook")
    box = page.locator(".results > li").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] < PHONE[1]
    assert page.locator(".index:not(.results)").is_hidden()
    for item in page.locator(".results > li").all():
        assert item.locator(".about").inner_text().strip()
    assert str(page.locator(".results > li").count()) in page.locator(".found").inner_text()


def test_where_nothing_is_found_the_page_leads_on(visit: Open) -> None:
    page = visit("search/")
    page.locator("#query").fill("xyzzy")

    assert page.locator(".results > li").count() == 0
    assert page.locator(".found").inner_text()
    links = [link.get_attribute("href") for link in page.locator(".not-here a:visible").all()]
    assert links == ["../urgent/", "../facebook/general/", "../instagram/general/", "../threads/general/", "#list"]
    page.locator(".not-here a[href='#list']").click()
    assert page.locator(".index:not(.results) > li:visible").count() > 100
    expect(page.locator("#query")).to_have_value("")


def test_a_door_that_is_open_to_some_only_says_for_whom(visit: Open) -> None:
    page = visit("search/")
    results(page, "luchadoras")
    line = page.locator(".results > li", has=page.locator("a[href='../routes/luchadoras/']")).inner_text()

    assert "Solo" in line
    assert "México" in line


def test_a_body_without_a_page_is_found_on_its_country(visit: Open) -> None:
    page = visit("search/")
    names = [
        (country["id"], name["name"].partition(" (")[0])
        for country in raw.records(ROOT, "countries").values()
        for name in country.get("names", [])
    ]

    assert len(names) > 10
    lost = [(code, name) for code, name in names if [f"countries/{code}/"] not in results(page, name)]
    assert lost == []


def test_return_leads_to_the_first_result(visit: Open) -> None:
    page = visit("search/")
    page.locator("#query").fill("imprimir")
    page.locator("#query").press("Enter")

    expect(page.locator(".results a").first).to_be_focused()
    assert page.url.endswith("search/")


def test_what_is_typed_asks_nobody_and_stands_nowhere(visit: Open) -> None:
    page = visit("search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#query").fill("me siguen")

    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert [url for url in asked if not url.endswith("icon.svg")] == []
    assert page.url.endswith("search/")
    assert page.evaluate("history.state") is None


@pytest.mark.parametrize("path", ["search/", "routes/", "decisions/"])
def test_what_was_typed_is_gone_after_a_link_and_back_and_after_a_reload(visit: Open, path: str) -> None:
    page = visit(path)
    page.locator("#query").fill("periodista")
    page.locator("#menu a").first.click()
    page.wait_for_url(lambda url: not url.endswith(path))
    page.go_back()
    expect(page.locator("#query")).to_have_value("")
    assert page.locator(".results > li").count() == 0
    assert page.locator(".found").inner_text() == ""

    page.locator("#query").fill("periodista")
    page.reload()
    expect(page.locator("#query")).to_have_value("")


@pytest.mark.parametrize("path", ["search/", "routes/", "decisions/"])
def test_without_scripts_there_is_no_field_and_the_list_is_whole(visit: Open, path: str) -> None:
    page = visit(path, scripts=False)

    assert page.locator("input[type=search], input[type=text]").count() == 0
    assert page.locator(".index > li:visible, .entry:visible").count() > 20
