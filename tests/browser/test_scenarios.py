"""Twelve people, written from the facts: the walk without scripts from the home page to the right first action.

A walk has two parts: taps that lead to the plan, the urgent page or the second tree (four at most), and answers to
the second tree (three at most), with the one choice on the page where somebody makes it. Nobody in it is real.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Open

MOST_TAPS, MOST_ANSWERS = 4, 3


@dataclass(frozen=True)
class Scenario:
    """Who it is, what is tapped, answered and chosen, and what must then stand on the screen, in this order."""

    who: str
    taps: tuple[str, ...]
    shown: tuple[str, ...]
    answers: tuple[str, ...] = ()
    hidden: tuple[str, ...] = field(default=())
    choice: str = ""


OUTSIDE = "Busco ayuda fuera de las redes sociales"
BEFORE_STATE = "Antes de ir a una autoridad"
SCENARIOS = [
    Scenario(
        "a defender in Peru, an altered picture of her on Facebook",
        ("Facebook", "No, nada de esto", "Me amenazan sin decirlo de frente", "Todavía no reporto"),
        ("Amenaza velada o en clave", "Tres cosas ahora"),
    ),
    Scenario(
        "a land defender in Colombia, men came to her house",
        (OUTSIDE,),
        (
            "Vaya a un lugar con gente de confianza",
            "Línea de emergencia",
            BEFORE_STATE,
            "Si defiende la tierra o el ambiente:",
            "Escazú",
        ),
        ("Sí, pero ya estoy a salvo por ahora",),
        ("Autoridades de su país",),
    ),
    Scenario(
        "a journalist in Mexico, followed after a story on Instagram",
        (OUTSIDE,),
        (
            "Vaya a un lugar con gente de confianza",
            "Si hace periodismo:",
            "Comité para la Protección de los Periodistas",
            BEFORE_STATE,
        ),
        ("Sí, pero ya estoy a salvo por ahora",),
    ),
    Scenario(
        "the family of a defender who does not appear, Guatemala",
        ("Hay peligro hoy",),
        ("Tres cosas ahora", "Detuvieron a alguien o no aparece", "Busquen hoy a una abogada"),
    ),
    Scenario(
        "an organisation whose member was detained for a post, El Salvador",
        (OUTSIDE,),
        ("Busquen ya a una abogada o un abogado", "Línea de emergencia", BEFORE_STATE, "Detención Arbitraria"),
        ("Detuvieron a alguien",),
        ("Autoridades de su país",),
    ),
    Scenario(
        "a Nicaraguan in exile in Costa Rica, threatened on Facebook, Meta said no",
        (OUTSIDE,),
        ("Pida hoy otra revisión", BEFORE_STATE, "Socios de confianza", "consulado"),
        ("No, nada de esto", "Me amenazan, mienten sobre mí o me atacan", "Dijo que no va contra sus normas"),
        ("Autoridades de su país",),
    ),
    Scenario(
        "a woman defender in Bolivia, her address published on Facebook",
        (
            "Facebook",
            "No, nada de esto",
            "Publicaron mi dirección, mi teléfono u otro dato privado",
            "Todavía no reporto",
        ),
        ("Tres cosas ahora",),
    ),
    Scenario(
        "somebody of 16 in Brazil, an intimate picture on Instagram",
        (
            "Instagram",
            "No, nada de esto",
            "Publicaron imágenes íntimas mías, o amenazan con hacerlo",
            "Todavía no reporto",
        ),
        ("Si hay una imagen íntima de quien es o parece menor", "Tres cosas ahora"),
    ),
    Scenario(
        "a lawyer in Argentina who thinks that her phone is watched",
        (OUTSIDE,),
        ("Use otro teléfono", "Access Now", "Laboratorio de seguridad", BEFORE_STATE),
        ("No, nada de esto", "Creo que me espían"),
    ),
    Scenario(
        "a defender in Chile who was advised that it is safe to go to the State",
        (OUTSIDE,),
        (
            "Hable con una organización",
            "Guarde una captura",
            BEFORE_STATE,
            "Autoridades de su país",
            "No vaya a una autoridad sin compañía",
        ),
        (
            "No, nada de esto",
            "Me amenazan, mienten sobre mí o me atacan",
            "Todavía no reporto, o reporté hace poco",
        ),
        choice="Sí, lo consulté con alguien de confianza",
    ),
    Scenario(
        "a journalist in exile in Spain who needs money",
        (OUTSIDE,),
        (
            "Hable con una organización",
            "Si hace periodismo:",
            "Reporteros sin Fronteras",
            "Si vive en su país:",
            "Ayudas de dinero de Front Line Defenders",
            "ProtectDefenders.eu",
        ),
        ("No, nada de esto", "Necesito dinero, irme"),
    ),
    Scenario(
        "a defender in Honduras who cannot go on",
        (OUTSIDE,),
        ("Llame a una persona de confianza", "Vita-Activa", "Pida a alguien que lea los mensajes por usted"),
        ("No, nada de esto", "No puedo más y necesito hablar con alguien"),
    ),
]


def tap(page: Page, words: str) -> None:
    """Tap the first link on the screen that begins with ``words``."""
    page.locator("main a:visible").filter(has_text=re.compile(rf"^\s*{re.escape(words)}")).first.click()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[item.who for item in SCENARIOS])
def test_the_walk_reaches_the_right_first_action(visit: Open, scenario: Scenario) -> None:
    page = visit("", size=PHONE, scripts=False)

    assert len(scenario.taps) <= MOST_TAPS
    assert len(scenario.answers) <= MOST_ANSWERS
    for words in (*scenario.taps, *scenario.answers):
        tap(page, words)
    if scenario.choice:
        page.locator("label").filter(has_text=scenario.choice).click()

    main = page.locator("main")
    text = main.inner_text()
    at = -1
    for words in scenario.shown:
        found = text.find(words, at + 1)
        assert found > at, f"{words!r} does not come next at {page.url}"
        at = found
    for words in scenario.hidden:
        assert words not in text


def test_there_are_twelve_of_them_from_many_places() -> None:
    assert len(SCENARIOS) == 12
    assert len({item.who for item in SCENARIOS}) == 12
