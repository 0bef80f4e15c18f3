"""Answers for each kind of record: all that a script needs to give, and nothing that anybody has read."""

from __future__ import annotations

from collections.abc import Mapping

SOURCE = {
    "SOURCE": "https://fondo.org.uy/reglas",
    "SOURCE_TITLE": "Reglas: cómo pedir #apoyo",
    "SOURCE_PUBLISHER": "Fondo de prueba",
}
WORDS = "Palabras de prueba: nadie las publica."
GIVEN: Mapping[str, Mapping[str, str]] = {
    "route": {
        "ID": "aid-fund",
        "NAME": 'Fondo "Ñandú": #1 🌱',
        "KIND": "fund",
        "REGION": "americas",
        "COUNTRY": "mx, gt",
        "SITE": "https://fondo.org.uy/",
        **dict.fromkeys(("WHEN", "READY", "WHO", "CAN", "CANNOT", "PREPARE", "REACHES_WHY"), WORDS),
        **SOURCE,
    },
    "country": {"ID": "uy", "NAME": "Uruguay", "REGION": "americas"},
    "decision": {
        "ID": "test-2026",
        "NAME": "Test: a case",
        "DATE": "2026-01-02",
        "PLATFORMS": "facebook instagram",
        "SIDE": "supports",
        "WEIGHT": "full",
        "RESULT": "take-down",
        "HOLDING": WORDS,
        "NUMBER": "fb-000",
        "LINK": "https://www.oversightboard.com/decision/fb-000/",
        **SOURCE,
    },
    "threat": {
        "ID": "rumour",
        "NAME": "Rumores",
        "TAB": "aclarar un rumor",
        "GROUP": "discredit",
        **{
            name: f"{WORDS} {name.title()}" for name in ("SAY", "HINT", "WORDS", "RIGHT_IF", "WHAT", "SIGN_1", "SIGN_2")
        },
        **{f"EXAMPLE_{number}": f"{WORDS} {number}" for number in (1, 2, 3)},
    },
    "platform": {
        "ID": "mesh",
        "NAME": "Mesh",
        "OWNER": "Mesh Ltd",
        **{name: f"{WORDS} {name.title()}" for name in ("INTRO", "SAY", "AFTER", "FIND")},
        **SOURCE,
    },
}
