"""Prints how hard each Spanish page is to read, and what editors look for: a report, not a gate.

INFLESZ is the scale of Barrio-Cantalejo (2008) over the formula of Szigriszt-Pazos (1993):
206.835 − 62.3 · (syllables per word) − (words per sentence); 55 to 65 is normal, 65 to 80 fairly easy, above very easy.
The share of sentences without a finite verb is a count of forms and endings: nouns that look like verbs hide some, so
the true share is higher. A figure never excuses a bad sentence.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pyphen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guide.book import read_book  # noqa: E402 - the path comes first

#: More words than this are hard to keep in mind.
LONG = 25
_BLOCKS = re.compile(r"</(?:p|li|h\d|label|summary|dt|dd|legend|kbd|details)>|\n\s*\n|\n(?=#|- )")
#: What is not prose: menu labels, sources, buttons, headings, ways around the page.
_SKIPPED = re.compile(
    r'<(kbd|ol class="path"|ul class="(?:sources|index|links|buttons|take|next)"|svg|nav|h\d|legend|summary|label).*?'
    r"</(?:kbd|ol|ul|svg|nav|h\d|legend|summary|label)>|^#[^\n]*",
    re.S | re.M,
)
#: Forms that are only verbs, and endings of tenses that nothing else has.
_FORMS = """
es son está están estaba estaban hay hubo ha han he hemos había habían fue fueron era eran sea sean sería sido
puede pueden pueda puedan pudo pudieron podía podrá podrán tiene tienen tenga tengan tenía tuvo debe deben deba
dice dicen diga digan dijo dijeron da dan dé den dio dieron va van vaya vayan iba sabe saben sepa sabrá sabrían
quiere quieren quiera hace hacen haga hagan hizo hicieron ve ven vea vean vio vieron vimos lee leen lea lean
leímos pide piden pida pidan pidió pone ponen ponga pongan puso sirve sirven sirva sigue siguen siga sigan viene
vienen venga vengan vino vinieron sale salen salga salgan elija elijan cuente cuenten mire miren espere esperen
use usen toque toquen abra abran guarde guarden reporte reporten escriba escriban llame llamen avise avisen
busque busquen pregunte pregunten acuerden acuerde anote anoten copie copien lleve lleven vuelva vuelvan piense
piensen hable hablen evite eviten muestre muestren muestra muestran conteste contesten borre borren pague
responda quite quiten quita quitan recibe reciben reciba ayuda ayudan atiende atienden llega llegan vale valen
cabe existe existen conoce conocen protege protegen prohíbe prohíben permite permiten trabaja trabajan acompaña
acompañan decide deciden necesita necesitan busca buscan queda quedan falta faltan parece parecen significa dura
cuesta cambia cambian publica publican publicó revisa revisan entiende entienden apele apelen entre entren
marque marquen
"""
_FINITE = re.compile(
    rf"\b(?:{'|'.join(_FORMS.split())}|\w+(?:aron|ieron|aba|aban|ará|arán|erá|erán|irá|irán|aría|arían|ería|erían)|\w{{3,}}ó)\b",
    re.I,
)
#: Pronouns whose owner would stand in the sentence before.
_ORPHAN = re.compile(r"^(?:Lo|La|Los|Las|Le|Les|Su|Sus|Ella|Él|Ellos|Ellas|Esto|Eso|Ahí|Así)\b")


@dataclass
class Figures:
    """What was counted: sentences, words, syllables, and sentences of each kind that editors look for."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    verbless: int = 0
    long: int = 0
    orphans: int = 0

    def add(self, sentence: str, words: list[str], hyphens: pyphen.Pyphen) -> None:
        """Count one sentence."""
        self.sentences += 1
        self.words += len(words)
        self.syllables += sum(len(hyphens.positions(word.lower())) + 1 for word in words)
        self.verbless += not _FINITE.search(sentence)
        self.long += len(words) > LONG
        self.orphans += bool(_ORPHAN.match(sentence))

    @property
    def length(self) -> float:
        """Words a sentence."""
        return self.words / max(self.sentences, 1)

    @property
    def inflesz(self) -> float:
        """Ease on the scale INFLESZ."""
        return 206.835 - 62.3 * self.syllables / max(self.words, 1) - self.length

    def told(self) -> str:
        """One line of the report."""
        shares = (100 * count / max(self.sentences, 1) for count in (self.verbless, self.long, self.orphans))
        return f"{self.inflesz:7.1f} {self.length:9.1f} " + " ".join(f"{share:8.1f}" for share in shares)


def sentences(body: str) -> list[tuple[str, list[str]]]:
    """Return each sentence of a page's body with its words."""
    out = []
    for block in _BLOCKS.split(_SKIPPED.sub(" ", body)):
        plain = re.sub(r"<[^>]+>|\{[#:][^}]*\}|[\\*#]", " ", block)
        for sentence in re.split(r"(?<=[.!?…])\s+", " ".join(plain.split())):
            found = re.findall(r"[^\W\d_]+", sentence)
            if len(found) > 2:
                out.append((sentence.lstrip('¿¡«"-–· '), found))
    return out


def main() -> None:
    """Print one line a page, the hardest first, and the whole."""
    hyphens = pyphen.Pyphen(lang="es")
    book = read_book(ROOT)
    rows, whole, seen = [], Figures(), set()
    for page in book.pages(book.languages[0]):
        if page.kind in ("sources", "secondary", "search", "picture"):
            continue
        figures = Figures()
        for sentence, words in sentences(page.body):
            figures.add(sentence, words, hyphens)
            if sentence not in seen:
                seen.add(sentence)
                whole.add(sentence, words, hyphens)
        if figures.sentences:
            rows.append((figures.inflesz, figures, page.path or "(home)"))
    print("INFLESZ words/sent. no verb%   >25w%  orphan%  page")
    for _, figures, path in sorted(rows, key=lambda row: row[0]):
        print(f"{figures.told()}  {path}")
    print(f"{whole.told()}  all {whole.sentences} different sentences")


if __name__ == "__main__":
    main()
