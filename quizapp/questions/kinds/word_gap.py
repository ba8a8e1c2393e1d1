"""A sentence of the article without one of its words, and a bank of words of the same form."""

import re
from collections.abc import Iterator, Sequence

from quizapp.french import elision
from quizapp.french.typography import tidy
from quizapp.french.verbs import Analysis, Verbs
from quizapp.model import GAP, Choice, Cloze, Lexeme
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.context import is_relative, takes_for_known
from quizapp.questions.standing import begins_with_pronoun, leans_on_context
from quizapp.questions.wording import words

_MOST = 6
_WRONG, _LEAST = 3, 2
_SHORTEST, _LONGEST = 8, 32
_SCORE, _SCORE_IN_CONTEXT, _SCORE_EASY = 0.45, 0.1, 0.12
_POS = ("noun", "verb", "adjective")
_PRONOMINAL = re.compile(r"s’|se ")
_SPOKEN = re.compile(r"-(?:t-)?(?:il|elle|on)s?\b|\b(?:nous|je|j’|vous)\b|^«", re.IGNORECASE)
_REFLEXIVE = re.compile(r"(?<![\w’'])(?:se |s[’'])(?:\w+ ){0,2}$")
_EASY = ("A1", "A2")


def compose(bench: Bench, stems: Sequence[Stem]) -> Iterator[Cloze]:
    """At most one on a sentence, the hardest words first."""
    sentences: set[int] = set()
    known = [lexeme for lexeme in bench.lexemes if _gap_sentence(lexeme)]
    for lexeme in sorted(known, key=lambda one: (one.zipf is None, one.zipf or 0.0)):
        if len(sentences) == _MOST or lexeme.sentence is None:
            return
        question = _question(lexeme, bench)
        if question and lexeme.sentence.start not in sentences:
            sentences.add(lexeme.sentence.start)
            yield question


def _gap_sentence(lexeme: Lexeme) -> str | None:
    """The sentence with its gap; None where the word stands twice, or the sentence needs the one
    before it."""
    form, sentence = lexeme.form, lexeme.sentence
    if form is None or sentence is None or lexeme.pos not in _POS or " " in form:
        return None
    found = list(re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", sentence.text))
    if len(found) != 1 or not _SHORTEST <= len(words(sentence.text)) <= _LONGEST:
        return None
    if "\n" in sentence.text or begins_with_pronoun(sentence.text) or found[0].start() == 0:
        return None
    start, end = found[0].span()
    if _REFLEXIVE.search(sentence.text[:start]):
        return None
    return tidy(sentence.text[:start] + GAP + sentence.text[end:])


def _question(lexeme: Lexeme, bench: Bench) -> Cloze | None:
    prompt, form = _gap_sentence(lexeme), lexeme.form
    rng = bench.rng("word-gap", lexeme.id)
    rivals = [other for other in bench.lexemes if _fits(lexeme, other)]
    rng.shuffle(rivals)
    found = (_in_the_form_of(lexeme, other, bench.resources.verbs) for other in rivals)
    forms = [text for text in dict.fromkeys(found) if text and text != form][:_WRONG]
    if prompt is None or form is None or lexeme.sentence is None or len(forms) < _LEAST:
        return None
    bank = sorted([form, *forms], key=str.lower)
    return Cloze(
        id=f"{lexeme.id}-cloze-word",
        prompt=prompt,
        choices=tuple(
            Choice(id=build.choice_id(place), text=text, correct=text == form)
            for place, text in enumerate(bank)
        ),
        answer=((form,),),
        key_text=form,
        evidence=(lexeme.sentence,),
        skill="lexique",
        status=build.status(bench.facts),
        level=build.level((), (lexeme.sentence,)),
        score=_score(lexeme, prompt, bench),
    )


def _score(lexeme: Lexeme, prompt: str, bench: Bench) -> float:
    """Low where the word is too easy to be asked, or the sentence needs the one before it."""
    if lexeme.band in _EASY:
        return _SCORE_EASY
    leans = (
        _SPOKEN.search(prompt)
        or leans_on_context(prompt)
        or is_relative(prompt)
        or takes_for_known(prompt, bench)
    )
    return _SCORE_IN_CONTEXT if leans else _SCORE


def _fits(lexeme: Lexeme, other: Lexeme) -> bool:
    """Same part of speech and gender; and the word stands in another sentence."""
    return (
        " " not in (other.form or " ")
        and lexeme.pos == other.pos
        and lexeme.gender == other.gender
        and lexeme.lemma != other.lemma
        and lexeme.sentence != other.sentence
    )


def _in_the_form_of(lexeme: Lexeme, other: Lexeme, verbs: Verbs) -> str | None:
    """`other` as the gap needs it, so that grammar gives nothing away: a verb in the same tense
    and person, the rest where number and elision agree."""
    one, two = lexeme.form or "", other.form or ""
    text = _conjugated(lexeme, other, verbs) if lexeme.pos == "verb" else two
    if text is None or elision.elides(one) != elision.elides(text):
        return None
    if lexeme.pos != "verb" and one.endswith(("s", "x")) != two.endswith(("s", "x")):
        return None
    return None if lexeme.pos == "adjective" and one[-2:] != two[-2:] else text


def _conjugated(lexeme: Lexeme, other: Lexeme, verbs: Verbs) -> str | None:
    readings = [r for r in verbs.analyses(lexeme.form or "") if r.lemma == lexeme.lemma]
    if not readings or other.lemma not in verbs or _PRONOMINAL.match(other.construction or ""):
        return None
    reading = readings[0]
    if reading.form == "past_participle" and verbs.is_past_participle(other.form or ""):
        return verbs.participle(other.lemma, reading.gender or "m", reading.number or "s")
    if reading.form == "present_participle":
        return verbs.present_participle(other.lemma)
    return other.lemma if reading.form == "infinitive" else _finite(reading, other, verbs)


def _finite(reading: Analysis, other: Lexeme, verbs: Verbs) -> str | None:
    if reading.tense is None or reading.person is None:
        return None
    return verbs.conjugate(other.lemma, reading.tense, reading.person, reading.number or "s")
