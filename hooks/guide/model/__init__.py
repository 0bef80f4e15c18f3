"""What the data mean: frozen models of every record (rules S2 and S3).

Every translatable field is a :class:`~guide.model.text.Text`; every fact names its sources; every reference is typed.
Lists of texts are lists of items with an id, because a translation belongs to an id, never to a position.
"""

from __future__ import annotations

from guide.model.advice import Advised, Avoided, Chain, Rule, Rules, ToDo
from guide.model.appeal import AppealPage, Told, Tried, Way
from guide.model.base import Fact, Item, Number, Record, Source, StrictItem
from guide.model.calls import Calls
from guide.model.case import Case, Goal, Goals, GoalTarget, Indicator, Moment, Statement
from guide.model.catalogue import Catalogue
from guide.model.change import Change
from guide.model.channels import Channels
from guide.model.condition import When
from guide.model.contact import TESTERS, AsPrinted, Contact
from guide.model.country import Country, CountryWarning
from guide.model.decision import Decision
from guide.model.emergency import EmergencyNumber
from guide.model.evidence import Evidence, LogChoice, LogExample, LogField, LogGroup, Patterns, System
from guide.model.fields import LONGEST_ACTION, MOST_PRINTED_STEPS, POCKET_STEPS, CopyDate, Url
from guide.model.figures import Figures
from guide.model.freshness import Freshness, Interval
from guide.model.helping import Helping, HelpPart
from guide.model.hosts import Hosts, KnownHost
from guide.model.label import Label, MenuLabel, NamedLabel
from guide.model.line import Line, LinesPage
from guide.model.listing import Consent, LocalName
from guide.model.moved import Moved, MovedAnchors
from guide.model.other_way import OtherWay, OtherWayPart
from guide.model.platform import (
    Appeal,
    AppealLine,
    Choice,
    Form,
    MenuPath,
    PlanEntry,
    Platform,
    Policy,
    Protection,
    Surface,
)
from guide.model.protocol import Original, Protocol, ProtocolStep
from guide.model.result import Result
from guide.model.route import Guard, GuardWhen, Route, RoutePart, Urgent, UrgentLine, UrgentPart, UrgentStep
from guide.model.search import Said, SearchWords
from guide.model.step import CopyLine, CopyText, NowStep, Step, StepEntry, Steps, StepUse
from guide.model.threat import Near, PlanFrame, StageFrame, Threat, WhomBlock
from guide.model.tree import Answer, DangerSigns, Question, Tree
from guide.model.two_countries import TwoCountries, TwoCountriesPart
from guide.model.words import Door, DoorWay, GroupText, PageText, Term
from guide.model.workshop import Agenda, AgendaRow, PaperField, PaperForm, Workshop, WorkshopPart

__all__ = [
    "LONGEST_ACTION",
    "MOST_PRINTED_STEPS",
    "POCKET_STEPS",
    "TESTERS",
    "Advised",
    "Agenda",
    "AgendaRow",
    "Answer",
    "Appeal",
    "AppealLine",
    "AppealPage",
    "AsPrinted",
    "Avoided",
    "Calls",
    "Case",
    "Catalogue",
    "Chain",
    "Change",
    "Channels",
    "Choice",
    "Consent",
    "Contact",
    "CopyDate",
    "CopyLine",
    "CopyText",
    "Country",
    "CountryWarning",
    "DangerSigns",
    "Decision",
    "Door",
    "DoorWay",
    "EmergencyNumber",
    "Evidence",
    "Fact",
    "Figures",
    "Form",
    "Freshness",
    "Goal",
    "GoalTarget",
    "Goals",
    "GroupText",
    "Guard",
    "GuardWhen",
    "HelpPart",
    "Helping",
    "Hosts",
    "Indicator",
    "Interval",
    "Item",
    "KnownHost",
    "Label",
    "Line",
    "LinesPage",
    "LocalName",
    "LogChoice",
    "LogExample",
    "LogField",
    "LogGroup",
    "MenuLabel",
    "MenuPath",
    "Moment",
    "Moved",
    "MovedAnchors",
    "NamedLabel",
    "Near",
    "NowStep",
    "Number",
    "Original",
    "OtherWay",
    "OtherWayPart",
    "PageText",
    "PaperField",
    "PaperForm",
    "Patterns",
    "PlanEntry",
    "PlanFrame",
    "Platform",
    "Policy",
    "Protection",
    "Protocol",
    "ProtocolStep",
    "Question",
    "Record",
    "Result",
    "Route",
    "RoutePart",
    "Rule",
    "Rules",
    "Said",
    "SearchWords",
    "Source",
    "StageFrame",
    "Statement",
    "Step",
    "StepEntry",
    "StepUse",
    "Steps",
    "StrictItem",
    "Surface",
    "System",
    "Term",
    "Threat",
    "ToDo",
    "Told",
    "Tree",
    "Tried",
    "TwoCountries",
    "TwoCountriesPart",
    "Urgent",
    "UrgentLine",
    "UrgentPart",
    "UrgentStep",
    "Url",
    "Way",
    "When",
    "WhomBlock",
    "Workshop",
    "WorkshopPart",
]
