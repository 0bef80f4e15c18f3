"""Building: the last good site stays, whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from guide.__main__ import main
from guide.publishing.build import swap


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def guide(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", "guide", *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_site_is_built_and_a_fault_leaves_it_as_it_was(copy: Path) -> None:
    assert guide(copy, "site").returncode == 0
    good = files_of(copy / "site")
    path = copy / "data/platforms/facebook.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("owner: Meta", "owner: Meta\nownr: Meta", 1), encoding="utf-8")

    done = guide(copy, "site")

    assert done.returncode == 1
    assert "unknown field 'ownr'" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(copy / "site") == good
    assert not list((copy / "build").glob("next-*"))


def test_a_template_that_breaks_leaves_the_last_site_as_it_was(copy: Path) -> None:
    assert guide(copy, "site").returncode == 0
    good = files_of(copy / "site")
    (copy / "overrides/base.html").write_text("{{ nothing.at.all }}", encoding="utf-8")

    assert guide(copy, "site").returncode == 1
    assert files_of(copy / "site") == good


def test_a_character_that_paper_cannot_show_stops_the_build_in_a_sentence(copy: Path) -> None:
    path = copy / "data/interface.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("sheet-blanks: Anote", "sheet-blanks: 笔记", 1), encoding="utf-8")

    done = guide(copy, "site")

    assert done.returncode == 1
    assert "A sheet cannot be made." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (copy / "site").exists()


def test_the_same_data_give_the_same_bytes(copy: Path) -> None:
    guide(copy, "site")
    first = files_of(copy / "site")
    guide(copy, "site", "--site-dir", "again")

    assert files_of(copy / "again") == first


def test_a_plain_build_of_the_renderer_gives_a_usable_site_and_stops_at_a_fault(copy: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(copy / "plain")]
    assert subprocess.run(command, cwd=copy, env=environment, check=False).returncode == 0
    assert (copy / "plain/en/facebook/coded-threat/index.html").is_file()
    assert (copy / "plain/404.html").is_file()
    assert (copy / "plain/offline/guia-en.zip").is_file()

    path = copy / "data/home.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  bad\n", encoding="utf-8")
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "data/home.yml:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_under_a_sub_path_has_its_addresses(copy: Path) -> None:
    environment = {**os.environ, "SITE_URL": "https://a.example/guide/", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "sub"], cwd=copy, env=environment, check=True)

    page = (copy / "sub/en/facebook/index.html").read_text(encoding="utf-8")

    assert '<link rel="alternate" hreflang="es" href="https://a.example/guide/facebook/">' in page
    assert '<link rel="alternate" hreflang="x-default" href="https://a.example/guide/facebook/">' in page
    assert 'href="/guide/assets/guide.css"' in (copy / "sub/404.html").read_text(encoding="utf-8")


def test_an_empty_address_means_the_default(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "")

    guide(copy, "site")

    page = (copy / "site/facebook/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://guide.example/facebook/">' in page


def test_one_language_alone_is_built_for_speed(copy: Path) -> None:
    environment = {**os.environ, "LANGS": "es", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "one"], cwd=copy, env=environment, check=True)

    assert (copy / "one/facebook/index.html").is_file()
    assert not (copy / "one/en/facebook/index.html").exists()
    assert "/en/" not in (copy / "one/facebook/index.html").read_text(encoding="utf-8")
    assert (copy / "one/assets/guide.css").is_file()


def test_a_swap_that_fails_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, fresh = tmp_path / "site", tmp_path / "next"
    site.mkdir()
    (site / "index.html").write_text("old")
    fresh.mkdir()
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == fresh:
            raise OSError("disk full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="disk full"):
        swap(fresh, site)

    assert (site / "index.html").read_text() == "old"


@pytest.mark.parametrize("command", ["check", "contacts-due", "freshness", "markdown"])
def test_each_command_ends_well(copy: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(copy), command]) == 0
    assert capsys.readouterr().out.strip()


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


def test_the_publishers_contact_and_editor_come_from_the_settings(copy: Path) -> None:
    environment = {
        **os.environ,
        "CONTACT": "avisos <b>@ejemplo.org",
        "EDIT_BASE": "https://code.example/edit",
        "NO_MKDOCS_2_WARNING": "1",
    }
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "out"], cwd=copy, env=environment, check=True)

    contribute = (copy / "out/contribute/index.html").read_text(encoding="utf-8")
    assert 'id="contact"' in contribute
    assert "avisos &lt;b&gt;@ejemplo.org" in contribute
    assert 'id="contact"' not in (copy / "out/about/index.html").read_text(encoding="utf-8")
    plan = (copy / "out/facebook/smear/index.html").read_text(encoding="utf-8")
    assert 'href="https://code.example/edit/data/platforms/facebook.yml#L' in plan


def test_codes_cover_and_countries_of_paper_come_from_the_settings(copy: Path) -> None:
    def built(to: str, **settings: str) -> Path:
        environment = {**os.environ, "LANGS": "es", "NO_MKDOCS_2_WARNING": "1", **settings}
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", to]
        subprocess.run(command, cwd=copy, env=environment, check=True)
        return copy / to / "print"

    def pictures(folder: Path, name: str) -> int:
        page = pypdfium2.PdfDocument((folder / name).read_bytes())[0]
        # The code is drawn as one path with many pieces; a box or a line has few.
        return sum(1 for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]) if _pieces(item) > 100)

    with_code = built("asked", SITE_URL="https://guia.org/", COVER="Recetas", COUNTRY_SHEETS="ni")
    assert pictures(with_code, "now-a4.pdf") == 1
    fold = pypdfium2.PdfDocument((with_code / "fold-now-a4.pdf").read_bytes())
    assert "Recetas" in fold[0].get_textpage().get_text_range()
    assert (with_code / "help-ni-a4.pdf").is_file()

    without = built("out", SITE_URL="https://guia.org/", QR="false")
    assert pictures(without, "now-a4.pdf") == 0
    text = pypdfium2.PdfDocument((without / "now-a4.pdf").read_bytes())[0].get_textpage().get_text_range()
    assert "https://guia.org/urgent/" in text
    assert not (without / "help-ni-a4.pdf").exists()

    # What the page says of countries is what the build made, and the text to copy is that of the file.
    asked = (copy / "asked/print/index.html").read_text(encoding="utf-8")
    usual = (without / "index.html").read_text(encoding="utf-8")
    assert 'href="help-ni-a4.pdf"' in asked
    assert "De El Salvador y Venezuela no hay hoja" in asked
    assert "De El Salvador, Nicaragua y Venezuela no hay hoja" in usual
    page = HTMLParser((copy / "out/facebook/doxxing/index.html").read_bytes()).css_first("pre[data-copy]")
    assert page is not None
    text = (copy / "out/facebook/doxxing/plan.txt").read_text(encoding="utf-8")
    assert page.text().strip() == text.strip()
    assert "https://guia.org/facebook/doxxing/" in text


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
    environment = {**os.environ, "LANGS": "es", "NO_MKDOCS_2_WARNING": "1", setting: value}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "out"]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_build_that_breaks_or_makes_a_part_drops_nothing_that_is_kept(copy: Path) -> None:
    def kept() -> int:
        return sum(1 for path in (copy / ".cache").rglob("*") if path.is_file())

    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "out"]
    environment = {**os.environ, "LANGS": "es", "GUIDE_SHEETS": "0", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=copy, env=environment, check=True)
    before = kept()
    path = copy / "data/home.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n  bad\n", encoding="utf-8")

    assert subprocess.run(command, cwd=copy, env=environment, check=False).returncode == 1

    assert kept() == before > 300


def _pieces(item: pypdfium2.PdfObject) -> int:
    return int(pypdfium2.raw.FPDFPath_CountSegments(item))


def test_a_new_language_is_one_command_and_one_line(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGS", "ar")
    assert main(["--root", str(copy), "messages"]) == 0
    monkeypatch.delenv("LANGS")
    assert guide(copy, "site").returncode == 0
    assert not (copy / "site/ar").exists()
    assert 'hreflang="ar"' not in (copy / "site/index.html").read_text(encoding="utf-8")

    settings = copy / "mkdocs.yml"
    line = "        - {locale: en, name: English}\n"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(line, line + "        - {locale: ar, name: العربية}\n"), encoding="utf-8")
    assert guide(copy, "site").returncode == 0

    page = (copy / "site/ar/facebook/coded-threat/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert 'hreflang="ar" href="https://guide.example/ar/facebook/coded-threat/"' in page
    assert '<span lang="es">Amenaza velada o en clave</span>' in page
    # Paper of a language that is not translated is Spanish, and says so to whoever listens.
    assert '<pre data-copy lang="es" dir="ltr">Facebook · 1 · mensaje en clave' in page
    assert b"/Lang(es)" in (copy / "site/ar/print/facebook-1-a4.pdf").read_bytes()


def test_a_language_without_a_catalogue_is_told_in_a_sentence(copy: Path) -> None:
    (copy / "data/locales/en.po").unlink()

    done = guide(copy, "site")

    assert done.returncode == 1
    assert "make messages LANGS=en" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
