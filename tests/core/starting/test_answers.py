"""Answers: whatever somebody types becomes the very same words in YAML, or is refused before a file is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.checking.check import load_all
from guide.model import Catalogue, Route, Threat
from guide.model.fault import Fault
from guide.model.vocabulary import RouteKind
from guide.reading.validate import validate
from guide.reading.yamlform import decoded
from guide.reading.yamltree import parse
from guide.starting.answers import GAP, Answers, NotStarted, Question
from guide.starting.begun import Begun, Start
from guide.starting.records import route
from guide.starting.scalar import scalar
from guide.starting.threat import threat
from tests.conftest import ROOT
from tests.core.starting.answers import GIVEN

IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(
    lambda name: not (ROOT / f"data/routes/{name}.yml").exists()
)
NAMES = st.text(st.characters(codec="utf-8"), max_size=60) | st.text(
    st.sampled_from("áñü \"':#-{}[],&*!|>%@`?~\\\n\t🌱👩🏽‍⚖️«»…aZ0"), max_size=40
)


def read(begun: Begun, kind: Any) -> Any:
    """Return the record of what was begun; its faults fail the test."""
    [(path, text)] = begun.new.items()
    content, faults = decoded(text.encode(), path)
    assert faults == []
    document, faults = parse(content, path)
    assert faults == []
    assert document is not None
    found: list[Fault] = []
    record = validate(kind, document, found)
    assert found == []
    return record


@cache
def catalogue() -> Catalogue:
    """Return the project's own records: Hypothesis would write down the whole of a fixture."""
    return load_all(ROOT / "data").catalogue


def begin_route(**answers: str) -> Begun:
    return route(Start(ROOT, catalogue(), Answers({**GIVEN["route"], **answers}, None)))


def taken(**answers: str) -> Begun | None:
    """Return what was begun; nothing where an answer was refused by its name."""
    try:
        return begin_route(**answers)
    except NotStarted as refusal:
        if not str(refusal).startswith(("NAME", "SOURCE_PUBLISHER")):
            raise
        return None


@settings(max_examples=150, deadline=None)
@given(name=IDS, called=NAMES)
@example(name="no", called="no")
@example(name="0", called="2026-01-02")
@example(name="on", called="- a: 'b' # \"c\"")
@example(name="a", called="x\u2028y\x85z")
@example(name="a", called="\udcff")
def test_any_id_and_name_give_yaml_that_reads_back_or_are_refused(name: str, called: str) -> None:
    begun = taken(ID=name, NAME=called, SOURCE_PUBLISHER=called)
    if begun is None:
        return
    record = read(begun, Route)
    assert record.id == name
    [text] = begun.new.values()
    assert yaml.safe_load(text)["name"] == " ".join(called.split())
    # Of the files that change, the lines that are new: to parse them whole would take a second each time.
    for path, text in begun.changed.items():
        before = set((ROOT / path).read_text(encoding="utf-8").split("\n"))
        added = "\n".join(line for line in text.split("\n") if line not in before)
        document, faults = parse(f"{added}\n", path)
        assert faults == []
        assert document is not None
        assert " ".join(called.split()) in [value for item in document.data for value in item.values()]


def test_names_with_the_signs_of_yaml_are_taken() -> None:
    for called in ("O'Higgins: «red» #1", '"Ñandú"', "- uno, dos", "sí/no: 100 %", "🌱 Raíz", "@casa", "no", "1", "~"):
        assert read(begin_route(NAME=called), Route).name.words == called


@pytest.mark.parametrize("word", ["no", "yes", "null", "true", "12", "a b", "", "-", "#", "a: b", "2026-01-02"])
def test_a_scalar_is_the_same_words_for_every_reader_of_yaml(word: str) -> None:
    assert yaml.safe_load(scalar(word)) == word
    assert yaml.safe_load(f"{{a: {scalar(word)}, b: [{scalar(word)}]}}") == {"a": word, "b": [word]}


def test_a_new_threat_takes_the_next_free_code_and_the_general_plan() -> None:
    record = read(threat(Start(ROOT, catalogue(), Answers(GIVEN["threat"], None))), Threat)

    assert record.code not in {item.code for item in catalogue().threats.values()}
    assert record.now == catalogue().general.now
    assert record.platforms == tuple(catalogue().platforms)


def typed(*lines: str) -> Iterator[str]:
    yield from lines


def test_a_terminal_asks_again_until_the_answer_can_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []
    lines = typed("", "found", "fund")

    def ask(words: str) -> str:
        asked.append(words)
        return next(lines)

    assert Answers({"KIND": "ngo"}, ask).one(Question("KIND", "What is it?", RouteKind)) == "fund"
    assert len(asked) == 3
    assert "helpline: Una línea de ayuda. / A helpline." in asked[0]
    assert "did you mean 'fund'?" in capsys.readouterr().out


def test_a_terminal_asks_again_for_an_id_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    lines = typed("mx, gtt", "mx, gt")

    found = Answers({}, lambda _: next(lines)).several("COUNTRY", "For which?", ("gt", "mx", "pe"))

    assert found == ("mx", "gt")
    assert "there is no 'gtt'. There are: gt, mx, pe." in capsys.readouterr().out


def test_variables_count_only_where_one_of_them_is_the_id() -> None:
    question = Question("NAME", "Its name.", usual=GAP)

    assert Answers({"NAME": "my-computer"}, None).one(question) == GAP
    assert Answers({"NAME": "Fondo", "ID": "fondo"}, None).one(question) == "Fondo"


def test_nobody_to_ask_and_no_answer_says_which_variable_is_needed() -> None:
    with pytest.raises(NotStarted, match=r"KIND is needed[^$]*helpline: Una línea de ayuda. / A helpline"):
        Answers({"ID": "x"}, None).one(Question("KIND", "What is it?", RouteKind))
