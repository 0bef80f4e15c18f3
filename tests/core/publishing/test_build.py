"""Building: the last good site stays, whatever happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from guide.__main__ import main
from guide.book import Book, read_book
from guide.model.roles import CountrySheet
from guide.model.vocabulary import Paper
from guide.paper import leaf, pocket
from guide.paper.country_sheet import country_name
from guide.paper.printing import Printing
from guide.paper.shared_sheets import shared_sheets
from guide.paper.typeset import Kept
from guide.publishing import build_record
from guide.publishing.build_record import read_record
from guide.writing.file_names import Held, pdf_path
from guide.writing.imprint import Imprint
from guide_mkdocs import adapter
from guide_mkdocs.session import printing_of
from tests.conftest import PLATFORM, THREAT, copy_project, link_kept
from tests.site.conftest import SITE


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run(module: str, project: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a module in the folder ``project``, its settings in the environment, and return what it said."""
    # A variable that is set but empty, as CI systems leave it, means none to make site; to MkDocs alone it does not.
    given = {name: value for name, value in os.environ.items() if value}
    environment = {**given, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1", **settings}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def guide(project: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return run("guide", project, *arguments, **settings)


def mkdocs(project: Path, to: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Build with the renderer alone into the folder ``to``."""
    return run("mkdocs", project, "build", "-q", "-d", to, **settings)


def configured(project: Path, **settings: str) -> MkDocsConfig:
    """Return what the renderer reads from ``mkdocs.yml`` with these settings in its environment."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(name, value)
        return load_config(str(project / "mkdocs.yml"))


@pytest.fixture
def old_site(copy: Path) -> Path:
    """The folder of a site that was built before."""
    site = copy / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", encoding="utf-8")
    return site


@pytest.mark.slow
def test_a_fault_leaves_the_last_site_as_it_was(copy: Path, old_site: Path) -> None:
    good = files_of(old_site)
    path = copy / f"data/platforms/{PLATFORM}.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\nownr: Meta\n", encoding="utf-8")

    done = guide(copy, "site")

    assert done.returncode == 1
    assert "unknown field 'ownr'" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(old_site) == good
    assert not list(copy.glob(".guide-*"))


@pytest.mark.slow
def test_a_template_that_breaks_leaves_the_last_site_as_it_was(copy: Path, old_site: Path) -> None:
    good = files_of(old_site)
    (copy / "overrides/base.html").write_text("{{ nothing.at.all }}", encoding="utf-8")

    assert guide(copy, "site", LANGS="es", GUIDE_SHEETS="0").returncode == 1
    assert files_of(old_site) == good


@pytest.mark.slow
def test_a_character_that_paper_cannot_show_stops_the_build_in_a_sentence(copy: Path) -> None:
    path = copy / "data/interface.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^sheet-blanks: .*$", "sheet-blanks: 笔记", text), encoding="utf-8")

    done = guide(copy, "site", LANGS="es")

    assert done.returncode == 1
    assert "A sheet cannot be made." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (copy / "site").exists()


#: A machine as unlike any other as there is: ASCII alone, the first day of the world, another order of sets, no rights.
ELSEWHERE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"}
ELSEWHERE |= {"PYTHONHASHSEED": "77"}


@pytest.mark.slow
def test_the_same_data_give_the_same_bytes_elsewhere_and_by_the_renderer_alone(tmp_path: Path) -> None:
    """What ``make test`` has built here with ``make site``'s command comes out again on a machine unlike this one.

    The record of the first build says what to set. Every twentieth kept file is made anew, sheets and pages.
    """
    project = copy_project(tmp_path / "project", whole=True)
    link_kept(project)
    for path in sorted((project / ".cache").rglob("*.*"))[::20]:
        path.unlink()
    record = read_record((SITE / build_record.NAME).read_text(encoding="utf-8"))
    commit = f"{record.commit}-dirty" if record.changed else record.commit
    settings = {**record.settings, "SOURCE_DATE_EPOCH": str(record.epoch), "GUIDE_COMMIT": commit}
    before = os.umask(0o077)
    try:
        done = mkdocs(project, "plain", **settings, **ELSEWHERE)
    finally:
        os.umask(before)

    assert done.returncode == 0, done.stderr
    made = files_of(project / "plain")
    assert [name for name, content in files_of(SITE).items() if made.pop(name, None) != content] == []
    assert list(made) == []
    assert {path.stat().st_mode & 0o777 for path in (project / "plain").rglob("*.*")} == {0o644}


@pytest.mark.slow
def test_a_plain_build_of_the_renderer_stops_at_a_fault(copy: Path) -> None:
    path = copy / "data/home.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  bad\n", encoding="utf-8")

    done = mkdocs(copy, "plain")

    assert done.returncode == 1
    assert "data/home.yml:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_address_contact_and_editor_come_from_the_settings(site_copy: Path) -> None:
    settings = {"SITE_URL": "https://a.example/guide/", "CONTACT": "avisos <b>@ejemplo.org"}
    settings |= {"EDIT_BASE": "https://code.example/edit", "GUIDE_SHEETS": "0"}
    done = mkdocs(site_copy, "out", **settings)
    assert done.returncode == 0, done.stderr
    out = site_copy / "out"

    page = (out / f"en/{PLATFORM}/index.html").read_text(encoding="utf-8")
    assert f'<link rel="alternate" hreflang="es" href="https://a.example/guide/{PLATFORM}/">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="https://a.example/guide/{PLATFORM}/">' in page
    assert 'href="/guide/assets/guide.css"' in (out / "404.html").read_text(encoding="utf-8")

    contribute = (out / "contribute/index.html").read_text(encoding="utf-8")
    assert 'id="contact"' in contribute
    assert "avisos &lt;b&gt;@ejemplo.org" in contribute
    assert 'id="contact"' not in (out / "about/index.html").read_text(encoding="utf-8")
    plan = (out / f"{PLATFORM}/{THREAT}/index.html").read_text(encoding="utf-8")
    assert f'href="https://code.example/edit/data/platforms/{PLATFORM}.yml#L' in plan


@pytest.mark.slow
def test_one_language_alone_or_a_build_that_breaks_drops_nothing_that_is_kept(site_copy: Path, old_site: Path) -> None:
    def kept() -> set[str]:
        return {path.name for path in (site_copy / ".cache").rglob("*") if path.is_file()}

    before = kept()
    # An address that is set but empty, as CI systems leave it, means the default.
    done = guide(site_copy, "site", LANGS="es", GUIDE_SHEETS="0", SITE_URL="")
    assert done.returncode == 0, done.stderr

    page = (old_site / f"{PLATFORM}/index.html").read_text(encoding="utf-8")
    assert not (old_site / f"en/{PLATFORM}/index.html").exists()
    assert "/en/" not in page
    assert f'<link rel="canonical" href="https://guide.example/{PLATFORM}/">' in page
    assert (old_site / "assets/guide.css").is_file()
    assert "the last good site" not in (old_site / "index.html").read_text(encoding="utf-8")
    assert before
    assert before <= kept()

    before, path = kept(), site_copy / "data/home.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  bad\n", encoding="utf-8")
    assert mkdocs(site_copy, "broken", LANGS="es", GUIDE_SHEETS="0").returncode == 1
    assert kept() == before


def test_codes_cover_and_countries_of_paper_come_from_the_settings(copy: Path, book: Book, tmp_path: Path) -> None:
    countries = book.loaded.catalogue.countries
    country = min(name for name in countries if countries[name].sheet is CountrySheet.BY_NAME)
    settings = {"SITE_URL": "https://guia.org/", "COVER": "Recetas", "COUNTRY_SHEETS": country}

    def printing(**given: str) -> Printing:
        config = configured(copy, **given)
        return printing_of(config, str(config.site_url), countries)

    asked, plain = printing(**settings), printing(SITE_URL="https://guia.org/", QR="false")

    assert asked == Printing("https://guia.org/", cover="Recetas", countries=(country,))
    assert plain == Printing("https://guia.org/", qr=False)

    es, kept = book.languages[0], Kept(tmp_path / "kept")
    paper, catalogue = book.on_paper(es), book.loaded.catalogue
    sheet = next(sheet for sheet in paper.shared if sheet.name == "now")

    def pictures(printing: Printing) -> int:
        page = pypdfium2.PdfDocument(leaf.job(sheet, Paper.A4, printing, kept).make())[0]
        # The code is drawn as one path with many pieces; a box or a line has few.
        return sum(1 for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]) if _pieces(item) > 100)

    assert (pictures(asked), pictures(plain)) == (1, 0)
    printed = pypdfium2.PdfDocument(leaf.job(sheet, Paper.A4, plain, kept).make())
    text = " ".join(page.get_textpage().get_text_range() for page in printed)
    assert "https://guia.org/urgent/" in text
    short = pocket.pockets(catalogue, es, paper.plans, Imprint())
    front = pocket.all_inputs(catalogue, short, asked, Imprint())
    fold = pocket.jobs(short, front)[0].make()
    assert "Recetas" in pypdfium2.PdfDocument(fold)[0].get_textpage().get_text_range()
    names = [sheet.name for sheet in shared_sheets(catalogue, es, Imprint(), (), asked.countries)]
    assert country_name(country) in names


@pytest.mark.slow
def test_the_page_tells_which_countries_have_no_sheet(copy: Path, book: Book) -> None:
    """What the page says of countries is what the build made."""
    es, countries = book.languages[0], book.loaded.catalogue.countries
    by_name = {name for name in countries if countries[name].sheet is CountrySheet.BY_NAME}
    usual = {pdf_path(country_name(name), size) for name in countries if name not in by_name for size in Paper}
    asked = min(by_name)

    def page(files: set[str]) -> str:
        held = {path: Held(1, 1000) for path in files}
        return next(page.body for page in read_book(copy).pages(es, held) if page.path == "print/")

    without, with_one = page(usual), page(usual | {pdf_path(country_name(asked), size) for size in Paper})
    left = [countries[name].name.words for name in by_name - {asked}]
    told = countries[asked].name.words
    name_of_file = pdf_path(country_name(asked), Paper.A4).removeprefix("print/")
    assert f'href="{name_of_file}"' in with_one
    assert f'href="{name_of_file}"' not in without
    line = next(line for line in without.splitlines() if all(words in line for words in [*left, told]))
    assert line not in with_one
    assert next(line for line in with_one.splitlines() if all(words in line for words in left))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("QR", "nein", "qr: write true or false"),
        ("COVER", "x" * 60, "cover:"),
        ("COUNTRY_SHEETS", "xx", "no country 'xx'"),
    ],
)
def test_a_setting_of_paper_that_is_none_stops_the_build_in_a_sentence(
    copy: Path, setting: str, value: str, told: str
) -> None:
    done = mkdocs(copy, "out", LANGS="es", **{setting: value})

    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def _pieces(item: pypdfium2.PdfObject) -> int:
    return int(pypdfium2.raw.FPDFPath_CountSegments(item))


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "contacts-due", "freshness", "markdown"])
def test_each_command_ends_well(copy: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(copy), command]) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.slow
def test_schemas_and_catalogues_that_are_out_of_date_are_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(copy), "schema", "--check"]) == 1
    assert "make schema" in capsys.readouterr().err
    assert main(["--root", str(copy), "schema"]) == 0
    assert main(["--root", str(copy), "schema", "--check"]) == 0

    path = copy / "data/home.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Hay peligro hoy", "Peligro hoy", 1), encoding="utf-8")
    assert main(["--root", str(copy), "messages", "--check"]) == 1
    assert main(["--root", str(copy), "messages"]) == 0
    assert main(["--root", str(copy), "messages", "--check"]) == 0


def test_an_unknown_edition_is_told_in_a_sentence(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EDITION", "secret")

    assert main(["--root", str(copy), "check"]) == 1
    assert "secret" in capsys.readouterr().err


@pytest.mark.slow
def test_a_catalogue_alone_makes_no_language_of_the_site(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a language of the site when ``mkdocs.yml`` lists it; what it then looks like, test_adding.py sees."""
    monkeypatch.setenv("LANGS", "ar")
    assert main(["--root", str(copy), "messages"]) == 0
    monkeypatch.delenv("LANGS")

    published = adapter.published(configured(copy))

    assert "ar" not in published
    assert "ar" not in {language.code for language in read_book(copy, published=published).languages}
    assert "ar" in {language.code for language in read_book(copy, published=(*published, "ar")).languages}


@pytest.mark.slow
def test_a_language_without_a_catalogue_is_told_in_a_sentence(copy: Path) -> None:
    (copy / "data/locales/en.po").unlink()

    done = guide(copy, "site", GUIDE_SHEETS="0")

    assert done.returncode == 1
    assert "make messages LANGS=en" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
