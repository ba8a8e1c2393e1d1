"""Who says so: « Selon X, », « …, a déclaré X », quotations that run over several sentences."""

import re
from dataclasses import dataclass

from quizapp.facts.entities import Registry
from quizapp.facts.wording import span_of
from quizapp.french.elision import elides, lower_initial
from quizapp.french.typography import normalise, tidy
from quizapp.french.verbs import Verbs
from quizapp.model import Article, Attribution, Span
from quizapp.model.span import overlapping
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece, Word

_PRONOUN = re.compile(r"^-?(?:t-)?(?:il|elle|ils|elles|on|ce|lui|eux|je|nous|vous)\b")
_STOPS = frozenset(
    "dans à au aux sur lors devant auprès en après pour par avec , lundi mardi mercredi jeudi"
    " vendredi samedi dimanche hier pendant depuis et avant mais notamment ainsi également sous"
    " chez dès ( comme face suite aussi encore qui dont où".split()
)
_ADVERBS = frozenset("encore ainsi aussi également ensuite notamment".split())
_LINKING = re.compile(r"\b(?:ainsi|également|aussi|ensuite|notamment|encore) ")
_QUOTATION = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»")


@dataclass(frozen=True)
class Speaker:
    """`said` is the verbal group of the tail (« a déclaré »), `lead` that of « X a déclaré que »
    with its subject, `how` the features of the pattern by which the speaker was found.

    With `pronoun` only « il » or « elle » is told, and stands in `name`.
    """

    name: str
    entity: str | None
    said: str = ""
    pronoun: bool = False
    lead: str = ""
    how: frozenset[str] = frozenset()

    @property
    def attribution(self) -> Attribution:
        return Attribution(text=lower_initial(self.name), entity=self.entity)

    @property
    def frame(self) -> str:
        return f"Selon {lower_initial(self.name)},"

    def frame_of(self, clause: str) -> str:
        """What opens a statement of `clause`: « Selon X, » or « X a déclaré que »."""
        if not self.lead:
            return self.frame
        return f"{self.lead} {'qu’' if elides(clause) else 'que'}"


def speaker_of_frame(piece: Piece, *, article: Article, registry: Registry) -> Speaker | None:
    """« Selon X, »; None for « selon lui » and for what nobody says (« selon les cas »)."""
    words = [w for w in piece.main.words if w.text not in {",", "."}]
    skipped = 2 if normalise(words[0].text) == "d'" else 1
    named = words[skipped:]
    if not named or _PRONOUN.match(normalise(named[0].text)):
        return None
    return _speaker(named, article, registry)


def speaker_of_tail(
    piece: Piece, *, article: Article, registry: Registry, verbs: Verbs
) -> Speaker | None:
    """The speaker of « …, a déclaré X dans un entretien »."""
    words = [w for n, w in enumerate(piece.main.words) if n or w.text != ","]
    at = next((n for n, w in enumerate(words) if speech_verb(verbs, w.text)), None)
    if at is None:
        return None
    said = _LINKING.sub("", tidy(article.text[words[0].start : words[at].end]))
    before = next((w for w in words[:at] if w.text.startswith("-")), None)
    named = _until_stop(words[at + 1 :])
    if before or (named and _PRONOUN.match(normalise(named[0].text))):
        told = normalise((before or named[0]).text).rpartition("-")[2]
        return Speaker(name=told, entity=None, pronoun=True)
    found = _speaker(named, article, registry) if named else None
    return Speaker(found.name, found.entity, said) if found else None


def _until_stop(words: list[Word]) -> list[Word]:
    """The noun phrase behind « a déclaré (encore) (au Monde) »."""
    while words and words[0].text in {*_ADVERBS, ","}:
        words = words[1:]
    if len(words) > 2 and words[0].text in {"à", "au", "aux"} and words[1].text[0].isupper():
        words = words[3:] if words[2].text == "," else words[2:]
    end = next((n for n, w in enumerate(words) if w.text in _STOPS), len(words))
    return words[:end]


def is_speaker(name: str) -> bool:
    """Whether a noun phrase can stand behind « selon » five years on."""
    pointing = re.match(
        r"(?:un jour|ce|cet|cette|ces|son|sa|ses|leur|leurs|celui|celle)\b", name.lower()
    )
    unfit = re.search(r"\b(?:son|sa|ses|leurs?|sans|qui|que|dont|eux|lui)\b|\b(?:de|du|d’)$", name)
    return not (pointing or unfit or "«" in name or len(name.split()) > 16)


def _speaker(words: list[Word], article: Article, registry: Registry) -> Speaker | None:
    span = span_of(words)
    name = tidy(article.text[span.start : span.end])
    if not is_speaker(name):
        return None
    return Speaker(name=name, entity=registry.entity_of(name, span))


def quotations(parsed: ParsedArticle) -> list[Span]:
    """Stretches between guillemets that hold at least a clause, in text order."""
    return [
        Span(start=m.start(), end=m.end())
        for block in parsed.article.paragraphs
        for m in _QUOTATION.finditer(parsed.article.text, block.start, block.end)
        if len(m.group().split()) > 5
    ]


def quotation_around(sentence: ParsedSentence, quoted: list[Span]) -> Span | None:
    """The quotation in which most of the sentence stands."""
    for span in overlapping(quoted, sentence.span):
        shared = min(span.end, sentence.span.end) - max(span.start, sentence.span.start)
        core = sum(p.span.end - p.span.start for p in sentence.of_kind("core"))
        if shared >= 0.8 * min(core, sentence.span.end - sentence.span.start):
            return span
    return None
