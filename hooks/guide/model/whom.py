"""For whom a plan is read (rule P13), and what a rule of Meta's weighs in a report."""

from __future__ import annotations

from enum import StrEnum


class Whom(StrEnum):
    """For whom a plan is read.

    - ``me``: the person herself; ``young``: the same, under 18 years old.
    - ``helper``: somebody who helps her.
    - ``family``: somebody in charge of a child.
    - ``relative``: a relative of somebody who lives elsewhere.
    - ``organisation``: an organisation or a community.
    - ``absent``: the family of somebody detained, missing or killed.
    """

    ME = "me"
    YOUNG = "young"
    HELPER = "helper"
    FAMILY = "family"
    RELATIVE = "relative"
    ORGANISATION = "organisation"
    ABSENT = "absent"


class Signal(StrEnum):
    """What a rule asks for besides the words: a sign of threat, one of context, or that nobody consented."""

    THREAT = "threat"
    CONTEXT = "context"
    CONSENT = "consent"
