"""Small builders of nouns for tests: one invented article and everything made of it.

Each builder gives a valid noun; keyword arguments change its fields. `study_set()` is the whole:
every question kind, facts of most kinds, words, people, places, dates.
"""

import re
from datetime import date
from typing import Any

from quizapp.model import (
    AUTHOR,
    Article,
    Attribution,
    Choice,
    Cloze,
    Entity,
    Evidence,
    Fact,
    Gloss,
    Lexeme,
    MapQuestion,
    Matching,
    Member,
    MultipleChoice,
    MultipleResponse,
    Numeric,
    NumericAnswer,
    Ordering,
    Question,
    Role,
    Segment,
    ShortAnswer,
    Span,
    StudySet,
    TrueFalse,
)

TITLE = "La Norvège et le Sénégal signent un accord de pêche"
TEXT = """\
Un accord de cinq ans

La Norvège et le Sénégal ont signé mardi 18 juin 2024 à Dakar un accord de pêche. Le texte \
autorise douze chalutiers norvégiens à travailler pendant cinq ans dans les eaux sénégalaises. \
En échange, Oslo versera 40 millions d’euros à l’État sénégalais.

Selon Awa Diallo, la ministre sénégalaise de la Pêche, l’accord créera 1 500 emplois dans les \
ports. « Nous n’avons pas vendu notre mer », a-t-elle déclaré. Lundi, les pêcheurs de \
Saint-Louis ont pourtant manifesté contre le texte : ils craignent la hausse du prix du poisson.

Les négociations ont commencé en mars 2022. Elles ont été suspendues en janvier 2023, puis ont \
repris en octobre 2023. C’est un mauvais accord, signé trop vite."""

SET_ID = "accord-de-peche-2024"


def _blocks(text: str) -> list[Span]:
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(r"\S(?:.|\n(?!\n))*", text)]


def _sentences(text: str, block: Span) -> list[Span]:
    found = re.finditer(r"\S.*?(?:[.!?…](?=\s|$)|$)", text[block.start : block.end], re.DOTALL)
    return [Span(start=block.start + m.start(), end=block.start + m.end()) for m in found]


def article(text: str = TEXT, **changes: Any) -> Article:
    """An article of `text`: blocks stand apart by a blank line; one without a full stop is a
    heading."""
    blocks = _blocks(text)
    paragraphs = [b for b in blocks if text[b.end - 1] in ".!?…»"]
    fields: dict[str, Any] = {
        "id": SET_ID,
        "title": TITLE,
        "text": text,
        "source": "quizapp",
        "licence": "CC BY 4.0",
        "published_on": date(2024, 6, 19),
        "headings": tuple(b for b in blocks if b not in paragraphs),
        "paragraphs": tuple(paragraphs),
        "sentences": tuple(s for p in paragraphs for s in _sentences(text, p)),
    }
    return Article(**fields | changes)


def evidence(quote: str, text: str = TEXT) -> Evidence:
    """The first place where `quote` stands in `text`."""
    start = text.index(quote)
    return Evidence(start=start, end=start + len(quote), text=quote)


def segment(role: Role, text: str, entity: str | None = None) -> Segment:
    return Segment(role=role, text=text, entity=entity)


def fact(fact_id: str, *segments: Segment, quote: str, **changes: Any) -> Fact:
    """An accepted fact whose sentence is `segments`, closed by a full stop."""
    fields: dict[str, Any] = {
        "id": fact_id,
        "kind": "event",
        "segments": (*segments, segment("link", ".")),
        "evidence": evidence(quote),
        "status": "accepted",
        "importance": 3,
        "origin": "curated",
    }
    return Fact(**fields | changes)


SIGNED = "La Norvège et le Sénégal ont signé mardi 18 juin 2024 à Dakar un accord de pêche."
TRAWLERS = (
    "Le texte autorise douze chalutiers norvégiens à travailler pendant cinq ans dans les eaux "
    "sénégalaises."
)
PAID = "En échange, Oslo versera 40 millions d’euros à l’État sénégalais."
JOBS = (
    "Selon Awa Diallo, la ministre sénégalaise de la Pêche, l’accord créera 1 500 emplois dans "
    "les ports."
)
QUOTED = "« Nous n’avons pas vendu notre mer », a-t-elle déclaré."
BEGUN = "Les négociations ont commencé en mars 2022."
PAUSED = "Elles ont été suspendues en janvier 2023, puis ont repris en octobre 2023."
JUDGED = "C’est un mauvais accord, signé trop vite."


def facts() -> tuple[Fact, ...]:
    return (
        fact(
            "accord-signe",
            Segment.of_members(
                "subject",
                (Member(text="La Norvège", entity="NOR"), Member(text="le Sénégal", entity="SEN")),
            ),
            segment("verb", "ont signé"),
            segment("object", "un accord de pêche"),
            segment("time", "le 18 juin 2024"),
            segment("place", "à Dakar", "dakar"),
            quote=SIGNED,
            kind="date",
            time="2024-06-18",
        ),
        fact(
            "accord-chalutiers",
            segment("subject", "L’accord"),
            segment("verb", "autorise"),
            segment("object", "douze chalutiers norvégiens"),
            segment("complement", "à travailler dans les eaux sénégalaises"),
            segment("duration", "pendant cinq ans"),
            quote=TRAWLERS,
            kind="state",
        ),
        fact(
            "norvege-verse",
            segment("subject", "La Norvège", "NOR"),
            segment("verb", "versera"),
            segment("quantity", "40 millions d’euros"),
            segment("recipient", "au Sénégal", "SEN"),
            quote=PAID,
            kind="quantity",
            modality="planned",
        ),
        fact(
            "emplois-promis",
            segment("frame", "Selon Awa Diallo,"),
            segment("subject", "l’accord"),
            segment("verb", "créera"),
            segment("quantity", "1 500 emplois"),
            segment("place", "dans les ports"),
            quote=JOBS,
            kind="quantity",
            modality="reported",
            attribution=Attribution(text="Awa Diallo", entity="awa-diallo"),
        ),
        fact(
            "mer-pas-vendue",
            segment("frame", "Awa Diallo a déclaré :", "awa-diallo"),
            segment("complement", "« Nous n’avons pas vendu notre mer »"),
            quote=QUOTED,
            kind="quote",
            attribution=Attribution(text="Awa Diallo", entity="awa-diallo"),
        ),
        fact(
            "ministre-peche",
            segment("subject", "Awa Diallo", "awa-diallo"),
            segment("verb", "est"),
            segment("attribute", "la ministre sénégalaise de la Pêche"),
            quote="Awa Diallo, la ministre sénégalaise de la Pêche",
            kind="role",
        ),
        fact(
            "negociations-debut",
            segment("subject", "Les négociations"),
            segment("verb", "ont commencé"),
            segment("time", "en mars 2022"),
            quote=BEGUN,
            kind="date",
            time="2022-03",
            importance=2,
        ),
        fact(
            "negociations-pause",
            segment("subject", "Les négociations"),
            segment("verb", "ont été suspendues"),
            segment("time", "en janvier 2023"),
            quote=PAUSED,
            kind="date",
            time="2023-01",
            importance=2,
        ),
        fact(
            "accord-mauvais",
            segment("frame", "Selon l’auteur,"),
            segment("subject", "l’accord"),
            segment("verb", "est"),
            segment("attribute", "mauvais"),
            quote=JUDGED,
            kind="state",
            attribution=Attribution(text=AUTHOR),
        ),
    )


def many_facts(count: int = 52) -> tuple[Fact, ...]:
    """As many as a long article gives, as extraction leaves them: read in part, some in doubt.

    Of ten facts six are accepted, two are to read, one has a warning and one was rejected; one
    accepted fact in ten leans on the article, one tells how « il » was read.
    """
    own = facts()
    states: tuple[dict[str, Any], ...] = (
        {"status": "proposed", "confidence": 0.54},
        {"status": "accepted", "confidence": 0.93},
        {"status": "proposed", "confidence": 0.31},
        {"status": "accepted", "confidence": 0.71, "standalone": False},
        {"status": "accepted", "confidence": 0.88, "resolved_by": _PRONOUN},
        {"status": "proposed", "confidence": 0.86, "warnings": (_DOUBT,)},
        {"status": "accepted", "confidence": 0.62},
        {"status": "rejected", "confidence": 0.22},
        {"status": "accepted", "confidence": 0.97},
        {"status": "accepted", "confidence": 0.84},
    )
    return tuple(
        own[n % len(own)].model_copy(
            update={"id": f"fait-{n}", "origin": "extracted", **states[n % len(states)]}
        )
        for n in range(count)
    )


_PRONOUN = "« elle » : sujet de la phrase précédente ; « Oslo » : la Norvège (métonymie)"
_DOUBT = "Un ministre de ce nom n’est pas connu à cette date."


def entities() -> tuple[Entity, ...]:
    return (
        Entity(
            id="NOR",
            name="Norvège",
            kind="country",
            aliases=("Oslo",),
            mentions=(evidence_span("La Norvège"), evidence_span("Oslo")),
        ),
        Entity(id="SEN", name="Sénégal", kind="country", mentions=(evidence_span("le Sénégal"),)),
        Entity(id="dakar", name="Dakar", kind="place", mentions=(evidence_span("Dakar"),)),
        Entity(
            id="awa-diallo",
            name="Awa Diallo",
            kind="person",
            description="ministre sénégalaise de la Pêche depuis avril 2024",
            mentions=(evidence_span("Awa Diallo"),),
        ),
    )


def evidence_span(quote: str) -> Span:
    found = evidence(quote)
    return Span(start=found.start, end=found.end)


def lexeme(lemma: str = "chalutier", **changes: Any) -> Lexeme:
    fields: dict[str, Any] = {
        "id": f"{lemma}-noun-1",
        "lemma": lemma,
        "pos": "noun",
        "gender": "m",
        "ipa": "ʃa.ly.tje",
        "band": "C1",
        "gloss": Gloss(en="trawler"),
        "definition": "Bateau de pêche qui traîne un grand filet en forme de poche.",
        "form": "chalutiers",
        "sentence": evidence(TRAWLERS),
        "sources": ("dictionnaire de test",),
    }
    return Lexeme(**fields | changes)


def lexemes() -> tuple[Lexeme, ...]:
    return (
        lexeme(),
        lexeme(
            "hausse",
            ipa="os",
            gender="f",
            band="B2",
            gloss=Gloss(en="rise"),
            definition="Fait d’augmenter.",
            form="hausse",
            sentence=evidence("ils craignent la hausse du prix du poisson."),
        ),
        lexeme(
            "verser",
            id="verser-verb-2",
            pos="verb",
            gender=None,
            ipa="vɛʁ.se",
            band="B1",
            gloss=Gloss(en="to pay"),
            definition="Remettre une somme d’argent.",
            construction="verser qqch à qqn",
            form="versera",
            sentence=evidence(PAID),
        ),
    )


def choices(*texts: str, key: str) -> tuple[Choice, ...]:
    """Choices `a`, `b`, … of which those with the text `key` is right."""
    return tuple(
        Choice(
            id="abcdefgh"[n],
            text=text,
            correct=text == key,
            rationale=f"L’article dit : {key}." if text == key else f"L’article ne dit pas {text}.",
        )
        for n, text in enumerate(texts)
    )


def multiple_choice(**changes: Any) -> MultipleChoice:
    fields: dict[str, Any] = {
        "id": "q-lieu",
        "prompt": "Où la Norvège et le Sénégal ont-ils signé un accord de pêche en juin 2024 ?",
        "choices": choices("à Oslo", "à Dakar", "à Saint-Louis", key="à Dakar"),
        "answer": "b",
        "key_text": "à Dakar",
        "facts": ("accord-signe",),
        "evidence": (evidence(SIGNED),),
        "status": "accepted",
    }
    return MultipleChoice(**fields | changes)


def multiple_response(**changes: Any) -> MultipleResponse:
    fields: dict[str, Any] = {
        "id": "q-signataires",
        "prompt": "Quels pays ont signé à Dakar, en juin 2024, un accord de pêche ?",
        "choices": (
            Choice(id="a", text="la Norvège", correct=True, rationale="Elle a signé l’accord."),
            Choice(id="b", text="la Finlande", correct=False, rationale="L’article n’en dit rien."),
            Choice(id="c", text="le Sénégal", correct=True, rationale="Il a signé l’accord."),
        ),
        "answer": ("a", "c"),
        "key_text": "la Norvège et le Sénégal",
        "facts": ("accord-signe",),
        "evidence": (evidence(SIGNED),),
        "status": "accepted",
    }
    return MultipleResponse(**fields | changes)


def true_false(**changes: Any) -> TrueFalse:
    fields: dict[str, Any] = {
        "id": "q-duree",
        "prompt": "L’accord de pêche signé à Dakar en juin 2024 vaut pour dix ans.",
        "choices": (
            Choice(id="vrai", text="vrai", correct=False, rationale="L’accord vaut pour cinq ans."),
            Choice(id="faux", text="faux", correct=True, rationale="L’accord vaut pour cinq ans."),
        ),
        "answer": "faux",
        "key_text": "faux : l’accord vaut pour cinq ans",
        "facts": ("accord-chalutiers",),
        "evidence": (evidence(TRAWLERS),),
        "status": "accepted",
    }
    return TrueFalse(**fields | changes)


def short_answer(**changes: Any) -> ShortAnswer:
    fields: dict[str, Any] = {
        "id": "q-ministre",
        "prompt": "Qui est la ministre sénégalaise de la Pêche en juin 2024 ?",
        "answer": "Awa Diallo",
        "accepted": ("Mme Diallo", "Diallo"),
        "key_text": "Awa Diallo",
        "facts": ("ministre-peche",),
        "evidence": (evidence(JOBS),),
        "status": "accepted",
    }
    return ShortAnswer(**fields | changes)


def numeric(**changes: Any) -> Numeric:
    fields: dict[str, Any] = {
        "id": "q-emplois",
        "prompt": "Selon Awa Diallo, combien d’emplois l’accord de pêche créera-t-il au Sénégal ?",
        "answer": NumericAnswer(value=1500, unit="emplois"),
        "key_text": "1 500 emplois",
        "facts": ("emplois-promis",),
        "evidence": (evidence(JOBS),),
        "status": "accepted",
    }
    return Numeric(**fields | changes)


def cloze(**changes: Any) -> Cloze:
    fields: dict[str, Any] = {
        "id": "q-trous",
        "prompt": "L’accord autorise douze _____ norvégiens à travailler pendant cinq _____.",
        "answer": (("chalutiers", "bateaux"), ("ans",)),
        "key_text": "chalutiers, ans",
        "facts": ("accord-chalutiers",),
        "evidence": (evidence(TRAWLERS),),
        "status": "accepted",
    }
    return Cloze(**fields | changes)


def matching(**changes: Any) -> Matching:
    fields: dict[str, Any] = {
        "id": "q-dates",
        "prompt": "Associez chaque étape des négociations sur la pêche à sa date.",
        "choices": (
            Choice(id="a", text="janvier 2023", correct=True),
            Choice(id="b", text="mars 2022", correct=True),
            Choice(id="c", text="18 juin 2024", correct=True),
        ),
        "answer": (
            ("début des négociations", "mars 2022"),
            ("suspension des négociations", "janvier 2023"),
            ("signature de l’accord", "18 juin 2024"),
        ),
        "key_text": "début : mars 2022 ; suspension : janvier 2023 ; signature : 18 juin 2024",
        "facts": ("negociations-debut", "negociations-pause", "accord-signe"),
        "evidence": (evidence(SIGNED), evidence(BEGUN), evidence(PAUSED)),
        "status": "accepted",
    }
    return Matching(**fields | changes)


def ordering(**changes: Any) -> Ordering:
    fields: dict[str, Any] = {
        "id": "q-ordre",
        "prompt": "Rangez ces événements du plus ancien au plus récent.",
        "choices": (
            Choice(id="a", text="l’accord est signé", correct=True),
            Choice(id="b", text="les négociations commencent", correct=True),
            Choice(id="c", text="les négociations sont suspendues", correct=True),
        ),
        "answer": (
            "les négociations commencent",
            "les négociations sont suspendues",
            "l’accord est signé",
        ),
        "key_text": "début des négociations, suspension, signature",
        "facts": ("negociations-debut", "negociations-pause", "accord-signe"),
        "evidence": (evidence(SIGNED), evidence(BEGUN), evidence(PAUSED)),
        "status": "accepted",
    }
    return Ordering(**fields | changes)


def map_question(**changes: Any) -> MapQuestion:
    fields: dict[str, Any] = {
        "id": "q-carte",
        "prompt": "Montrez le pays où l’accord de pêche a été signé en juin 2024.",
        "answer": "SEN",
        "key_text": "le Sénégal",
        "facts": ("accord-signe",),
        "evidence": (evidence(SIGNED),),
        "status": "accepted",
    }
    return MapQuestion(**fields | changes)


def questions() -> tuple[Question, ...]:
    """One of each kind."""
    return (
        multiple_choice(),
        multiple_response(),
        true_false(),
        short_answer(),
        numeric(),
        cloze(),
        matching(),
        ordering(),
        map_question(),
    )


def study_set(**changes: Any) -> StudySet:
    fields: dict[str, Any] = {
        "article": article(),
        "entities": entities(),
        "facts": facts(),
        "questions": questions(),
        "lexemes": lexemes(),
    }
    return StudySet(**fields | changes)
