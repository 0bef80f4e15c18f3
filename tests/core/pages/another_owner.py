"""A platform of another company, X, as somebody would add it: from what its own rules and help pages say.

The facts are those that were confirmed on its pages (copies of 22 July 2026, and an undated one of its help). It covers
every threat, so that no text which all platforms share is left out of the tests.
"""

from __future__ import annotations

import re
from pathlib import Path

OWNER, PLATFORM = "X Corp.", "x"

_PLATFORM = """\
# yaml-language-server: $schema=../schema/platform.schema.json
id: x
name: X
tab: X
owner: X Corp.
rules_source: x-rules
intro: Sirve para publicaciones, respuestas, perfiles y mensajes.
labels:
  report:
    en: Report
    seen: {en: [x-help-report]}
surfaces:
  - id: post
    name: Publicación
    report:
      - device: [app, web]
        path: [{icon: more}, report]
        note: Después elija contra quién va. Puede agregar otras publicaciones de la misma cuenta.
        sources: [x-help-report]
    author_learns: unknown
    learns_how: Todavía no leímos si esta red dice quién reportó.
    sources: [x-help-report]
  - id: profile
    name: Perfil
    instead: No conocemos el camino exacto. Busque una opción de reportar en los puntos o en el menú del perfil.
    author_learns: unknown
    learns_how: Todavía no leímos si esta red dice quién reportó.
    sources: [x-help-report]
protections:
  - id: block
    blocks: true
    do: Guarde las pruebas. Después busque en el perfil de quien amenaza la opción de bloquear.
    author_learns: unknown
    learns_how: Esa persona puede notar que usted la bloqueó.
    sources: [x-help-report]
forms:
  - id: private
    name: Formulario de datos privados
    purpose: Sirve para datos privados y para imágenes íntimas publicadas sin permiso.
    url: https://help.x.com/en/forms/safety-and-sensitive-content/private-information.html
    who_can: anyone
    author_learns: unknown
    learns_how: Todavía no leímos si esta red dice quién reportó.
    sources: [x-rules]
after:
  - id: answer
    text: La red envía un mensaje después del reporte. Los correos que siguen pueden mostrar lo que usted reportó.
    sources: [x-help-report]
appeal:
  find:
    text: La respuesta llega después del reporte, en la aplicación o por correo.
    sources: [x-help-report]
  where_instead: No vimos cómo pide otra revisión quien reportó. Guarde la respuesta.
  steps:
    - id: ask-again
      who_reports: true
      do: Abra la respuesta y busque cómo pedir otra revisión. Si no la ve, guarde la respuesta.
      author_learns: unknown
      learns_how: Todavía no leímos si esta red avisa a alguien de la revisión.
general:
  surfaces: [post, profile]
  choose_instead: No conocemos las opciones de su menú. Elija la que más se parezca a lo que pasa.
  rules: [x-violence]
  target_report: helps
  say: En X, junte varias publicaciones de la misma cuenta en un reporte.
  protections: [block]
  sources: [x-rules]
tree: report
threats:
"""
_ENTRY = """\
  {threat}:
    surfaces: [post, profile]
    choose_instead: No conocemos las opciones de su menú. Elija la que más se parezca a lo que pasa.
    rules: [{rule}]
    target_report: {report}
    say: "En X, diga qué significa para usted «{threat}», y por qué es peligroso."
    forms: [{form}]
    protections: [block]
    texts:
      - id: target
        title: Texto para reportar
        speaks: {{me: Soy la persona atacada.}}
        lines:
          - {{id: rule, rule: {rule}, text: "Pido que se revise con la regla de la red."}}
          - {{id: what, text: "La publicación dice [qué, en una frase](blank:)."}}
    sources: [x-rules]

"""
_POLICIES = """\

- id: x-violence
  owner: X Corp.
  standard: {en: Violent Content}
  name: Contenido violento
  bans: La red prohíbe amenazas de violencia, desear un daño, incitar a la violencia y celebrarla.
  target_report: helps
  sources: [x-rules]

- id: x-private
  owner: X Corp.
  standard: {en: Private Content}
  name: Contenido privado
  bans: La red prohíbe publicar la dirección de una casa, documentos o un teléfono que no es público.
  target_report: helps
  sources: [x-rules]
"""
_SOURCE = """\

- id: {id}
  title: "{title}"
  publisher: "X Corp."
  url: {url}
  kind: primary
  copy_read: {copy}
  checked: "2026-11-28"
"""


def add_another_owner(data: Path) -> None:
    """Add the platform to the copy of the project's data in ``data``, with what its texts rest on."""
    threats = sorted(path.stem for path in (data / "threats").glob("*.yml"))
    entries = [
        _ENTRY.format(
            threat=threat,
            rule="x-private" if threat in ("doxxing", "intimate-images") else "x-violence",
            report=report,
            form="private" if threat in ("doxxing", "intimate-images") else "",
        )
        for threat, report in zip(threats, ["helps", "required", "anyone"] * len(threats), strict=False)
    ]
    (data / f"platforms/{PLATFORM}.yml").write_text(_PLATFORM + "".join(entries), encoding="utf-8")
    _add(data / "policies.yml", _POLICIES)
    rules = "https://help.x.com/en/rules-and-policies/x-rules"
    help_page = "https://help.x.com/en/safety-and-security/report-abusive-behavior"
    _add(data / "sources.yml", _SOURCE.format(id="x-rules", title="Rules", url=rules, copy='"2026-07-22"'))
    _add(data / "sources.yml", _SOURCE.format(id="x-help-report", title="Report", url=help_page, copy="undated"))
    for threat in threats:
        path = data / f"threats/{threat}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(platforms: \[.*)\]$", rf"\1, {PLATFORM}]", text, count=1), encoding="utf-8")


def _add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
