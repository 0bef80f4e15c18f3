"""``/channels/``: what a safe channel is."""

from __future__ import annotations

from guide.model import Catalogue
from guide.model.situation import Happened
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.writing import source_view
from guide.writing.render import Writer


def channels_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page on safe channels: what is one, what was read of single applications, what none prevents."""
    record = catalogue.channels
    # Whatever the channel, what is written on a device that others control is not safe.
    guards = [guard for guard in catalogue.guards.values() if Happened.SPYWARE in guard.when.happened]
    return page_from(
        catalogue,
        PageId.CHANNELS,
        "channels.md",
        writer,
        edit,
        record=record,
        guards=guards,
        named=source_view.named_sources(record),
    )
