"""The page for helpers: danger and consent first, and no answer in an address (rules P13, P27, P36)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.pages.all_pages import pages
from guide.reading.load import Loaded
from guide.reading.prose import read_prose
from tests import raw

#: Parts of words that would tell in a history how old somebody is, what she does or where she lives.
_TELLING = ("minor", "child", "young", "teen", "adult", "age", "exile", "eu", "europe", "abroad", "state", "account")


@pytest.fixture(scope="module")
def body(loaded: Loaded) -> str:
    """The page in Spanish."""
    return next(page.body for page in pages(loaded.catalogue) if page.path == "helping/")


def parts(root: Path) -> Iterator[dict[str, Any]]:
    """Yield the parts of the page as the file has them."""
    record = raw.read(root, "helping.yml")
    yield record["first"]
    for field in ("people", "places", "rest"):
        yield from record[field]


def test_danger_and_consent_come_before_whom_one_helps(root: Path, body: str) -> None:
    record = raw.read(root, "helping.yml")
    order = ["Primero, el peligro", "{#consent}", "puede cambiar de opinión", record["people_ask"], "{#places}"]

    places = [body.index(words) for words in order]
    assert places == sorted(places)
    assert "que no sabe" in body[: body.index("{#consent}")]


def test_each_part_has_a_link_before_it_and_a_heading(root: Path, body: str) -> None:
    for item in parts(root):
        assert body.count(f"{{#{item['id']}}}") == 1
        if "say" in item:
            assert body.index(f'href="#{item["id"]}">{item["say"]}') < body.index(f"{{#{item['id']}}}")


def test_no_fragment_tells_who_reads(root: Path) -> None:
    for item in parts(root):
        assert not set(item["id"].split("-")) & set(_TELLING), item["id"]


def test_addresses_that_were_published_are_still_there(body: str) -> None:
    for name in ("helper", "family", "organisation", "absent", "guards"):
        assert f"{{#{name}}}" in body


def test_the_answer_that_the_page_names_is_the_one_that_plans_show(root: Path, body: str) -> None:
    label = raw.read(root, "whom.yml")["helper"]["label"]

    assert f"marque «{label}»" in body


def test_who_lives_in_the_union_learns_that_her_own_report_counts(body: str) -> None:
    union = body.split("{#place-one}")[1].split("{#place-two}")[0]

    assert "Reporte usted" in union
    assert "una vez" in union
    assert "Guarde la decisión" in union
    assert "../countries/eu/" in union
    assert "countries/eu" not in body.split("{#place-two}")[1]


def test_the_page_leads_to_plans_evidence_countries_and_what_comes_after_a_refusal(root: Path, body: str) -> None:
    wanted = ["../evidence/", "../countries/", "../appeal/", "../urgent/", "../privacy/#borrowed"]
    wanted += [f"../{name}/" for name in raw.records(root, "platforms")]

    assert [target for target in wanted if f'href="{target}"' not in body] == []


def test_age_comes_before_what_to_do_for_a_child(body: str) -> None:
    family = body.split("{#family}")[1].split("{#relative}")[0]

    assert family.index('data-keep="age"') < family.index("<ul>")
    assert "Si usted tiene menos de 18 años" in family


@pytest.mark.parametrize(
    "words",
    [
        "ventana privada",
        "No guarde la contraseña",
        "código",
        "cierre la sesión",
        "Borre lo que bajó",
        "autenticación en dos pasos",
        "documento de identidad",
    ],
)
def test_a_device_that_is_not_ones_own_is_one_text(root: Path, words: str) -> None:
    page = read_prose(root / "docs").pages["privacy", "es"].body
    box = re.split(r"\n## ", page.split("{#borrowed}", 1)[1])[0]

    assert words in box


def test_it_is_linked_wherever_one_signs_in(root: Path, loaded: Loaded) -> None:
    made = {page.path: page.body for page in pages(loaded.catalogue)}
    signing_in = ["appeal/", "helping/", "evidence/"]
    signing_in += [name + "/" for name in raw.plans(root) if name.endswith(("/hacked-account", "/wrongful-removal"))]

    assert [path for path in signing_in if "privacy/#borrowed" not in made[path]] == []


def test_no_step_turns_on_two_steps_with_somebody_elses_phone(root: Path) -> None:
    """Who has just signed in again may sit at a borrowed phone."""
    for name, platform in raw.records(root, "platforms").items():
        for entry in platform["threats"].values():
            for steps in entry.get("steps", {}).values():
                for step in steps:
                    words = step.get("do", "")
                    assert "dos pasos" not in words or "su propio teléfono" in words, (name, step["id"])
