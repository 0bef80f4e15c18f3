"""What the data mean: frozen models of every record (design §3 and §4).

Every translatable field is a :class:`~guide.text.Text`; every fact names its sources; every reference is typed.
Lists of texts are lists of items with an id, because a translation belongs to an id, never to a position.
"""

from __future__ import annotations

from guide.model.base import Fact, Item, Label, Record, Source, StrictItem
from guide.model.catalogue import Catalogue
from guide.model.fields import LONGEST_ACTION, MOST_PRINTED_STEPS, CopyDate, Url
from guide.model.platform import (
    Appeal,
    Choice,
    Form,
    MenuPath,
    Number,
    PlanEntry,
    Platform,
    Policy,
    Protection,
    Surface,
)
from guide.model.route import Contact, Guard, Route, Urgent, UrgentLine, UrgentPart
from guide.model.step import CopyText, NowStep, Step, StepEntry, Steps, StepUse
from guide.model.threat import PlanFrame, StageFrame, Threat, WhomBlock
from guide.model.tree import Answer, Question, Tree
from guide.model.words import Door, GroupText, PageText, Term

__all__ = [
    "LONGEST_ACTION",
    "MOST_PRINTED_STEPS",
    "Answer",
    "Appeal",
    "Catalogue",
    "Choice",
    "Contact",
    "CopyDate",
    "CopyText",
    "Door",
    "Fact",
    "Form",
    "GroupText",
    "Guard",
    "Item",
    "Label",
    "MenuPath",
    "NowStep",
    "Number",
    "PageText",
    "PlanEntry",
    "PlanFrame",
    "Platform",
    "Policy",
    "Protection",
    "Question",
    "Record",
    "Route",
    "Source",
    "StageFrame",
    "Step",
    "StepEntry",
    "StepUse",
    "Steps",
    "StrictItem",
    "Surface",
    "Term",
    "Threat",
    "Tree",
    "Urgent",
    "UrgentLine",
    "UrgentPart",
    "Url",
    "WhomBlock",
]
