"""Words: one note a lexeme, recognised in its sentence; other cards only where asked for."""

from collections.abc import Set
from typing import Literal

from quizapp.export.anki.markup import escape, marked
from quizapp.export.anki.notes import CardNote, Gathered
from quizapp.export.anki.notetypes import VOCABULARY
from quizapp.export.anki.passages import example, reference
from quizapp.export.left_out import LeftOut
from quizapp.french.elision import elides
from quizapp.french.typography import locate
from quizapp.model import GAP, Article, Lexeme, Span, StudySet

Extra = Literal["production", "typing", "listening", "reverse"]
"""Cards that are made only where asked for."""

_ARTICLES = {"m": "un", "f": "une", "mf": "un ou une"}
_PLURAL_ONLY = frozenset(
    """
    affres agissements alentours ambages annales archives armoiries arrhes décombres dépens
    doléances fiançailles frais funérailles honoraires intempéries mœurs obsèques
    pourparlers préparatifs prémices représailles retombées sévices ténèbres victuailles vivres
    """.split()
)


def gather_vocabulary(study_set: StudySet, extras: Set[Extra]) -> Gathered:
    """The words of a study set in the order of the text."""
    article, ordered = study_set.article, sorted(study_set.lexemes, key=_position)
    notes, left_out = [], []
    for lexeme in ordered:
        if lexeme.definition is None and lexeme.gloss.en is None:
            left_out.append(LeftOut(lexeme.id, "Ni définition ni traduction."))
            continue
        notes.append(_note(lexeme, article, extras))
    return Gathered(tuple(notes), tuple(left_out))


def _position(lexeme: Lexeme) -> tuple[int, str]:
    return (lexeme.sentence.start if lexeme.sentence else 1 << 30, lexeme.id)


def _note(lexeme: Lexeme, article: Article, extras: Set[Extra]) -> CardNote:
    sentence, span = _sentence(lexeme)
    fields = {
        "Mot": escape(headword(lexeme)),
        "Prononciation": escape(pronunciation(lexeme)),
        "Phrase": marked(sentence, [span] if span else []),
        "Traduction": escape(lexeme.gloss.en or ""),
        "Définition": escape(lexeme.definition or ""),
        "Construction": escape(lexeme.construction or ""),
        "Niveau": lexeme.band or "",
        "Source": escape(_source(lexeme, article)),
        "Forme": escape(sentence[span.start : span.end] if span else lexeme.lemma),
    }
    level = (f"quizapp::niveau::{lexeme.band}",) if lexeme.band else ()
    return CardNote(
        VOCABULARY,
        "vocabulary",
        f"lexeme/{lexeme.id}",
        fields | _optional_cards(sentence, span, extras),
        tags=(f"quizapp::article::{article.id}", *level),
    )


def _optional_cards(sentence: str, span: Span | None, extras: Set[Extra]) -> dict[str, str]:
    fields = {}
    if span and extras & {"production", "typing"}:
        gapped = sentence[: span.start] + GAP + sentence[span.end :]
        fields["Phrase à trou"] = escape(gapped)
    if "typing" in extras:
        fields["Saisie"] = "oui"
    if "listening" in extras:
        fields["Écoute"] = "oui"
    return fields


def headword(lexeme: Lexeme) -> str:
    """The word as one learns it: « une arme », « un héros », « des représailles »."""
    if lexeme.pos != "noun" or lexeme.gender is None:
        return lexeme.lemma
    article = "des" if lexeme.lemma in _PLURAL_ONLY else _ARTICLES[lexeme.gender]
    return f"{article} {lexeme.lemma}"


def pronunciation(lexeme: Lexeme) -> str:
    """« [ʃa.ly.tje] », « [os] (h aspiré) »."""
    ipa = (lexeme.ipa or "").strip("/[] ")
    aspirated = lexeme.pos != "expression" and lexeme.lemma[:1] in "hH"
    mark = "(h aspiré)" if aspirated and not elides(lexeme.lemma) else ""
    return " ".join(part for part in (f"[{ipa}]" if ipa else "", mark) if part)


def _sentence(lexeme: Lexeme) -> tuple[str, Span | None]:
    if lexeme.sentence is None:
        return "", None
    found = locate(lexeme.form or lexeme.lemma, lexeme.sentence.text)
    return example(lexeme.sentence.text, found[0] if found else None)


def _source(lexeme: Lexeme, article: Article) -> str:
    return " · ".join([reference(article), *lexeme.sources])
