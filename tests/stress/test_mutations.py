"""Any mutation of the data gives a site or a list of faults, never a traceback (80 here, 10,000 in make stress).

A mutation damages one file of what people write, data, catalogues and hand-written pages: its bytes are cut, a line is
deleted, doubled or moved, something hostile is put into a line, or a value of its tree is retyped, swapped, renamed or
removed. Where a mutation is harmless, pages must come out whole, and nothing hostile as HTML.
"""

from __future__ import annotations

import os
import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.book import read_book
from guide.model.fault import DataError
from guide.model.fault_report import report
from guide.model.languages import LANGUAGES
from tests.adding import KEPT
from tests.conftest import ROOT, copy_project

EXAMPLES = int(os.environ.get("GUIDE_EXAMPLES", "80"))
#: Parts that run side by side, each with its own share of the examples.
SHARDS = 4


def of_another_language(path: Path) -> bool:
    """Return whether a file is of a language that copies of the project leave out."""
    code = path.stem.rpartition(".")[2] if path.suffix == ".md" else path.stem
    others = set(LANGUAGES) - set(KEPT)
    return code in others and (path.parent.name in ("search", "locales") or "." in path.stem)


FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*(ROOT / "data").rglob("*.yml"), *(ROOT / "data").rglob("*.po"), *(ROOT / "docs").glob("*.md"))
    if not of_another_language(path)
)
LINES = ("delete-line", "double-line", "swap-lines", "indent", "hostile")
KINDS = ("truncate", "byte", *LINES, "retype", "remove", "rename", "swap")
#: What a writer never means. None of it may reach a page as HTML.
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onclick="alert(1)',
    "[x](javascript:alert(1))",
    "[x](//evil.example/)",
    "![x](https://evil.example/x.png)",
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "{: onclick=alert(1) }",
    "--8<-- 'mkdocs.yml'",
    "\u202e\u2066",
    "\x00",
    "&lt;script&gt;",
    "]]></script><script>alert(1)</script>",
    "%s%n{0}{a.__class__}",
    "[" * 200,
    "*_`" * 100,
    "&a *a",
)
#: What no page of ours has, whatever stood in the data.
IN_NO_PAGE = re.compile(r"<script>|<img src=x|\bonclick=\"?alert|href=\"?(?:javascript:|//evil)|<img[^>]+evil", re.I)
ODD: list[Any] = [
    None,
    True,
    0,
    -7,
    "",
    " ",
    "no",
    [],
    {},
    ["x"],
    {"x": "y"},
    "<b>",
    "{x}",
    "[a](b:c)",
    "ñ" * 300,
    "\u202e",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the project, mended after each mutation."""
    return copy_project(tmp_path_factory.mktemp("stress") / "project")


@pytest.mark.parametrize("shard", range(SHARDS))
@settings(
    max_examples=EXAMPLES // SHARDS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=EXAMPLES <= 80,
    database=None,
)
@given(file=st.sampled_from(FILES), kind=st.sampled_from(KINDS), seed=st.integers(0, 2**32))
def test_a_mutation_gives_a_site_or_faults(project: Path, shard: int, file: str, kind: str, seed: int) -> None:
    path = project / file
    good = path.read_bytes()
    try:
        path.write_bytes(mutate(good, kind, random.Random(seed * SHARDS + shard)))
        told = outcome(project, seed)
    finally:
        path.write_bytes(good)

    assert told


def outcome(project: Path, seed: int) -> str:
    """Return ``pages``, or the faults as people read them; anything but a DataError passes through.

    The pages of one language are made; which one, the seed decides.
    """
    try:
        book = read_book(project)
    except DataError as error:
        broken = [f for f in error.faults if f.line < 1 or f.column < 1 or not f.message]
        return "" if broken or not error.faults else report(error.faults)
    language = book.languages[seed % len(book.languages)]
    pages = book.pages(language)
    assert not [page.path for page in pages if IN_NO_PAGE.search(page.body)]
    return "pages" if all(page.body for page in pages) else ""


def mutate(good: bytes, kind: str, chance: random.Random) -> bytes:
    """Return ``good`` damaged in one way."""
    if kind == "truncate":
        return good[: chance.randrange(len(good))]
    if kind == "byte":
        at = chance.randrange(len(good))
        return good[:at] + bytes([chance.randrange(256)]) + good[at + 1 :]
    if kind in LINES:
        return _lines(good, kind, chance)
    return _tree(good, kind, chance)


def _lines(good: bytes, kind: str, chance: random.Random) -> bytes:
    lines = good.splitlines(keepends=True)
    at = chance.randrange(len(lines) - 1)
    if kind == "delete-line":
        del lines[at]
    elif kind == "double-line":
        lines.insert(at, lines[at])
    elif kind == "hostile":
        place = chance.randrange(len(lines[at]))
        lines[at] = lines[at][:place] + chance.choice(HOSTILE).encode() + lines[at][place:]
    elif kind == "swap-lines":
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    else:
        lines[at] = chance.choice([b" ", b"  ", b"\t", b"- "]) + lines[at]
    return b"".join(lines)


def _tree(good: bytes, kind: str, chance: random.Random) -> bytes:
    """Damage the tree of a YAML file; a catalogue has none, and is cut instead."""
    try:
        root = yaml.safe_load(good)
    except yaml.YAMLError:
        return good[: chance.randrange(len(good))]
    places = list(_places(root))
    if not places:
        return b"[]"
    holder, key = chance.choice(places)
    if kind == "retype":
        holder[key] = chance.choice(ODD)
    elif kind == "remove":
        del holder[key]
    elif kind == "rename" and isinstance(holder, dict):
        holder[str(chance.choice(ODD))] = holder.pop(key)
    else:
        other, other_key = chance.choice(places)
        holder[key] = other[other_key]
    return yaml.safe_dump(root, allow_unicode=True, sort_keys=False).encode()


def _places(node: Any) -> Any:
    if isinstance(node, dict):
        for key, value in node.items():
            yield node, key
            yield from _places(value)
    elif isinstance(node, list):
        for key, value in enumerate(node):
            yield node, key
            yield from _places(value)
