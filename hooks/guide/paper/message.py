"""A plan as plain text, to send in a message or to read aloud by phone: numbered, under 6,000 characters."""

from __future__ import annotations

from guide.writing.plan_words import THEN, Sheet

#: Most characters of a message (rule S11): longer ones are cut by some messengers.
MOST_CHARACTERS = 6000
#: As many menus as there are.
MANY = 99


def message(sheet: Sheet, site_url: str = "") -> str:
    """Return ``sheet`` as text with lines that end in a newline; ``site_url`` gives the address where it is known.

    Every step stands in it, with the number that it has on paper. What does not fit in :data:`MOST_CHARACTERS` is
    left to the page: first the menus of rarer places, then the text to copy, then all menus.
    """
    for menus, text in ((MANY, True), (3, True), (2, True), (2, False), (0, False)):
        whole = _written(sheet, site_url, menus, with_text=text)
        if len(whole) <= MOST_CHARACTERS:
            break
    return whole


def _written(sheet: Sheet, site_url: str, menus: int, *, with_text: bool) -> str:
    out = [sheet.title, "", sheet.safety, *sheet.warnings, ""]
    out += [sheet.avoid_title.upper(), *[f"- {text}" for text in sheet.avoid], ""]
    number = 0
    for section in sheet.sections:
        out += [section.title.upper(), *section.notes]
        for line in section.lines:
            number += 1
            addresses = [address.written for address in line.addresses]
            ways = [spoken(line.path, sheet)] if line.path else []
            out.append(" ".join([f"{number}. {line.do}", *ways, *addresses]))
            for where, path in line.menus[:menus]:
                out.append(f"   {where + sheet.language.colon if where else sheet.choose + ' '}{spoken(path, sheet)}")
        out.append("")
    if sheet.help:
        out.append(sheet.help_title.upper())
        out += [f"- {name}{sheet.language.colon}{address.written}" for name, address in sheet.helpers()]
        out.append("")
    if sheet.texts and with_text:
        first = sheet.texts[0]
        out += [first.title.upper(), *first.lines, ""]
    if site_url:
        out.append(f"{sheet.address_word} {site_url}{sheet.url}")
    out.append(sheet.notes[0])
    if sheet.draft:
        out.append(sheet.draft)
    return "\n".join(out) + "\n"


def spoken(path: str, sheet: Sheet) -> str:
    """Return a menu path with a word between two things to tap: screen readers stumble over a sign."""
    return path.replace(THEN, sheet.then)
