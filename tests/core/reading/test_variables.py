"""A variable or a setting that is mistyped ends in one sentence that says what may be written, never in a traceback."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.model import variables
from guide.model.clock import today
from guide.model.languages import SOURCE
from guide.model.variables import WrongVariable
from tests.conftest import ROOT

#: The beginning of the list of languages that have a catalogue.
LISTED = f"There are: {SOURCE}, "
#: Command, variable, what a person typed, what the answer says.
SLIPS = [
    ("check", "EDITION", "pubic", "did you mean 'public'? There are: working, public."),
    ("check", "EDITION", "Public", "did you mean 'public'?"),
    ("check", "LANGS", "xx", LISTED),
    ("site", "LANGS", "es en", "name one language"),
    ("messages", "LANGS", "en eng", LISTED),
    ("check", "TODAY", "tomorrow", "Write it as 2026-11-24."),
    ("check", "TODAY", "2026-02-30", "is no date"),
    ("check", "SOURCE_DATE_EPOCH", "now", "seconds since 1970"),
    ("check", "SOURCE_DATE_EPOCH", "-1", "is no whole number"),
    ("check", "SOURCE_DATE_EPOCH", "9" * 30, "is no whole number"),
    ("site", "SITE_URL", "example.org", "https://guide.example/"),
    ("site", "SITE_URL", "http://example.org/", "https://guide.example/"),
    ("site", "SITE_URL", "https://exa mple.org/", "https://guide.example/"),
    ("site", "SITE_URL", "https://[::1/", "https://guide.example/"),
    ("site", "SITE_URL", "https://example.org:99999/", "https://guide.example/"),
    ("site", "SITE_URL", "https://example.org/?page=1", "Leave out"),
    ("site", "SITE_URL", "https://e.example/\nX-Other: y", r"https://e.example/\nX-Other: y"),
    ("site", "SITE_URL", "https://guía.example/", "https://xn--gua-sma.example/"),
    ("site", "SITE_URL", "https://guide.example/país", "https://guide.example/pa%C3%ADs"),
    ("site", "SITE_URL", 'https://guide.example/"><b>', "%22%3E%3Cb%3E"),
    ("site", "SITE_URL", "https://me:secret@guide.example/", "https://guide.example/"),
    ("site", "SITE_URL", "https://guide.example/\u202ea/", "https://guide.example/%E2%80%AEa/"),
    ("site", "SITE_URL", "https://guide.example/%zz/", "is no address"),
    ("site", "SITE_URL", "https://-guide.example/", "is no address"),
    ("site", "SITE_URL", "https://guide.example/a/../b/", "is no folder"),
    ("site", "SITE_URL", "https://guide.example//b", "is no folder"),
    ("site", "SITE_URL", "https://guide.example/index.html", "is no folder"),
    ("site", "EDIT_BASE", "code", "https://guide.example/"),
    ("site", "GUIDE_SHEETS", "text", "did you mean 'texts'?"),
    ("serve", "PORT", "80a", "from 1 to 65535"),
    ("serve", "PORT", "0", "from 1 to 65535"),
    ("serve", "PORT", "65536", "from 1 to 65535"),
    ("serve", "PORT", "٨٠٠٠", "from 1 to 65535"),
    ("freshness", "AHEAD", "a month", "Write it as 30."),
    ("freshness", "AHEAD", "-3", "Write it as 30."),
]


@pytest.mark.parametrize(("command", "name", "typed", "told"), SLIPS)
def test_a_slip_is_told_in_a_sentence(
    command: str, name: str, typed: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, typed)

    assert main(["--root", str(ROOT), command]) == 1

    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(f"{name}: ")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("EDITION", "pubic", "There are: working, public."),
        ("TODAY", "tomorrow", "is no date"),
        ("SITE_URL", "http://example.org/", "https://guide.example/"),
        # MkDocs itself checks these two, before it asks us anything.
        ("LANGS", "xx", "Locale xx is not present in languages"),
        ("SITE_URL", "example.org", "should include the http:// (scheme)"),
    ],
)
def test_the_renderer_alone_tells_it_too(name: str, typed: str, told: str, tmp_path: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", name: typed}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_setting_of_mkdocs_yml_is_told_with_its_name(tmp_path: Path) -> None:
    for name in ("data", "docs", "hooks", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(text.replace("!ENV [EDITION, working]", "pubic"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "out")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "mkdocs.yml: extra.edition: no edition 'pubic'" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_variable_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EDITION", "LANGS", "TODAY", "SOURCE_DATE_EPOCH", "SITE_URL", "EDIT_BASE", "PORT", "AHEAD"):
        monkeypatch.setenv(name, " ")

    variables.refuse_mistyped()

    assert variables.edition() == "working"
    assert variables.languages() == ()
    assert (variables.port(), variables.days_ahead()) == (8000, 0)


def test_the_day_comes_from_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    assert today() == dt.date(2026, 11, 24)

    monkeypatch.setenv("TODAY", "2027-01-02")
    assert today() == dt.date(2027, 1, 2)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/guide/", "https://example.org/guide/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("http://" + "a" * 56 + ".onion/", "http://" + "a" * 56 + ".onion/"),
        ("", ""),
    ],
)
def test_the_address_of_a_site_is_https_and_gets_its_slash(typed: str, address: str) -> None:
    assert variables.site_address("SITE_URL", typed) == address


def test_where_leave_this_page_leads_keeps_its_path() -> None:
    assert variables.web_address("extra.exit_url", "https://a.example/search?q=x") == "https://a.example/search?q=x"
    with pytest.raises(WrongVariable, match="no address that is safe"):
        variables.web_address("extra.exit_url", "www.wikipedia.org")


@pytest.mark.parametrize("typed", ["http://localhost.example.org/", "http://aonion/", "ftp://example.org/", "https://"])
def test_an_address_that_only_looks_safe_is_refused(typed: str) -> None:
    with pytest.raises(WrongVariable):
        variables.site_address("SITE_URL", typed)
