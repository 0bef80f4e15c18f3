"""Every reader of a plan on the built pages: what the model promises stands there, for each place and person."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborNode as Node

from guide.model.whom import Whom
from tests import raw
from tests.site.conftest import BuiltPage


def classes(node: Node) -> list[str]:
    """Return the classes of an element."""
    return (node.attributes.get("class") or "").split()


def test_every_place_and_person_of_every_plan_has_its_part_of_the_page(
    ordinary: list[BuiltPage], root: Path, folders: list[str]
) -> None:
    on_menus = {
        page.path: {str(node.attributes["id"]) for node in page.all("[id^=on-]")}
        for page in ordinary
        if page.kind == "menus"
    }
    counted: Counter[str] = Counter()
    for page in (page for page in ordinary if page.kind == "plan"):
        folder = next((folder for folder in folders[1:] if page.path.startswith(folder)), "")
        platform, threat = page.path.removeprefix(folder).rstrip("/").split("/")
        record = raw.records(root, "platforms")[platform]
        entry = record["general"] if threat == "general" else record["threats"][threat]

        assert len(page.all(".now ol a")) == 3, page.path
        places = {str(node.attributes["id"]): node for node in page.all("section.place")}
        rest = {str(node.attributes["href"]).rpartition("#")[2]: node.text() for node in page.all("#on-other a")}
        for place in entry["surfaces"] if places else ():
            if f"on-{place}" in rest:  # named, with the way to its menu
                assert f"on-{place}" in on_menus[f"{folder}{platform}/menus/"], page.path
                assert rest[f"on-{place}"].strip()
                counted["places on the page of all menus"] += 1
                continue
            section = places[f"on-{place}"]
            (label,), (title,) = section.css("label"), section.css(".place-title")
            # A menu, or what to look for where none is known.
            assert section.css(".path li, .panel p:not(.keep):not(.learns)"), f"{page.path} {place}"
            assert title.text() == label.text()
            counted["places with their part"] += 1
        said = {name for node in page.all(".copytext, .copytext [data-copy] > p.only") for name in classes(node)}
        asked = {str(node.attributes["id"]) for node in page.all(".who input")}
        for who in Whom:
            assert f"who-{who}" in asked, page.path
            assert f"for-{who}" in said, f"{page.path} has no text for {who}"
            counted["persons with a text"] += 1
        if places:
            assert [n for n in page.all(".who a") if str(n.attributes["href"]).endswith("other-way/")], page.path
            counted["ways without an account"] += 1
    print(dict(counted))
    assert counted["persons with a text"] == len(Whom) * sum(page.kind == "plan" for page in ordinary)


def test_the_style_knows_every_place_that_a_choice_can_be_for(root: Path) -> None:
    style = (root / "docs/assets/guide.css").read_text("utf-8")
    places = {item["id"] for record in raw.records(root, "platforms").values() for item in record["surfaces"]}

    for place in {*places, "other"}:
        assert f"#place-{place}:checked) .at:not(.at-{place})" in style
    single = (root / "hooks/guide/publishing/single.html").read_text("utf-8")
    for who in Whom:
        assert f"#who-{who}:checked) .only:not(.for-{who})" in style
    assert "data-who" in single
