"""Beginning something: what is written passes the check, or the check names each gap; nothing is written over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from guide.__main__ import main
from guide.book import read_book
from guide.reading.load import Loaded
from guide.starting import KINDS
from guide.starting.answers import Answers, NotStarted
from guide.starting.begin import _BEGINNINGS
from guide.starting.begun import Start
from guide.starting.threat import threat
from tests.conftest import ROOT, copy_project
from tests.core.starting.answers import GIVEN
from tests.site.test_misread import misread

FOLDER = {
    "route": "routes",
    "country": "countries",
    "decision": "decisions",
    "threat": "threats",
    "platform": "platforms",
}


@pytest.fixture(autouse=True)
def nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script has no terminal, whatever runs the tests."""
    monkeypatch.setattr("guide.starting.command._terminal", lambda: None)


def new(project: Path, kind: str, answers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> int:
    for name, value in answers.items():
        monkeypatch.setenv(name, value)
    return main(["--root", str(project), "new", kind])


def files(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", sorted(GIVEN))
def test_what_is_begun_with_all_answers_has_no_fault(
    kind: str, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = new(copy, kind, dict(GIVEN[kind]), monkeypatch)

    said = capsys.readouterr()
    assert status == 0, said.err
    path = copy / "data" / FOLDER[kind] / f"{GIVEN[kind]['ID']}.yml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/")
    assert text.count("\n#") >= 2, "comments tell what goes where"
    assert yaml.safe_load(text)["name"] == GIVEN[kind]["NAME"]
    assert f"Written: data/{FOLDER[kind]}/{GIVEN[kind]['ID']}.yml." in said.out
    assert "make preview PAGE=" in said.out
    assert "No faults" in said.out


@pytest.mark.slow
def test_every_page_can_be_made_of_what_was_begun(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A threat and a platform without a single source of a menu once passed the check, and their pages broke."""
    for kind in sorted(GIVEN):
        with monkeypatch.context() as only:
            assert new(copy, kind, dict(GIVEN[kind]), only) == 0

    book = read_book(copy)
    for language in book.languages:
        paths = {page.path for page in book.pages(language)}
        assert {"routes/aid-fund/", "countries/uy/", "threats/rumour/", "facebook/rumour/", "mesh/general/"} <= paths
        assert {"mesh/menus/", "mesh/other-way/"} <= paths
        book.on_paper(language)


@pytest.mark.parametrize("kind", ["country", "threat"])
def test_nothing_is_written_over(
    kind: str, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = next((copy / "data" / FOLDER[kind]).glob("*.yml"))
    before = files(copy)

    assert new(copy, kind, {**GIVEN[kind], "ID": there.stem}, monkeypatch) == 1
    assert "is there already" in capsys.readouterr().err
    assert files(copy) == before


def test_what_nobody_answered_is_named_by_the_check_line_by_line(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {"ID": "aid-fund", "NAME": "Fondo", "KIND": "fund", "REGION": "global"}

    assert new(copy, "route", answers, monkeypatch) == 1

    lines = (copy / "data/routes/aid-fund.yml").read_text(encoding="utf-8").splitlines()
    gaps = [number for number, line in enumerate(lines, 1) if "TODO" in line]
    said = capsys.readouterr().err
    assert len(gaps) == 7
    assert [number for number in gaps if f"data/routes/aid-fund.yml:{number}:" not in said] == []
    assert "[no-source]" in said
    assert "Everything is written, and nothing went wrong" in said


def test_a_list_whose_entries_are_gaps_is_not_called_empty(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {name: value for name, value in GIVEN["threat"].items() if not name.startswith("EXAMPLE")}

    assert new(copy, "threat", answers, monkeypatch) == 1

    said = capsys.readouterr().err
    assert said.count("[placeholder]") == 3
    assert "0 entries" not in said


def test_a_new_threat_stands_behind_those_that_are_there(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_text("utf-8") for path in (copy / "data/platforms").glob("*.yml")}

    assert new(copy, "threat", dict(GIVEN["threat"]), monkeypatch) == 0

    for path, text in before.items():
        old, made = (yaml.safe_load(one) for one in (text, path.read_text("utf-8")))
        assert list(made["threats"]) == [*old["threats"], "rumour"]
        assert made == {**old, "threats": {**old["threats"], "rumour": old["general"]}}
        lines = path.read_text("utf-8").split("\n")
        assert [line for line in text.split("\n") if line not in lines] == [], "comments stay"


def test_an_answer_that_cannot_be_one_is_refused_before_anything_is_written(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(copy)

    for wrong in (
        {"KIND": "found"},
        {"READY": "a" * 111},
        {"SITE": "http://fondo.org.uy/"},
        {"SOURCE": "no-such-source"},
        {"COUNTRY": "xx"},
        {"NAME": "<b>x</b>"},
        {"ID": "Aid Fund"},
        {"SOURCE_COPY": "2999-01-01"},
        {"SOURCE_COPY": "2026-02-30"},
    ):
        assert new(copy, "route", {**GIVEN["route"], **wrong}, monkeypatch) == 1
        assert next(iter(wrong)) in capsys.readouterr().err
    assert files(copy) == before


def test_no_command_supposes_where_a_post_was(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {name: value for name, value in GIVEN["decision"].items() if name != "PLATFORMS"}

    assert new(copy, "decision", answers, monkeypatch) == 1
    assert "PLATFORMS is needed" in capsys.readouterr().err


def test_a_decision_of_a_day_that_has_not_come_is_refused(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(copy, "decision", {**GIVEN["decision"], "DATE": "2999-01-01"}, monkeypatch) == 1
    assert "DATE: 2999-01-01 has not come yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("alguien pide dinero.", "**Está en el lugar correcto si** alguien pide dinero."),
        ("Está en el lugar correcto si alguien pide dinero.", "**Está en el lugar correcto si** alguien pide dinero."),
        ("**Está en el lugar correcto si** … piden.", "**Está en el lugar correcto si** piden."),
        ("", "TODO"),
    ],
)
def test_the_sentence_that_opens_a_plan_is_whole(answer: str, written: str, loaded: Loaded) -> None:
    begun = threat(Start(ROOT, loaded.catalogue, Answers({**GIVEN["threat"], "RIGHT_IF": answer}, None)))

    [text] = begun.new.values()
    assert yaml.safe_load(text)["right_if"] == written


def test_words_of_a_tab_that_another_threat_has_are_refused_when_asked(loaded: Loaded) -> None:
    smear = loaded.catalogue.threats["smear"]
    answers = {**GIVEN["threat"], "TAB": smear.tab.words.upper()}

    with pytest.raises(NotStarted, match="TAB: 'smear' has the same"):
        threat(Start(ROOT, loaded.catalogue, Answers(answers, None)))


@pytest.mark.parametrize("answer", ["Está en el lugar correcto si …", "**alguien", "a" * 690])
def test_a_sentence_that_cannot_open_a_plan_is_refused(answer: str, loaded: Loaded) -> None:
    with pytest.raises(NotStarted, match="RIGHT_IF"):
        threat(Start(ROOT, loaded.catalogue, Answers({**GIVEN["threat"], "RIGHT_IF": answer}, None)))


def test_a_source_that_is_listed_serves_without_another_question(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (copy / "data/sources.yml").read_bytes()
    answers = {name: value for name, value in GIVEN["route"].items() if not name.startswith("SOURCE")}

    assert new(copy, "route", {**answers, "SOURCE": "meta-cs"}, monkeypatch) == 0
    assert (copy / "data/sources.yml").read_bytes() == before
    assert yaml.safe_load((copy / "data/routes/aid-fund.yml").read_text("utf-8"))["sources"] == ["meta-cs"]


def test_faults_that_are_there_already_come_first(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "data/routes/ddp.yml").write_text("id: ddp\n", encoding="utf-8")

    assert new(copy, "country", dict(GIVEN["country"]), monkeypatch) == 1
    assert "data/routes/ddp.yml" in capsys.readouterr().err
    assert not (copy / "data/countries/uy.yml").exists()


@pytest.mark.slow
def test_a_language_is_begun_with_its_catalogue_and_its_lines_in_the_settings(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    environment = {"PYTHONPATH": str(project / "hooks"), "PATH": "/usr/bin:/bin", "ID": "he", "NAME": "עברית"}
    command = [sys.executable, "-m", "guide", "new", "language"]

    done = subprocess.run(
        command, cwd=project, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert 'Language("he", "he", "עברית", "rtl"),' in (project / "hooks/guide/model/languages.py").read_text("utf-8")
    assert "{locale: he, name: " in (project / "mkdocs.yml").read_text("utf-8")
    assert "msgid" in (project / "data/locales/he.po").read_text("utf-8")
    assert "he: 0 of " in done.stdout
    again = subprocess.run(
        command, cwd=project, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert again.returncode == 1
    assert "already" in again.stderr


def test_make_has_a_target_for_each_kind_and_the_readme_names_it() -> None:
    makefile, readme = ((ROOT / name).read_text("utf-8") for name in ("Makefile", "README.md"))

    assert set(_BEGINNINGS) == set(KINDS)
    for kind in KINDS:
        assert f"\nnew-{kind}: $(SITE_READY) ## " in makefile
        assert f"`make new-{kind}`" in readme


def test_what_a_template_says_to_readers_holds_no_word_that_is_misread() -> None:
    paths = [path for path in (ROOT / "hooks/guide/starting").rglob("*") if path.suffix in (".yml", ".py")]

    assert paths
    assert [path.name for path in paths if [*misread(path.read_text("utf-8"), "es")]] == []
