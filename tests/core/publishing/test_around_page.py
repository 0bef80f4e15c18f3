"""What stands around a page: its address to send to somebody, where the site has one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from guide.model.languages import LANGUAGES
from guide.pages.page import Page
from guide.publishing.around_page import Settings, chrome
from guide.reading.load import Loaded
from guide.writing.imprint import Imprint

ES = LANGUAGES["es"]


def around(loaded: Loaded, path: str, kind: str, site_url: str) -> dict[str, Any]:
    page = Page(ES, path, kind, "Título", "Título", "Descripción", "", ("data/home.yml", 1))
    return chrome(loaded.catalogue, page, (ES,), Settings(site_url=site_url), Imprint())


@pytest.mark.parametrize(
    ("path", "kind"), [("facebook/coded-threat/", "plan"), ("countries/pe/", "country"), ("urgent/", "urgent")]
)
def test_a_page_that_is_sent_to_somebody_has_its_bare_address(loaded: Loaded, path: str, kind: str) -> None:
    assert around(loaded, path, kind, "https://guia.org/a/")["share"] == f"https://guia.org/a/{path}"
    for unset in ("", "https://guide.example/"):
        assert around(loaded, path, kind, unset)["share"] == ""


@pytest.mark.parametrize(
    ("path", "kind"), [("", "home"), ("privacy/", "prose"), ("escalate/989f/", "result"), ("appeal/", "appeal")]
)
def test_no_other_page_has_one(loaded: Loaded, path: str, kind: str) -> None:
    assert around(loaded, path, kind, "https://guia.org/")["share"] == ""


def test_the_address_stands_in_a_fold_after_its_warning_and_asks_nobody(loaded: Loaded, root: Path) -> None:
    path = "facebook/coded-threat/"
    template = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True).get_template("base.html")
    meta = {"description": "", "kind": "plan"}
    given = around(loaded, path, "plan", "https://guia.org/")
    html = template.render(g=given, page={"meta": meta, "content": Markup("")})

    fold = html[html.index('<details class="share">') : html.index("</details>")]
    assert fold.index("medio seguro") < fold.index(f"<p>https://guia.org/{path}</p>")
    assert "guia.org" not in fold.replace(f"<p>https://guia.org/{path}</p>", "")
    assert "href" not in fold.replace('href="../../channels/"', "")
