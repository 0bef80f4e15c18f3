"""What a record is for, where code must find it: a role in the data, never an id that code knows by heart.

Whoever renames an id breaks nothing; ``checking/roles.py`` says so where a role is held by nothing or by two.
"""

from __future__ import annotations

from enum import StrEnum


class StepRole(StrEnum):
    """What the page of a plan adds under a step, or puts in its place.

    ``state-box``: it is a warning, and stands as one, open and before the report (rules P5, P30).
    """

    KEEPS_LINK = "keeps-link"
    KEEPS_SCREEN = "keeps-screen"
    OPENS_MENU = "opens-menu"
    CHOOSES = "chooses"
    STATE_BOX = "state-box"
    BLOCKS = "blocks"


class GuardRole(StrEnum):
    """Guards with a place of their own: on every page, before what a State learns of, before intimate images."""

    DANGER = "danger"
    STATE = "state"
    AGE = "age"


class RouteRole(StrEnum):
    """``board``: the route that takes an appeal against what a platform decided."""

    BOARD = "board"


class TreeRole(StrEnum):
    """Trees with a page of their own; those of the platforms are named by each platform."""

    ADVICE = "advice"
    PROTOCOL = "protocol"


class Ask(StrEnum):
    """What an appeal to the Board asks for: that something of others goes, or that one's own comes back."""

    REMOVAL = "removal"
    RETURN = "return"


class Slot(StrEnum):
    """What the Board's text takes from elsewhere in place of a line.

    ``voice``: how the text of the plan begins; ``rules``: what it asks for and claims; ``decisions``: the sentences of
    the decisions that fit.
    """

    VOICE = "voice"
    RULES = "rules"
    DECISIONS = "decisions"


class CountrySheet(StrEnum):
    """Whether every build makes the sheet of a country, or only one that asks for it by name (rule P18)."""

    ALWAYS = "always"
    BY_NAME = "only-by-name"
