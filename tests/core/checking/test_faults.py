"""Every kind of fault, each from a real data file broken in one way.

``BREAKS`` is a table: rule, file, a text that stands in the file, and what replaces it. A ``¦`` in the
replacement marks the line and column at which the fault must point; it is taken out before writing.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.book import read_book
from guide.checking.check import load_all
from guide.model.clock import today
from guide.model.fault import DataError, Fault
from guide.model.fault_names import RULES
from guide.model.fault_report import report
from guide.model.vocabulary import Edition
from tests.conftest import ROOT

FB, IG, CODED, TREE, ROUTE = (
    "platforms/facebook.yml",
    "platforms/instagram.yml",
    "threats/coded-threat.yml",
    "trees/report.yml",
    "routes/fld-emergency.yml",
)
TOMORROW_AND_MORE = (today() + dt.timedelta(days=40)).isoformat()
ASK = "    ask: ¿Y ahora?\n    answers:\n      - {id: unsure, say: No sé, to: plan:general}\n"
STAGE = "  stage:\n    ask: ¿En qué punto está con {owner}?\n"
SHORT = "- id: short\n    title: En 60 minutos"
REPRISALS = "to: route:un-reprisals\n    "
EMERGENCY = (
    "emergency:\n  - id: police\n    number: '911'\n    answered_by: ¦police\n    warning: emergency\n"
    "    known: elsewhere\n    copy_read: undated\n    checked: '2026-11-24'\n    sources: [mx-079-prensa]\n"
)
NEAR_CODED = '- {plan: doxxing, when: "publicaron su dirección u otro dato", first: true}'
MEANING = "    - id: meaning\n"
LONG = "Haga esto " + "con mucho cuidado y sin prisa " * 5
TEXT_TITLE = "    title: Texto para reportar"
TEN_LINES = "".join(f'      - {{id: more-{number}, text: "Una línea más."}}\n' for number in range(10))


def first(file: str, field: str) -> str:
    """Return the first date of a file as it stands there: ``checked: "2026-11-24"``. Editors change them often."""
    found = re.search(rf'{field}: "[\d-]+"', (ROOT / "data" / file).read_text(encoding="utf-8"))
    assert found, f"{file} has no '{field}'"
    return found.group()


CODED_SAY = re.findall(r"^say: (.*)$", (ROOT / "data" / CODED).read_text("utf-8"), re.MULTILINE)[0]

BREAKS: list[tuple[str, str, str, str]] = [
    # the form of the file
    ("tab", FB, "  - id: post\n", "¦\t- id: post\n"),
    ("bad-yaml", FB, "name: Facebook", "name: [Facebook"),
    ("colon-in-text", CODED, "say: Me amenazan sin decirlo de frente", "say: Me amenazan¦: sin decirlo de frente"),
    ("colon-in-text", CODED, "  Alguien le hace", "what2: Alguien¦: le hace"),
    ("colon-in-text", CODED, 'do: "Mire si hoy hay señales', 'do: Nota¦: mire "si hoy hay señales'),
    ("duplicate-key", FB, "owner: Meta", "owner: Meta\n¦owner: Meta"),
    ("anchor", FB, "owner: Meta", "owner: ¦&meta Meta"),
    ("anchor", FB, "owner: Meta", "owner: ¦*meta"),
    ("tag", FB, "owner: Meta", "owner: ¦!!str Meta"),
    ("unquoted-word", FB, "name: Facebook", "name: ¦no"),
    ("unquoted-word", FB, "name: Facebook", "name: ¦on"),
    ("unquoted-word", ROUTE, first(ROUTE, "checked"), "checked: ¦2026-11-24"),
    ("too-nested", FB, "owner: Meta", "owner: " + "[" * 49 + "¦[x]" + "]" * 49),
    ("missing-entry", "interface.yml", "exit: Salir\n", ""),
    ("missing-entry", "groups.yml", "- {id: exposure,", "# - {id: exposure,"),
    # fields
    ("wrong-type", FB, "name: Facebook", "name: ¦[Facebook]"),
    ("wrong-type", FB, "name: Facebook", "name: ¦7"),
    ("missing-field", FB, "owner: Meta\n", ""),
    ("unknown-field", FB, "owner: Meta", "owner: Meta\n¦ownr: Meta"),
    ("unknown-value", FB, "author_learns: may-guess", "author_learns: ¦perhaps"),
    ("bad-id", CODED, "- {id: altered,", "- {id: ¦Altered_1,"),
    ("bad-id", "sources.yml", "  language: es\n", "  language: ¦\"https://x\"\n"),
    ("bad-date", "sources.yml", first("sources.yml", "checked"), 'checked: ¦"yesterday"'),
    ("bad-date", "sources.yml", first("sources.yml", "copy_read"), 'copy_read: ¦"2026-02-30"'),
    ("bad-date", ROUTE, first(ROUTE, "copy_read"), 'copy_read: ¦"2025-11-31"'),
    ("too-few", CODED, "  - {id: report, do:", "  # - {id: report, do:"),
    ("out-of-range", "routes/oversight-board.yml", "value: 15", "value: ¦-15"),
    ("id-not-file-name", FB, "id: facebook", "id: ¦facebok"),
    ("repeated-id", "routes/hn-oacnudh.yml", "- id: approach", "- id: ¦reach"),
    ("repeated-id", "routes/flip.yml", "guards: [g2,", "guards: [g2, ¦g2,"),
    ("repeated-id", CODED, "- {id: place,", "- {id: ¦altered,"),
    ("future-date", "sources.yml", first("sources.yml", "checked"), f'checked: ¦"{TOMORROW_AND_MORE}"'),
    ("future-date", "sources.yml", first("sources.yml", "copy_read"), f'copy_read: ¦"{TOMORROW_AND_MORE}"'),
    ("undated-source", "sources.yml", f'  {first("sources.yml", "copy_read")}\n', ""),
    ("no-source", "policies.yml", "  sources: [meta-cs]\n", ""),
    ("no-source", "policies.yml", "  sources: [meta-cs]\n", "  sources: ¦[]\n"),
    ("no-source", CODED, "    - id: meaning\n", "    - ¦id: meaning\n      path: [{es: Reportar}]\n"),
    ("no-avoid", CODED, "avoid:\n", "# avoid:\n"),
    ("too-many", CODED, "now:\n", "now:\n  ¦- {id: more, do: Respire., stage: care}\n"),
    ("unknown-contact", ROUTE, "    known: elsewhere\n", ""),
    ("unlisted-contact", ROUTE, '"+353 1 210 0489"', '¦"+353 1 210 0480"'),
    ("unlisted-contact", ROUTE, "known: elsewhere", "known: own-page"),
    ("unlisted-contact", "figures.yml", "cpj: {confirmed:", "cpi: {confirmed:"),
    ("author-learns", FB, '      author_learns: "no"\n', ""),
    ("author-learns", FB, "    learns_how: Facebook no dice quién reportó. Si", "    # Si"),
    ("order", "threats/hacked-account.yml", "beyond, care]", "beyond]"),
    # links and references
    ("not-https", FB, "url: https://www.facebook.com/help/428", "url: ¦http://www.facebook.com/help/428"),
    ("odd-link", FB, "url: https://www.facebook.com/help/428", "url: ¦https://a:b@www.facebook.com/help/428"),
    ("mixed-script", FB, "url: https://www.facebook.com/help/428", "url: ¦https://www.fасebook.com/help/428"),
    ("unlisted-host", CODED, "  Alguien le hace", "  [Alguien](https://evil.org/) le hace"),
    ("not-https", CODED, "  Alguien le hace", "  [Alguien](http://www.facebook.com/) le hace"),
    ("link-target", CODED, "  Alguien le hace", "  [Alguien](nothing:at/all!) le hace"),
    ("unknown-reference", FB, "sources: [fb-report, uy-guide", "sources: [¦fb-raport, uy-guide"),
    ("unknown-reference", FB, "rules: [coded-threat", "rules: [¦coded-thread"),
    ("unknown-reference", CODED, "routes: [meta-trusted-partner", "routes: [¦meta-trusty-partner"),
    ("unknown-reference", CODED, "platforms: [", "platforms: [¦fakebook, "),
    ("unknown-reference", TREE, "to: page:urgent\n", "to: ¦page:urgente\n"),
    ("wrong-kind", FB, "sources: [fb-report, uy-guide", "sources: [¦coded-threat, uy-guide"),
    ("script-link", CODED, "  Alguien le hace", "  [Alguien](javascript:alert) le hace"),
    # hosts and contacts (more of both in test_hosts and test_contacts)
    ("punycode", ROUTE, "site: https://www.frontlinedefenders", "site: ¦https://xn--frontlinedefenders"),
    ("ip-address", ROUTE, "site: https://www.frontlinedefenders.org", "site: ¦https://192.0.2.7"),
    ("bad-host", ROUTE, "site: https://www.frontlinedefenders.org", "site: ¦https://frontlinedefenders"),
    ("hidden-target", ROUTE, "site: https://www.frontlinedefenders.org", "site: ¦https://bit.ly/abc"),
    ("tracking", ROUTE, "site: https://www.frontlinedefenders.org", "site: ¦https://www.frontlinedefenders.org?fbclid=x"),
    ("unused-host", "hosts.yml", "{host: cpj.org,", "¦{host: cpi.org, who: x}\n  - {host: cpj.org,"),
    ("host-order", "hosts.yml", "  - bit.ly\n", "  - zz.ly\n  - ¦bit.ly\n"),
    ("contact-kind", ROUTE, 'value: "+353 1 210 0489"', "value: ¦help@cpj.org"),
    ("impossible-number", ROUTE, '"+353 1 210 0489"', '¦"+353 uno 210"'),
    ("impossible-address", "routes/cpj.yml", "emergencies@cpj.org", "¦emergencies@cpj"),
    ("number-country", ROUTE, '"+353 1 210 0489"', '¦"1 210 0489"'),
    ("as-printed", "routes/vita-activa.yml", '"+52 1 55 8171 1117"', '¦"+52 55 8171 1117"'),
    ("example-number", ROUTE, '"+353 1 210 0489"', '¦"+00 000 000 000"'),
    ("testers", ROUTE, "known: elsewhere", 'known: live\n    tested: "2026-11-20"\n    by: ¦[AB]'),
    ("test-or-copy", ROUTE, "known: elsewhere", 'known: elsewhere\n    tested: ¦"2026-11-20"'),
    # texts
    ("raw-html", CODED, "  Alguien le hace", "  <b>Alguien</b> le hace"),
    ("attribute-list", CODED, "  Alguien le hace", "  Alguien{: .big } le hace"),
    ("image", CODED, "  Alguien le hace", "  ![Alguien](https://www.facebook.com/x.png) le hace"),
    ("unbalanced", CODED, "  Alguien le hace", "  **Alguien le hace"),
    ("unknown-value-name", CODED, "  Alguien le hace", "  Alguien {nadie} le hace"),
    ("unknown-value-name", FB, "hasta {messages}", "hasta {hours_eu}"),
    ("unknown-value-name", CODED, "  Alguien le hace", "  {platform} le hace"),
    ("unknown-value-name", "interface.yml", "exit: Salir", "exit: ¦Salir de {name}"),
    ("placeholder", CODED, "  Alguien le hace", "  TODO Alguien le hace"),
    ("placeholder", CODED, "  Alguien le hace", "  Lorem ipsum le hace"),
    ("placeholder", CODED, "  Alguien le hace", "  xxx le hace"),
    ("empty-text", CODED, "say: Me amenazan sin decirlo de frente", 'say: ¦"  "'),
    ("empty-label", FB, "[{icon: open}, {icon: more}", "[¦{}, {icon: more}"),
    ("empty-label", FB, "    en: [Find Support or Report Photo, Report Video]", "    en: []"),
    ("empty-text", FB, "    en: Credible threat to safety", "    en: ¦''"),
    ("unknown-reference", FB, "[{icon: more}, report-post]", "[{icon: more}, ¦report-pots]"),
    ("unknown-reference", FB, "    under: violence", "    under: ¦violance"),
    ("unknown-reference", CODED, MEANING, f"{MEANING}      path: [¦report-post]\n      sources: [meta-cs]\n"),
    ("bad-id", FB, "[{icon: more}, report-post]", "[{icon: more}, ¦Report post]"),
    ("inline-label", FB, "[{icon: more}, report-post]", "[{icon: more}, ¦{es: Reportar}]"),
    ("no-source", FB, "    seen: {en: [fb-report]}", "    seen: {}"),
    ("seen-nothing", FB, "    seen: {en: [fb-report]}", "    seen: {en: [fb-report], fr: [fr-rc]}"),
    ("low-alone", FB, "    sure: {es: low, pt: high}", "    sure: {es: low, pt: high, en: low}"),
    ("same-position", IG, "    position: 6", "    position: ¦5"),
    ("invisible-sign", CODED, "Me amenazan sin decirlo", "Me ¦\u202eamenazan sin decirlo"),
    ("comment-in-text", CODED, "Me amenazan sin decirlo", "Me amenazan ¦#1 sin decirlo"),
    ("contact-in-text", CODED, "  Alguien le hace", "  Alguien llama al 555 123 4567 y le hace"),
    ("contact-in-text", CODED, "  Alguien le hace", "  Alguien de ayuda@ejemplo.org le hace"),
    ("contact-in-text", CODED, "  Alguien le hace", "  Llame al 105 o 911 si alguien le hace"),
    ("text-too-long", CODED, "say: Me amenazan sin decirlo de frente", f"say: ¦{'una palabra ' * 80}"),
    ("emergency-number", "countries/mx.yml", "    warning: line-079", "    warning: ¦line-07"),
    ("police-number", "countries/ve.yml", "laws:\n", f"{EMERGENCY}laws:\n"),
    ("action-too-long", "plan.yml", "do: Copie el enlace exacto y guárdelo fuera de {platform}.", f"do: ¦{LONG}"),
    # trees and coverage
    ("two-starts", TREE, "  stage:\n", f"  ¦lost:\n{ASK}  stage:\n"),
    ("cycle", TREE, "to: plan:@threat#next", "to: question:danger"),
    ("dead-end", TREE, f"{STAGE}    answers:\n", f"  ¦{STAGE.lstrip()}  other:\n    ask: ¿Y?\n    answers:\n"),
    ("same-answer", TREE, "say: Ya reporté y espero", "say: ¦Todavía no reporto"),
    ("no-unsure-answer", TREE, "to: page:urgent\n  what:", "to: plan:general\n  what:"),
    ("no-unsure-answer", TREE, "to: plan:general\n  stage:", "to: page:urgent\n  stage:"),
    ("no-unsure-answer", "trees/escalate.yml", "to: page:urgent\n  what:", "to: question:what\n  what:"),
    ("missing-field", TREE, "        group: discredit\n", ""),
    ("unknown-reference", TREE, "threat: brigading", "threat: ¦brigadin"),
    ("unknown-reference", "urgent.yml", "lines_after: state", "lines_after: ¦stat"),
    ("own-neighbour", CODED, "- {plan: doxxing,", "- {plan: ¦coded-threat,"),
    ("repeated-id", CODED, "- {plan: doxxing,", "- {plan: ¦stalking,"),
    ("one-way-neighbour", CODED, "- {plan: doxxing,", "- {plan: ¦smear,"),
    ("neighbour-order", CODED, NEAR_CODED, NEAR_CODED.replace("true", "false").replace("doxxing", "¦doxxing")),
    ("unknown-reference", TREE, "to: question:what", "to: ¦question:wat"),
    ("unknown-reference", TREE, "start: danger", "start: ¦dangr"),
    ("threat-without-plan", FB, "\n  coded-threat:\n    surfaces", "\n  hacked-account2:\n    surfaces"),
    ("plan-without-threat", CODED, "platforms: [facebook", "platforms: [instagram"),
    # routes, countries, the second tree
    ("unknown-value", "rules.yml", 'when: [{danger: ["yes"]}]', 'when: [{danger: [¦"maybe"]}]'),
    ("unknown-reference", "rules.yml", "country: [au, gb, br]", "country: [au, ¦uk, br]"),
    ("unknown-value", "rules.yml", '  safe: "no"', '  safe: ¦"never"'),
    ("unknown-value", "results.yml", "happened: spyware}", "happened: ¦spywares}"),
    ("traced-answer", "results.yml", "happened: spyware}", 'happened: spyware, safe: "no"}'),
    ("unreachable", "trees/escalate.yml", "to: result:spyware}", "to: result:unsure}"),
    ("same-answer", "results.yml", "happened: reprisal}", "happened: spyware}"),
    ("unknown-reference", "trees/escalate.yml", "to: result:spyware", "to: ¦result:spywar"),
    ("unknown-reference", "rules.yml", "- {route: fld-emergency}", "- {route: ¦fld-emergencia}"),
    ("agenda-minutes", "workshop.yml", f"{SHORT}\n    minutes: 60", f"- ¦{SHORT[2:]}\n    minutes: 61"),
    ("one-answer", "workshop.yml", "- {id: missing, ask: \"¿Qué falta?\", lines: 3}", "- ¦{id: missing, ask: Qué}"),
    ("bad-code", CODED, 'code: "1"', 'code: ¦"01"'),
    ("bad-code", CODED, 'code: "1"', 'code: ¦"clave"'),
    ("bad-code", CODED, 'code: "1"', 'code: ¦"100"'),
    ("wrong-type", CODED, 'code: "1"', "code: ¦1"),
    ("missing-field", CODED, 'code: "1"\n', ""),
    ("repeated-code", CODED, 'code: "1"', 'code: ¦"2"'),
    ("repeated-code", "threats/direct-threat.yml", 'code: "2"', 'code: ¦"0"'),
    ("wrong-rule", CODED, "regla «Violencia e incitación»", "regla «Hateful Conduct»"),
    ("wrong-rule", "threats/stalking.yml", "rule: phishing-spyware", "rule: ¦ncii"),
    ("wrong-signal", "threats/smear.yml", "{id: harm, claim", "{id: harm, signal: threat, claim"),
    ("no-voice", CODED, "      me: \"Soy la persona a la", "      absent: \"Soy la persona a la"),
    ("no-text", "threats/hate-speech.yml", f"{TEXT_TITLE}\n", f"{TEXT_TITLE}\n    whom: [me]\n"),
    ("long-text", "general.yml", "      - {id: what, text", TEN_LINES + "      - {id: what, text"),
    ("pocket-step", "urgent.yml", "pocket: [leave,", "pocket: [¦leaf,"),
    ("one-of-three", "rules.yml", "- {action: safe-place}", "- ¦{action: safe-place, route: cpj}"),
    ("state-now", "rules.yml", "- {action: safe-place}", "- ¦{route: un-treaty}"),
    ("offered-and-avoided", "rules.yml", '"No conteste."}', '"No conteste.", routes: [¦meta-trusted-partner]}'),
    ("unsafe-state-route", "countries/ni.yml", "local: [nicaragua-nunca-mas]", "local: [¦pe-mecanismo]"),
    ("no-guard", "guards.yml", "passes-on, may-learn, unknown]", "passes-on, unknown]"),
    # what a State learns of, told truly
    ("state-sources", "countries/sv.yml", "\nstate: none", "\nstate: ¦advice"),
    ("state-sources", "countries/gb.yml", ", rg-uk-supercomplaints]\nfacts", "]\nfacts"),
    ("state-sources", "countries/mx.yml", "12, mx-guia-osc]\nfacts", "12, mx-economista-2025-10]\nfacts"),
    ("same-name", "threats/intimate-images.yml", "say: Publicaron imágenes íntimas mías", f"say: ¦{CODED_SAY}\n#"),
    ("endangering-sheet", "countries/ni.yml", "sheet: only-by-name", "sheet: ¦always"),
    ("hidden-state", "routes/pe-fiscalia-divindat.yml", "reaches_state: direct", "reaches_state: ¦may-learn"),
    ("hidden-state", "countries/ar.yml", '    reaches_state: "no"', "    reaches_state: may-learn"),
    ("hidden-state", "routes/pe-fiscalia-divindat.yml", "reaches_state: direct", 'reaches_state: ¦"no"'),
    ("hidden-state", "routes/un-sr-hrd.yml", "reaches_state: may-learn", 'reaches_state: ¦"no"'),
    ("hidden-state", "rules.yml", f"{REPRISALS}reaches_state: may-learn", f'{REPRISALS}reaches_state: ¦"no"'),
    ("missing-field", "rules.yml", '    to: page:urgent#now\n    reaches_state: "no"\n', "    to: page:urgent#now\n"),
    ("careless", "rules.yml", '  safe: "no"\n', '  safe: ¦"yes"\n'),
    ("careless", "rules.yml", '  danger: "yes"\n', ""),
    ("not-served", "countries/mx.yml", "routes: [mx-mecanismo]", "routes: [mx-mecanismo, ¦luchadoras]"),
    ("not-served", "countries/mx.yml", "routes: [mx-mecanismo]", "routes: [mx-mecanismo, ¦co-unp]"),
    ("not-served", "countries/pe.yml", "beyond: [fld-emergency", "beyond: [¦escazu, fld-emergency"),
    ("author-learns", "appeal.yml", '      author_learns: "no"\n', ""),
    ("unknown-anchor", "appeal.yml", "page:appeal#beyond", "page:appeal#beyon"),
    ("unknown-reference", "helping.yml", "guard: g9", "guard: ¦g99"),
    ("unsaid-opening", "care.yml", "En América Latina, [Vita", "Si quiere, [Vita"),
    ("closed-offer", "rules.yml", "- {route: un-sr-judges-lawyers}", "- ¦{route: flip}"),
    ("closed-offer", "countries/hn.yml", "[Sistema Nacional de Protección](route:hn-snp)", "[Sistema](route:co-unp)"),
    ("endangering-name", "countries/ni.yml", "local: [nicaragua-", "local: [¦im-defensoras, nicaragua-"),
    ("endangering-name", "routes/nicaragua-nunca-mas.yml", "based_in: [cr]", "based_in: [ni]"),
    ("endangering-name", "routes/flip.yml", "open_to: {country: [co]", "open_to: ¦{country: [ve]"),
    ("endangering-name", "lines/crisis-br.yml", "country: br", "country: ¦ve"),
    ("unwarned-line", "lines/crisis-br.yml", "run_by: independent", "may_send: [police]\nrun_by: independent"),
    ("unwarned-line", "lines/crisis-br.yml", "run_by: independent", "run_by: state"),
    ("closed-offer", "rules.yml", "      - {route: br-stf-notice,", "      - ¦{route: ec-defensoria,"),
    ("closed-offer", "rules.yml", "      - {route: un-ghren, when: [{country: [ni]}]}", "      - ¦{route: un-ghren}"),
    ("not-served", "countries/gb.yml", "beyond: [accessnow-helpline", "beyond: [¦iachr-pm, accessnow-helpline"),
    ("unreached-route", "routes/gt-politica.yml", "listed_why: ", "# "),
    ("unreached-route", "routes/cpj.yml", "confidence: confirmed", "listed_why: ¦No.\nconfidence: confirmed"),
    ("state-now", "urgent.yml", "route: vita-activa", "route: ¦oversight-board"),
    ("no-guard", "routes/stopncii.yml", "adults_only: true\nguards: [g9]\n", "adults_only: ¦true\n"),
    ("no-guard", "guards.yml", "when: {always: true}", "when: ¦{kinds: [platform]}"),
    ("no-guard", "guards.yml", "when: {happened: [images]}", "when: ¦{happened: [attack]}"),
    ("no-guard", "threats/intimate-images.yml", "age_first: true\n", ""),
    ("unknown-anchor", "rules.yml", "to: page:urgent#taken", "to: ¦page:urgent#takn"),
    ("unknown-anchor", "rules.yml", "to: page:evidence#log", "to: ¦page:evidence#lgo"),
    ("unknown-anchor", TREE, "to: plan:@threat#next", "to: ¦plan:@threat#nxt"),
    ("unknown-anchor", "home.yml", "plan:hacked-account", "¦plan:hacked-account#reprot"),
    ("unknown-anchor", "urgent.yml", "platform:@platform#what", "¦platform:@platform#wat"),
    ("unknown-anchor", CODED, "  Alguien le hace", "  [Alguien](plan:facebook/doxxing#reprot) le hace"),
    ("unknown-anchor", CODED, "  Alguien le hace", "  [Alguien](route:cpj#y) le hace"),
    ("unknown-anchor", CODED, "  Alguien le hace", "  [Alguien](decision:peru-2025#top) le hace"),
    # owners
    ("unknown-value-name", "platforms/threads.yml", "owner: Meta", "owner: Otra"),
    ("unknown-reference", "policies.yml", "  owner: Meta", "  owner: ¦Mata"),
    ("unknown-reference", "routes/oversight-board.yml", "owner: Meta", "owner: ¦Mata"),
    ("missing-field", "plan.yml", "  - id: keep-link\n", "  - ¦id: keep-link\n    owner: Meta\n"),
    ("missing-field", "plan.yml", "      more: Con esos datos puede pedir después otra revisión.", "      more:"),
    ("idle-field", "plan.yml", "  - id: signs\n", "  - id: signs\n    elsewhere: {do: Salga de allí.}\n"),
    ("idle-field", "urgent.yml", "      - id: state-advice\n", "      - id: state-advice\n        owner: ¦Meta\n"),
    ("idle-field", "threats/impersonation.yml", "whom_of: {family", "whom_of: {¦young: Meta, family"),
    # roles
    ("one-role", "guards.yml", "  role: age\n", ""),
    ("one-role", "guards.yml", "- id: g4\n", "- id: g4\n  role: ¦state\n"),
    ("one-role", "plan.yml", "    role: opens-menu\n", ""),
    ("one-role", "plan.yml", "  - id: signs\n", "  - id: signs\n    role: keeps-link\n"),
    ("one-role", CODED, "    - id: meaning\n", "    - id: meaning\n      role: keeps-link\n"),
    ("one-role", "routes/oversight-board.yml", "    asks: return\n", ""),
    ("one-role", "routes/oversight-board.yml", "slot: decisions, ", ""),
    ("one-role", FB, "  - id: location-off\n", "  - id: location-off\n    blocks: true\n"),
    ("idle-field", "urgent.yml", "      - id: state-advice\n", "      - id: state-advice\n        role: ¦chooses\n"),
    ("idle-field", CODED, "texts:\n  - id: ", "texts:\n  - asks: ¦removal\n    id: "),
    ("no-entry", CODED, "id: coded-threat\n", "id: coded-threat\nhappened: ¦missing\n"),
]  # fmt: skip


#: What a platform may have said.
ANSWERS = ("not-yet", "refused", "silent", "unsure")


def faults_of(project: Path, edition: Edition = Edition.WORKING) -> tuple[Fault, ...]:
    """Return the faults of a broken project; a project without faults fails the test."""
    with pytest.raises(DataError) as caught:
        read_book(project, edition=edition)
    return caught.value.faults


def broken(project: Path, file: str, old: str, new: str) -> tuple[int, int] | None:
    """Break one file, and return the line and column that the mark in ``new`` stands at."""
    path = project / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: choose another place to break"
    text = text.replace(old, new, 1)
    if "¦" not in text:
        path.write_text(text, encoding="utf-8")
        return None
    at = text.index("¦")
    path.write_text(text.replace("¦", "", 1), encoding="utf-8")
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize(("rule", "file", "old", "new"), BREAKS, ids=[f"{b[0]}-{i}" for i, b in enumerate(BREAKS)])
def test_a_broken_file_gives_its_fault_at_its_place(copy: Path, rule: str, file: str, old: str, new: str) -> None:
    place = broken(copy, file, old, new)

    found = [fault for fault in faults_of(copy) if fault.rule == rule]

    assert found, f"no fault '{rule}'"
    assert all(fault.file.startswith("data/") and fault.line and fault.column and fault.mend for fault in found)
    if place:
        assert place in [(fault.line, fault.column) for fault in found]
    line = (copy / found[0].file).read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    assert found[0].quoted == line.replace("\t", " ")


def test_no_line_of_the_state_says_that_no_state_learns_of_it(copy: Path) -> None:
    path = copy / "data/lines/crisis-br.yml"
    text = path.read_text("utf-8").replace("run_by: independent", 'run_by: state\nwarning: "Puede avisar."')
    path.write_text(text.replace("reaches_state: unknown", 'reaches_state: "no"'), "utf-8")

    assert [fault.rule for fault in faults_of(copy)] == ["hidden-state"]


def test_no_mend_asks_for_a_no_where_nobody_knows_whether_a_state_learns(
    copy: Path, put: Callable[[str, str, str], None], change: Callable[[str, str, str], Path]
) -> None:
    put("routes/pe-mecanismo.yml", "reaches_state", "unknown")
    change("countries/ni.yml", "local: [", "local: [pe-mecanismo, ")

    [fault] = [fault for fault in faults_of(copy) if fault.rule == "unsafe-state-route" and "ni.yml" in fault.file]
    assert fault.message.startswith("nobody knows whether the State learns of 'pe-mecanismo'")
    assert "leave it out of this list, with 'listed_why' in its own file" in fault.mend


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("th-phone-2026-11", "add it to data/sources.yml"),
        ("fb-raport", "did you mean 'fb-report'? If not, add it to data/sources.yml"),
    ],
)
def test_a_source_that_is_not_there_is_likened_only_to_one_that_is_near(
    name: str, mend: str, copy: Path, change: Callable[[str, str, str], Path]
) -> None:
    change(FB, "sources: [fb-report, uy-guide", f"sources: [{name}, uy-guide")

    assert {fault.mend for fault in faults_of(copy)} == {mend}


def test_a_plan_of_one_platform_is_not_another_ones_with_the_name_swapped(copy: Path) -> None:
    said, entry = re.compile(r"(?m)^  coded-threat:\n(?:    .*\n)*?    say: >-\n((?:      .*\n)+)"), "coded-threat"
    facebook, instagram = (copy / "data" / name for name in (FB, IG))
    one, other = (said.search(path.read_text("utf-8")) for path in (facebook, instagram))
    assert one
    assert other
    swapped = one[1].replace("Facebook", "Instagram")
    instagram.write_text(instagram.read_text("utf-8").replace(other[1], swapped), encoding="utf-8")

    [fault] = [fault for fault in faults_of(copy) if fault.rule == "same-name"]
    assert fault.message == f"'facebook' says the same in its plan '{entry}'"
    assert fault.file.endswith(IG)
    assert fault.quoted.startswith("    say:")


def test_too_many_steps_are_refused(copy: Path) -> None:
    extra = "".join(f"    - id: extra-{n}\n      do: Haga esto.\n" for n in range(9))
    broken(copy, CODED, "steps:\n  evidence:\n", f"steps:\n  evidence:\n{extra}")

    assert {fault.rule for fault in faults_of(copy)} == {"too-many-steps"}


def test_a_tree_deeper_than_six_questions_is_refused(copy: Path) -> None:
    chain = "".join(
        f"  deep{n}:\n    ask: ¿Pregunta {n}?\n    answers:\n"
        f"      - {{id: go, say: Sigue, to: {'question:deep' + str(n + 1) if n < 5 else 'page:urgent'}}}\n"
        f"      - {{id: unsure, say: No sé, to: plan:general}}\n"
        for n in range(6)
    )
    broken(copy, TREE, "to: plan:@threat#next", "to: question:deep0")
    path = copy / "data" / TREE
    path.write_text(path.read_text(encoding="utf-8") + chain, encoding="utf-8")

    assert "too-deep" in {fault.rule for fault in faults_of(copy)}


def test_more_results_than_anybody_reads_are_refused(copy: Path) -> None:
    path, tree = copy / "data/results.yml", copy / "data/trees/escalate.yml"
    more = "".join(
        f'- id: more-{n}\n  code: "{n + 40}"\n  title: Otra {n}\n  say: Otra {n}\n'
        f'  known: {{danger: "no", happened: threat, where: {where}, answer: {answer}}}\n'
        for n, (where, answer) in enumerate(itertools.product(("same", "exile", "unsure"), ANSWERS))
    )
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    text = tree.read_text("utf-8")
    led = "".join(f"      - {{id: more-{n}, say: Otra {n}, to: result:more-{n}}}\n" for n in range(12))
    tree.write_text(text.replace("  said-threat:\n", f"{led}  said-threat:\n", 1), "utf-8")

    assert [fault.rule for fault in faults_of(copy)] == ["too-many-sections"]


def test_questions_that_only_lead_to_each_other_cannot_be_reached(copy: Path) -> None:
    ring = "".join(
        f"  ring{n}:\n    ask: ¿Vuelta {n}?\n    answers:\n"
        f"      - {{id: go, say: Sigue, to: question:ring{1 - n}}}\n"
        f"      - {{id: unsure, say: No sé, to: plan:general}}\n"
        for n in range(2)
    )
    path = copy / "data" / TREE
    path.write_text(path.read_text(encoding="utf-8") + ring, encoding="utf-8")

    assert [f.rule for f in faults_of(copy)] == ["unreachable", "unreachable"]


@pytest.mark.parametrize(
    ("rule", "content", "place"),
    [
        ("not-utf8", b"id: facebook\nname: \xff\xfe\n", (2, 7)),
        ("byte-order-mark", b"\xef\xbb\xbfid: facebook\n", (1, 1)),
        ("file-too-large", b"# " + b"x" * 300_000, (1, 1)),
        ("empty-file", b"# nothing\n", (1, 1)),
        ("invisible-sign", b"id: facebook\nname: a\x07b\n", (2, 8)),
        ("bad-yaml", b"id: facebook\n---\nid: second\n", (2, 1)),
        ("bad-yaml", b"id: @facebook\n", (1, 5)),
        ("bad-yaml", b"list:\n  -one\n", (2, 3)),
    ],
)
def test_a_file_that_cannot_be_read_says_why(copy: Path, rule: str, content: bytes, place: tuple[int, int]) -> None:
    (copy / "data" / FB).write_bytes(content)

    found = [fault for fault in faults_of(copy) if fault.file == f"data/{FB}"]

    assert [(fault.rule, fault.line, fault.column) for fault in found][:1] in (
        [(rule, *place)],
        [(rule, place[0], place[1])],
    ) or (rule == "bad-yaml" and found[0].rule in ("bad-yaml", "wrong-type", "missing-field") and found[0].mend)


def test_a_link_out_of_the_data_folder_is_refused(copy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("id: outside\n", encoding="utf-8")
    (copy / "data" / "threats" / "outside.yml").symlink_to(outside)

    assert {fault.rule for fault in faults_of(copy)} == {"symlink"}


def test_a_missing_and_an_unknown_file_are_told(copy: Path) -> None:
    (copy / "data" / "glossary.yml").rename(copy / "data" / "glosary.yml")

    found = {fault.rule: fault for fault in faults_of(copy)}

    assert set(found) == {"missing-file", "unknown-file"}
    assert "glossary.yml" in found["unknown-file"].mend


def test_the_same_id_in_two_files_is_refused(copy: Path) -> None:
    text = (copy / "data" / CODED).read_text(encoding="utf-8")
    (copy / "data" / "threats" / "other.yml").write_text(text, encoding="utf-8")

    assert "id-not-file-name" in {fault.rule for fault in faults_of(copy)}


#: A text that platforms of several companies show.
SAID = "threats/coded-threat/say"


@pytest.mark.parametrize(
    ("rule", "entry"),
    [
        ("bad-catalogue", 'msgctxt "interface/exit"\nmsgid "Salir"\nmsgstr "Leave\n'),
        ("empty-entry", 'msgctxt "interface/exit"\nmsgid ""\nmsgstr "Leave"\n'),
        ("empty-entry", 'msgctxt "interface/exit"\nmsgid "Salir"\nmsgstr "  "\n'),
        ("empty-entry", 'msgid "Sin contexto"\nmsgstr "Without context"\n'),
        ("broken-translation", 'msgctxt "x/y"\nmsgid "[Salir](page:urgent)"\nmsgstr "Leave"\n'),
        ("broken-translation", 'msgctxt "x/y"\nmsgid "En {platform}"\nmsgstr "On it"\n'),
        ("broken-translation", 'msgctxt "x/y"\nmsgid "[qué](blank:) pasó"\nmsgstr "what happened"\n'),
        ("lost-number", 'msgctxt "x/y"\nmsgid "En 90 días"\nmsgstr "Within 60 days"\n'),
        ("lost-number", 'msgctxt "x/y"\nmsgid "Hasta 10.000 euros"\nmsgstr "Up to 1,000 euros"\n'),
        ("added-number", 'msgctxt "x/y"\nmsgid "Llame hoy"\nmsgstr "Call 911 today"\n'),
        (
            "added-owner",
            f'msgctxt "{SAID}"\nmsgid "Me amenazan sin decirlo de frente"\nmsgstr "On Meta they threaten me"\n',
        ),
        ("invisible-sign", 'msgctxt "x/y"\nmsgid "Salir"\nmsgstr "Ex\u202eit"\n'),
        ("contact-in-text", 'msgctxt "x/y"\nmsgid "Salir"\nmsgstr "Exit to bit.ly/abc"\n'),
        ("unbalanced", 'msgctxt "x/y"\nmsgid "**Salir"\nmsgstr "Leave"\n'),
        ("raw-html", 'msgctxt "x/y"\nmsgid "Salir"\nmsgstr "<b>Leave</b>"\n'),
        ("script-link", 'msgctxt "x/y"\nmsgid "Salir"\nmsgstr "[Leave](javascript:alert)"\n'),
    ],
)
def test_a_broken_catalogue_entry_gives_its_fault(copy: Path, rule: str, entry: str) -> None:
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: en\\n"\n\n'
    (copy / "data" / "locales" / "en.po").write_text(header + entry, encoding="utf-8")

    found = faults_of(copy)

    assert rule in {fault.rule for fault in found}
    assert all(fault.file == "data/locales/en.po" and fault.line >= 1 for fault in found)


def test_a_page_that_was_copied_and_not_translated_gives_its_fault(copy: Path) -> None:
    spanish = (copy / "docs/about.md").read_text(encoding="utf-8")
    english = (copy / "docs/about.en.md").read_text(encoding="utf-8")
    _, front, _ = english.split("---\n", 2)
    _, _, body = spanish.split("---\n", 2)
    (copy / "docs/about.en.md").write_text(f"---\n{front}---\n{body}", encoding="utf-8")

    assert [(fault.rule, fault.file) for fault in faults_of(copy)] == [("untranslated-copy", "docs/about.en.md")]


def test_search_words_that_were_copied_and_not_translated_give_their_fault(copy: Path) -> None:
    spanish = (copy / "data/search/es.yml").read_text(encoding="utf-8")
    (copy / "data/search/en.yml").write_text(spanish.replace("id: es", "id: en"), encoding="utf-8")

    assert {fault.rule for fault in faults_of(copy)} == {"untranslated-copy"}


def test_a_contact_that_was_changed_in_its_route_alone_leaves_the_old_one_over(
    copy: Path, change: Callable[[str, str, str], Path]
) -> None:
    change("figures.yml", "sos-digital-bo: {confirmed: [", 'sos-digital-bo: {confirmed: ["+591 62000000", ')

    (found,) = faults_of(copy)
    assert (found.rule, found.file) == ("idle-figure", "data/figures.yml")
    assert "+591 62000000" in found.message


def test_a_page_without_front_matter_gives_its_fault(copy: Path) -> None:
    (copy / "docs/about.md").write_text("# Hola\n", encoding="utf-8")

    assert "front-matter" in {fault.rule for fault in faults_of(copy)}


def test_a_public_edition_is_refused_while_contacts_are_untested(copy: Path) -> None:
    found = faults_of(copy, Edition.PUBLIC)

    assert "untested-contact" in {fault.rule for fault in found}
    assert "data/routes/fld-emergency.yml" in {fault.file for fault in found}


def test_a_public_edition_is_refused_while_a_warning_is_outdated(copy: Path) -> None:
    broken(copy, CODED, "No pida reportes en masa.", "No pida nunca reportes en masa.")

    found = [fault for fault in faults_of(copy, Edition.PUBLIC) if fault.rule == "outdated-warning"]

    assert "data/threats/coded-threat.yml" in {fault.file for fault in found}


def test_all_faults_of_all_files_are_collected(copy: Path) -> None:
    broken(copy, FB, "owner: Meta", "owner: Meta\nowners: Meta")
    broken(copy, CODED, "say: Me amenazan", "says: Me amenazan")
    broken(copy, TREE, "start: danger", "starts: danger")

    assert len({fault.file for fault in faults_of(copy)}) == 3


def test_a_fault_is_printed_with_its_place_its_line_and_a_mark(copy: Path) -> None:
    line, column = broken(copy, FB, "sources: [fb-report, uy-guide", "sources: [¦fb-raport, uy-guide") or (0, 0)

    printed = report(faults_of(copy)).splitlines()

    assert printed[0] == (
        f"data/platforms/facebook.yml:{line}:{column}: unknown source 'fb-raport' "
        "— did you mean 'fb-report'? If not, add it to data/sources.yml [unknown-reference]"
    )
    assert printed[1].strip().startswith("sources: [fb-raport, uy-guide")
    assert printed[2].index("^") == printed[1].index("fb-raport")
    assert "\x1b" not in "".join(printed)
    assert "\x1b[31m" in report(faults_of(copy), colour=True)


def test_every_rule_is_tested_here_and_told_in_the_documentation(root: Path) -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    # A clock needs hundreds of dates, another owner a platform: test_clocks.py, tests/core/pages/test_owners.py.
    tested = {"wrong-clock", "other-owner", *re.findall(r'"([a-z0-9-]+)"', text)}
    told = set(re.findall(r"^\| `([a-z0-9-]+)` \|", (root / "docs/dev/faults.md").read_text(encoding="utf-8"), re.M))

    assert set(RULES) - tested == set()
    assert told == set(RULES)


def test_no_fault_has_a_rule_that_is_not_listed(root: Path) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "hooks/guide").rglob("*.py"))
    used = set(re.findall(r"(?:fault|Fault|TextFault|report)\(\s*(?:[^()]*?,\s*)?\"([a-z]+(?:-[a-z0-9]+)+)\",", code))

    assert used - set(RULES) - {"unknown-value"} == set()


def test_the_project_itself_has_no_fault(root: Path) -> None:
    assert load_all(root / "data").catalogue.platforms
