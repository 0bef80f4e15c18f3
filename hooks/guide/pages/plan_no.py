"""What comes after the report of a plan: ``/<platform>/<threat>/no/``."""

from __future__ import annotations

from guide.deciding.owners import is_of
from guide.deciding.plan import Plan
from guide.model import Catalogue
from guide.model.roles import Ask
from guide.model.vocabulary import PlanPart, Stage
from guide.pages.page import Page
from guide.pages.plan_view import onward, page_of, stages_of
from guide.writing import precedents, step_view
from guide.writing.copy_text import spoken_lines
from guide.writing.render import Writer


def plan_no_page(catalogue: Catalogue, plan: Plan, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page for who waits for an answer, or was told no."""
    board = catalogue.board
    appeal = precedents.appeal_for(catalogue, plan.threat, plan.entry.rules, most=1)
    asked = Ask.RETURN if plan.threat.asks_back else Ask.REMOVAL
    sources = [name for stage in plan.stages for step in stage.steps for name in step.sources]
    return page_of(
        catalogue,
        plan,
        PlanPart.NO,
        writer,
        edit,
        description=writer.plain(catalogue.interface["plan-no-description"]),
        named=sources,
        stages=stages_of(plan, PlanPart.NO, catalogue, writer),
        # A threat whose own steps say what to do then is not appealed like a report.
        asks_again=Stage.REFUSED not in plan.threat.steps,
        where=[step_view.menu(catalogue, way, writer) for way in plan.platform.appeal.where if way.asks is asked],
        board=board.id,
        board_text=spoken_lines(appeal) if is_of(board.owner, plan.platform.owner) else (),
        onward=onward(catalogue, plan, writer),
    )
