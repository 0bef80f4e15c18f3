"""A platform: what its sources give is asked, and what nobody has seen is said to be unseen."""

from __future__ import annotations

from guide.model.fields import Words
from guide.model.vocabulary import TargetReport
from guide.starting.answers import GAP, Question
from guide.starting.begun import Begun, Start
from guide.starting.sources import read_where

_ASKED = (
    Question("INTRO", "What on this platform does its page serve for? One or two sentences.", usual=GAP),
    Question("SAY", "What should a report say here? No other platform says the same.", usual=GAP),
    Question("AFTER", "What happens there after a report, as the source says?", usual=GAP),
    Question("FIND", "Where does its answer to a report stand, as the source says?", usual=GAP),
)


def platform(start: Start) -> Begun:
    """Begin a platform, with a plan for who does not know."""
    answers, catalogue = start.answers, start.catalogue
    name = start.record_id("platforms", "The name of its file: short English words such as 'threads'.")
    called = answers.one(Question("NAME", "Its name, as it writes it.", Words))
    first = next(iter(catalogue.platforms.values()))
    owners = sorted({platform.owner for platform in catalogue.platforms.values()})
    values = {
        "name": called,
        "tab": answers.one(Question("TAB", "The word for a browser's tab.", usual=called)),
        "owner": answers.one(Question("OWNER", f"Whose is it? Write {' or '.join(owners)} if it is theirs.", Words)),
        **{question.name.lower(): answers.one(question) for question in _ASKED},
        "target_report": answers.one(
            Question("TARGET_REPORT", "Whose report do its rules ask for?", TargetReport, TargetReport.HELPS.value)
        ),
        "tree": first.tree,
    }
    read = read_where(answers, catalogue, name)
    begun = start.begun("platforms", name, {**values, "rules_source": read.ids[0] if read.ids else GAP}, read)
    begun.next = (
        f"Complete data/platforms/{name}.yml from its sources: labels as phones show them, paths, forms, protections. "
        f"Then name {name} in 'platforms' of each threat that it covers, with that threat's entry under 'threats'. "
        f"'make preview PAGE={name}/general' shows its plan."
    )
    return begun
