"""What meets whoever wants to mend something: forms that warn first, and files that name nobody without asking."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

KINDS = ("contact", "menu", "route", "threat", "translation")
FORMS = ROOT / ".github/ISSUE_TEMPLATE"
PLAIN = ROOT / ".gitlab/issue_templates"
#: What GitHub's forms are made of.
TYPES = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
WARNED = ("nombres", "contactos privados", "no names", "private contacts", "/contribute/", "SECURITY.md", "/urgent/")


def test_github_and_gitlab_have_the_same_forms() -> None:
    assert sorted(path.stem for path in FORMS.glob("*.yml") if path.stem != "config") == sorted(KINDS)
    assert sorted(path.stem for path in PLAIN.glob("*.md")) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_warns_before_it_asks_and_can_be_read_by_github(kind: str) -> None:
    form = yaml.safe_load((FORMS / f"{kind}.yml").read_text("utf-8"))

    assert set(form) == {"name", "description", "body"}
    first, *asked = form["body"]
    assert first["type"] == "markdown"
    assert [words for words in WARNED if words not in first["attributes"]["value"]] == []
    ids = [field["id"] for field in asked]
    assert len(ids) == len(set(ids))
    for field in asked:
        assert field["type"] in TYPES
        label = field["attributes"]["label"]
        assert label
        if field["type"] in ("dropdown", "checkboxes"):
            assert field["attributes"]["options"]
    assert asked[-1]["id"] == "safe"
    assert all(option["required"] is True for option in asked[-1]["attributes"]["options"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_plain_form_says_the_same(kind: str) -> None:
    form = yaml.safe_load((FORMS / f"{kind}.yml").read_text("utf-8"))
    text = (PLAIN / f"{kind}.md").read_text("utf-8")

    assert text.startswith(form["body"][0]["attributes"]["value"].rstrip())
    assert re.findall("^## (.*)$", text, re.M) == [field["attributes"]["label"] for field in form["body"][1:]]


def test_what_proposes_a_change_asks_about_safety_in_both_houses() -> None:
    one, other = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md", ROOT / ".gitlab/merge_request_templates/Default.md")

    assert one.read_text("utf-8") == other.read_text("utf-8")
    assert one.read_text("utf-8").count("- [ ] ") >= 6


def test_the_file_of_owners_is_valid_and_each_of_its_paths_is_there() -> None:
    """Roles stand in comments until somebody has agreed: a line with an account that is none breaks the file."""
    lines = (ROOT / "CODEOWNERS").read_text("utf-8").splitlines()

    assert [line for line in lines if line and not re.fullmatch(r"#.*|\S+( +@[\w./-]+)+|\^?\[.+\].*", line)] == []
    named = [found[1] for line in lines if (found := re.match(r"(?:# )?(/\S+) +[<@]", line))]
    assert len(named) > 12
    assert [path for path in named if not (ROOT / path.lstrip("/")).exists()] == []


def test_the_roles_are_those_of_the_list_of_what_is_due() -> None:
    governance = (ROOT / "GOVERNANCE.md").read_text("utf-8")
    owners = {
        item["owner"] for item in yaml.safe_load((ROOT / "data/freshness.yml").read_text("utf-8"))["kinds"].values()
    }

    assert {owner for owner in owners if f"| `{owner}` |" not in governance} == set()
    roles = set(re.findall("<([a-z]+)>", (ROOT / "CODEOWNERS").read_text("utf-8")))
    assert {role for role in roles if f"| `{role}` |" not in governance} == set()


@pytest.mark.parametrize("page", ["GOVERNANCE.md", "SECURITY.md", "CONTRIBUTING.md", "README.md"])
def test_links_between_these_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#:]+)\)", text) if "." in target or target.isupper()]

    assert targets
    assert [target for target in targets if not (ROOT / Path(target)).exists()] == []
