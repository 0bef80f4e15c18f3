"""The texts to copy of a plan for a file that is opened alone: by whom they are said, and what its script says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from guide.deciding.plan import Plan
from guide.model import Catalogue
from guide.writing.render import Writer

#: What the script says, by the name of the attribute of ``body`` that holds it, and the phrase for it.
SAID = {
    "copy": "copy",
    "copied": "copied",
    "selected": "copy-by-hand",
    "fill": "fill-blanks",
    "left": "blanks-left",
    "keeps": "fill-keeps",
    "claims": "claims-title",
}


@dataclass(frozen=True, slots=True)
class CopiedLine:
    """A line as HTML; ``whom`` are ids of those who alone say it, ``claim`` what must be true for it to stay."""

    html: Markup
    whom: tuple[str, ...]
    claim: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A text to copy."""

    title: str
    lines: tuple[CopiedLine, ...]


@dataclass(frozen=True, slots=True)
class Copying:
    """Everything that a file needs to fill in the texts of a plan.

    ``people`` are ids with what they are called; ``begins`` is the title of the passage that paper has instead.
    """

    ask: str
    people: tuple[tuple[str, str], ...]
    begin: str
    begins: str
    if_true: str
    texts: tuple[Copied, ...]
    said: Mapping[str, str]

    @property
    def covered(self) -> frozenset[str]:
        """Titles of passages that these texts say in full."""
        return frozenset({text.title for text in self.texts} | {self.begins})


def copying(catalogue: Catalogue, plan: Plan, writer: Writer) -> Copying:
    """Return the first texts of ``plan`` with the words of everybody who may send them."""
    ui, plain = catalogue.interface, writer.plain
    return Copying(
        ask=plain(ui["who-title"]),
        people=tuple((who.value, plain(block.label)) for who, block in catalogue.whom.items()),
        begin=plain(ui["text-voice"]),
        begins=plain(ui["text-begins"]),
        if_true=plain(ui["claim-if-true"]),
        texts=tuple(
            Copied(
                plain(text.title),
                tuple(
                    CopiedLine(
                        writer.t(line.text),
                        tuple(who.value for who in (line.whom or text.whom)),
                        plain(line.claim) if line.claim else "",
                    )
                    for line in text.lines
                ),
            )
            for text in plan.first_texts
        ),
        said={name: plain(ui[key]) for name, key in SAID.items()},
    )
