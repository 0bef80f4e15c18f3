"""Every reader of a plan on the built pages: what the model promises stands there, for each place and person."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from guide.model.whom import Whom
from tests import raw
from tests.site.conftest import BuiltPage


def test_every_place_and_person_of_every_plan_has_its_part_of_the_page(ordinary: list[BuiltPage], root: Path) -> None:
    pages = {page.path: page for page in ordinary}
    counted: Counter[str] = Counter()
    for page in (page for page in ordinary if page.kind == "plan"):
        folder = "" if page.language == "es" else f"{page.language}/"
        platform, threat = page.path.removeprefix(folder).rstrip("/").split("/")
        record = raw.records(root, "platforms")[platform]
        entry = record["general"] if threat == "general" else record["threats"][threat]

        assert len(page.all(".now ol a")) == 3, page.path
        by_menu = bool(page.all("fieldset.surfaces"))
        menus = pages[f"{folder}{platform}/menus/"]
        for place in entry["surfaces"]:
            if not by_menu:
                continue
            panel = page.all(f"section#on-{place} .panel")
            if not panel:  # named, with the way to its menu
                (link,) = page.all(f'#on-other a[href$="#on-{place}"]')
                assert menus.all(f"#on-{place}"), page.path
                assert link.text().strip()
                counted["places on the page of all menus"] += 1
            else:
                (label,) = page.all(f'label[for="place-{place}"]')
                # A menu, or what to look for where none is known.
                assert panel[0].css(".path li") or panel[0].css("p:not(.keep):not(.learns)"), f"{page.path} {place}"
                assert [node.text() for node in panel[0].css(".place-title")] == [label.text()]
                counted["places with their part"] += 1
        for who in Whom:
            assert len(page.all(f"#who-{who}")) == 1
            lines = [
                node for text in page.all(".copytext") for node in text.css("[data-copy] > p")
                if {"only", f"for-{who}"} <= set((node.attributes.get("class") or "").split())
                or (text.attributes.get("class") or "").split().count(f"for-{who}")
            ]  # fmt: skip
            assert lines, f"{page.path} has no text for {who}"
            counted["persons with a text"] += 1
        if by_menu:
            (other,) = [n for n in page.all(".who a") if str(n.attributes["href"]).endswith("other-way/")]
            assert other.text().strip()
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
