"""A threat: how to recognise it is asked; the steps of its plans begin as those of who does not know."""

from __future__ import annotations

import re

from guide.checking.codes import free_code
from guide.model.vocabulary import Group
from guide.starting.answers import GAP, Answers, Question, why_not
from guide.starting.begun import Begun, Start
from guide.starting.edits import block, with_threat
from guide.starting.scalar import Ready

#: What a threat takes from the general plan: it is safe for everybody, until somebody writes what fits better.
_GENERAL = ("strengthens", "weakens", "now", "avoid", "steps", "texts", "routes")
#: How each plan begins, and what of it somebody may have written all the same.
_OPENING = "**Está en el lugar correcto si**"
_OPENED = re.compile(r"^[*\s]*está en el lugar correcto si\b[*\s…]*", re.IGNORECASE)


def _opened(words: str) -> str:
    """Return the sentence that opens the plans, of its end or of all of it; a gap stays one."""
    return words if words == GAP else f"{_OPENING} {_OPENED.sub('', words)}"


def _no_opening(words: str) -> str:
    """Return why ``words`` cannot end the sentence that opens the plans; empty when they can."""
    if not _OPENED.sub("", words):
        return "RIGHT_IF: the sentence has no end. Write when the plan serves: … alguien pide dinero en su nombre."
    return why_not(Question("RIGHT_IF", ""), _opened(words))


_RIGHT_IF = Question(
    "RIGHT_IF",
    "When does this plan serve? End the sentence: Está en el lugar correcto si …",
    usual=GAP,
    check=_no_opening,
)
_WORDS = (
    Question("SAY", "What does the reader say of it, as 'I' or 'me'? No other threat says the same.", usual=GAP),
    Question("HINT", "One more line for who hesitates.", usual=GAP),
    Question("WORDS", "What do people type who look for it? Words with commas between them.", usual=GAP),
    Question("WHAT", "What is it, and what does who does it want?", usual=GAP),
)
_LISTS = (("signs", "SIGN", "sign that one can see", 2), ("examples", "EXAMPLE", "example, about nobody real", 3))


def threat(start: Start) -> Begun:
    """Begin a threat, with an entry on each platform that it names."""
    answers, catalogue = start.answers, start.catalogue
    name = start.record_id("threats", "The name of its file: short English words such as 'doxxing'.")
    called = answers.one(Question("NAME", "Its name, as the reader would call it."))
    there = catalogue.platforms
    named = answers.several("PLATFORMS", "On which platforms? Write their ids.", there, " ".join(there))
    used = [catalogue.general.code, *(item.code for item in catalogue.threats.values())]
    tab = "Words for a browser's tab that say nothing of the threat, such as 'cuenta y datos'. No other page has them."
    tabs = {item.tab.words.casefold(): item.id for item in catalogue.threats.values()}

    def taken(words: str) -> str:
        other = tabs.get(words.casefold())
        return f"TAB: '{other}' has the same. Write other words." if other else ""

    values = {
        "name": called,
        "tab": answers.one(Question("TAB", tab, check=taken)),
        "code": free_code(used),
        "group": answers.one(Question("GROUP", "In which group is it shown?", Group)),
        "platforms": named,
        **{question.name.lower(): answers.one(question) for question in _WORDS},
        "right_if": _opened(answers.one(_RIGHT_IF)),
        **{field: _items(answers, variable, what, many) for field, variable, what, many in _LISTS},
        "general": Ready("\n".join(block(start.text("data/general.yml"), field) for field in _GENERAL)),
    }
    begun = start.begun("threats", name, values)
    for platform in named:
        path = f"data/platforms/{platform}.yml"
        begun.changed[path] = with_threat(start.text(path), name)
    files = ", ".join(f"data/platforms/{platform}.yml" for platform in named)
    begun.next = (
        f"Complete data/threats/{name}.yml: its last part is the general plan, and says nothing yet of this threat. "
        f"In {files} name the menus, rules and words of a report, each with its source. "
        f"'make preview PAGE={named[0]}/{name}' shows a plan."
        if named
        else ""
    )
    return begun


def _items(answers: Answers, variable: str, what: str, many: int) -> list[str]:
    asked = (
        Question(f"{variable}_{number}", f"{what.capitalize()} ({number} of {many}).", usual=GAP)
        for number in range(1, many + 1)
    )
    return [answers.one(question) for question in asked]
