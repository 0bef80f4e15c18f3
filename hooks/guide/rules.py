"""The rules of the data: one line each, for ``docs/dev/faults.md`` and for the tests.

Every fault that is ever reported carries one of these names.
"""

from __future__ import annotations

RULES: dict[str, str] = {
    # form of the file
    "not-utf8": "The file is not UTF-8.",
    "byte-order-mark": "The file starts with a byte-order mark.",
    "tab": "A tab stands in the indent.",
    "bad-yaml": "The file cannot be read as YAML.",
    "colon-in-text": "A text without quotes contains a colon and a space: the commonest slip.",
    "duplicate-key": "A name stands twice in the same record.",
    "anchor": "An anchor or alias: write the text out.",
    "tag": "A YAML tag: none is needed.",
    "unquoted-word": "A word that other programs read as true, false or a date stands without quotes.",
    "too-nested": "More than 50 levels of nesting.",
    "file-too-large": "The file is larger than any record needs.",
    "empty-file": "The file is empty.",
    "symlink": "A link leads out of the data folder.",
    "missing-file": "A file that the guide needs is missing.",
    "missing-entry": "A phrase, stage, group or the like that the pages count on is not in the data.",
    "unknown-file": "A file that no record uses.",
    # fields
    "wrong-type": "A value of another type than the field takes.",
    "missing-field": "A field that the record needs is missing.",
    "unknown-field": "A field that the record does not have.",
    "unknown-value": "A word outside the closed vocabulary of the field.",
    "bad-id": "An id that is no short English slug.",
    "bad-date": "A date that is none.",
    "too-few": "Fewer entries than the record needs.",
    "too-many": "More entries than the record takes.",
    "out-of-range": "A number outside its range.",
    "id-not-file-name": "The id is not the name of the file.",
    "repeated-id": "An id stands twice in a list or among files.",
    "future-date": "A date that has not come yet.",
    "undated-source": "A source without the dates of its copy and its check.",
    "no-source": "A fact without a source.",
    "no-avoid": "A plan without its list of what not to do.",
    "unknown-contact": "A contact that does not say how it is known.",
    "author-learns": "A step that leaves the reader's hands and does not say what the author learns of it.",
    "order": "The order of the stages is incomplete, or differs without a reason.",
    # links
    "not-https": "A link that is not https.",
    "odd-link": "A link with a user name or a port.",
    "mixed-script": "A host with letters of another script.",
    "unlisted-host": "A link to a host that no source, form or route lists.",
    "link-target": "A link that is neither https nor a typed reference.",
    "unknown-reference": "A reference to nothing.",
    "wrong-kind": "A reference to something of another kind.",
    "script-link": "A link that would run a script.",
    # texts
    "raw-html": "Raw HTML in a text.",
    "attribute-list": "An attribute list in a text.",
    "image": "An image in a text.",
    "unbalanced": "A mark of emphasis, code or a link that is opened or closed only once.",
    "unknown-value-name": "A value in braces that does not exist.",
    "placeholder": "A placeholder such as TODO or lorem ipsum.",
    "empty-text": "An empty text.",
    "empty-label": "A label of a menu with neither words nor a sign.",
    "contact-in-text": "A phone number, address or link stands inside a text instead of in a field of its own.",
    "action-too-long": "The action of a step is longer than a line of a printed sheet.",
    "too-many-steps": "A plan prints more steps than its sheet holds.",
    # trees and coverage
    "two-starts": "A question of a tree that nothing leads to, beside the start.",
    "unreachable": "A question that cannot be reached from the start.",
    "cycle": "A way through a tree that comes back to where it was.",
    "dead-end": "A question without answers.",
    "too-deep": "More questions in a row than a frightened person answers.",
    "same-answer": "Two answers of a question say the same.",
    "no-unsure-answer": "A question without 'No sé', which leads to the general plan.",
    "threat-without-plan": "A threat that names a platform which has no entry for it.",
    "plan-without-threat": "A platform has an entry for a threat that does not name the platform.",
    # catalogues
    "bad-catalogue": "A catalogue that gettext cannot read.",
    "empty-entry": "An entry of a catalogue without a source text.",
    "broken-translation": "A translation that lost a link, a value, a mark or a blank of its source.",
    # editions
    "untested-contact": "A public edition with a contact on the urgent page that no two people have tested lately.",
    "outdated-warning": "A public edition with a language that lacks a current translation of a warning.",
}
