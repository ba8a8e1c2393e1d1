"""What the article itself judges, where its words leave no doubt that it does."""

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import form
from quizapp.facts.voice.speakers import Speaker
from quizapp.facts.voice.voices import Voice
from quizapp.model.fact import AUTHOR
from quizapp.nlp.trees import ParsedSentence

_STEMS = (
    "étonnant surprenant regrettabl scandaleu honteu absurd inacceptabl intolérabl déplorabl"
    " indign inadmissibl lamentabl ridicul consternant navrant affligeant désolant dommage"
    " malheureu inquiétant impardonnabl indéfendabl révoltant"
)
_JUDGING = tuple(_STEMS.split())
"""Beginnings of the adjectives with which one judges."""
_VERDICTS = frozenset(
    "honte absurdité hypocrisie mascarade aberration gâchis désastre trahison folie imposture"
    " catastrophe infamie farce".split()
)
_COMMENTING = frozenset(
    "étonnamment malheureusement heureusement curieusement bizarrement hélas scandaleusement"
    " honteusement étrangement".split()
)
_VOICE = Voice(Speaker(AUTHOR, None, how=frozenset({"voice_author"})))


def voice_of_author(clause: Clause, sentence: ParsedSentence) -> Voice | None:
    """« Il est regrettable que … », « cet accord est une honte », « hélas »: the author's voice;
    None where the article only tells."""
    comments = any(
        form(word) in _COMMENTING for piece in sentence.of_kind("aside", "core")
        for word in piece.main.words[:2]
    )  # fmt: skip
    attribute = next((p for p in clause.parts if p.role == "attribute"), None)
    judges = attribute is not None and clause.lemma == "être" and (
        form(attribute.head) in _VERDICTS
        or (attribute.head.pos == "ADJ" and form(attribute.head).startswith(_JUDGING))
    )  # fmt: skip
    return _VOICE if comments or judges else None
