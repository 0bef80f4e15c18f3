"""The first sentence of a text, in each script: lists of who helps show it alone."""

from __future__ import annotations

import pytest

from guide.book import Book
from guide.model.languages import LANGUAGES
from guide.model.text import Text
from guide.writing.links import Here
from guide.writing.render import Writer
from guide.writing.result_view import first_words


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Ayuda a todos. También escucha.", "Ayuda a todos."),
        ("Ayuda a la Sra. x y a otras. ¿Sirve? Sí.", "Ayuda a la Sra. x y a otras."),
        ("Elle aide. À noter : elle écoute.", "Elle aide."),
        ("Ajuda. É grátis.", "Ajuda."),
        ("Dit-elle oui ? « Oui », dit-elle.", "Dit-elle oui ?"),
        ("يساعد الجميع. ويستمع أيضًا.", "يساعد الجميع."),
        ("هل يساعد؟ نعم.", "هل يساعد؟"),
        ("Desde 2.000 euros. 3 días.", "Desde 2.000 euros. 3 días."),
        ("Sola", "Sola"),
    ],
)
def test_a_sentence_ends_where_the_next_one_begins(book: Book, words: str, first: str) -> None:
    writer = Writer(Here(LANGUAGES["es"], ""), book.loaded.catalogue.interface)
    assert first_words(Text.of(words), writer) == first
