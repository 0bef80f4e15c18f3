"""Begin something new: ask, write its files, and never write over one that is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from guide.checking.check import load_all
from guide.starting.answers import Answers, NotStarted
from guide.starting.begun import Begun, Start
from guide.starting.language import language
from guide.starting.platform import platform
from guide.starting.records import country, decision, route
from guide.starting.threat import threat

_BEGINNINGS: Mapping[str, Callable[[Start], Begun]] = {
    "route": route,
    "threat": threat,
    "platform": platform,
    "country": country,
    "decision": decision,
    "language": language,
}


def begin(root: Path, kind: str, answers: Answers) -> Begun:
    """Write what a new record of ``kind`` needs and return what was written.

    Raises:
        DataError: when the data have faults already: mend them first, so that what is said afterwards is of the new.
        NotStarted: when an answer cannot be one, or a file is there already. Nothing was written then.
    """
    begun = _BEGINNINGS[kind](Start(root, load_all(root / "data").catalogue, answers))
    write(root, begun)
    return begun


def write(root: Path, begun: Begun) -> None:
    """Write what was begun, the new files first; raises NotStarted where one of them is there already."""
    for path, text in begun.new.items():
        try:
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            raise NotStarted(f"{path} is there already. Nothing was written.") from None
    for path, text in begun.changed.items():
        (root / path).write_text(text, encoding="utf-8", newline="\n")
