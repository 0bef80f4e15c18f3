"""The page on safe channels: short, and one tap away wherever a safe channel is asked for."""

from __future__ import annotations

import re

from tests.site.conftest import BuiltPage

#: Words of the page with its headings and the line that leads on; protected lines and sources left out.
MOST_WORDS = 195
#: What a reader may not know the meaning of.
ASKED = re.compile(r"\b(?:canal|medio)(?:es|s)? seguros?\b", re.IGNORECASE)


def test_it_is_short_and_says_which_part_was_read_elsewhere(ordinary: list[BuiltPage]) -> None:
    page = next(page for page in ordinary if page.path == "channels/")
    tree = page.fresh()
    for node in tree.css("[data-keep], .sources, #sources"):
        node.decompose()
    main = tree.css_first("main")
    assert main is not None

    assert len(re.findall(r"\w+", main.text(separator=" "))) <= MOST_WORDS
    assert "otras organizaciones y la prensa" in main.text()
    assert page.all("a[href$='routes/tor/']")


def test_it_is_linked_wherever_the_words_stand(ordinary: list[BuiltPage]) -> None:
    seen = 0
    for page in ordinary:
        # The page for the next minutes has no word too many.
        if page.language != "es" or page.kind in ("channels", "urgent", "search"):
            continue
        tree = page.fresh()
        # In a text to copy they are the reader's own.
        for node in tree.css(".copy, .as-text, .sources"):
            node.decompose()
        main = tree.css_first("main")
        assert main is not None
        if ASKED.search(main.text()):
            assert tree.css("main a[href*='channels/']"), page.path
            seen += 1
    assert seen > 20
