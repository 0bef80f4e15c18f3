"""Language of the words: no Spanish sentence passes for English; nothing unfinished is published."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from guide.book import Book
from guide.model.text import parse, plain
from guide.paper import pack, pocket
from guide.paper.printing import Printing
from guide.paper.shared_sheets import sheets
from guide.paper.typeset import Kept
from guide.translating.messages import messages
from guide.writing.imprint import Imprint
from tests.site.conftest import BuiltPage
from tests.tongues import WORDS, foreign


def test_a_sentence_in_another_language_is_marked(ordinary: list[BuiltPage], book: Book) -> None:
    codes = {language.tag: language.code for language in book.languages}
    found: dict[str, set[str]] = {}
    for page in ordinary:
        # The list of all pages holds what people type, in whatever language.
        if page.one("main").attributes.get("lang") or page.kind == "search":
            continue
        tree = page.fresh()
        for node in tree.css("main [lang], main kbd, .sources, #sources, .sourcelist, script"):
            node.decompose()
        main = tree.css_first("main")
        assert main is not None
        if words := foreign(main.text(separator=" "), codes[page.language]):
            found[page.path] = words
    assert found == {}


def test_the_title_of_a_source_is_in_the_language_that_it_is_marked_with(book: Book) -> None:
    titles = {source.id: (source.language, source.title) for source in book.loaded.catalogue.sources.values()}
    assert {
        name: found
        for name, (language, title) in titles.items()
        if language in WORDS and (found := foreign(title, language))
    } == {}


def test_no_untranslated_text_hides_unmarked(ordinary: list[BuiltPage], book: Book) -> None:
    """What is left when everything that is marked as Spanish is taken out holds no Spanish source."""
    lacking = {
        book.languages[number].tag: [
            words
            for message in translation.not_current(book.loaded)
            if len(words := plain(parse(message.source))) > 25
            and "{" not in words
            # Words to find a page by are often names, and the same in both languages.
            and not message.context.endswith("/words")
            # A body is called the same by whoever published a source.
            and not re.search(r"/names/[^/]+/name$", message.context)
        ]
        for number, translation in enumerate(book.translations.values(), start=1)
    }
    for number, page in enumerate(ordinary):
        if page.language == "es" or page.one("main").attributes.get("lang") == "es":
            continue
        tree = page.fresh()
        for node in tree.css("main [lang]"):
            node.decompose()
        main = tree.css_first("main")
        assert main is not None
        text = " ".join(main.text().split())
        # Of a language that nobody has begun there are thousands: each page looks for another part of them.
        sources = lacking.get(page.language, [])
        step = 1 + len(sources) // 200
        for source in sources[number % step :: step]:
            assert source not in text, f"{page.path}: {source[:60]}"


def test_a_page_counts_its_missing_and_outdated_texts(book: Book) -> None:
    for language in book.languages[1:]:
        lacking = book.translations[language.code].not_current(book.loaded)
        # A page written by hand has a translation of its own, which may be older.
        counted = sum(page.stale + page.missing for page in book.pages(language) if page.kind != "prose")
        assert bool(counted) == bool(lacking)


def test_nothing_unfinished_is_published(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        words = page.one("main").text()
        assert not re.search(r"\{[a-z_]+\}|\{\{|\{%|\bTODO\b|[Ll]orem ipsum|\]\(|\*\*", words), page.path


def test_contexts_and_numbers_of_the_data_are_whole(book: Book) -> None:
    for page in book.pages(book.languages[0]):
        assert page.missing == 0
        assert page.stale == 0


def test_every_message_is_used_on_some_page_or_is_a_description(book: Book) -> None:
    pages = "".join(html.unescape(page.body) + page.description + page.title + page.words + page.tab
                    for page in book.pages(book.languages[0]))  # fmt: skip
    spanish = book.loaded.catalogue
    # The notes of the workshop are on paper only.
    shorts = pocket.pockets(spanish, book.languages[0], book.on_paper(book.languages[0]).plans, Imprint())
    jobs = pack.jobs(
        spanish,
        book.languages[0],
        sheets(spanish, book.languages[0], Imprint()),
        pocket.all_inputs(spanish, shorts, Printing(), Imprint()),
        Printing(),
        Kept(Path()),
        Imprint(),
    )
    pages += json.dumps([{**job.data, "sheets": []} for job in jobs], ensure_ascii=False)
    # What must be true for a line to stay is asked by a script.
    pages += " ".join(re.findall(r'data-claim="([^"]*)"', pages))
    shown = re.sub(r"<[^>]+>", "", pages)
    shown = re.sub(r"\\([^\w\s])", r"\1", shown)
    unspaced = re.sub(r"\s", "", shown)
    unused = []
    for message in messages(book.loaded):
        if message.context.startswith("plan/steps/block-do/"):  # for a platform whose way of blocking was not seen
            continue
        if "/elsewhere/" in message.context:  # for a platform of another company, see test_owners.py
            continue
        if message.context.startswith("evidence/example/"):  # stands in the files of the log, see test_log.py
            continue
        if message.context.startswith("calls/"):  # on the sheets for who tests contacts, see test_calls.py
            continue
        if message.context.startswith(("interface/", "routes/", "policies/", "guards/")) or "{" in message.source:
            continue
        # What is to be filled in stands in brackets; a link has none.
        words = re.sub(r"\]\(blank:\)", "]", message.source)
        words = re.sub(r"\*\*|\[([^\]]*)\]\([^)]*\)|\*|`", r"\1", words)
        # A picture breaks its words into lines.
        if words[:40] not in shown and words[:40].replace(" ", "") not in unspaced:
            unused.append(message.context)
    assert " ".join(unused) == ""
