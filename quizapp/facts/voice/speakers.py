"""Who says so: « Selon X, », « …, a déclaré X », quotations that run over several sentences."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.facts.entities import Registry
from quizapp.facts.wording import span_of
from quizapp.french.elision import elides, lower_initial
from quizapp.french.typography import normalise, tidy
from quizapp.french.verbs import Verbs
from quizapp.model import Article, Attribution, Span
from quizapp.model.span import overlapping
from quizapp.nlp.markers import SPEAKING_FOR, is_role_noun, speech_verb
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece, Word

_PRONOUN = re.compile(r"^-?(?:t-)?(?:il|elle|ils|elles|on|ce|lui|eux|je|nous|vous)\b")
PRONOUNS = frozenset("il elle ils elles on je j' nous vous tu ce c' cela ça lui eux qui".split())
_SAYINGS = frozenset("propos mots dires déclaration déclarations affirmations témoignage".split())
_CRITERION = re.compile(
    r"l(?:es?|a) (?:critères?|définitions?|normes?|méthode|classification|calendrier|principe"
    r"|modalités|règles|procédure|formule|barème|échelle)\b|l['’](?:échelle|usage)\b"
)
"""By what one measures or proceeds; nobody’s words."""
_GIVEN = frozenset(
    "fournies donnés données transmis transmises communiqués communiquées recueillis avancés"
    " avancées rapportés rapportées fournis".split()
)
"""« les informations fournies par X » are X’s words."""
_ADVERBIAL = re.compile(r"(?:pendant|lors|après|avant|depuis|dans|durant|en|à|au|sur|pour|vers)\b")
_SUBJECTS = {"lui": "il", "elle": "elle", "eux": "ils", "elles": "elles"}
_ADDRESSED = frozenset({"lui", "leur", "y", "nous", "m’", "m'"})
_STOPS = frozenset(
    "dans à au aux sur lors devant auprès en après pour par avec , lundi mardi mercredi jeudi"
    " vendredi samedi dimanche hier pendant depuis et avant mais notamment ainsi également sous"
    " chez dès ( comme face suite aussi encore qui dont où".split()
)
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier ce soir".split())
_ADVERBS = frozenset("encore ainsi aussi également ensuite notamment".split())
_CONNECTING = frozenset("cependant toutefois néanmoins pourtant ainsi aussi également".split())
_LINKING = re.compile(r"\b(?:ainsi|également|aussi|ensuite|notamment|encore) ")


@dataclass(frozen=True)
class Speaker:
    """`said` is the verbal group of the tail (« a déclaré »), `lead` that of « X a déclaré que »
    with its subject, `how` the features of the pattern by which the speaker was found, `by` how
    « il » or « le préfet » became a name.

    With `pronoun` only « il » or « elle » is told, and stands in `name`.
    """

    name: str
    entity: str | None
    said: str = ""
    pronoun: bool = False
    lead: str = ""
    how: frozenset[str] = frozenset()
    by: str = ""

    @property
    def attribution(self) -> Attribution | None:
        """None for « selon les critères du Bureau » and « il a été annoncé que »: such frames tell
        no speaker."""
        if not self.name or _CRITERION.match(self.name.lower()):
            return None
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
    """« Selon X, », « Aux yeux de X, », « Pour lui, »; None for what nobody says (« selon les
    cas », « Pour l’année 2020, »)."""
    words = [w for w in piece.main.words if w.text != "."]
    words = words[int(words[0].text == ",") :]
    words = words[:-1] if words and words[-1].text == "," else words
    if not words:
        return None
    skipped = _opening(words)
    named, led = words[skipped:], normalise(words[0].text)
    if not named or named[0].text == ",":
        return None
    if normalise(named[0].text) == "ce":
        return _only_person(piece, registry)
    if _PRONOUN.match(normalise(named[0].text)):
        told = _SUBJECTS.get(normalise(named[0].text))
        return Speaker(name=told, entity=None, pronoun=True) if told and len(named) == 1 else None
    found = _apposed(named, registry) or named_speaker(_first(named), article, registry)
    if found and led in {"aux", "de"}:
        found = _governed(found, words[skipped - 1], source=led == "de" and skipped == 1)
    if found and led == "pour" and not _can_speak(found, registry):
        return None
    return replace(found, how=frozenset({"voice_frame"})) if found else None


def _first(words: list[Word]) -> list[Word]:
    """What stands before the first comma; « les propos de X » are X’s, as are « les chiffres
    fournis par X »."""
    if len(words) > 3 and words[1].text.lower() in _SAYINGS:
        words = words[2:]
        words = words[1:] if words[0].text.lower() in {"de", "d’", "d'"} else words
    if len(words) > 4 and words[2].text in _GIVEN and words[3].text == "par":
        words = words[4:]
    end = next((n for n, word in enumerate(words) if word.text == ","), len(words))
    while end > 1 and words[end - 1].text in _CONNECTING:
        end -= 1
    return words[:end]


def _apposed(words: list[Word], registry: Registry) -> Speaker | None:
    """« le directeur, Jean Petit » and « Jean Petit, le directeur »: the name."""
    commas = [-1, *(n for n, w in enumerate(words) if w.text == ","), len(words)]
    for start, end in pairwise(commas):
        part = words[start + 1 : end]
        named = registry.ending_at(part[-1].end) if part and len(commas) > 2 else None
        if named and named.kind == "person" and named.span.start == part[0].start:
            how = frozenset({"voice_frame"})
            return Speaker(registry.shown(named.entity), named.entity, how=how)
    return None


def _only_person(piece: Piece, registry: Registry) -> Speaker | None:
    """« Selon ce qu’a confié X au journal », « a déclaré sur la BBC X »; not « à X »."""
    before = {word.end: normalise(word.text) for word in piece.main.words}
    people = {m.entity for m in registry.inside(piece.span) if m.kind == "person"
              and before.get(m.span.start - 1) not in {"à", "de", "par", "avec"}}  # fmt: skip
    if len(people) != 1:
        return None
    entity = people.pop()
    return Speaker(registry.shown(entity), entity, how=frozenset({"voice_frame"}))


def _opening(words: list[Word]) -> int:
    """How many words lead to the name: 1 for « selon », 2 for « d’après »."""
    forms = tuple(normalise(word.text) for word in words)
    longer = (o for o in SPEAKING_FOR if forms[: len(o)] == o)
    opening = next(longer, ("d'", "après") if forms[0] == "d'" else ("selon",))
    return 1 if opening[-1].startswith("source") else len(opening)


def _governed(found: Speaker, preposition: Word, *, source: bool) -> Speaker:
    """« aux yeux du ministre » tells of « le ministre », « de source sûre » of « une source »."""
    if source:
        plural = found.name.startswith("sources")
        return replace(found, name=f"{'des' if plural else 'une'} {found.name}")
    article = {"du": "le ", "des": "les "}.get(normalise(preposition.text), "")
    return replace(found, name=f"{article}{found.name}")


def _can_speak(speaker: Speaker, registry: Registry) -> bool:
    entity = registry.entities.get(speaker.entity or "")
    words = re.findall(r"[\w-]+", speaker.name)[:2]
    return (entity is not None and entity.kind == "person") or any(map(is_role_noun, words))


def speaker_of_tail(
    piece: Piece, *, article: Article, registry: Registry, verbs: Verbs
) -> Speaker | None:
    """The speaker of « …, a déclaré X dans un entretien »."""
    words = [w for n, w in enumerate(piece.main.words) if n or w.text != ","]
    at = next((n for n, w in enumerate(words) if speech_verb(verbs, w.text)), None)
    if at is None:
        return None
    said = _said(words[: at + 1], article)
    before = next((w for w in words[:at] if w.text.startswith("-")), None)
    several = any(w.text.lower() in {"ont", "avaient"} for w in words[:at])
    named = _until_stop(words[at + 1 :], several=several)
    if before or (named and _PRONOUN.match(normalise(named[0].text))):
        told = normalise((before or named[0]).text).rpartition("-")[2]
        return Speaker(name=told, entity=None, said=said, pronoun=True)
    found = named_speaker(named, article, registry) if named else _only_person(piece, registry)
    how = frozenset({"voice_tail"})
    return Speaker(found.name, found.entity, said, how=how) if found else None


def _said(words: list[Word], article: Article) -> str:
    """« a déclaré » of « a-t-il ainsi déclaré »."""
    kept = [w for w in words if not w.text.startswith("-") and w.text.lower() not in _ADDRESSED]
    return _LINKING.sub("", tidy(" ".join(article.text[w.start : w.end] for w in kept)))


def _until_stop(words: list[Word], *, several: bool) -> list[Word]:
    """The noun phrase behind « a déclaré (encore) (au Monde) »; `several` speakers are joined."""
    while words and words[0].text in {*_ADVERBS, *_DAYS, ","}:
        words = words[1:]
    if len(words) > 2 and words[0].text in {"à", "au", "aux"} and words[1].text[0].isupper():
        words = words[3:] if words[2].text == "," else words[2:]
    stops = _STOPS - {"et"} if several else _STOPS
    end = next((n for n, w in enumerate(words) if w.text in stops), len(words))
    return words[:end]


def is_speaker(name: str) -> bool:
    """Whether a noun phrase can stand behind « selon » five years on."""
    pointing = re.match(
        r"(?:un jour|ce|cet|cette|ces|son|sa|ses|leur|leurs|celui|celle)\b", name.lower()
    )
    unfit = re.search(r"\b(?:son|sa|ses|leurs?|sans|qui|que|dont|eux|lui)\b|\b(?:de|du|d’)$", name)
    says = any(c.isalpha() for c in name) and not _ADVERBIAL.match(name.lower())
    return says and not (pointing or unfit or "«" in name or len(name.split()) > 16)


def named_speaker(words: list[Word], article: Article, registry: Registry) -> Speaker | None:
    """Who a noun phrase names, a person in full; None for « son avocat »."""
    span = span_of(words)
    name = tidy(article.text[span.start : span.end])
    entity = registry.entities.get(registry.entity_of(name, span) or "")
    if entity and entity.kind == "person":
        return Speaker(name=registry.shown(entity.id), entity=entity.id)
    if not is_speaker(name):
        return None
    return Speaker(name=name, entity=entity.id if entity else None)


def quotations(parsed: ParsedArticle) -> list[Span]:
    """Stretches between guillemets that may hold a clause, in text order.

    A quotation that runs over paragraphs is one stretch in each of them.
    """
    text, found, open_ended = parsed.article.text, [], False
    for block in parsed.article.paragraphs:
        spans, open_ended = _quoted_in(text, block, open_ended=open_ended)
        found += [span for span in spans if len(text[span.start : span.end].split()) >= 5]
    return found


def _quoted_in(text: str, block: Span, *, open_ended: bool) -> tuple[list[Span], bool]:
    """The quotations of a paragraph, and whether the last is left open; `open_ended` tells that
    one was before it. Its ends stand where guillemets would."""
    spans, depth, start = [], 0, block.start
    first = next((c for c in text[block.start : block.end] if c in "«»“”"), "")
    if open_ended and first and first in "»”":
        depth, start = 1, block.start - 1
    for i in range(block.start, block.end):
        straight = text[i] == '"'
        if text[i] in "«“" or (straight and not depth):
            start = i if depth == 0 else start
            depth += 1
        elif depth and (straight or text[i] in "»”"):
            depth -= 1
            if depth == 0:
                spans.append(Span(start=max(start, 0), end=i + 1))
    if depth:
        spans.append(Span(start=max(start, 0), end=block.end + 1))
    return spans, depth > 0


def quotation_around(sentence: ParsedSentence, quoted: list[Span]) -> Span | None:
    """The quotation in which most of the sentence stands."""
    for span in overlapping(quoted, sentence.span):
        shared = min(span.end, sentence.span.end) - max(span.start, sentence.span.start)
        core = sum(p.span.end - p.span.start for p in sentence.of_kind("core"))
        if shared >= 0.8 * min(core, sentence.span.end - sentence.span.start):
            return span
    return None
