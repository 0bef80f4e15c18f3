"""The sheets and messages that the site holds, against the pages of their plans."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from guide.paper.typeset import MOST_PAGES
from guide.single import MOST_BYTES
from tests.site.conftest import BuiltPage

SOFT = dict.fromkeys(map(ord, "\u00ad\u2010\ufffe\r\n\x02"), " ")


def words(text: str) -> str:
    """Return ``text`` without spaces and hyphens: a PDF breaks lines where the page does not."""
    return re.sub(r"[\s\-–_]+", "", text.translate(SOFT))


def steps_of(page: BuiltPage) -> list[str]:
    """Return the steps of a plan as its page shows them."""
    return [node.text().strip() for node in page.all(".steps .tick span")]


@pytest.fixture(scope="module")
def plans(ordinary: list[BuiltPage]) -> list[BuiltPage]:
    """The pages of all plans, in every language."""
    return [page for page in ordinary if page.kind == "plan"]


def test_page_sheet_and_message_of_a_plan_have_the_same_steps_in_the_same_order(
    plans: list[BuiltPage], site: Path
) -> None:
    assert len(plans) == 96
    for page in plans:
        steps = steps_of(page)
        files = [page.target(str(node.attributes["href"]))[0] for node in page.all(".take a")]
        assert [Path(name).suffix for name in files] == [".pdf", ".pdf", ".html", ".txt"], page.path
        for name in files:
            path = site / name
            if path.suffix == ".pdf":
                pdf = pypdfium2.PdfDocument(path.read_bytes())
                assert len(pdf) <= MOST_PAGES, name
                text = words(" ".join(sheet.get_textpage().get_text_range() for sheet in pdf))
            elif path.suffix == ".html":
                text = words(" ".join(node.text() for node in HTMLParser(path.read_bytes()).css(".do")))
            else:
                text = words(path.read_text(encoding="utf-8"))
            at = -1
            for step in steps:
                found = text.find(words(step), at + 1)
                assert found > at, f"{name}: {step}"
                at = found


def test_a_single_file_is_small_runs_nothing_and_loads_nothing(site: Path) -> None:
    files = sorted(site.rglob("plan.html"))
    assert len(files) == 96
    for path in files:
        content = path.read_bytes()
        assert len(content) < MOST_BYTES, path
        tree = HTMLParser(content)
        style = tree.css("style")[0].text(deep=True)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = str(tree.css("meta[http-equiv]")[0].attributes["content"])
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        assert not tree.css("script, link, img, iframe, [style], [onclick]")
        assert all(str(node.attributes["href"]).startswith("https://") for node in tree.css("a"))


def test_every_sheet_has_its_language_title_and_date(site: Path) -> None:
    sheets = sorted(site.rglob("print/*.pdf"))
    assert len(sheets) == 2 * 2 * (49 + 2 + 15 + 1)
    for path in sheets:
        if path.stem.startswith("notes-"):
            continue
        pdf = pypdfium2.PdfDocument(path.read_bytes())
        assert pdf.get_metadata_value("Title"), path
        assert re.search(r"202[67]", pdf[0].get_textpage().get_text_range()), path
        width, height = pdf[0].get_size()
        assert (round(width), round(height)) == ((595, 842) if path.stem.endswith("a4") else (612, 792))


def test_the_note_sheet_is_one_empty_page_with_its_warning(site: Path) -> None:
    for path in sorted(site.rglob("print/notes-*.pdf")):
        pdf = pypdfium2.PdfDocument(path.read_bytes())
        assert len(pdf) == 1, path
        width, height = pdf[0].get_size()
        assert width > height
        text = pdf[0].get_textpage().get_text_range()
        assert re.search(r"retenes|checkpoints", text), path
        assert not re.search(r"amenaza|threat|incident", text.splitlines()[0], re.I)
        sizes = [item.get_font_size() for item in pdf[0].get_objects() if item.type == 1]
        assert min(sizes) >= 8.99


def test_letters_on_paper_are_never_under_nine_points(site: Path) -> None:
    for path in [*sorted(site.glob("print/*.pdf"))[::7], *sorted(site.glob("en/print/*.pdf"))[::9]]:
        for sheet in pypdfium2.PdfDocument(path.read_bytes()):
            sizes = [item.get_font_size() for item in sheet.get_objects() if item.type == 1]
            assert sizes
            assert min(sizes) >= 8.99, path
