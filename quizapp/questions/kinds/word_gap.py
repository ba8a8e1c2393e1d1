"""A sentence of the article without one of its words, and a bank of words of the same form."""

import re
from collections.abc import Iterator, Sequence

from quizapp.french import elision
from quizapp.french.typography import tidy
from quizapp.model import GAP, Choice, Cloze, Lexeme
from quizapp.questions import build
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.standing import begins_with_pronoun
from quizapp.questions.wording import words

_MOST = 6
_WRONG, _LEAST = 3, 2
_SHORTEST, _LONGEST = 8, 32
_SCORE = 0.5
_POS = ("noun", "verb", "adjective")


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
    return tidy(sentence.text[:start] + GAP + sentence.text[end:])


def _question(lexeme: Lexeme, bench: Bench) -> Cloze | None:
    prompt, form = _gap_sentence(lexeme), lexeme.form
    rng = bench.rng("word-gap", lexeme.id)
    rivals = [other for other in bench.lexemes if _fits(lexeme, other)]
    rng.shuffle(rivals)
    forms = list(dict.fromkeys(other.form for other in rivals if other.form))[:_WRONG]
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
        level=build.level((), (lexeme.sentence,)),
        score=_SCORE,
    )


def _fits(lexeme: Lexeme, other: Lexeme) -> bool:
    """Grammar gives nothing away: same part of speech, gender, number, elision; and the word
    stands in another sentence."""
    one, two = lexeme.form or "", other.form or ""
    return (
        " " not in two
        and lexeme.pos == other.pos
        and lexeme.gender == other.gender
        and lexeme.lemma != other.lemma
        and lexeme.sentence != other.sentence
        and one.endswith(("s", "x")) == two.endswith(("s", "x"))
        and elision.elides(one) == elision.elides(two)
        and _ending(lexeme, one) == _ending(other, two)
    )


def _ending(lexeme: Lexeme, form: str) -> str:
    """Verbs must agree in tense as well: their last letters say so."""
    return form[-2:] if lexeme.pos in ("verb", "adjective") else ""
