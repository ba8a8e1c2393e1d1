"""The words themselves: quotations as facts of their own."""

import re

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.reference.anaphora import flaws_of, is_vague
from quizapp.facts.voice.speakers import Speaker
from quizapp.facts.voice.voices import Voice
from quizapp.french.elision import lower_initial, upper_initial
from quizapp.french.typography import is_balanced, tidy
from quizapp.french.verbs import Verbs
from quizapp.model import Article, Attribution, Segment
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import ParsedSentence

_COLON_QUOTATION = re.compile(r"\s?:\s?(?P<words>«[^«»]{25,260}»)[.\s]*$")


def quotation(sentence: ParsedSentence, voice: Voice, article: Article) -> Candidate | None:
    """« … », a déclaré X: the words themselves."""
    text = article.text
    tails = sentence.of_kind("tail")
    framed = bool(sentence.of_kind("frame"))
    if framed or not tails or voice.speaker is None or text[sentence.span.start] != "«":
        return None
    words = text[sentence.span.start : tails[0].span.start].rstrip(" ,\u00a0\u202f")
    if not words.endswith("»") or words.count("«") != 1 or not 6 <= len(words.split()) <= 45:
        return None
    speaker = voice.speaker
    said = f"{upper_initial(speaker.name)} {speaker.said}\u202f:"
    segments = (
        Segment(role="frame", text=said if speaker.said else speaker.frame, entity=speaker.entity),
        Segment(role="complement", text=tidy(words)),
        STOP,
    )
    return Candidate(
        segments=segments, evidence=sentence.span, lemma="dire", kind="quote",
        features=frozenset({"quote", _source(speaker)}),
        attribution=speaker.attribution,
    )  # fmt: skip


def unquoted(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """What somebody says, without the guillemets that open in one segment and close in another;
    a quotation inside one segment keeps its own."""
    if all(is_balanced(segment.text) for segment in segments):
        return segments
    return tuple(
        s if s.members or is_balanced(s.text)
        else s.model_copy(update={"text": tidy(re.sub(r"[«»]", "", s.text).strip())})
        for s in segments
    )  # fmt: skip


def _source(speaker: Speaker) -> str:
    if speaker.entity:
        return "named_subject"
    return "vague_speaker" if is_vague(speaker.name) else "described_speaker"


def said(
    clause: Clause, drafted: Draft, sentence: ParsedSentence, *, article: Article, verbs: Verbs
) -> Candidate | None:
    """« X a déclaré : « … » »: the words themselves, behind a colon."""
    match = _COLON_QUOTATION.search(article.text[sentence.span.start : sentence.span.end])
    if match is None or speech_verb(verbs, clause.verb[-1].text) is None:
        return None
    unfit = clause.flaws & {"pronoun", "clitic", "inverted", "subjectless", "impersonal"}
    before = sentence.span.start + match.start() >= clause.verb[-1].end
    if (unfit and not drafted.subject.entity) or not before or clause.negated:
        return None
    name = upper_initial(drafted.subject.text)
    frame = Segment(role="frame", text=f"{name} {drafted.verb.text}\u202f:",
                    entity=drafted.subject.entity)  # fmt: skip
    words = Segment(role="complement", text=tidy(match["words"]))
    worded = flaws_of((drafted.subject, words), subject=drafted.subject.text)
    return Candidate(
        segments=(frame, words, STOP),
        evidence=sentence.span,
        lemma="dire",
        kind="quote",
        features=frozenset((worded & {"vague", "own", "pointing"}) | {"quote"}),
        attribution=Attribution(text=lower_initial(name), entity=drafted.subject.entity),
    )
