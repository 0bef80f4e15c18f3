"""Everything in ``data/``, each thing by its id."""

from __future__ import annotations

from collections.abc import Mapping

from guide.model.advice import Rules
from guide.model.appeal import AppealPage
from guide.model.base import Record, Source
from guide.model.calls import Calls
from guide.model.case import Case, Goals
from guide.model.change import Change
from guide.model.channels import Channels
from guide.model.country import Country
from guide.model.decision import Decision
from guide.model.evidence import Evidence, Patterns
from guide.model.figures import Figures
from guide.model.freshness import Freshness
from guide.model.helping import Helping
from guide.model.hosts import Hosts
from guide.model.line import Line, LinesPage
from guide.model.moved import Moved
from guide.model.other_way import OtherWay
from guide.model.platform import Platform, Policy
from guide.model.protocol import Protocol
from guide.model.reference import (
    Id,
)
from guide.model.result import Result
from guide.model.roles import GuardRole, RouteRole, TreeRole
from guide.model.route import Guard, Route, Urgent
from guide.model.search import SearchWords
from guide.model.text import Text
from guide.model.threat import PlanFrame, Threat, WhomBlock
from guide.model.tree import DangerSigns, Tree
from guide.model.two_countries import TwoCountries
from guide.model.vocabulary import (
    Group,
    PageId,
)
from guide.model.whom import Whom
from guide.model.words import Door, GroupText, PageText, Term
from guide.model.workshop import Workshop


class Catalogue(Record):
    """Everything in ``data/``, each thing by its id."""

    platforms: Mapping[Id, Platform]
    threats: Mapping[Id, Threat]
    routes: Mapping[Id, Route]
    countries: Mapping[Id, Country]
    lines: Mapping[Id, Line]
    decisions: Mapping[Id, Decision]
    protocols: Mapping[Id, Protocol]
    rules: Rules
    results: Mapping[Id, Result]
    evidence: Evidence
    patterns: Patterns
    workshop: Workshop
    case: Case
    goals: Goals
    trees: Mapping[Id, Tree]
    signs: DangerSigns
    policies: Mapping[Id, Policy]
    sources: Mapping[Id, Source]
    guards: Mapping[Id, Guard]
    terms: Mapping[Id, Term]
    groups: Mapping[Group, GroupText]
    page_texts: Mapping[PageId, PageText]
    doors: Mapping[Id, Door]
    whom: Mapping[Whom, WhomBlock]
    plan: PlanFrame
    general: Threat
    urgent: Urgent
    appeal: AppealPage
    helping: Helping
    care: LinesPage
    money: LinesPage
    channels: Channels
    other_way: OtherWay
    two_countries: TwoCountries
    calls: Calls
    interface: Mapping[str, Text]
    freshness: Freshness
    hosts: Hosts
    search: Mapping[Id, SearchWords]
    figures: Mapping[str, Figures]
    moved: Moved
    changes: Mapping[Id, Change]

    # checking/roles.py has seen that each of these is there once.

    @property
    def board(self) -> Route:
        """The route that takes an appeal against what a platform decided; its numbers stand in texts of platforms."""
        return next(route for route in self.routes.values() if route.role is RouteRole.BOARD)

    @property
    def protocol(self) -> Protocol:
        """The Protocol of the twelve steps."""
        return next(iter(self.protocols.values()))

    def guard(self, role: GuardRole) -> Guard:
        """Return the guard of ``role``."""
        return next(guard for guard in self.guards.values() if guard.role is role)

    def tree(self, role: TreeRole) -> Tree:
        """Return the tree of ``role``."""
        return next(tree for tree in self.trees.values() if tree.role is role)
