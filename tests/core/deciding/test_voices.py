"""Texts to copy: everybody has one, it begins with who speaks, and it asks for no rule but those of its plan."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.deciding.plan import GENERAL, Plan, compose
from guide.deciding.voices import ADDED, first_for_each, spoken
from guide.model import CopyLine, CopyText
from guide.model.signs import invisible
from guide.model.text import Text
from guide.model.whom import Whom
from guide.reading.load import Loaded


@pytest.fixture(scope="module")
def plans(loaded: Loaded) -> list[Plan]:
    catalogue = loaded.catalogue
    return [
        compose(catalogue, platform, threat)
        for platform in catalogue.platforms.values()
        for threat in (GENERAL, *platform.threats)
    ]


def test_everybody_has_a_text_on_the_first_page_that_says_who_speaks(plans: list[Plan]) -> None:
    for plan, who in product(plans, Whom):
        said = next((text.said_by(who) for text in plan.first_texts if text.said_by(who)), ())
        assert said, f"{plan.platform.id}/{plan.threat.id} has no text for {who}"
        whose = [line for line in said if line.whom]
        assert whose == list(said[: len(whose)])
        assert all(who in line.whom for line in whose)


def test_a_text_never_asks_for_a_rule_that_the_plan_does_not_rest_on(plans: list[Plan]) -> None:
    for plan in plans:
        allowed = {line.text for text in plan.threat.texts for line in text.lines if line.rule in plan.entry.rules}
        asked = {line.text for text in plan.threat.texts for line in text.lines if line.rule}
        shown = {line.text for text in plan.texts for line in text.lines}
        assert shown & asked <= allowed


def test_reports_of_a_child_and_of_a_relative_say_so_after_who_reports(loaded: Loaded) -> None:
    text = loaded.catalogue.threats["coded-threat"].texts[0]
    whole = spoken(text, loaded.catalogue.plan.speaks)
    assert whole is not None
    for who, base in ADDED.items():
        own = [line.text for line in whole.said_by(who) if line.whom]
        assert own[0] == text.speaks[base]
        assert own[1] == text.speaks.get(who, loaded.catalogue.plan.speaks[who])


def _text(words: str) -> Text:
    return Text.of(words)


#: Words as texts may have them: some letters are signs that nobody sees, such as a filler of Hangul.
WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=12).filter(lambda word: not [*invisible(word)])
SHARED: dict[Whom, Text] = {who: _text(f"frame {who.value}") for who in Whom if who is not Whom.ME}


@st.composite
def texts(draw: st.DrawFn) -> CopyText:
    """Return a text with some voices of its own and some lines that ask for a rule."""
    voices = {who: _text(draw(WORDS)) for who in draw(st.sets(st.sampled_from(list(Whom))))}
    lines = tuple(
        CopyLine(id=f"line-{number}", text=_text(draw(WORDS)), rule=draw(st.sampled_from([None, "one", "two"])))
        for number in range(draw(st.integers(1, 5)))
    )
    return CopyText(
        id="text",
        title=_text("t"),
        notice=draw(st.booleans()),
        whom=tuple(draw(st.lists(st.sampled_from(list(Whom)), unique=True))),
        speaks={**voices, Whom.ME: _text(draw(WORDS))},
        lines=lines,
    )


@given(texts(), st.sets(st.sampled_from(["one", "two"])))
def test_whatever_the_text_each_person_begins_it_and_nobody_else_speaks(text: CopyText, rules: set[str]) -> None:
    whole = spoken(text, SHARED, rules)
    if whole is None:
        assert all(line.rule not in rules for line in text.lines)
        return
    for who in Whom:
        said = whole.said_by(who)
        if text.whom and who not in text.whom:
            assert said == ()
            continue
        assert who in said[0].whom
        assert [line.text for line in said if not line.whom] == [
            line.text for line in text.lines if line.rule is None or line.rule in rules
        ]


@given(st.lists(texts(), max_size=4))
def test_the_first_texts_speak_for_everybody_who_has_one(several: list[CopyText]) -> None:
    named = [text.model_copy(update={"id": f"text-{number}"}) for number, text in enumerate(several)]
    every = [whole for text in named if (whole := spoken(text, SHARED))]
    for who in Whom:
        mine = next((text for text in every if text.said_by(who)), None)
        assert (mine in first_for_each(every)) is (mine is not None)
