"""Signs that nobody sees are refused by name, at their place; letters and spaces that a language needs are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checking.check import load_all
from guide.model.fault import DataError
from guide.model.signs import invisible
from guide.model.text import TextFault, parse
from guide.reading.yamltree import read

HIDDEN = [
    ("\u00ad", "U+00AD SOFT HYPHEN"),
    ("\u200b", "U+200B ZERO WIDTH SPACE"),
    ("\u200e", "U+200E LEFT-TO-RIGHT MARK"),
    ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    ("\u2028", "U+2028 LINE SEPARATOR"),
    ("\u2029", "U+2029 PARAGRAPH SEPARATOR"),
    ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ("\u2060", "U+2060 WORD JOINER"),
    ("\u3164", "U+3164 HANGUL FILLER"),
    ("\u2009", "U+2009 THIN SPACE"),
    ("\ufe0f", "U+FE0F VARIATION SELECTOR-16"),
    ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ("\ue000", "U+E000 a sign for private use"),
    ("\u0378", "U+0378 a sign that means nothing yet"),
    ("\x07", "U+0007 a control character"),
    ("\x85", "U+0085 a control character"),
]
NEEDED = [
    "ñ, ü, ¿qué?, «así», – y —",
    "Attention\u202f: 720\u00a0000 personnes\u00a0!",
    "می\u200cخواهم",  # Persian: the joiner is spelling
    "क्\u200dष",  # Devanagari: the joiner chooses the form of a letter
    "التَّهْدِيد",  # Arabic vowel marks
]


@pytest.mark.parametrize(("sign", "name"), HIDDEN, ids=[name for _, name in HIDDEN])
def test_a_sign_that_nobody_sees_is_refused_by_name_at_its_place(tmp_path: Path, sign: str, name: str) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(f"id: a\nname: una pa{sign}labra\n".encode())

    document, faults = read(path, "data/x.yml")

    assert document is None
    assert [(fault.rule, fault.line, fault.column) for fault in faults] == [("invisible-sign", 2, 13)]
    assert name in faults[0].message


@pytest.mark.parametrize("text", NEEDED)
def test_what_a_language_needs_stays(text: str) -> None:
    assert not list(invisible(text))


@pytest.mark.parametrize("text", ["Llame\u200dya", "خ\u200c!", "\u200cخ", "a\u200cb"])
def test_a_joiner_outside_the_words_that_need_it_is_refused(text: str) -> None:
    assert list(invisible(text))


def test_line_ends_of_windows_are_no_signs_but_a_lone_return_is() -> None:
    assert not list(invisible("a\r\nb\r\n"))
    assert [position for position, _ in invisible("a\rb")] == [1]


@pytest.mark.parametrize("text", ["so&shy;lo", "a&#8238;b", "a&#x200B;b", "`a&amp;b` y &zwj;"])
def test_an_entity_hides_no_sign(text: str) -> None:
    with pytest.raises(TextFault) as caught:
        parse(text)
    assert caught.value.rule == "invisible-sign"


def test_a_code_in_double_quotes_hides_no_sign(copy: Path) -> None:
    path = copy / "data/threats/coded-threat.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("say: Me amenazan sin decirlo de frente", 'say: "Me \\u202eamenazan"'), "utf-8")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert [(fault.rule, "RIGHT-TO-LEFT OVERRIDE" in fault.message) for fault in caught.value.faults] == [
        ("invisible-sign", True)
    ]
