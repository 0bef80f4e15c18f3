"""Catalogues lose nothing: a faulty one is told by its line and never written over, a sound one keeps what it holds."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.__main__ import main
from guide.book import read_book
from guide.checking.catalogues import check_translation
from guide.model.fault import DataError, Fault
from guide.reading.load import Loaded, read_data
from guide.translating import po_file
from guide.translating.merging import merged, update
from guide.translating.translation import read_translation

EXIT = 'msgctxt "interface/exit"\nmsgid "Salir"\nmsgstr "Exit"\n'
REVIEW = '"X-Review: draft\\n"\n'


#: The part of the data that these tests translate: a catalogue of a hundred texts is as good as one of thousands.
PART = {("interface", ""), ("threats", "coded-threat")}


def part(loaded: Loaded) -> Loaded:
    return Loaded(loaded.catalogue, {key: place for key, place in loaded.places.items() if key in PART})


@pytest.fixture(scope="session")
def sound(root: Path, loaded: Loaded) -> bytes:
    """The English catalogue of that part, up to date."""
    whole = po_file.parsed(merged(part(loaded), "en", root / "data/locales/en.po"), "en.po", "en").entries
    for entry in whole.obsolete_entries():
        whole.remove(entry)
    return po_file.content(whole, "en")


@pytest.fixture
def catalogue(tmp_path: Path, root: Path, sound: bytes) -> Path:
    """That catalogue in a copy of the data."""
    data = tmp_path / "project" / "data"
    shutil.copytree(root / "data", data, ignore=shutil.ignore_patterns("schema", "locales"))
    (data / "locales").mkdir()
    path = data / "locales" / "en.po"
    path.write_bytes(sound)
    return path


def update_all(catalogue: Path) -> dict[str, str]:
    """Do what ``make messages`` does, for the catalogues beside ``catalogue``."""
    folder = catalogue.parent
    return update(part(read_data(folder.parent)), folder, [path.stem for path in folder.glob("*.po")])


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} no longer holds {old!r}: choose another place to break"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def line_of(path: Path, words: str) -> int:
    return path.read_text(encoding="utf-8").split(words)[0].count("\n") + 1


def entry_of(path: Path, context: str) -> str:
    """Return the lines of an entry, comments included."""
    return next(part for part in path.read_text(encoding="utf-8").split("\n\n") if f'msgctxt "{context}"' in part)


# --- A faulty catalogue ---


def unclosed(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"\n', b'msgstr "Exit\n', 1)


def cut_in_a_line(raw: bytes) -> bytes:
    return raw[: raw.index(b'msgstr "Exit"') + len(b'msgstr "Ex')]


def cut_after_a_msgid(raw: bytes) -> bytes:
    return raw[: raw.index(b'msgstr "Exit"')]


def cut_after_a_context(raw: bytes) -> bytes:
    return raw[: raw.index(b'msgid "Salir"')]


def without_msgstr(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"\n', b"", 1)


def with_mark(raw: bytes) -> bytes:
    return b"\xef\xbb\xbf" + raw


def old_macintosh(raw: bytes) -> bytes:
    return raw.replace(b"\n", b"\r")


def one_old_line_end(raw: bytes) -> bytes:
    return raw.replace(b'msgid "Salir"\n', b'msgid "Salir"\r', 1)


def latin_1(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"', b'msgstr "Exit\xe9"', 1)


def separator(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"', b'msgstr "Ex\xe2\x80\xa8it"', 1)


def plural(raw: bytes) -> bytes:
    new = b'msgid "Salir"\nmsgid_plural "Salidas"\nmsgstr[0] "Exit"\nmsgstr[1] "Exits"\n'
    return raw.replace(b'msgid "Salir"\nmsgstr "Exit"\n', new, 1)


def cut_former(raw: bytes) -> bytes:
    """What ``make messages`` once made of a long former text: a line that ends inside its quotes."""
    new = b'#| msgid "Salir de aqu\xc3\xad\n#| ahora"\nmsgctxt "interface/exit"'
    return raw.replace(b'msgctxt "interface/exit"', new, 1)


def curly(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"', "msgstr “Exit”".encode(), 1)


def inner_quote(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"', b'msgstr "The "Exit" button"', 1)


def unknown_escape(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"', b'msgstr "E\\xit"', 1)


def merge_marks(raw: bytes) -> bytes:
    return raw.replace(b'msgstr "Exit"', b'<<<<<<< HEAD\nmsgstr "Exit"', 1)


def twice(raw: bytes) -> bytes:
    return raw + b"\n" + EXIT.replace("Salir", "Salga").encode()


def twice_unused(raw: bytes) -> bytes:
    return raw + b"\n" + re.sub("^", "#~ ", EXIT, flags=re.M)[:-3].encode()


def comment_inside(raw: bytes) -> bytes:
    return raw.replace(b'msgid "Salir"\n', b'msgid "Salir"\n# What about Leave?\n', 1)


def comment_at_the_end(raw: bytes) -> bytes:
    return raw + b"\n# To do: ask Ana about the word for allanamiento.\n"


def half_unused(raw: bytes) -> bytes:
    return raw.replace(b'msgid "Salir"\n', b'#~ msgid "Salir"\n', 1)


def no_context(raw: bytes) -> bytes:
    return raw.replace(b'msgctxt "interface/exit"\n', b"", 1)


def no_source(raw: bytes) -> bytes:
    return raw.replace(b'msgid "Salir"\n', b'msgid ""\n', 1)


def no_header(raw: bytes) -> bytes:
    return raw[raw.index(b"\n\n") + 2 :]


def other_charset(raw: bytes) -> bytes:
    return raw.replace(b"charset=utf-8", b"charset=iso-8859-1", 1)


def other_language(raw: bytes) -> bytes:
    return raw.replace(b"Language: en\\n", b"Language: pt_BR\\n", 1)


def field_twice(raw: bytes) -> bytes:
    return raw.replace(REVIEW.encode(), REVIEW.encode() + b'"X-Review: A. Person\\n"\n', 1)


def empty(raw: bytes) -> bytes:
    return raw[:0]


FAULTY: list[tuple[Callable[[bytes], bytes], str | int, str, str]] = [
    # how it is broken, what stands in the line of the fault (or the line), rule, words of the message
    (unclosed, 'msgstr "Exit\n', "bad-catalogue", "not closed by a quote"),
    (cut_in_a_line, 'msgstr "Ex', "bad-catalogue", "not closed by a quote"),
    (cut_after_a_msgid, 'msgctxt "interface/exit"', "bad-catalogue", "it was cut"),
    (cut_after_a_context, 'msgctxt "interface/exit"', "bad-catalogue", "it was cut"),
    (without_msgstr, '#: data/interface.yml\nmsgctxt "interface/share-title"', "bad-catalogue", "has no msgstr"),
    (with_mark, 1, "byte-order-mark", "byte-order mark"),
    (old_macintosh, 1, "bad-catalogue", "old Macintosh"),
    (one_old_line_end, 'msgid "Salir"', "bad-catalogue", "old Macintosh"),
    (latin_1, 'msgstr "Exit', "not-utf8", "not UTF-8"),
    (separator, 'msgstr "Ex', "bad-catalogue", "U+2028 LINE SEPARATOR"),
    (plural, "msgid_plural", "bad-catalogue", "plural forms"),
    (cut_former, '#| msgid "Salir', "bad-catalogue", "former text"),
    (curly, "msgstr “Exit”", "bad-catalogue", "straight quote"),
    (inner_quote, 'msgstr "The', "bad-catalogue", "after the closing quote"),
    (unknown_escape, 'msgstr "E\\xit"', "bad-catalogue", "'\\x' means nothing"),
    (merge_marks, "<<<<<<<", "bad-catalogue", "two versions"),
    (twice, 'msgctxt "interface/exit"\nmsgid "Salga"', "bad-catalogue", "stands twice"),
    (twice_unused, '#~ msgctxt "interface/exit"', "bad-catalogue", "stands twice"),
    (comment_inside, "# What about", "bad-catalogue", "no msgstr before this"),
    (comment_at_the_end, "# To do", "bad-catalogue", "belongs to no entry"),
    (half_unused, '#~ msgid "Salir"', "bad-catalogue", "no longer used"),
    (no_context, 'msgid "Salir"', "empty-entry", "no context"),
    (no_source, 'msgid ""\nmsgstr "Exit"', "empty-entry", "no source text"),
    (no_header, 1, "bad-catalogue", "no header"),
    (other_charset, 6, "bad-catalogue", "iso-8859-1"),
    (other_language, 6, "bad-catalogue", "language 'pt_BR'"),
    (field_twice, 6, "bad-catalogue", "stands twice: 'X-Review'"),
    (empty, 1, "empty-file", "empty"),
]


@pytest.mark.parametrize(("broken", "place", "rule", "words"), FAULTY, ids=[case[0].__name__ for case in FAULTY])
def test_a_faulty_catalogue_is_told_by_its_line_and_not_written_over(
    catalogue: Path, broken: Callable[[bytes], bytes], place: str | int, rule: str, words: str
) -> None:
    raw = broken(catalogue.read_bytes())
    catalogue.write_bytes(raw)
    line = place if isinstance(place, int) else raw[: raw.index(place.encode())].count(b"\n") + 1

    with pytest.raises(DataError) as caught:
        update_all(catalogue)

    assert catalogue.read_bytes() == raw
    first = caught.value.faults[0]
    assert (first.file, first.line, first.rule) == ("data/locales/en.po", line, rule)
    assert words in first.message
    assert all(fault.mend for fault in caught.value.faults)
    assert read_translation(catalogue, catalogue.parents[2])[1] == list(caught.value.faults)


def test_make_messages_tells_a_faulty_catalogue(
    copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGS", raising=False)
    path = copy / "data/locales/en.po"
    raw = unclosed(path.read_bytes())
    path.write_bytes(raw)

    assert main(["--root", str(copy), "messages"]) == 1

    line = raw[: raw.index(b'msgstr "Exit\n')].count(b"\n") + 1
    assert f"data/locales/en.po:{line}:1: this text is not closed by a quote" in capsys.readouterr().err
    assert path.read_bytes() == raw


def test_another_file_under_this_name_is_told_without_a_list_of_all_its_lines(catalogue: Path) -> None:
    catalogue.write_text("id: facebook\n" * 500, encoding="utf-8")

    faults = read_translation(catalogue, catalogue.parents[2])[1]

    assert 1 <= len(faults) <= 20
    assert faults[0].line == 1


def test_no_catalogue_is_written_while_another_is_faulty(catalogue: Path) -> None:
    other = catalogue.with_name("ar.po")
    other.write_bytes(catalogue.read_bytes().replace(b"Language: en\\n", b"Language: ar\\n").replace(b'"Exit"', b'""'))
    rewrite(catalogue, 'msgstr "Exit"', 'msgstr "Exit')
    rewrite(other, "#. Marco de toda página\n", "")
    before = other.read_bytes()

    with pytest.raises(DataError):
        update_all(catalogue)
    assert other.read_bytes() == before


def test_a_catalogue_stays_whole_when_writing_breaks_off(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = catalogue.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("guide.translating.po_file.os.fsync", full)

    with pytest.raises(OSError, match="No space left"):
        po_file.write(catalogue, b"new")
    assert catalogue.read_bytes() == before
    assert [path.name for path in catalogue.parent.iterdir()] == ["en.po"]


# --- What a catalogue keeps ---


def test_windows_line_ends_lose_nothing(catalogue: Path) -> None:
    before = catalogue.read_bytes()
    catalogue.write_bytes(before.replace(b"\n", b"\r\n"))

    translation, faults = read_translation(catalogue, catalogue.parents[2])

    assert faults == []
    assert len(translation.entries) == before.count(b"\nmsgctxt ")
    update_all(catalogue)
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize(
    ("written", "draft"),
    [
        ('"X-Review: A Person with a long name, "\n"for the Association of Somewhere\\n"\n', False),
        ('"X-Review: "\n"A. Person\\n"\n', False),
        ('"X-Review: dra"\n"ft\\n"\n', True),
        ('"X-Review: Draft\\n"\n', True),
        ('"X-Review:\\n"\n', True),
        ("", True),
    ],
)
def test_a_reviewer_is_read_however_the_line_is_wrapped(catalogue: Path, written: str, draft: bool) -> None:
    rewrite(catalogue, REVIEW, written)

    update_all(catalogue)
    translation, faults = read_translation(catalogue, catalogue.parents[2])
    assert (translation.draft, faults) == (draft, [])
    if written.count('"') > 2 and not draft:
        reviewer = "".join(re.findall(r'"(.*?)(?:\\n)?"', written))
        assert f'"{reviewer}\\n"\n' in catalogue.read_text(encoding="utf-8")


def test_fields_of_the_header_and_its_comments_are_kept(catalogue: Path) -> None:
    rewrite(catalogue, '"Last-Translator: \\n"', '"Last-Translator: A. Person <a@example.org>\\n"')
    rewrite(catalogue, REVIEW, REVIEW + '"X-Generator: Poedit 3.4\\n"\n')
    rewrite(catalogue, 'msgid ""\n', '#\n# Words we agreed on: reportar = report.\nmsgid ""\n')
    before = catalogue.read_text(encoding="utf-8")

    update_all(catalogue)

    after = catalogue.read_text(encoding="utf-8")
    for line in ("Last-Translator: A. Person", "X-Generator: Poedit 3.4", "#\n# Words we agreed on: reportar"):
        assert line in before
        assert line in after


def test_comments_of_translators_are_kept(catalogue: Path) -> None:
    rewrite(catalogue, "#: data/interface.yml\n" + EXIT, "#  Not 'Leave':\n#\n# asked a-reader-of-ours\n" + EXIT)

    update_all(catalogue)
    update_all(catalogue)

    assert entry_of(catalogue, "interface/exit").startswith("#  Not 'Leave':\n# \n# asked a-reader-of-ours\n#: ")


UNUSED = (
    '# Asked on the phone.\n#, fuzzy\n#~| msgid "Otro texto, "\n#~| "más largo"\n'
    '#~ msgctxt "interface/gone"\n#~ msgid "Un \\"texto\\""\n#~ msgstr ""\n#~ "A text, "\n#~ "gone"\n'
)


def test_entries_no_longer_used_are_kept_with_their_former_text(catalogue: Path) -> None:
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + "\n" + UNUSED, encoding="utf-8")

    update_all(catalogue)
    first = catalogue.read_bytes()
    update_all(catalogue)

    assert catalogue.read_bytes() == first
    assert first.decode().endswith(
        '\n\n# Asked on the phone.\n#, fuzzy\n#~| msgid "Otro texto, más largo"\n'
        '#~ msgctxt "interface/gone"\n#~ msgid "Un \\"texto\\""\n#~ msgstr "A text, gone"\n'
    )


def test_a_wrapped_former_text_is_kept_whole(catalogue: Path) -> None:
    wrapped = '#, fuzzy\n#| msgid ""\n#| "Deje "\n#| "esta \\"página\\", \\n"\n#| "ahora"\n'
    rewrite(catalogue, EXIT, wrapped + EXIT)

    update_all(catalogue)
    first = catalogue.read_bytes()
    update_all(catalogue)

    assert catalogue.read_bytes() == first
    entry = next(e for e in polib.pofile(first.decode()) if e.msgctxt == "interface/exit")
    assert (entry.previous_msgid, entry.fuzzy) == ('Deje esta "página", \nahora', True)


# --- What becomes of a translation ---


def change(catalogue: Path, file: str, old: str, new: str) -> None:
    """Change a text of the data and bring the catalogue up to date."""
    rewrite(catalogue.parents[1] / file, old, new)
    update_all(catalogue)


def test_a_translation_outdated_twice_keeps_the_text_that_was_translated(catalogue: Path) -> None:
    change(catalogue, "interface.yml", "exit: Salir\n", "exit: Salga\n")
    change(catalogue, "interface.yml", "exit: Salga\n", "exit: Salga ya\n")

    entry = entry_of(catalogue, "interface/exit")
    assert '#, fuzzy\n#| msgid "Salir"\n' in entry
    assert 'msgid "Salga ya"\nmsgstr "Exit"' in entry
    assert "delete the word fuzzy" in entry


def test_a_renewed_translation_needs_only_the_word_fuzzy_deleted(catalogue: Path) -> None:
    change(catalogue, "interface.yml", "exit: Salir\n", "exit: Salga\n")
    rewrite(catalogue, '#, fuzzy\n#| msgid "Salir"', '#| msgid "Salir"')
    rewrite(catalogue, 'msgid "Salga"\nmsgstr "Exit"', 'msgid "Salga"\nmsgstr "Leave"')

    update_all(catalogue)

    entry = entry_of(catalogue, "interface/exit")
    assert entry == '#: data/interface.yml\nmsgctxt "interface/exit"\nmsgid "Salga"\nmsgstr "Leave"'


def test_a_text_taken_out_leaves_its_translation_and_brings_it_back(catalogue: Path) -> None:
    before = catalogue.read_bytes()
    context = "threats/coded-threat/avoid/mass/text"
    words = re.search(r'msgstr "(.+)"', entry_of(catalogue, context))
    assert words
    change(catalogue, "threats/coded-threat.yml", "{id: mass, text", "{id: masses, text")

    text = catalogue.read_text(encoding="utf-8")
    assert f'#~ msgctxt "{context}"\n' in text
    assert f'#~ msgstr "{words.group(1)}"\n' in text
    assert entry_of(catalogue, "threats/coded-threat/avoid/masses/text").endswith('msgstr ""')

    change(catalogue, "threats/coded-threat.yml", "{id: masses, text", "{id: mass, text")
    assert catalogue.read_bytes() == before


def test_a_text_that_comes_back_changed_is_not_lent_its_old_words(catalogue: Path) -> None:
    gone = re.sub("^", "#~ ", EXIT.replace("Salir", "Salir de otro sitio"), flags=re.M)[:-3]
    rewrite(catalogue, "#: data/interface.yml\n" + EXIT + "\n", "")
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + "\n" + gone, encoding="utf-8")

    update_all(catalogue)

    assert entry_of(catalogue, "interface/exit").endswith('msgid "Salir"\nmsgstr ""')
    assert catalogue.read_text(encoding="utf-8").endswith(gone)


def test_flags_for_the_formats_of_programs_are_taken_out_and_others_kept(catalogue: Path) -> None:
    rewrite(catalogue, EXIT, "#, python-format, no-wrap, c-format\n" + EXIT)

    update_all(catalogue)

    assert "#, no-wrap\n" in entry_of(catalogue, "interface/exit")
    assert not re.search(r"^#,.*(?<!no-)(?:python|c)-format", catalogue.read_text(encoding="utf-8"), re.M)


def test_what_was_written_is_counted(catalogue: Path) -> None:
    total = len(read_translation(catalogue, catalogue.parents[2])[0].entries)
    rewrite(catalogue, 'msgstr "Exit"', 'msgstr ""')
    rewrite(catalogue.parents[1] / "interface.yml", "skip: Ir al contenido", "skip: Vaya al contenido")

    told = update_all(catalogue)

    assert told == {"en.po": f"{total} texts, 1 without translation, 1 out of date, 0 no longer used"}
    assert update_all(catalogue) == {}


# --- Any text ---

#: Everything a text may hold; signs that no text holds are refused before (`invisible-sign`, `bad-catalogue`).
SIGNS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")) | st.sampled_from('"\\%{}\n\t\r-#~|,: ')
TEXTS = st.text(SIGNS, max_size=60) | st.lists(
    st.sampled_from(['"', "\\", "\\n", "\n", "\t", "%", "%s", "palabra ", "a-b-c", "x" * 150, "“¿", "msgid ", "#~ "])
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TEXTS.filter(bool), TEXTS, TEXTS, st.booleans(), st.booleans()), max_size=6))
def test_any_text_is_read_back_as_it_was_written(texts: list[tuple[str, str, str, bool, bool]]) -> None:
    catalogue = po_file.empty()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "en"}
    for number, (source, words, former, unused, wrapped) in enumerate(texts):
        entry = polib.POEntry(msgctxt=f"c/{number}", msgid=source, msgstr=words, obsolete=unused)
        if wrapped:
            entry.previous_msgid, entry.flags = former, ["fuzzy"]
        catalogue.append(entry)

    raw = po_file.content(catalogue, "en")

    read = po_file.parsed(raw, "en.po", "en").entries
    assert {(e.msgctxt, e.msgid, e.msgstr, e.previous_msgid, bool(e.obsolete)) for e in read} == {
        (e.msgctxt, e.msgid, e.msgstr, e.previous_msgid, bool(e.obsolete)) for e in catalogue
    }
    assert po_file.content(read, "en") == raw


def test_another_reader_of_gettext_finds_the_same(catalogue: Path) -> None:
    with catalogue.open("rb") as stream:
        others = {entry.context: (entry.id, entry.string) for entry in read_po(stream) if entry.id}

    translation, faults = read_translation(catalogue, catalogue.parents[2])

    assert faults == []
    assert {e.context: (e.source, e.words) for e in translation.entries.values()} == others


def test_a_text_that_no_catalogue_can_hold_is_not_written() -> None:
    catalogue = po_file.empty()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgctxt="a/b", msgid="uno\u2028dos"))

    with pytest.raises(ValueError, match="U\\+2028"):
        po_file.content(catalogue, "en")


# --- What a translation may not add ---


def slips(path: Path) -> list[Fault]:
    translation, faults = read_translation(path, path.parents[2])
    return [*faults, *check_translation(translation, {})]


@pytest.mark.parametrize(
    ("rule", "words", "shown"),
    [
        ("contact-in-text", "Exit, or call 555 123 4567", "555 123 4567"),
        ("contact-in-text", "Exit, or call +52 55 12 34 56", "+52 55 12 34 56"),
        ("contact-in-text", "Exit to https://evil.example/x", "https://"),
        ("contact-in-text", "Exit to www.evil.example", "www."),
        ("contact-in-text", "Exit to bit.ly/abc", "bit.ly/abc"),
        ("contact-in-text", "Exit to evil.example", "evil.example"),
        ("contact-in-text", "Exit, write to help@evil.example", "help@evil.example"),
        ("contact-in-text", "Exit to @evil_account", "@evil_account"),
        ("contact-in-text", "Exit to `evil.example`", "evil.example"),
        ("added-number", "Exit or call 911", "911"),
        ("invisible-sign", "Ex\u202eit", "\u202e"),
        ("invisible-sign", "Ex\u00adit", "\u00ad"),
        ("invisible-sign", "Ex\u200dit", "\u200d"),
        ("raw-html", "<b>Exit</b>", ""),
        ("script-link", "[Exit](javascript:alert)", ""),
        ("broken-translation", "Exit\\n", ""),
    ],
)
@pytest.mark.parametrize("flag", ["", '#, fuzzy\n#| msgid "Salga"\n'])
def test_a_translation_that_adds_something_is_refused_at_its_line(
    catalogue: Path, rule: str, words: str, shown: str, flag: str
) -> None:
    rewrite(catalogue, EXIT, flag + EXIT.replace('"Exit"', f'""\n"{words[:2]}"\n"{words[2:]}"'))
    first = line_of(catalogue, f'"{words[:2]}"\n') - 1

    found = [fault for fault in slips(catalogue) if fault.rule == rule]

    assert [fault.file for fault in found] == ["data/locales/en.po"]
    assert found[0].line == (first + 2 if shown and shown in words[2:] else first)
    assert found[0].column == (words[2:].index(shown) + 2 if shown and shown in words[2:] else 1)
    assert found[0].quoted == catalogue.read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    assert found[0].mend


def test_a_link_that_the_source_does_not_have_is_refused(catalogue: Path) -> None:
    rewrite(catalogue, EXIT, EXIT.replace('"Exit"', '"[Exit](https://evil.example/)"'))

    assert [(fault.rule, fault.line) for fault in slips(catalogue)] == [
        ("broken-translation", line_of(catalogue, 'msgstr "[Exit]'))
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Salir", "Exit if you are under 18"),
        ("Escriba a la línea 911", "Call 911"),
        ("Abra StopNCII.org", "Open StopNCII.org"),
        ("En diciembre de 2021. Un 85 %", "In December 2021. 85%"),
        ("Son 10.000 euros", "It is 10,000 euros"),
        ("Salir", "می\u200cروم"),
        ("Uno\ndos", "One\ntwo"),
    ],
)
def test_a_translation_may_say_in_its_way_what_the_source_says(catalogue: Path, source: str, words: str) -> None:
    quoted = [text.replace("\n", "\\n") for text in (source, words)]
    rewrite(catalogue, EXIT, f'msgctxt "interface/exit"\nmsgid "{quoted[0]}"\nmsgstr "{quoted[1]}"\n')

    assert slips(catalogue) == []


def test_the_check_of_the_data_tells_what_a_catalogue_adds(copy: Path) -> None:
    path = copy / "data/locales/en.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgstr "Exit"', 'msgstr "Exit: call 555 123 4567"', 1), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read_book(copy)

    place = (str(path.relative_to(copy)), line_of(path, 'msgstr "Exit: call'))
    assert [(fault.file, fault.line) for fault in caught.value.faults if fault.rule == "contact-in-text"] == [place]
