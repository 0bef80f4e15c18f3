"""What was copied from Spanish to be translated, and was not: readers would take it for their language."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.fault import Fault
from guide.model.languages import SOURCE
from guide.reading.load import Loaded


def check_copied(loaded: Loaded) -> Iterator[Fault]:
    """Yield each file of how people search that is the Spanish one under another id."""
    spanish = loaded.catalogue.search.get(SOURCE)
    for code, words in loaded.catalogue.search.items():
        if spanish and code != SOURCE and (words.small == spanish.small or words.first == spanish.first):
            message = f"these are the words of search/{SOURCE}.yml"
            mend = f"write how people who speak '{code}' search, or delete the file: the Spanish words then stand in"
            yield loaded.places["search", code].fault(("small",), "untranslated-copy", message, mend)
