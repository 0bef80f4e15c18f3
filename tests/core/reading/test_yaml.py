"""What people write that is no YAML, or not the YAML that they meant: told in plain words where the slip is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from guide.checking.check import load_all
from guide.reading.yamltree import loader_from, parse

LOADERS = [loader_from(base) for base in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader)]
#: What was written with a ``¦`` where the slip is, the rule, and words of the fault.
SLIPS = [
    ('id: a\nname: ¦"Hola\nsay: otra\nmore: "x"\n', "bad-yaml", "not closed"),
    ('id: a\nname: ¦"Hola\nsay: otra\n', "bad-yaml", "not closed"),
    ("id: a\nname: ¦'Hola\nsay: otra\nmore: b\n", "bad-yaml", "not closed"),
    ('say: "dijo ¦"no" y se fue"\n', "bad-yaml", "goes on after its closing quote"),
    ('say: "una \\¦d"\n'.replace("\\¦", "¦\\"), "bad-yaml", "backslash"),
    ("id: a\nname¦:Hola\nsay: x\n", "bad-yaml", "space is missing after the colon"),
    ("id: a\nsay: x\nname¦:Hola\n", "bad-yaml", "space is missing after the colon"),
    ("id: a\nlist:\n  - id¦:x\n    b: c\n", "bad-yaml", "space is missing after the colon"),
    ("list:\n  ¦-one\n  - id: x\n", "bad-yaml", "space is missing after '-'"),
    ("id¦\nname: b\n", "bad-yaml", "colon is missing"),
    ("id: a\nname:\n  x: 1\n   ¦y: 2\n", "bad-yaml", "does not line up"),
    ("id: a\nlist:\n  - id: x\n   ¦text: y\n", "bad-yaml", "does not line up"),
    ("id: a\n  ¦name: b\n", "bad-yaml", "does not line up"),
    ("a:\n  - b\n ¦- c\n", "bad-yaml", "does not line up"),
    ("- a\n¦b: c\n", "bad-yaml", "does not go on"),
    ("id: a\nx: ¦[a, b\ny: c\n", "bad-yaml", "'[' that opens here"),
    ("id: a\nx: ¦{a: b, c: d\ny: c\n", "bad-yaml", "'{' that opens here"),
    ("x: [{a: b} ¦{c: d}]\n", "bad-yaml", "comma"),
    ("do: ¦*Hola* a\n", "bad-yaml", "cannot start with '*'"),
    ("do: ¦& hola\n", "bad-yaml", "cannot start with '&'"),
    ("do: ¦@hola\n", "bad-yaml", "cannot start with '@'"),
    ("do: >- ¦hola\n  que\n", "bad-yaml", "next line"),
    ("say: Me¦: dijo\n", "colon-in-text", "colon followed by a space"),
    ("do: No llame\n  y ¦#1 a la policía\n  mañana\nx: y\n", "comment-in-text", "starts a comment"),
    # what YAML takes, and cuts
    ("do: No llame ¦#1 a la policía.\n", "comment-in-text", "only 'No llame' is read"),
    ("do: No llame\n  ¦# a la policía\nx: y\n", "comment-in-text", "only 'No llame' is read"),
    ("do: ¦#1 es la policía\n", "comment-in-text", "nothing is read"),
    ("do: Llame ¦# no\n", "comment-in-text", "only 'Llame' is read"),
    ("list:\n  - uno\n    ¦# dos\n", "comment-in-text", "only 'uno' is read"),
    ("x:\n  do: >-\n      No llame\n    ¦# a la policía\n  id: a\n", "comment-in-text", "only 'No llame' is read"),
    ("x: {a: no llame ¦# a la\n  , b: c}\n", "comment-in-text", "only 'no llame' is read"),
    ("x: [a, b ¦# c\n  ]\n", "comment-in-text", "only 'b' is read"),
]


@pytest.mark.parametrize("loader", LOADERS, ids=["C", "Python"])
@pytest.mark.parametrize(("written", "rule", "words"), SLIPS, ids=[f"{row[1]}-{n}" for n, row in enumerate(SLIPS)])
def test_a_slip_is_told_where_it_is(loader: object, written: str, rule: str, words: str) -> None:
    at = written.index("¦")
    place = written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)

    document, faults = parse(written.replace("¦", ""), "data/x.yml", loader)

    assert document is None
    assert [(fault.rule, fault.line, fault.column) for fault in faults] == [(rule, *place)]
    assert words in faults[0].message + faults[0].mend


def test_comments_stand_where_they_cut_nothing() -> None:
    written = (
        "# above\n"
        'do: "No llame #1" # after quotes\n'
        "list: [a, b] # after a bracket\n"
        "number: 15 # after a number\n"
        "safe: true # after true\n"
        "steps: # after the name of a list\n"
        "  # inside\n"
        "  - one\n"
        "  # between\n"
        "  - more: >- # after the sign of a long text\n"
        "      No llame #1 a la policía.\n"
        "    # above a field\n"
        "    id: x#1\n"
    )
    document, faults = parse(written, "data/x.yml")

    assert faults == []
    assert document
    assert document.data["steps"][1] == {"more": "No llame #1 a la policía.", "id": "x#1"}


@pytest.mark.slow
def test_all_data_read_the_same_without_the_c_library(root: Path) -> None:
    files = sorted((root / "data").rglob("*.yml"))
    for path in files:
        text = path.read_text(encoding="utf-8")
        fast, slow = (parse(text, path.name, loader) for loader in LOADERS)
        assert fast[0] is not None
        assert slow[0] is not None, slow[1]
        assert fast[0].data == slow[0].data, path
    assert len(files) > 100


@pytest.mark.parametrize("loader", LOADERS, ids=["C", "Python"])
def test_a_question_mark_in_brackets_needs_quotes_for_every_reader(loader: object) -> None:
    assert parse("x: {es: Who can see this?}\n", "data/x.yml", loader)[1]
    assert not parse('x: {es: "Who can see this?"}\ny: Who can see this?\n', "data/x.yml", loader)[1]


@pytest.mark.parametrize("name", ["._cpj.yml", ".cpj.yml.swp", "cpj.yml~", "#cpj.yml#", "cpj.yml.bak"])
def test_what_editors_leave_behind_is_passed_over(copy: Path, name: str) -> None:
    for folder in (copy / "data/routes", copy / "data", copy / "docs"):
        (folder / name).write_bytes(b"\x00\x05\x16\x07 no yaml: at: all")
    (copy / "data/routes/.#cpj.yml").symlink_to("somebody@host.1234:567")

    assert load_all(copy / "data").catalogue.routes
