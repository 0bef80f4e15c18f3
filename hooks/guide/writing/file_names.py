"""Where sheets and messages stand in the site; their names are neutral (rule P17)."""

from __future__ import annotations

from dataclasses import dataclass

from guide.deciding.plan import Plan
from guide.model import Catalogue, Platform
from guide.model.languages import Language
from guide.model.vocabulary import Paper

#: Folder of the sheets in a language's part of the site.
FOLDER = "print/"
#: Folder of the archives of the whole guide in the site.
ARCHIVES = "offline/"
#: File beside the page of a plan.
TEXT_FILE = "plan.txt"
#: The feed beside the page of changes.
FEED = "feed.xml"
#: The plan as one HTML file, beside its page.
SINGLE_FILE = "plan.html"


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: ``pages`` of a PDF, 0 for an archive; ``size`` in bytes."""

    pages: int
    size: int


def plan_name(plan: Plan) -> str:
    """Return the name of the sheet of ``plan``, by the code of its threat: ``facebook-3``."""
    return f"{plan.platform.id}-{plan.threat.code}"


def person_name(platform: Platform, code: str) -> str:
    """Return the name of a sheet for one kind of reader: ``facebook-b``."""
    return f"{platform.id}-{code}"


def plan_title(catalogue: Catalogue, plan: Plan, word: str) -> str:
    """Return the neutral title of ``plan``: platform, code, and the plain ``word`` for its threat (rule P17)."""
    code = () if plan.threat is catalogue.general else (plan.threat.code,)
    return " · ".join((plan.platform.name, *code, word))


def pdf_path(name: str, paper: Paper) -> str:
    """Return the path of a sheet in a language's part of the site: ``print/facebook-3-letter.pdf``."""
    return f"{FOLDER}{name}-{ending(paper)}.pdf"


def ending(paper: Paper) -> str:
    """Return the end of the name of a file on ``paper``."""
    return "a4" if paper is Paper.A4 else "letter"


def archive_path(language: Language) -> str:
    """Return where the archive of ``language`` stands in the site; the name says nothing of what is in it."""
    return f"{ARCHIVES}guia-{language.code}.zip"
