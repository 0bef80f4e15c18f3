"""Labels of menus: defined once, named by their id, and shown by what somebody has seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.book import Book
from guide.checking.check import load_all
from guide.model import Label, NamedLabel, Platform
from guide.model.fault import DataError
from guide.model.label import LABEL_LANGUAGES, MenuLabel, tied
from guide.model.languages import LANGUAGES
from guide.model.text import Text, parse
from guide.model.walk import leaves, records
from guide.reading.validate import reader_of
from guide.writing.label_view import label, label_words, labels
from guide.writing.links import Here
from guide.writing.render import Writer
from tests import raw

FB = "data/platforms/facebook.yml"


def named_in(value: Any) -> list[NamedLabel]:
    """Return every label that a path under ``value`` names."""
    return [item for _, item in records(value) if isinstance(item, NamedLabel)]


def test_whoever_reads_a_path_gets_the_words_of_its_labels(book: Book) -> None:
    for language in book.languages:
        for platform in book.catalogue(language).platforms.values():
            found = named_in(platform)
            assert found
            for item in found:
                assert item.label is platform.labels[item.named]
                assert item.languages == item.label.languages


def test_the_meaning_of_a_label_in_a_path_is_in_the_language_of_its_catalogue(book: Book) -> None:
    english = book.catalogue(LANGUAGES["en"])
    told = [item.label.meaning for p in english.platforms.values() for item in named_in(p) if item.label]
    assert {text.lang for text in told if text} == {"en"}


def test_a_renamed_label_is_one_edit(copy: Path) -> None:
    path = copy / FB
    text = path.read_text("utf-8")
    assert text.count("en: Credible threat to safety") == 1
    path.write_text(text.replace("en: Credible threat to safety", "en: Serious threat"), "utf-8")

    platform = load_all(copy / "data").catalogue.platforms["facebook"]
    shown = [item for item in named_in(platform) if item.named == "threat"]
    assert len(shown) > 5
    assert {item.en for item in shown} == {("Serious threat",)}


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("[{icon: more}, report-post]", "[{icon: more}, report-pots]", "did you mean 'report-post'?"),
        ("[{icon: more}, report-post]", "[{icon: more}, {en: Report post}]", "write its id: report-post"),
        ("[{icon: more}, report-post]", "[{icon: more}, {en: Tell us}]", "define it once under 'labels'"),
    ],
)
def test_what_no_label_has_is_mended_by_what_was_meant(copy: Path, old: str, new: str, mend: str) -> None:
    path = copy / FB
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    (fault,) = caught.value.faults
    assert fault.mend.startswith(mend)
    assert fault.line == text[: text.index(old)].count("\n") + 1


def test_a_label_that_no_path_names_may_stand(book: Book, root: Path) -> None:
    for name, platform in book.loaded.catalogue.platforms.items():
        assert set(platform.labels) == set(raw.records(root, "platforms")[name]["labels"])
    facebook = book.loaded.catalogue.platforms["facebook"]
    assert set(facebook.labels) - {item.named for item in named_in(facebook)}


def test_words_of_a_label_are_translated_and_checked_where_it_is_defined_only(book: Book) -> None:
    for platform in book.loaded.catalogue.platforms.values():
        found = [leaf for leaf in leaves(platform) if "path" in leaf.loc and leaf.loc[-1] != "icon"]
        assert {mark.kind for leaf in found for mark in leaf.marks} == {"label"}


WORDS = st.sampled_from(["Reportar", "Report", "Denunciar", "Signaler", "إبلاغ"])


@st.composite
def menu_labels(draw: st.DrawFn) -> MenuLabel:
    """Return a label that the model takes, of any shape."""
    seen = draw(st.sets(st.sampled_from(LABEL_LANGUAGES), min_size=1))
    record: dict[str, Any] = {code: (f"{draw(WORDS)} {code}",) for code in seen}
    sure = {code: draw(st.sampled_from(["high", "medium", "low"])) for code in sorted(seen)}
    record["sure"] = {code: value for code, value in sure.items() if value != "low" or ("en" in seen and code != "en")}
    record["seen"] = dict.fromkeys(seen, ("meta-cs",))
    if draw(st.booleans()):
        record["position"] = draw(st.integers(1, 20))
        record["seen"]["position"] = ("meta-cs",)
    record["under"] = draw(st.sampled_from([None, "violence"]))
    record["meaning"] = draw(st.sampled_from([None, "una amenaza"]))
    made: MenuLabel = reader_of(MenuLabel).validate_python(record)
    return made


@given(menu_labels(), st.sampled_from(["es", "en"]), st.sampled_from(["", "violence", "report"]))
def test_a_label_shows_what_was_seen_and_says_no_more(made: MenuLabel, code: str, before: str) -> None:
    item = NamedLabel.of("threat", made)
    view = label(item, code, before)
    writer = Writer(Here(LANGUAGES[code], "x/"), {
        "label-position": parse_text("suele ser la {number}.ª"),
        "label-low": parse_text("quizá «{name}»"),
        "label-in-english": parse_text("en inglés {name}"),
    })  # fmt: skip
    text = label_words(view, writer)

    assert view.words in made.wordings(view.lang)
    assert view.words in text
    # What one copy shows stands beside the English words, and never in their place.
    if code in made.sure and made.sure[code] == "low" and code != "en":
        assert view.lang == "en"
        assert view.low in made.wordings(code)
        assert view.low in text
    else:
        assert view.low == ""
        assert view.foreign == (not made.wordings(code))
    # A place is told in the list that it is of.
    expected = made.position if made.under in (None, before) else None
    assert view.position == (expected or 0)
    # A meaning stands where there are no words to find, and in the language of the page.
    assert bool(view.meant) == bool(made.meaning and code == "es" and not made.es)


def parse_text(words: str) -> Text:
    """Return ``words`` as a text of the interface."""
    return Text(source=words, runs=parse(words))


def test_a_place_holds_in_the_list_that_it_is_of_only(book: Book) -> None:
    instagram: Platform = book.loaded.catalogue.platforms["instagram"]
    of = instagram.labels
    here = labels([NamedLabel.of(name, of[name]) for name in ("bullying", "nude-images")], "es")
    there = labels([NamedLabel.of(name, of[name]) for name in ("nudity", "nude-images")], "es")
    assert [view.position for view in here] == [2, 1]
    assert [view.position for view in there] == [6, 0]


def test_labels_tied_twice_stay_the_same(book: Book) -> None:
    for platform in book.loaded.catalogue.platforms.values():
        assert tied(platform.surfaces, platform.labels) is platform.surfaces


def test_words_in_a_threats_file_may_stand_in_its_path() -> None:
    path: Label = reader_of(Label).validate_python({"es": "Reportar"})
    assert label(path, "es").words == "Reportar"
