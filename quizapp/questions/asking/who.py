"""Who: persons, countries and organisations, whatever part they play in the clause."""

import re
from collections.abc import Iterator

from quizapp.french import elision
from quizapp.french.nouns import Agreement
from quizapp.french.verbs import Gender
from quizapp.model import Segment
from quizapp.questions import verbal
from quizapp.questions.asking.stem import Sort, Stem, est_ce_que, question, with_speaker
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.standing import refers_to_subject
from quizapp.world.names import fold, without_article

_PREPOSITIONS = "avec contre pour sur vers chez envers par".split()
_ASKED_WITH_PREPOSITION = ("recipient", "source", "agent", "company")
_DEFINITE = re.compile(r"^(?:le|la|les|l’(?!une?\b))", re.IGNORECASE)
_CHARGE = re.compile(
    r"^(?:le |la |l’|présidente?|ministre|premi[eè]re?|secrétaire|porte-parole|direct|chef|vice-"
    r"|ambassad|patron)",
    re.IGNORECASE,
)
_SHARED_DEEDS = frozenset(
    "voter participer assister adhérer appartenir figurer compter soutenir condamner siéger "
    "compatir connaître savoir".split()
)
_GATHERING = frozenset(
    "compter comprendre inclure comporter réunir rassembler regrouper contenir énumérer".split()
)
_TOLD = ("event", "date", "role", "quantity")
# Feminine words that agree with the subject that is asked for.
_AGREEING = re.compile(
    r"\b(?:être|rester|devenir|redevenir|paraître|se (?:montrer|sentir|dire)) (?:\w+ment )?\w+e\b"
)
_THROUGH = re.compile(r"(?:la voix|la bouche|le biais|l’intermédiaire|le truchement) ")
_PLURAL_POSSESSIVE = re.compile(r"(?<![\w-])leurs?(?![\w-])", re.IGNORECASE)


def subject(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« Qui a reçu … ? », « Quel pays a fourni … ? »"""
    asked = clause.subject
    head = _interrogative(asked, bench)
    if head is None or asked.entity is None:
        return
    gender: Gender = "f" if head.startswith("Quelle") else "m"
    verb = verbal.third_singular(clause.verb, bench.resources.verbs, gender)
    rest = clause.after_verb()
    if not asks_for_one(clause, bench):
        return
    whole = " ".join(rest)
    if verb is None or refers_to_subject(whole) or _AGREEING.search(whole) or not rest:
        return
    if verb != clause.verb and _PLURAL_POSSESSIVE.search(whole):
        return
    if clause.fact.kind in _TOLD or clause.speaker:
        prompt = with_speaker(clause, head, verb, *rest)
    else:
        prompt = question("D’après l’article,", f"{head[0].lower()}{head[1:]}", verb, *rest)
    yield _stem(clause, asked, prompt, bench)


def takes_several(clause: Clause, bench: Bench) -> bool:
    """« compte la Russie parmi ses membres », « comprend … »: the object is one among others."""
    return bench.lemma(clause.fact) in _GATHERING


def asks_for_one(clause: Clause, bench: Bench) -> bool:
    """Whether what is said of the subject holds of it alone: an office of a person, « le plus
    grand … » of a country, but not « membre permanent » nor « a voté »."""
    if bench.lemma(clause.fact) in _SHARED_DEEDS:
        return False
    attribute = clause.part("attribute")
    if attribute is None:
        return True
    if bench.kind(clause.subject.entity) == "person":
        return bool(_CHARGE.match(attribute.text)) and names_its_realm(attribute.text, bench)
    return bool(_DEFINITE.match(attribute.text))


def names_its_realm(office: str, bench: Bench) -> bool:
    """Whether the office says of what: « ministre russe de la Défense », « secrétaire général de
    l’OTAN »; « le nouveau ministre de la Défense » could be anybody’s, « ancien » several."""
    if re.match(r"(?:l’|le |la )?(?:ancien|ex-|futur)", office, re.IGNORECASE):
        return False
    world = bench.resources.world
    if any(world.demonym(word) for word in re.findall(r"[\w-]+", office)):
        return True
    named = [n for entity in bench.entities for n in bench.names(entity.id) if len(n) > 2]
    realm = re.search(r"(?<=\s)(?:de|du|des|d’|de la|de l’)\s?(?P<of>\S.*)$", office)
    of = realm["of"] if realm else ""
    known = world.find(without_article(re.sub(r"^(?:la |l’|les )", "", of)))
    return bool(known) or any(name in office for name in named)


def direct_object(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« Qui est-ce que Kim Jong-un a reçu ? »"""
    asked = clause.part("object")
    head = _interrogative(asked, bench) if asked else None
    if asked is None or head is None or verbal.is_passive(clause.verb, bench.resources.verbs):
        return
    if takes_several(clause, bench):
        return
    gender = Agreement("f" if head.startswith("Quelle") else "m", "s")
    verb = verbal.with_fronted_object(clause.verb, gender, bench.resources.verbs)
    if verb:
        rest = clause.after_verb(without=[asked])
        yield _stem(clause, asked, est_ce_que(head, clause, verb, rest), bench)


def prepositional(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« À quel pays est-ce que … », « Avec qui est-ce que … »"""
    for role in _ASKED_WITH_PREPOSITION:
        asked = clause.part(role)
        if asked is None or asked.members:
            continue
        parts = apart(asked.text)
        if parts is None:
            continue
        preposition, name = parts
        bare = asked.model_copy(update={"text": name})
        head = _interrogative(bare, bench)
        if head is None:
            continue
        head = f"{elision.upper_initial(preposition)} {head[0].lower()}{head[1:]}"
        rest = clause.after_verb(without=[asked])
        prompt = est_ce_que(head, clause, clause.verb, rest)
        yield _stem(clause, bare, prompt, bench, lead=preposition)


def apart(text: str) -> tuple[str, str] | None:
    """« au Japon » → « à », « le Japon »."""
    for preposition in _PREPOSITIONS:
        if text.lower().startswith(f"{preposition} "):
            return preposition, text[len(preposition) + 1 :]
    return elision.uncontract(text)


def _interrogative(segment: Segment, bench: Bench) -> str | None:
    """« Qui », « Quel pays », « Quelle organisation »; None when the words are more than a name."""
    entity = segment.entity
    if entity is None or segment.members or not names_it(segment.text, entity, bench):
        return None
    kind = bench.kind(entity)
    if kind == "person":
        return "Qui"
    if kind == "country":
        return "Quel pays"
    return bench.organisation_noun(entity) if kind == "organisation" else None


def names_it(text: str, entity: str, bench: Bench) -> bool:
    """Whether the words are a name of the entity, a person's titles allowed before it."""
    if _THROUGH.match(text):
        return False
    bare = fold(without_article(text.strip(" ,")))
    names = {fold(without_article(name)) for name in bench.names(entity)}
    if bare in names:
        return True
    if bench.kind(entity) != "person":
        return False
    surnames = names | {name.split()[-1] for name in names}
    return any(bare == name or bare.endswith(f" {name}") for name in surnames)


def _stem(clause: Clause, asked: Segment, prompt: str, bench: Bench, lead: str = "") -> Stem:
    entity = asked.entity or ""
    sorts: dict[str | None, Sort] = {"person": "person", "country": "country"}
    sort = sorts.get(bench.kind(entity), "organisation")
    name = bench.name(entity)
    return Stem(clause.fact, asked.role, sort, prompt, name, entity=entity, lead=lead)
