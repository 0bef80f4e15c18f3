"""Texts to copy: each names its own rules and claims no sign that they do not weigh; everybody has one (rule P13)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from guide.deciding.plan import GENERAL, compose
from guide.model import CopyText, Policy, Threat
from guide.model.fault import Fault
from guide.model.whom import Whom
from guide.reading.load import Loaded, Place

#: Lines of a text besides those left to the reader's choice: more are not read.
MOST_LINES = 10
_NAMED = re.compile(r"«([^»]+)»")


def check_spoken(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is wrong with the texts to copy of threats, and the people whom a plan leaves without one."""
    catalogue = loaded.catalogue
    general = (catalogue.general, loaded.places["general", ""])
    threats = ((threat, loaded.places["threats", name]) for name, threat in catalogue.threats.items())
    platforms = list(catalogue.platforms.values())
    for threat, place in chain([general], threats):
        entries = [item.general if threat is catalogue.general else item.threats.get(threat.id) for item in platforms]
        rested = {rule for entry in entries if entry for rule in entry.rules}
        yield from _check_threat(threat, place, catalogue.policies, rested)
    for name, platform in catalogue.platforms.items():
        for threat_id in (GENERAL, *platform.threats):
            texts = compose(catalogue, platform, threat_id).texts
            silent = [who for who in Whom if not any(text.said_by(who) for text in texts)]
            if silent:
                yield loaded.places["platforms", name].fault(
                    (GENERAL,) if threat_id == GENERAL else ("threats", threat_id),
                    "no-text",
                    f"the plan {name}/{threat_id} has no text for {', '.join(silent)}",
                    "name them in 'whom' of a text, or leave 'whom' out",
                    key=True,
                )


def _check_threat(
    threat: Threat, place: Place, policies: Mapping[str, Policy], rested: Collection[str]
) -> Iterator[Fault]:
    for number, text in enumerate(threat.texts):
        loc = ("texts", number)
        if (lines := sum(line.claim is None for line in text.lines) + bool(text.speaks)) > MOST_LINES:
            message = f"this text has {lines} lines"
            yield place.fault((*loc, "lines"), "long-text", message, f"the most is {MOST_LINES}, claims left out")
        for number_of, line in enumerate(text.lines):
            if line.rule and line.rule not in rested:
                message = f"no plan of this threat rests on the rule '{line.rule}', so that nobody sees the line"
                mend = "add it to 'rules' of the threat in platforms/, or ask for another"
                yield place.fault((*loc, "lines", number_of, "rule"), "wrong-rule", message, mend)
        yield from _check_rules(text, loc, place, policies)


def _check_rules(text: CopyText, loc: tuple[str, int], place: Place, policies: Mapping[str, Policy]) -> Iterator[Fault]:
    standards = {word for policy in policies.values() for word in _names(policy)}
    asked = {line.rule: policies[line.rule] for line in text.lines if line.rule}
    weighed = {signal for policy in asked.values() for signal in policy.signals}
    for number, line in enumerate(text.lines):
        where = (*loc, "lines", number)
        named = {name for name in _NAMED.findall(line.text.words) if name in standards}
        own = _names(asked[line.rule]) if line.rule else frozenset()
        if named - own:
            message = f"this line asks for «{min(named - own)}», which is not its rule"
            yield place.fault((*where, "text"), "wrong-rule", message, "name the rule in 'rule', or leave its name out")
        if line.signal and line.signal not in weighed:
            message = f"no rule that this text asks for weighs a signal of {line.signal}"
            yield place.fault((*where, "signal"), "wrong-signal", message, "leave 'signal' out, and the claim with it")


def _names(policy: Policy) -> frozenset[str]:
    return frozenset(word for language in ("es", "en") for word in policy.standard.wordings(language))
