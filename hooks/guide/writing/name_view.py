"""Names of bodies that nobody saw a way to: what they do, for whom, and that they are asked for through others."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from guide.deciding.openness import to_judge
from guide.model import Catalogue, LocalName
from guide.model.text import Text
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class NameView:
    """A name; ``state`` is empty where no State learns of it."""

    id: str
    name: Text
    does: Text
    who: Text | None
    only: Markup
    warning: Text | None
    site: str | None
    host: str
    state: str
    state_why: Text | None


def name_view(item: LocalName, catalogue: Catalogue, writer: Writer) -> NameView:
    """Return the name of a body on the page of its country."""
    return NameView(
        id=item.id,
        name=item.name,
        does=item.does,
        who=item.who,
        only=openness_html(catalogue, to_judge(catalogue, item), writer),
        warning=item.warning,
        site=item.site,
        host=urlsplit(item.site or "").hostname or "",
        state_why=item.reaches_why,
        state=item.reaches_state.mark,
    )
