"""A language: its lines in the settings; its catalogue is written by ``make messages``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from babel import Locale, UnknownLocaleError
from pydantic import StringConstraints

from guide.model.fields import Words
from guide.model.languages import LANGUAGES
from guide.starting.answers import NotStarted, Question
from guide.starting.begun import Begun, Start
from guide.starting.edits import with_known_language, with_language

SETTINGS, MODULE = "mkdocs.yml", "hooks/guide/model/languages.py"
_ID = Question(
    "ID", "The two letters of the language, such as 'pt'.", Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
)


def language(start: Start) -> Begun:
    """Begin a language: the guide then has it, in Spanish until somebody translates."""
    root, answers = start.root, start.answers
    code = answers.one(_ID)
    if (root / "data/locales" / f"{code}.po").exists() or code == "es":
        raise NotStarted(f"The guide has '{code}' already. Nothing was written.")
    try:
        locale = Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        raise NotStarted(f"ID: no language is known by the letters '{code}'. Ask for it in an issue.") from None
    there = LANGUAGES.get(code)
    usual = there.name if there else (locale.display_name or code).capitalize()
    name = there.name if there else answers.one(Question("NAME", "Its name, as its speakers write it.", Words, usual))
    if '"' in name or "\\" in name:
        raise NotStarted('NAME: leave out the signs " and \\.')
    begun = Begun(
        catalogue_for=code,
        next=(
            f"Translate data/locales/{code}.po, warnings first, in any gettext editor; keep links, braces and blanks. "
            f"Write data/search/{code}.yml: how people who speak it search. "
            "A person who answers for the translation puts a name into its line 'X-Review'; until then it is a draft."
        ),
    )
    direction = str(locale.text_direction)
    edits: dict[str, Callable[[str], str]] = {
        SETTINGS: lambda text: with_language(text, code, name),
        MODULE: lambda text: with_known_language(text, code, code, name, direction),
    }
    for path, edit in edits.items():
        before = start.text(path)
        if (after := edit(before)) != before:
            begun.changed[path] = after
    return begun
