"""Closed vocabularies of the data files. A value outside them is a fault."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Stages of a plan, in the usual order (rule P8). A threat may state another order as data."""

    PEOPLE = "people"
    EVIDENCE = "evidence"
    PROTECT = "protect"
    REPORT = "report"
    WRITE = "write"
    BLOCK = "block"
    NEXT = "next"
    REFUSED = "refused"
    BEYOND = "beyond"
    CARE = "care"


class PlanPart(StrEnum):
    """The pages of a plan: what to do now, what to do after an answer, and what else there is to know."""

    NOW = "now"
    NO = "no"
    MORE = "more"


class Device(StrEnum):
    """Where a menu path was seen. ``anywhere`` when the source makes no difference."""

    APP = "app"
    ANDROID = "android"
    IOS = "ios"
    WEB = "web"
    ANYWHERE = "anywhere"


class AuthorLearns(StrEnum):
    """Whether the author of the threat can learn of a step (rule P9)."""

    NO = "no"
    MAY_GUESS = "may-guess"
    UNKNOWN = "unknown"
    YES = "yes"


class TargetReport(StrEnum):
    """Whose report a rule asks for (rule P14): required of the target, helps, or anyone's serves."""

    REQUIRED = "required"
    HELPS = "helps"
    ANYONE = "anyone"


class WhoCan(StrEnum):
    """Who can use a report path or a form."""

    ANYONE = "anyone"
    PERSON_CONCERNED = "person-concerned"
    REPRESENTATIVE = "representative"
    ACCOUNT_HOLDER = "account-holder"


class Group(StrEnum):
    """The four groups in which threats are shown (rule P12)."""

    VIOLENCE = "violence"
    EXPOSURE = "exposure"
    DISCREDIT = "discredit"
    ACCOUNT = "account"


class SourceKind(StrEnum):
    """The body's own page; press, NGO, academic or other third-party text; a program that uses or copies menus."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PROGRAM = "program"


class ReadHow(StrEnum):
    """How a source was read: in an archived copy, or live."""

    ARCHIVED = "archived"
    LIVE = "live"


class Confidence(StrEnum):
    """How sure a record is. What was not confirmed at all is not in the data."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"


class ReachesState(StrEnum):
    """Whether a State learns of a route (rule P5). ``unknown`` counts as ``direct``."""

    DIRECT = "direct"
    PASSES_ON = "passes-on"
    MAY_LEARN = "may-learn"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def mark(self) -> str:
        """The mark of what is offered, by which its words are found; empty where nothing read says that one learns."""
        return "" if self is ReachesState.NO else self.value


class RouteKind(StrEnum):
    """What a route beyond the in-app report is."""

    PLATFORM = "platform"
    HELPLINE = "helpline"
    NGO = "ngo"
    FUND = "fund"
    TOOL = "tool"
    DISPUTE_BODY = "dispute-body"
    REGULATOR = "regulator"
    MECHANISM = "mechanism"
    PROSECUTOR = "prosecutor"
    OMBUDSPERSON = "ombudsperson"
    REGIONAL = "regional"
    UN = "un"
    LITIGATION = "litigation"


class Region(StrEnum):
    """Where a route serves. A route of one country names the country as well."""

    GLOBAL = "global"
    AMERICAS = "americas"
    EUROPE = "europe"
    OCEANIA = "oceania"
    MENA = "mena"


class Urgency(StrEnum):
    """How soon a route can answer at best: a line of 24 hours, days, or weeks and months."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"


class StateRoute(StrEnum):
    """Whether a country's own authorities can be gone to: never, with advice, or not researched (= never)."""

    NONE = "none"
    ADVICE = "advice"
    UNKNOWN = "unknown"


class Paper(StrEnum):
    """Sizes of paper, as Typst names them."""

    A4 = "a4"
    LETTER = "us-letter"


class DecisionResult(StrEnum):
    """What the Board did with Meta's decision, and whether the post should be up or down after it."""

    TAKE_DOWN = "take-down"
    STAYS_DOWN = "stays-down"
    REMOVED_AGAIN = "removed-again"
    RESTORE = "restore"
    STAYS_UP = "stays-up"
    MIXED = "mixed"
    CORRECTED = "corrected"
    ADVICE = "advice"


class Side(StrEnum):
    """What a decision gives the reader: it supports removal, it limits it, or it cuts both ways."""

    SUPPORTS = "supports"
    LIMITS = "limits"
    BOTH = "both"


class Weight(StrEnum):
    """What a decision weighs: a full decision, a summary decision (no precedent), or an opinion on a policy."""

    FULL = "full"
    SUMMARY = "summary"
    OPINION = "opinion"


class FieldKind(StrEnum):
    """What a field of the incident log holds."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"


class ContactKind(StrEnum):
    """What a contact is; decides how it is written and linked."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGING = "messaging"
    FORM = "form"


class Known(StrEnum):
    """How a contact is known (rule P1): tested by two people, tried by one, read on its own page, or elsewhere."""

    LIVE = "live"
    TRIED = "tried"
    OWN_PAGE = "own-page"
    ELSEWHERE = "elsewhere"


class AnsweredBy(StrEnum):
    """Who answers a number that a country gives for an emergency; ``all`` is one number for several services."""

    ALL = "all"
    POLICE = "police"
    AMBULANCE = "ambulance"
    FIRE = "fire"
    STATE_LINE = "state-line"


class Edition(StrEnum):
    """``working`` says that contacts are not all tested; ``public`` is refused while one of the urgent page is not."""

    WORKING = "working"
    PUBLIC = "public"


class Icon(StrEnum):
    """Signs that stand in a menu path where the app shows no words."""

    MORE = "more"
    MENU = "menu"
    NAME = "name"
    FLAG = "flag"
    HOLD = "hold"
    SWIPE = "swipe"
    PROFILE = "profile"
    OPEN = "open"
    OWN_PROFILE = "own-profile"


class PageId(StrEnum):
    """Pages that texts may link to as ``page:…``, beside plans, threats and platforms."""

    HOME = "home"
    URGENT = "urgent"
    APPEAL = "appeal"
    THREATS = "threats"
    ROUTES = "routes"
    ESCALATE = "escalate"
    RULES = "rules"
    COUNTRIES = "countries"
    CARE = "care"
    MONEY = "money"
    CHANNELS = "channels"
    CASE = "case"
    DECISIONS = "decisions"
    PROTOCOL = "protocol"
    EVIDENCE = "evidence"
    PATTERNS = "patterns"
    SHEET = "sheet"
    GOALS = "goals"
    HELPING = "helping"
    PRINT = "print"
    ELSEWHERE = "elsewhere"
    TWO_COUNTRIES = "two-countries"
    OTHER_COUNTRY = "other-country"
    ABOUT = "about"
    PRIVACY = "privacy"
    SOURCES = "sources"
    SECONDARY = "secondary"
    GLOSSARY = "glossary"
    CONTRIBUTE = "contribute"
    CHANGES = "changes"
    TRANSLATIONS = "translations"
    SEARCH = "search"


class TextKind(StrEnum):
    """How careful a stale translation of a text must be treated (rule S6).

    A *strict* text (warning, guard, contact, condition, deadline) stands in Spanish until its translation is renewed.
    """

    PLAIN = "plain"
    STRICT = "strict"
