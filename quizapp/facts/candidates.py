"""Candidate facts, sentence by sentence, with what speaks for and against each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.facts.anaphora import flaws_of, is_vague
from quizapp.facts.clauses import Clause, clause_of, clauses_of
from quizapp.facts.descriptions import Descriptions
from quizapp.facts.drafting import Draft, draft, recased
from quizapp.facts.entities import Registry
from quizapp.facts.modality import modality_of
from quizapp.facts.roles import RoleDraft, roles_of
from quizapp.facts.speech import (
    Speaker,
    quotation_around,
    quotations,
    speaker_of_frame,
    speaker_of_tail,
)
from quizapp.facts.subjects import (
    Focus,
    Resolved,
    agrees,
    antecedent,
    focus_of,
    gender_of_person,
    resolve,
)
from quizapp.facts.wording import Wording
from quizapp.french.elision import elides, lower_initial, upper_initial
from quizapp.french.typography import tidy
from quizapp.model import Attribution, FactKind, Modality, Segment, Span
from quizapp.nlp.peel import speech_verb
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece, Tree
from quizapp.resources import Resources

_LOOSE = re.compile(
    r"(?:(?:dans |sur |avec |par |pour |à )?(?:lequel|laquelle|lesquels|lesquelles|quoi)|là|le|la"
    r"|les|l['’]|un|une|des|son|sa|ses|leurs?|ce|cette|seulement|\d+)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:le|la|les|l['’]|un(?! jour)|une|des|du|de l|plusieurs|quelques?|certains?|certaines"
    r"|divers|diverses|différents|différentes|chaque|tout|toute|tous|toutes|aucun|aucune|seul|seuls"
    r"|seule|seules|plus|moins|près|environ|au moins|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix|onze|douze|vingt|trente|cent|mille|de nombreux|de nombreuses|d['’]autres|son|sa|ses"
    r"|leur|leurs|ce|cet|cette|ces|beaucoup|nombre|il|elle|ils|elles|on)\b|[A-ZÀ-Þ«]|\d.*[^\W\d])",
)
_COLLECTIVE = frozenset(
    "majorité plupart dizaine douzaine vingtaine trentaine quarantaine cinquantaine centaine"
    " millier partie moitié ensemble nombre groupe poignée minorité tiers quart total".split()
)
_COLON_QUOTATION = re.compile(r"\s?:\s?(?P<words>«[^«»]{25,260}»)[.\s]*$")
_STOP = Segment(role="link", text=".")


@dataclass(frozen=True)
class Candidate:
    """A fact before it is judged; `features` feed its confidence."""

    segments: tuple[Segment, ...]
    evidence: Span
    lemma: str
    features: frozenset[str]
    modality: Modality = "asserted"
    negated: bool = False
    kind: FactKind | None = None
    attribution: Attribution | None = None
    resolved_by: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Voice:
    """Who speaks in a sentence; None is the article itself."""

    speaker: Speaker | None = None
    unknown: bool = False


class Reader:
    """Reads an article once, from the first sentence to the last."""

    def __init__(self, parsed: ParsedArticle, *, registry: Registry, resources: Resources) -> None:
        self._parsed = parsed
        self._article = parsed.article
        self._registry = registry
        self._resources = resources
        self._quoted = quotations(parsed)
        self._speakers = self._speakers_of_quotations()
        self._focus: Focus | None = None
        self._taken_up = False
        self._descriptions = Descriptions(registry)

    def candidates(self) -> Iterator[Candidate]:
        self._learn_genders()
        paragraph = None
        for sentence in self._parsed.sentences:
            own = self._article.paragraph_of(sentence.span)
            if own != paragraph:
                self._focus, paragraph = None, own
            yield from self._of_sentence(sentence)

    def _learn_genders(self) -> None:
        """« Anne X a été élue »: participles behind être agree with their subject."""
        for sentence in self._parsed.sentences:
            wording = Wording(self._article, ())
            for core in sentence.of_kind("core"):
                for clause in clauses_of(core.main):
                    drafted = self._draft(clause, wording, None) if clause.passive else None
                    gender = clause.head.feats.get("Gender")
                    if drafted and gender and drafted.subject.entity:
                        self._registry.learn_gender(drafted.subject.entity, gender)

    # Who speaks

    def _tail_speaker(self, sentence: ParsedSentence) -> Speaker | None:
        for piece in sentence.of_kind("tail"):
            found = speaker_of_tail(
                piece, article=self._article, registry=self._registry, verbs=self._resources.verbs
            )
            if found:
                return found
        return None

    def _speakers_of_quotations(self) -> dict[Span, Speaker]:
        """Each quotation's speaker, told where it ends or where it goes on."""
        speakers: dict[Span, Speaker] = {}
        for sentence in self._parsed.sentences:
            tail = self._tail_speaker(sentence)
            for span in self._quoted:
                if tail and not tail.pronoun and span.overlaps(sentence.span):
                    speakers.setdefault(span, tail)
        return speakers

    def _voice(self, sentence: ParsedSentence) -> _Voice:
        frames = sentence.of_kind("frame")
        if frames:
            framed = speaker_of_frame(frames[0], article=self._article, registry=self._registry)
            return _Voice(framed, unknown=framed is None)
        tail = self._tail_speaker(sentence)
        if tail and not tail.pronoun:
            return _Voice(tail)
        if tail:
            return self._voice_of_focus(tail.name)
        span = quotation_around(sentence, self._quoted)
        if span is None:
            return _Voice(unknown=bool(sentence.of_kind("tail")))
        return _Voice(self._speakers.get(span), unknown=span not in self._speakers)

    def _voice_of_focus(self, pronoun: str) -> _Voice:
        """« a-t-il ajouté »: the person of whom the sentence before speaks."""
        fits = self._focus is not None and agrees(self._focus, pronoun)
        entity = self._focus.segment.entity if self._focus and fits else None
        if entity is None or self._registry.entities[entity].kind != "person":
            return _Voice(unknown=True)
        return _Voice(Speaker(name=self._registry.shown(entity), entity=entity))

    def _focus_on(self, speaker: Speaker) -> Focus | None:
        entity = self._registry.entities.get(speaker.entity or "")
        if entity is None or entity.kind != "person":
            return None
        name = self._registry.shown(entity.id)
        gender = gender_of_person(entity.id, self._registry, self._resources.world)
        return Focus(Segment(role="subject", text=name, entity=entity.id), gender, "Sing")

    # Sentences

    def _of_sentence(self, sentence: ParsedSentence) -> Iterator[Candidate]:
        wording = Wording(self._article, sentence.of_kind("time"))
        voice = self._voice(sentence)
        yield from self._roles(sentence)
        yield from self._quotation(sentence, voice)
        focus = self._focus
        self._taken_up = False
        for core in sentence.of_kind("core"):
            for clause in clauses_of(core.main):
                yield from self._of_clause(clause, core, sentence, wording, voice)
            for relative in sentence.of_kind("relative"):
                if core.span.start <= relative.span.start:
                    yield from self._relative(core.main, relative, sentence, wording, voice)
            self._descriptions.learn(core.main, wording)
        if voice.speaker and voice.speaker.entity:
            self._focus = self._focus_on(voice.speaker) or self._focus
        elif self._focus is focus and not self._taken_up:
            self._focus = None

    def _roles(self, sentence: ParsedSentence) -> Iterator[Candidate]:
        for role in roles_of(sentence, article=self._article, registry=self._registry):
            yield self._role(role, sentence)

    def _role(self, role: RoleDraft, sentence: ParsedSentence) -> Candidate:
        verb = Segment(role="verb", text="est")
        segments = (role.subject, verb, role.attribute, _STOP)
        title, day = role.attribute.text, self._article.published_on
        world = self._resources.world
        warning = world.check_role(role.person, title, day) if world.get(role.person) else None
        flaws = flaws_of(segments, subject="")
        features = flaws | {"role", "named_subject"} | ({"agree_core"} if role.certain else set())
        features |= {"vague_title"} if role.vague else set()
        return Candidate(
            segments=segments, evidence=sentence.span, lemma="être", kind="role",
            features=frozenset(features), warnings=(warning,) if warning else (),
        )  # fmt: skip

    def _quotation(self, sentence: ParsedSentence, voice: _Voice) -> Iterator[Candidate]:
        """« … », a déclaré X: the words themselves."""
        text = self._article.text
        tails = sentence.of_kind("tail")
        framed = bool(sentence.of_kind("frame"))
        if framed or not tails or voice.speaker is None or text[sentence.span.start] != "«":
            return
        words = text[sentence.span.start : tails[0].span.start].rstrip(" ,\u00a0\u202f")
        if not words.endswith("»") or words.count("«") != 1 or not 6 <= len(words.split()) <= 45:
            return
        speaker = voice.speaker
        said = f"{upper_initial(speaker.name)} {speaker.said}\u202f:"
        frame = said if speaker.said else speaker.frame
        segments = (
            Segment(role="frame", text=frame, entity=speaker.entity),
            Segment(role="complement", text=tidy(words)),
            _STOP,
        )
        yield Candidate(
            segments=segments, evidence=sentence.span, lemma="dire", kind="quote",
            features=frozenset({"quote", *({"named_subject"} if speaker.entity else set())}),
            attribution=speaker.attribution,
        )  # fmt: skip

    # Clauses

    def _of_clause(
        self,
        clause: Clause,
        piece: Piece,
        sentence: ParsedSentence,
        wording: Wording,
        voice: _Voice,
    ) -> Iterator[Candidate]:
        found = None
        if "pronoun" in clause.flaws:
            found = resolve(
                clause, self._focus, since=self._since(sentence), registry=self._registry,
                world=self._resources.world,
            )  # fmt: skip
        found = (
            found or self._apposed(clause, sentence) or self._descriptions.complete(clause, wording)
        )
        drafted = self._draft(clause, wording, found)
        if drafted is None:
            return
        if "pronoun" in clause.flaws:
            self._taken_up = bool(found) or self._taken_up
        else:
            self._focus = focus_of(
                clause, drafted.subject, registry=self._registry, world=self._resources.world
            )
        unresolved = "pronoun" in clause.flaws and found is None
        framing = not voice.speaker and not unresolved
        reported = self._reported(clause, drafted, sentence, wording) if framing else None
        if reported:
            yield reported
            return
        said = self._said(clause, drafted, sentence) if framing else None
        if said:
            yield said
            return
        second = self._second(clause, piece.second, wording, found)
        yield self._candidate(clause, drafted, second, sentence, voice, found)

    def _since(self, sentence: ParsedSentence) -> Span:
        """From the sentence before to the end of this one."""
        sentences = self._article.sentences
        before = sentences[max(0, sentences.index(sentence.span) - 1)]
        return Span(start=before.start, end=sentence.span.end)

    def _apposed(self, clause: Clause, sentence: ParsedSentence) -> Resolved | None:
        """« Le porte-parole du Conseil, John Kirby, »: the name, since the title is told apart."""
        if clause.subject is None or clause.shared:
            return None
        end = clause.tree.words[clause.subject.last].end
        for piece in sentence.of_kind("apposition"):
            words = [w for w in piece.main.words if w.text != ","]
            named = self._registry.ending_at(words[-1].end) if words else None
            if piece.span.start == end and named and named.span.start <= words[0].start:
                name = self._registry.shown(named.entity)
                subject = Segment(role="subject", text=name, entity=named.entity)
                return Resolved(subject, f"« {words[0].text} » : nom apposé au sujet")
        return None

    def _relative(
        self, core: Tree, piece: Piece, sentence: ParsedSentence, wording: Wording, voice: _Voice
    ) -> Iterator[Candidate]:
        for clause in clauses_of(piece.main):
            if clause.subject is None or not clause.subject.head.borrowed:
                continue
            found = antecedent(core, piece, clause, wording=wording, registry=self._registry)
            drafted = self._draft(clause, wording, found) if found else None
            if found is None or drafted is None:
                continue
            second = self._second(clause, piece.second, wording, found)
            candidate = self._candidate(clause, drafted, second, sentence, voice, found)
            yield replace(candidate, features=candidate.features - {"resolved"} | {"relative"})

    def _draft(self, clause: Clause, wording: Wording, found: Resolved | None) -> Draft | None:
        subject = found.segment if found else None
        return draft(clause, wording=wording, registry=self._registry, subject=subject)

    def _second(
        self, clause: Clause, tree: Tree, wording: Wording, found: Resolved | None
    ) -> Draft | None:
        """The same clause as the second parser reads it."""
        twins = (c for c in clauses_of(tree) if c.finite.start == clause.finite.start)
        twin = next(twins, None)
        return self._draft(twin, wording, found) if twin else None

    def _said(self, clause: Clause, drafted: Draft, sentence: ParsedSentence) -> Candidate | None:
        """« X a déclaré : « … » »: the words themselves, behind a colon."""
        text = self._article.text[sentence.span.start : sentence.span.end]
        match = _COLON_QUOTATION.search(text)
        if match is None or speech_verb(self._resources.verbs, clause.verb[-1].text) is None:
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
        features = (worded & {"vague", "own", "pointing"}) | {"quote"}
        return Candidate(
            segments=(frame, words, _STOP),
            evidence=sentence.span,
            lemma="dire",
            kind="quote",
            features=frozenset(features),
            attribution=Attribution(text=lower_initial(name), entity=drafted.subject.entity),
        )

    def _reported(
        self, clause: Clause, drafted: Draft, sentence: ParsedSentence, wording: Wording
    ) -> Candidate | None:
        """« X a déclaré que … »: the inner clause, framed by who says so."""
        that = next((p for p in clause.parts if p.head.dep == "ccomp"), None)
        if that is None or speech_verb(self._resources.verbs, clause.verb[-1].text) is None:
            return None
        inner = clause_of(clause.tree, that.head)
        simple = len(clause.parts) == 1 and not drafted.front and not clause.negated
        if inner is None or not simple or inner.flaws or clause.flaws - {"pronoun"}:
            return None
        told = self._draft(inner, wording, None)
        if told is None or clause.tree.words[that.first].text.lower() not in {"que", "qu'", "qu’"}:
            return None
        name = upper_initial(drafted.subject.text)
        that_word = "qu’" if elides(told.segments[0].text) else "que"
        frame = f"{name} {drafted.verb.text} {that_word}"
        speaker = Attribution(text=lower_initial(name), entity=drafted.subject.entity)
        candidate = self._candidate(inner, told, None, sentence, _Voice(), None)
        return replace(
            candidate,
            segments=(Segment(role="frame", text=frame, entity=drafted.subject.entity),
                      recased(told.segments[0], lower_initial), *told.segments[1:], _STOP),
            attribution=speaker,
            features=candidate.features - {"no_second"} | {"reported", "agree_core"},
        )  # fmt: skip

    def _candidate(
        self,
        clause: Clause,
        drafted: Draft,
        second: Draft | None,
        sentence: ParsedSentence,
        voice: _Voice,
        found: Resolved | None,
    ) -> Candidate:
        segments = drafted.segments
        if voice.speaker:
            frame = Segment(role="frame", text=voice.speaker.frame, entity=voice.speaker.entity)
            segments = (frame, recased(segments[0], lower_initial), *segments[1:])
        segments = (*segments, _STOP)
        flaws = drafted.flaws - ({"pronoun"} if found else set())
        worded = flaws_of(segments, subject=drafted.subject.text)
        observed = _observed(clause, drafted, second, segments, voice)
        resolved = {"resolved"} if "pronoun" in clause.flaws else set()
        if found and "désignation" in found.by:
            resolved = {"described"}
        if resolved and found and not found.segment.entities:
            resolved |= {"resolved_noun"}
        return Candidate(
            segments=segments,
            evidence=sentence.span,
            lemma=clause.lemma,
            features=frozenset(flaws | worded | observed | resolved),
            modality=modality_of(clause),
            negated=clause.negated,
            attribution=voice.speaker.attribution if voice.speaker else None,
            resolved_by=found.by if found else None,
        )


def _has_finite(clause: Clause) -> bool:
    """A conjugated verb inside the subject, other than that of a relative clause."""
    part = clause.subject
    words = clause.tree.words[part.first : part.last + 1] if part else ()
    related = {w.lower() for w in ("qui", "que", "qu'", "qu’", "dont", "où")}
    inside = [w for w in words if w.is_finite]
    return bool(inside) and not any(w.text.lower() in related for w in words)


def _disagrees(clause: Clause, subject: Segment) -> bool:
    """A singular subject before a plural verb, and the other way round; quantities may do both."""
    part = clause.subject
    if part is None or subject.members or clause.shared or part.head.pos == "PRON":
        return False
    own, wanted = part.head.feats.get("Number"), clause.finite.feats.get("Number")
    several = any(w.text.lower() in {"et", "ou", "ni"} or w.pos == "NUM" for w in
                  clause.tree.words[part.first : part.last + 1])  # fmt: skip
    counted = part.head.text.lower() in _COLLECTIVE
    return own != wanted and None not in {own, wanted} and not several and not counted


def _observed(
    clause: Clause,
    drafted: Draft,
    second: Draft | None,
    segments: tuple[Segment, ...],
    voice: _Voice,
) -> set[str]:
    words = sum(len(segment.text.split()) for segment in segments)
    names = {
        _agreement(drafted, second): True,
        "named_subject": bool(drafted.subject.entities)
        or any(c.isupper() for c in drafted.subject.text[1:]),
        "short": words <= 22,
        "long": words > 38,
        "bare": not drafted.rest and not clause.passive,
        "loose_front": any(_LOOSE.match(s.text) for s in drafted.front if s.role != "time"),
        "loose_subject": not _SUBJECT.match(lower_initial(drafted.subject.text)),
        "verbal_subject": _has_finite(clause),
        "open_comma": drafted.subject.text.count(",") % 2 == 1 and not drafted.subject.members,
        "disagree": _disagrees(clause, drafted.subject),
        "passive_object": clause.passive and any(p.role == "object" for p in clause.parts),
        "odd_verb": any(c.isdigit() for c in drafted.verb.text),
        "heavy_subject": len(drafted.subject.text.split()) > 16,
        "unknown_speaker": voice.unknown,
        "reported": voice.speaker is not None,
        "vague_speaker": voice.speaker is not None and is_vague(voice.speaker.name),
        "colon": clause.tree.words[-1].text == ":",
        "coordination": any(c.is_verb and not c.is_finite
                            for c in clause.tree.children(clause.head, "conj")),
    }  # fmt: skip
    return {name for name, holds in names.items() if holds}


def _agreement(drafted: Draft, second: Draft | None) -> str:
    """How far the second parser reads the clause alike."""
    if second is None:
        return "no_second"
    ours, theirs = _labelled(drafted), _labelled(second)
    if ours == theirs and not second.flaws - drafted.flaws:
        return "agree"
    core = {"subject", "verb", "object", "attribute"}
    same = [x for x in ours if x[0] in core] == [x for x in theirs if x[0] in core]
    return "agree_core" if same else "differ"


def _labelled(drafted: Draft) -> list[tuple[str, str]]:
    return [(segment.role, segment.text) for segment in drafted.segments]
