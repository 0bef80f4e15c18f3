"""A route, a country, a decision of the Oversight Board: each is a file of its own."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import StringConstraints

from guide.model.condition import Area
from guide.model.fields import Action, Url, Words
from guide.model.link import host_of
from guide.model.vocabulary import (
    Confidence,
    DecisionResult,
    ReachesState,
    Region,
    RouteKind,
    Side,
    Urgency,
    Weight,
)
from guide.starting.answers import GAP, Question
from guide.starting.begun import Begun, Start
from guide.starting.sources import read_where, to_come

#: True of every route that was only just added.
_NOBODY_DECIDED = "Esta vía es nueva en la guía. Todavía nadie decidió en qué situación conviene."
#: True of every country that nobody has looked into (rule P7).
_NOBODY_LOOKED = (
    "Nadie investigó todavía si hay una autoridad a la que se pueda acudir sin riesgo. Busque primero una organización."
)
_LETTERS = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
_NAME = Question("NAME", "Its name, as its own page or people there write it.")
_TAB = "The word for a browser's tab, which tells nothing of a threat. No other page has the same."

_ROUTE = (
    Question("WHEN", "When does it serve? Say it to the reader, in Spanish: Cuando …", usual=GAP),
    Question("READY", "What should she have ready? One line of at most 110 signs.", Action, GAP),
    Question("WHO", "Whom does it serve?", usual=GAP),
    Question("CAN", "What can it do?", usual=GAP),
    Question("CANNOT", "What can it not do, or what did you not find out?", usual=GAP),
    Question("PREPARE", "What should she prepare before she writes or calls?", usual=GAP),
    Question(
        "REACHES_WHY", "Why does a State learn of it, or not? Say what you read, and what you could not see.", usual=GAP
    ),
    Question("LISTED_WHY", "Why does no answer of the tree lead to it yet?", usual=_NOBODY_DECIDED),
)


def route(start: Start) -> Begun:
    """Begin a route: a helpline, an organisation, a body, an authority."""
    answers = start.answers
    name = start.record_id("routes", "The name of its file: short English words such as 'aid-fund'.")
    called = answers.one(_NAME)
    site = answers.one(Question("SITE", "The address of its own site (https://…), letter by letter.", Url, ""))
    values = {
        "name": called,
        "tab": answers.one(Question("TAB", _TAB, usual=called)),
        "kind": answers.one(Question("KIND", "What is it?", RouteKind)),
        "region": answers.one(Question("REGION", "Where does it serve?", Region)),
        "country": answers.several(
            "COUNTRY", "Is it for some countries only? Write their ids, such as: mx gt.", start.catalogue.countries
        ),
        "urgency": answers.one(
            Question("URGENCY", "How soon can it answer at best? Not knowing counts as weeks.", Urgency, "weeks")
        ),
        "reaches_state": answers.one(
            Question("REACHES_STATE", "Does a State learn of it? Not knowing counts as yes.", ReachesState, "unknown")
        ),
        "confidence": answers.one(
            Question("CONFIDENCE", "Was it read on its own page (confirmed), or elsewhere?", Confidence, "secondary")
        ),
        "site": site,
        **{question.name.lower(): answers.one(question) for question in _ROUTE},
    }
    hosts = [(host_of(site), called)] if site else []
    begun = start.begun("routes", name, values, read_where(answers, start.catalogue, name), hosts)
    begun.next = (
        f"Complete data/routes/{name}.yml: each line that says {GAP} and each contact needs what you have read, with "
        "its source. Then name the route in data/rules.yml or on the page of its country, and take out 'listed_why'. "
        f"'make preview PAGE=routes/{name}' shows it."
    )
    return begun


def country(start: Start) -> Begun:
    """Begin a country: until somebody has looked into it, no authority counts as safe there (rule P7)."""
    answers = start.answers
    name = start.record_id("countries", "The two letters of the country, such as 'uy'.", _LETTERS)
    called = answers.one(_NAME)
    values = {
        "name": called,
        "tab": answers.one(Question("TAB", _TAB, usual=f"Ayuda · {called}")),
        "region": answers.one(Question("REGION", "Where does it lie?", Area)),
        "words": answers.one(Question("WORDS", "What do people type who look for it?", usual=called)),
        "state_why": answers.one(Question("STATE_WHY", "What do you know of its authorities?", usual=_NOBODY_LOOKED)),
    }
    begun = start.begun("countries", name, values, read_where(answers, start.catalogue, name))
    begun.next = (
        f"Complete data/countries/{name}.yml: who helps there ('local', 'names', 'beyond'), warnings and days, each "
        "with its source. 'state: advice' needs two sources of different publishers and two people who read them. "
        f"'make preview PAGE=countries/{name}' shows it."
    )
    return begun


def decision(start: Start) -> Begun:
    """Begin a decision of the Oversight Board."""
    answers, catalogue = start.answers, start.catalogue
    name = start.record_id("decisions", "The name of its file: short English words such as 'peru-2025'.")
    called = answers.one(Question("NAME", "Its official English name, to the letter.", Words))
    link = answers.one(Question("LINK", "The address of the decision (https://www.oversightboard.com/…).", Url))
    values = {
        "name": called,
        "date": answers.one(
            Question("DATE", "Its date, such as 2025-05-27.", dt.date, check=lambda day: to_come("DATE", day))
        ),
        "platforms": answers.several(
            "PLATFORMS",
            f"On which platforms was the post? Write their ids: {', '.join(catalogue.platforms)}.",
            catalogue.platforms,
            None,
        ),
        "threats": answers.several("THREATS", "For which threats does it serve? Write their ids.", catalogue.threats),
        "side": answers.one(Question("SIDE", "What does it give the reader?", Side)),
        "weight": answers.one(Question("WEIGHT", "What does it weigh?", Weight)),
        "result": answers.one(Question("RESULT", "What did the Board do with Meta's decision?", DecisionResult)),
        "holding": answers.one(
            Question("HOLDING", "What did the Board hold? In Spanish, in two sentences.", usual=GAP)
        ),
        "paste": answers.one(
            Question("PASTE", "The sentence to paste into an appeal that asks for removal, if it gives one.", usual="")
        ),
        "number": answers.one(Question("NUMBER", "Its number, such as fb-lxnfad5f.", Words)),
        "link": link,
        "confidence": answers.one(
            Question(
                "CONFIDENCE", "Was it read on the Board's own page (confirmed), or elsewhere?", Confidence, "secondary"
            )
        ),
    }
    hosts = [(host_of(link), "Oversight Board")]
    begun = start.begun("decisions", name, values, read_where(answers, catalogue, name), hosts)
    begun.next = (
        f"Complete data/decisions/{name}.yml: what the Board held, what cuts against the reader ('against') and how to "
        f"answer it, each as its text says. 'make preview PAGE=decisions' shows it."
    )
    return begun
