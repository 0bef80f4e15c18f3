"""The tutorials: both languages have the same, their commands exist, and what they tell of a file is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from guide.reading.load import Loaded
from tests.conftest import ROOT

FOLDER = ROOT / "docs/dev/tutorials"
PAGES = sorted(FOLDER.rglob("*.md"))
TASKS = {"menu", "contact", "route", "threat", "translate"}


def test_each_task_is_told_in_both_languages_and_led_to() -> None:
    start = (FOLDER / "README.md").read_text("utf-8")
    for language in ("es", "en"):
        assert {path.stem for path in (FOLDER / language).glob("*.md")} == TASKS
        assert [task for task in TASKS if f"({language}/{task}.md)" not in start] == []
    for page in ("docs/contribute.md", "docs/contribute.en.md", "CONTRIBUTING.md"):
        assert "docs/dev/tutorials" in (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("task", sorted(TASKS))
def test_both_languages_have_the_same_examples_and_as_many_steps(task: str) -> None:
    spanish, english = ((FOLDER / language / f"{task}.md").read_text("utf-8") for language in ("es", "en"))

    for pattern in (r"^ *```yaml\n.*?```", r"^\d+\. ", r"^## "):
        found = [re.findall(pattern, text, re.M | re.S) for text in (spanish, english)]
        assert (found[0] if "yaml" in pattern else len(found[0])) == (found[1] if "yaml" in pattern else len(found[1]))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_commands_and_files_that_are_named_are_there(path: Path) -> None:
    text = path.read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)

    assert [name for name in re.findall(r"`make ([a-z-]+)", text) if name not in targets] == []
    assert [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (path.parent / link).exists()] == []
    named = re.findall(r"`((?:data|docs|hooks)/[\w/.-]+)`", text)
    assert [name for name in named if "pt." not in name and not (ROOT / name).exists()] == []


def test_a_place_that_a_tutorial_leads_to_is_a_heading_there() -> None:
    """Sites of code make the anchor of a heading from its words, each in its own way: one plain word is the same."""
    headings = {word.lower() for word in re.findall(r"(?m)^## (\w+)$", (FOLDER / "README.md").read_text("utf-8"))}

    for language, place in (("es", "proponer"), ("en", "propose")):
        for path in (FOLDER / language).glob("*.md"):
            assert set(re.findall(r"README\.md#([\w-]+)", path.read_text("utf-8"))) == {place} <= headings, path


def test_the_label_and_the_contact_of_the_examples_are_in_the_data(loaded: Loaded) -> None:
    """Whoever follows a tutorial looks for their names; their words and numbers change by following it."""
    menu, contact = ((FOLDER / f"es/{name}.md").read_text("utf-8") for name in ("menu", "contact"))
    [label] = yaml.safe_load(re.findall(r"```yaml\n(.*?)\n *```", menu, re.S)[0])
    assert label in loaded.catalogue.platforms["threads"].labels
    [held] = yaml.safe_load(re.findall(r"```yaml\n(.*?)\n *```", contact, re.S)[0])
    route = loaded.catalogue.routes["sos-digital-bo"]
    assert held["id"] in {one.id for one in route.contacts}
    assert {*held["sources"]} <= loaded.catalogue.sources.keys()
    assert f"`{route.facts[0]}: " in contact


def test_what_weblate_loads_names_the_catalogues() -> None:
    [component] = json.loads((FOLDER / "weblate.json").read_text("utf-8"))

    assert {"name", "filemask"} <= set(component)
    assert component["file_format"] == "po"
    assert sorted(ROOT.glob(component["filemask"])) == sorted((ROOT / "data/locales").glob("*.po"))
    assert component["repo"] == "", "whoever runs a Weblate writes the address of the code"


def test_the_examples_are_valid_yaml() -> None:
    for path in PAGES:
        for block in re.findall(r"```yaml\n(.*?)\n *```", path.read_text("utf-8"), re.S):
            assert yaml.safe_load(block)
