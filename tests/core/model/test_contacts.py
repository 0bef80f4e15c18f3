"""Contacts: a value of its kind, and a test that was made by the people and on the day that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model import Route
from guide.model.contact_value import why_not
from guide.model.fault import Fault
from guide.model.vocabulary import ContactKind
from guide.reading.validate import validate
from guide.reading.yamltree import read
from tests.conftest import ROOT

ROUTE, ARGENTINE_PRESS = "routes/fld-emergency.yml", "routes/vita-activa.yml"
PHONE = '    kind: phone\n    value: "+353 1 210 0489"\n'
READ = '    known: elsewhere\n    copy_read: "2020-02"\n'

#: kind, value, country ("" for none), rule, and a word that the mend must hold.
UNSAFE = [
    ("form", "javascript:alert(1)", "", "script-link", "delete"),
    ("form", "http://www.frontlinedefenders.org/", "", "not-https", "find the address"),
    ("form", "www.frontlinedefenders.org", "", "not-https", "https://"),
    ("form", "help@frontlinedefenders.org", "", "contact-kind", "kind: email"),
    ("form", "+353 1 210 0489", "", "contact-kind", "kind: phone"),
    ("form", "https://192.0.2.7/", "", "ip-address", "name"),
    ("email", "emergencies@cpj", "", "impossible-address", "letter by letter"),
    ("email", "emergencies @cpj.org", "", "impossible-address", "letter by letter"),
    ("email", "emergencies@cpj..org", "", "impossible-address", "letter by letter"),
    ("email", "emergencies@cрj.org", "", "impossible-address", "letter by letter"),
    ("email", "emergencies@xn--cj-emc.org", "", "impossible-address", "letter by letter"),
    ("email", "emergencies@192.0.2.7", "", "impossible-address", "letter by letter"),
    ("email", "emergencies@cpj.local", "", "impossible-address", "letter by letter"),
    ("email", "“emergencies”@cpj.org", "", "impossible-address", "letter by letter"),
    ("email", "mailto:emergencies@cpj.org", "", "impossible-address", "letter by letter"),
    ("email", "emergencies@cpj.org?cc=evil@cpj.org", "", "impossible-address", "letter by letter"),
    ("email", "CPJ <emergencies@cpj.org>", "", "impossible-address", "letter by letter"),
    ("email", "emergencies at cpj.org", "", "impossible-address", "letter by letter"),
    ("email", "+353 1 210 0489", "", "contact-kind", "kind: phone"),
    ("email", "https://cpj.org/", "", "contact-kind", "kind: form"),
    ("phone", "52 uno 55", "", "impossible-number", "digits"),
    ("phone", "52 uno 55", "mx", "impossible-number", "digits"),
    ("phone", "“55 3958 5629”", "mx", "impossible-number", "digits"),
    ("phone", "55\u00a03958\u00a05629", "mx", "impossible-number", "digits"),
    ("phone", "٥٥ ٣٩٥٨ ٥٦٢٩", "mx", "impossible-number", "digits"),
    ("phone", "55 3958 5629, 5630", "mx", "impossible-number", "digits"),
    ("phone", "+1 800 FLOWERS", "", "impossible-number", "digits"),
    ("phone", "tel:+353 1 210 0489", "", "impossible-number", "digits"),
    ("phone", "+353 1 210 0489 ", "", "impossible-number", "space"),
    ("phone", "+353 (0)1 210 0489", "", "impossible-number", "(0)"),
    ("phone", "00353 1 210 0489", "", "impossible-number", "+"),
    ("phone", "+353 1 210 04890000", "", "impossible-number", "as_printed"),
    ("phone", "+353 1 2", "", "impossible-number", "as_printed"),
    ("phone", "+999 123 456 789", "", "impossible-number", "country"),
    ("phone", "3958 5629", "mx", "impossible-number", "area"),
    ("phone", "12", "mx", "impossible-number", "as_printed"),
    ("phone", "", "mx", "impossible-number", "digits"),
    ("phone", "55 3958 5629", "", "number-country", "from"),
    ("phone", "911", "", "number-country", "from"),
    ("phone", "+353 1 210 0489", "ie", "number-country", "delete 'from'"),
    ("phone", "20 7946 0018", "uk", "number-country", "gb"),
    ("phone", "55 3958 5629", "MX", "number-country", "'mx'"),
    ("phone", "55 3958 5629", "eu", "number-country", "letters"),
    ("phone", "+00 000 000 000", "", "example-number", "replace the example"),
    ("phone", "emergencies@cpj.org", "", "contact-kind", "kind: email"),
    ("phone", "https://cpj.org/", "", "contact-kind", "kind: form"),
    ("messaging", "emergencies@cpj.org", "", "contact-kind", "kind: email"),
    ("messaging", "@cpj", "", "impossible-number", "digits"),
]


def broken(folder: Path, file: str, old: str, new: str) -> Path:
    """Return the path of a copy of a data file in which the first ``old`` is replaced by ``new``."""
    text = (ROOT / "data" / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: choose another place to break"
    path = folder / Path(file).name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def faults_in(path: Path) -> list[Fault]:
    """Return the faults of form of one route's file, with its lines; nothing else is read."""
    document, faults = read(path, f"data/routes/{path.name}")
    assert document is not None
    validate(Route, document, faults)
    return faults


def line_of(path: Path, text: str) -> int:
    """Return the line at which ``text`` first stands."""
    return path.read_text(encoding="utf-8").partition(text)[0].count("\n") + 1


@pytest.mark.parametrize(("kind", "value", "country", "rule", "mend"), UNSAFE)
def test_a_value_that_cannot_be_one_is_refused_at_its_line(
    tmp_path: Path, kind: str, value: str, country: str, rule: str, mend: str
) -> None:
    inside = f"    from: {country}\n" if country else ""
    path = broken(tmp_path, ROUTE, PHONE, f'    kind: {kind}\n{inside}    value: "{value}"\n')

    found = faults_in(path)

    assert [(f.file, f.line, f.rule) for f in found] == [(f"data/{ROUTE}", line_of(path, "    value:"), rule)]
    assert mend in found[0].mend


@pytest.mark.parametrize(
    ("kind", "value", "country"),
    [
        ("phone", "+353 1 210 0489", None),
        ("phone", "(55) 3958-5629", "mx"),
        ("phone", "103", "ar"),
        ("phone", "105", "pe"),
        ("phone", "911", "mx"),
        ("phone", "100", "br"),
        ("messaging", "+591 62342430", None),
        ("email", "hrc-sr-defenders@un.org", None),
        ("form", "https://www.oas.org/es/cidh/portal/", None),
    ],
)
def test_what_bodies_print_passes(kind: str, value: str, country: str | None) -> None:
    assert why_not(ContactKind(kind), value, country) is None


def test_a_country_is_for_numbers_alone(tmp_path: Path) -> None:
    path = broken(tmp_path, "routes/cpj.yml", "    kind: email\n", "    kind: email\n    from: us\n")

    assert [(f.rule, f.line) for f in faults_in(path)] == [("number-country", line_of(path, "    from: us"))]


def test_a_number_that_a_source_prints_stands_with_its_reason(tmp_path: Path) -> None:
    value = '    value: "+52 1 55 8171 1117"\n'
    path = broken(tmp_path, ARGENTINE_PRESS, "    as_printed:\n", "    as_printed:\n")
    assert faults_in(path) == []
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("    as_printed:")] + text[text.index(value) :], encoding="utf-8")

    assert [(f.rule, f.line) for f in faults_in(path)] == [("impossible-number", line_of(path, value))]


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("as-printed", '"+52 1 55 8171 1117"', '"+52 55 8171 1117"'),
        ("impossible-number", '"+52 1 55 8171 1117"', '"+52 uno 55"'),
        ("no-source", "      sources: [vita-press]\n", ""),
        ("missing-field", '      why: "La prensa', '      # why: "La prensa'),
    ],
)
def test_an_exception_excuses_digits_alone_and_names_its_source(tmp_path: Path, rule: str, old: str, new: str) -> None:
    path = broken(tmp_path, ARGENTINE_PRESS, old, new)

    assert rule in {fault.rule for fault in faults_in(path)}


@pytest.mark.parametrize(
    ("rule", "known", "at", "mend"),
    [
        ("testers", '    known: live\n    tested: "2026-11-20"\n', "  - id: phone", "known: tried"),
        ("testers", '    known: live\n    tested: "2026-11-20"\n    by: []\n', "    by:", "known: tried"),
        ("testers", '    known: live\n    tested: "2026-11-20"\n    by: [AB]\n', "    by:", "known: tried"),
        ("testers", '    known: live\n    tested: "2026-11-20"\n    by: [AB, ab]\n', "    by:", "known: tried"),
        ("test-or-copy", "    known: live\n    by: [AB, CD]\n", "  - id: phone", "tested"),
        (
            "test-or-copy",
            '    known: live\n    tested: "2026-11-20"\n    by: [AB, CD]\n    copy_read: "2023"\n',
            "    copy_read:",
            "delete 'copy_read'",
        ),
        ("testers", '    known: tried\n    tested: "2026-11-20"\n    copy_read: "2020-02"\n', "  - id: phone", "by"),
        (
            "testers",
            '    known: tried\n    tested: "2026-11-20"\n    by: [AB, CD]\n    copy_read: "2020-02"\n',
            "    by:",
            "known: live",
        ),
        ("test-or-copy", '    known: tried\n    by: [AB]\n    copy_read: "2020-02"\n', "  - id: phone", "tested"),
        ("missing-field", '    known: tried\n    tested: "2026-11-20"\n    by: [AB]\n', "  - id: phone", "copy_read"),
        ("missing-field", "    known: elsewhere\n", "  - id: phone", "copy_read"),
        (
            "test-or-copy",
            '    known: own-page\n    tested: "2026-11-20"\n    copy_read: "2020-02"\n',
            "    tested:",
            "known: tried",
        ),
        ("testers", '    known: own-page\n    by: [AB, CD]\n    copy_read: "2020-02"\n', "    by:", "known: live"),
    ],
)
def test_a_test_that_nobody_made_is_refused(tmp_path: Path, rule: str, known: str, at: str, mend: str) -> None:
    path = broken(tmp_path, ROUTE, READ, known)
    wanted = line_of(path, at)

    found = faults_in(path)

    assert [(f.file, f.line, f.rule) for f in found] == [(f"data/{ROUTE}", wanted, rule)]
    assert mend in found[0].mend


@pytest.mark.parametrize(
    "known",
    [
        '    known: live\n    tested: "2026-11-20"\n    by: [AB, CD]\n',
        '    known: live\n    tested: "2026-11-20"\n    by: [AB, CD, EF]\n',
        '    known: tried\n    tested: "2026-11-20"\n    by: [AB]\n    copy_read: "2020-02"\n',
    ],
)
def test_a_test_that_was_made_is_taken(tmp_path: Path, known: str) -> None:
    document, faults = read(broken(tmp_path, ROUTE, READ, known), "route.yml")
    assert document is not None

    contact = validate(Route, document, faults).contacts[0]

    assert faults == []
    assert contact.last_check.isoformat() == "2026-11-20"


@pytest.mark.parametrize("unseen", ["\u200e", "\u00ad", "\t"])
def test_what_nobody_sees_is_named_in_a_value(unseen: str) -> None:
    """Reading refuses most such signs in any text; a number and an address take none of them on their own account."""
    for kind, value in ((ContactKind.PHONE, f"+33 1 44{unseen}83 8466"), (ContactKind.EMAIL, f"a{unseen}b@cpj.org")):
        refusal = why_not(kind, value)
        assert refusal
        assert f"U+{ord(unseen):04X}" in refusal.message
