"""The sheets and messages that the site holds, against the pages of their plans."""

from __future__ import annotations

import base64
import ctypes
import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from guide.book import Book
from guide.model.text import plain
from guide.model.vocabulary import Paper
from guide.paper.typeset import MOST_PAGES
from guide.publishing.single import MOST_BYTES
from guide.writing.file_names import SINGLE_FILE
from tests import raw
from tests.printed import letters
from tests.site.conftest import BuiltPage

SOFT = dict.fromkeys(map(ord, "\u00ad\u2010\ufffe\r\n\x02"), " ")


def words(text: str) -> str:
    """Return ``text`` without spaces and hyphens: a PDF breaks lines where the page does not."""
    return re.sub(r"[\s\-–_]+", "", text.translate(SOFT))


def steps_of(page: BuiltPage) -> list[str]:
    """Return the steps of a plan as its page shows them."""
    return [node.text().strip() for node in page.all(".steps .tick > span")]


@pytest.fixture(scope="module")
def plans(ordinary: list[BuiltPage]) -> list[BuiltPage]:
    """The pages of all plans, in every language."""
    return [page for page in ordinary if page.kind == "plan"]


def _above_foot(text: str) -> str:
    """Return the text of a page without its foot, which may come between two lines of a step."""
    return re.sub(r"(?m)^.* \d / \d\s*$", "", text)


def test_page_sheet_and_message_of_a_plan_have_the_same_steps_in_the_same_order(
    plans: list[BuiltPage], site: Path, root: Path, folders: list[str]
) -> None:
    assert sorted(page.path for page in plans) == sorted(f"{f}{name}/" for f in folders for name in raw.plans(root))
    by_name = {(page.language, page.name): page for page in plans}
    for page in plans:
        # What is not translated whole is taken along in one other language: then its steps are those of that page.
        taken = HTMLParser((site / page.path / SINGLE_FILE).read_bytes()).css_first("html")
        assert taken is not None
        steps = steps_of(by_name[str(taken.attributes["lang"]), page.name])
        files = [page.target(str(node.attributes["href"]))[0] for node in page.all(".take a")]
        assert [Path(name).suffix for name in files] == [".pdf", ".pdf", ".html", ".txt"], page.path
        for name in files:
            path = site / name
            if path.suffix == ".pdf":
                pdf = pypdfium2.PdfDocument(path.read_bytes())
                assert len(pdf) <= MOST_PAGES, name
                text = words(" ".join(_above_foot(sheet.get_textpage().get_text_range()) for sheet in pdf))
            elif path.suffix == ".html":
                text = words(" ".join(node.text() for node in HTMLParser(path.read_bytes()).css(".do")))
            else:
                text = words(path.read_text(encoding="utf-8"))
            if path.suffix == ".pdf" and page.code == "ar":
                assert not letters("".join(steps)) - letters(text), name
                continue
            at = -1
            for step in steps:
                found = text.find(words(step), at + 1)
                assert found > at, f"{name}: {step}"
                at = found


def test_a_single_file_is_small_runs_only_what_it_holds_and_loads_nothing(site: Path, plans: list[BuiltPage]) -> None:
    files = sorted(site.rglob("plan.html"))
    assert len(files) == len(plans) > 0
    for path in files:
        content = path.read_bytes()
        assert len(content) < MOST_BYTES, path
        tree = HTMLParser(content)
        style = tree.css("style")[0].text(deep=True)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (script,) = tree.css("script")
        assert script.attributes == {}
        code = base64.b64encode(hashlib.sha256(script.text(deep=True).encode()).digest()).decode()
        policy = str(tree.css("meta[http-equiv]")[0].attributes["content"])
        only = f"style-src 'sha256-{digest}'; script-src 'sha256-{code}'"
        assert policy == f"default-src 'none'; {only}; base-uri 'none'; form-action 'none'"
        assert not tree.css("link, img, iframe, [style], [onclick]")
        assert all(str(node.attributes["href"]).startswith("https://") for node in tree.css("a"))


@pytest.fixture(scope="module")
def leaves(root: Path) -> int:
    """Sheets of a language on one paper: now, keep, steps, two, notes, ways; plans, countries, pockets.

    Besides them three of each platform, by who reads.
    """
    countries = set(raw.records(root, "countries")) - raw.only_by_name(root)
    platforms = len(raw.records(root, "platforms"))
    return 6 + len(raw.plans(root)) + len(countries) + 3 * platforms + platforms + 1


@pytest.fixture(scope="module")
def papers(site: Path, root: Path, folders: list[str], leaves: int) -> dict[str, pypdfium2.PdfDocument]:
    """The PDFs of the site by path, all of the shortest and longest languages, and one paper of the others."""
    found = {
        path.relative_to(site).as_posix(): pypdfium2.PdfDocument(path.read_bytes())
        for path in sorted(site.rglob("print/*.pdf"))
    }
    packs = len(raw.records(root, "platforms"))
    assert len(found) == len(folders) * len(Paper) * (leaves + packs)
    return {name: pdf for name, pdf in found.items() if not name.startswith(("en/", "pt/")) or "-a4." in name}


#: What no title of a file says, since lists of files show it (rule P17).
SAYS_WHAT_HAPPENED = re.compile(
    r"amenaza|threat|violen|muerte|death|denunci|acoso|harass|defens|ameaca|morte|assedio|menace|harcel|signale|plainte"
    r"|تهديد|عنف|موت|شكوى|مضايقة",
    re.I,
)


def _bare(text: str) -> str:
    """Return ``text`` without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def test_every_sheet_has_its_title_and_date_on_its_paper(papers: dict[str, pypdfium2.PdfDocument], book: Book) -> None:
    feet, bare = [], []
    for language in book.languages:
        ui = book.catalogue(language).interface
        foot = " ".join(plain(ui[name].runs, {"date": "§"}) for name in ("sheet-version", "sheet-after"))
        bare.append(foot)
        feet.append(re.escape(words(foot)).replace("§", ".{4,14}"))
    for name, pdf in papers.items():
        title = str(pdf.get_metadata_value("Title"))
        assert title, name
        assert not SAYS_WHAT_HAPPENED.search(_bare(title)), name
        width, height = pdf[0].get_size()
        paper = (595, 842) if name.endswith("-a4.pdf") else (612, 792)
        assert tuple(sorted((round(width), round(height)))) == paper, name
        if "/notes-" not in name and not name.startswith("notes-"):
            text = "".join(page.get_textpage().get_text_range() for page in pdf)
            if name.startswith("ar/"):
                assert any(not letters(foot) - letters(text) for foot in bare), name
            else:
                assert any(re.search(foot, words(text)) for foot in feet), name
        if "pack-" not in name:
            assert len(pdf) <= MOST_PAGES, name


def _tags(element: Any) -> Iterator[tuple[str, str]]:
    """Yield type and alternative text of an element of a tag tree and of all below it, in reading order."""

    def said(ask: Any) -> str:
        size = ask(element, None, 0)
        buffer = ctypes.create_string_buffer(size or 2)
        ask(element, buffer, len(buffer))
        return buffer.raw.decode("utf-16-le").rstrip("\0")

    yield said(pdfium.FPDF_StructElement_GetType), said(pdfium.FPDF_StructElement_GetAltText)
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _tags(child)


def tags(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Return the tags of a page in reading order, each with its alternative text."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    roots = range(pdfium.FPDF_StructTree_CountChildren(tree))
    out = [tag for number in roots for tag in _tags(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))]
    pdfium.FPDF_StructTree_Close(tree)
    return out


def test_every_page_of_every_sheet_is_tagged_and_every_heading_is_a_bookmark(
    papers: dict[str, pypdfium2.PdfDocument],
) -> None:
    for name, pdf in papers.items():
        assert pdf.get_metadata_value("Title")
        headings: list[str] = []
        for page in pdf:
            found = tags(page)
            kinds = [kind for kind, _ in found if kind]
            assert not kinds or kinds[0] == "Document", name
            # A back that a pack leaves empty has its footer only, which is no content.
            empty = len(page.get_textpage().get_text_range()) < 150 and "pack-" in name
            assert empty or set(kinds) & {"H1", "H2", "L", "P", "Table", "TOC"}, name
            assert all(alt for kind, alt in found if kind == "Figure"), name
            assert kinds.count("LI") == kinds.count("LBody"), name
            headings += [kind for kind in kinds if re.fullmatch(r"H\d", kind)]
        levels = [int(kind[1]) for kind in headings]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
        assert [item.level + 1 for item in pdf.get_toc()] == levels, name


def test_steps_are_lists_and_tables_have_heads_for_whoever_listens(papers: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, pdf in papers.items():
        kinds = [kind for page in pdf for kind, _ in tags(page)]
        if re.search(r"(^|/)(ways|notes)-", name):
            assert kinds.count("TH") >= 4, name
            assert "THead" in kinds, name
        elif "pack-" not in name:
            assert kinds.count("LI") >= 6, name


def test_the_archives_hold_every_sheet_once(site: Path, folders: list[str], leaves: int) -> None:
    for folder in (f"{language}print" for language in folders):
        for paper in ("a4", "letter"):
            with zipfile.ZipFile(site / folder / f"sheets-{paper}.zip") as archive:
                assert archive.testzip() is None
                names = [name.removeprefix("sheets/") for name in archive.namelist()]
                assert names[0] == "README.txt"
                assert len(names) == leaves + 1
                for name in names[1:]:
                    assert archive.read(f"sheets/{name}") == (site / folder / name).read_bytes()


def test_the_page_offers_everything_with_its_pages_and_size(ordinary: list[BuiltPage], site: Path) -> None:
    for page in [page for page in ordinary if page.kind == "print"]:
        folder = site / page.path
        offered = set()
        for entry in page.all("li.entry"):
            links = [site / page.target(str(node.attributes["href"]))[0] for node in entry.css(".files a")]
            files = [path for path in links if path.suffix in (".pdf", ".zip")]
            if not files:
                continue
            offered |= {path.name for path in files}
            facts = entry.css_first(".holds")
            assert facts is not None
            size = max(-(-path.stat().st_size // 1000) for path in files)
            pages = max((len(pypdfium2.PdfDocument(path)) for path in files if path.suffix == ".pdf"), default=0)
            assert [int(number) for number in re.findall(r"\d+", facts.text())] == ([pages] if pages else []) + [size]
        assert offered == {path.name for path in folder.iterdir() if path.suffix in (".pdf", ".zip")}


def test_the_note_sheet_is_one_empty_page_with_its_warning(site: Path, book: Book) -> None:
    warnings = [book.catalogue(language).evidence.log_warning.words for language in book.languages]
    for path in sorted(site.rglob("print/notes-*.pdf")):
        pdf = pypdfium2.PdfDocument(path.read_bytes())
        assert len(pdf) == 1, path
        width, height = pdf[0].get_size()
        assert width > height
        text = pdf[0].get_textpage().get_text_range()
        held = letters(text)
        assert any(not letters(warning) - held for warning in warnings), path
        assert not SAYS_WHAT_HAPPENED.search(_bare(text.splitlines()[0]))
        sizes = [item.get_font_size() for item in pdf[0].get_objects() if item.type == 1]
        assert min(sizes) >= 8.99


def test_letters_on_paper_are_never_under_nine_points(papers: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, pdf in papers.items():
        sizes = [item.get_font_size() for page in pdf for item in page.get_objects() if item.type == 1]
        assert sizes, name
        assert min(sizes) >= 8.99, name
