"""A form outside the menus, as pages show it."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Form
from guide.model.text import Text
from guide.writing import step_view


@dataclass(frozen=True, slots=True)
class FormView:
    """A form: what it is for, who can use it, its address, and whether the other side may notice."""

    name: Text
    purpose: Text
    login: Text | None
    url: str
    link_words: str
    who_can: str
    learns: str
    learns_how: Text | None


def form_view(form: Form) -> FormView:
    """Return ``form`` as pages show it."""
    return FormView(
        name=form.name,
        purpose=form.purpose,
        login=form.login,
        url=form.url,
        link_words=step_view.shown_address(form.url),
        who_can=form.who_can.value,
        learns=form.author_learns.value,
        learns_how=form.learns_how,
    )
