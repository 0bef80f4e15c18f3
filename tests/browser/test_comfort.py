"""With scripts: focus, trail, copying, leaving. Without: everything is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "facebook/coded-threat/"


def test_focus_moves_to_the_question_and_the_answers_stay_visible(visit: Open) -> None:
    page = visit("facebook/")
    page.locator("a.answer[href='#what']").click()

    expect(page.locator("#h-what")).to_be_focused()
    expect(page.locator(".answers-given")).to_contain_text("No, nada de esto")
    page.locator("a.answer[href='#stage-doxxing'], a.answer[href^='#stage-']").first.click()
    expect(page.locator(".answers-given a")).to_have_count(3)
    page.go_back()
    expect(page.locator(".answers-given a")).to_have_count(2)
    page.locator(".answers-given a").last.click()
    expect(page.locator(".question:visible")).to_have_attribute("id", "danger")
    expect(page.locator(".answers-given a")).to_have_count(0)


def test_arrow_keys_move_between_answers(visit: Open) -> None:
    page = visit("facebook/")
    answers = page.locator(".question:visible a.answer")
    answers.first.focus()
    page.keyboard.press("ArrowDown")

    expect(answers.nth(1)).to_be_focused()


@pytest.mark.parametrize("path", [PLAN, "urgent/", "", "nothing/"])
def test_leaving_replaces_the_page_in_the_history(visit: Open, base: str, path: str) -> None:
    page = visit("glossary/")
    page.goto(base + path)
    page.evaluate("base => { document.querySelector('[data-exit]').href = base + 'about/'; }", base)
    length = page.evaluate("history.length")
    page.locator("[data-exit]").click()
    page.wait_for_url("**/about/")

    assert page.evaluate("history.length") == length
    page.go_back()
    assert page.url == f"{base}glossary/"


def test_three_times_shift_leaves_and_twice_does_not(visit: Open, base: str) -> None:
    page = visit(PLAN)
    page.evaluate("base => { document.querySelector('[data-exit]').href = base + 'about/'; }", base)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url.endswith(PLAN)
    page.keyboard.press("Shift")
    page.wait_for_url("**/about/")


def test_shift_with_anything_else_does_not_leave(visit: Open, base: str) -> None:
    page = visit(PLAN)
    page.evaluate("base => { document.querySelector('[data-exit]').href = base + 'about/'; }", base)
    title = page.locator("h1")
    for _ in range(4):  # somebody selects text
        title.click(modifiers=["Shift"])
    for key in ("Shift+Tab", "Shift+ArrowDown", "Shift+A", "Control+Shift", "Alt+Shift", "Shift+Control"):
        for _ in range(4):
            page.keyboard.press(key)
    for _ in range(4):  # somebody scrolls sideways
        page.keyboard.down("Shift")
        page.mouse.wheel(0, 1)
        page.wait_for_timeout(20)
        page.keyboard.up("Shift")
    page.keyboard.press("Shift")
    title.click()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(100)
    assert page.url.endswith(PLAN)
    assert page.locator("html").is_visible()

    page.keyboard.press("Shift")
    page.wait_for_url("**/about/")


def test_without_scripts_leaving_is_a_link(visit: Open) -> None:
    page = visit(PLAN, scripts=False)

    link = page.locator("header a.exit")
    assert link.get_attribute("href") == "https://www.wikipedia.org/"
    assert link.is_visible()


def test_a_text_can_be_copied(visit: Open) -> None:
    page = visit(PLAN, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".copytext button").first.click()

    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Soy la persona")
    assert "[" in text
    assert "\n" in text


#: A browser that has no clipboard for pages, one that refuses it, and one in which only the old way is left.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
NO_OLD_WAY = "document.execCommand = () => false"


@pytest.mark.parametrize("without", [NO_CLIPBOARD, REFUSED], ids=["no-clipboard", "refused"])
@pytest.mark.parametrize("single", [False, True], ids=["page", "single-file"])
def test_a_text_that_the_browser_does_not_copy_is_selected_and_that_is_said(
    visit: Open, without: str, *, single: bool
) -> None:
    page = visit(f"{PLAN}plan.html" if single else PLAN)
    page.evaluate(f"() => {{ {without}; {NO_OLD_WAY}; }}")
    box = page.locator("[data-copy]").first
    status = box.locator("xpath=following-sibling::*[@role='status']").first
    expect(status).to_have_text("")  # it is there before anything is said: else no screen reader hears it
    box.locator("xpath=following-sibling::button").first.click()

    expect(status).to_contain_text("Ya está seleccionado")
    chosen = page.evaluate("getSelection().toString()")
    assert chosen.startswith("Soy la persona")
    assert "[si es cierto]" not in chosen
    assert "representante autorizado" not in chosen


def test_a_text_is_copied_in_the_old_way_where_the_new_one_is_missing(visit: Open) -> None:
    page = visit(PLAN, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(f"() => {{ {REFUSED}; }}")
    page.locator(".copytext button").first.click()

    expect(page.locator(".copytext [role=status]").first).to_contain_text("Copiado")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Soy la persona")


def test_nothing_is_stored(visit: Open) -> None:
    page = visit(PLAN)
    page.locator(".tick input").first.check()
    page.locator("#who-helper").check()

    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert page.context.cookies() == []


def test_languages_keep_the_place(visit: Open) -> None:
    page = visit(f"{PLAN}#report")
    page.locator(".links a[hreflang=en]").click()

    assert page.url.endswith(f"/en/{PLAN}#report")
    page.locator(".links a[hreflang=es]").click()
    assert page.url.endswith(f"/{PLAN}#report")
    assert "/en/" not in page.url


@pytest.mark.parametrize("scripts", [False, True])
def test_a_plan_reads_for_the_helper_one_tap_away(visit: Open, scripts: bool) -> None:
    page = visit(PLAN, scripts=scripts)
    assert page.locator(".for-helper.whom").is_hidden()

    page.locator("#who-helper").check()

    assert page.locator(".for-helper.whom").is_visible()
    assert "Pregunte a esa persona qué quiere" in page.locator(".for-helper.whom").inner_text()


@pytest.mark.parametrize("scripts", [False, True])
def test_a_surface_shows_its_own_way(visit: Open, scripts: bool) -> None:
    page = visit(PLAN, scripts=scripts)
    assert page.locator(".surfaces .panel:visible").count() == 1

    page.locator("label[for=place-message]").click()

    assert page.locator(".surfaces .panel:visible").count() == 1
    assert "Submit report" in page.locator(".surfaces .panel:visible").inner_text()


def test_a_page_that_does_not_exist_speaks_both_languages(visit: Open) -> None:
    page = visit("nothing/here/")

    assert page.locator("section[lang=es]").is_visible()
    assert page.locator("section[lang=en]").is_visible()
    page.locator("section[lang=en] a").first.click()
    assert page.url.endswith("/en/")


def test_blanks_are_filled_on_the_page_copied_and_forgotten_on_leaving(visit: Open) -> None:
    page = visit(PLAN, permissions=["clipboard-read", "clipboard-write"])
    text, fill = page.locator(".copytext [data-copy]").first, page.locator(".copytext .fill").first
    fill.locator("summary").click()
    prompt = text.locator(".blank").first.inner_text()
    fill.locator("input").first.fill("maestra en mi región")

    assert "maestra en mi región" in text.inner_text()
    assert prompt not in text.inner_text()
    page.locator(".copytext button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "maestra en mi región" in copied
    # What is of others, and what nobody said is true, is not in it.
    assert "representante autorizado" not in copied
    assert "Señal de amenaza" not in copied
    assert "[si es cierto]" not in copied
    left = text.locator("p:visible .blank:not(.filled)").count()
    expect(page.locator(".copytext [role=status]").first).to_have_text(f" Copiado. Espacios sin llenar: {left}")

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert fill.locator("input").first.input_value() == ""
    assert prompt in text.inner_text()
    assert fill.locator("input").first.get_attribute("autocomplete") == "off"


def test_a_claim_is_in_the_text_only_while_it_is_ticked(visit: Open) -> None:
    page = visit(PLAN, permissions=["clipboard-read", "clipboard-write"])
    box, text = page.locator(".copytext .claims").first, page.locator(".copytext [data-copy]").first
    assert box.locator("input:checked").count() == 0
    assert text.locator("[data-claim]:visible").count() == 0
    before = page.locator(".copytext .fill label:visible").count()

    box.locator("input").first.check()
    said = text.locator("[data-claim]").first
    assert said.is_visible()
    page.locator(".copytext button").first.click()
    assert "Señal de amenaza" in page.evaluate("navigator.clipboard.readText()")
    page.locator(".copytext .fill summary").first.click()
    assert page.locator(".copytext .fill label:visible").count() > before

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert not said.is_visible()
    assert box.locator("input:checked").count() == 0


def test_who_speaks_changes_the_text_that_is_copied(visit: Open) -> None:
    page = visit(PLAN, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#who-helper").check(force=True)
    page.locator(".copytext button").first.click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Reporto como representante autorizado")
    assert "Soy la persona" not in copied


def test_without_scripts_a_blank_stands_in_brackets_and_no_field_asks_for_it(visit: Open) -> None:
    page = visit(PLAN, scripts=False)

    assert page.locator(".copytext input").count() == 0
    assert all(
        words.startswith("[") and words.endswith("]") for words in page.locator(".copytext .blank").all_inner_texts()
    )
