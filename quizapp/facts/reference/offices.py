"""« le ministre », « la procureure »: the person whom the article called so before."""

import re
from dataclasses import dataclass

from quizapp.facts.candidate import Candidate
from quizapp.facts.entities import Registry
from quizapp.facts.reference.completion import Completion
from quizapp.facts.reference.subjects import gender_of_person
from quizapp.french.elision import contract
from quizapp.french.typography import normalise
from quizapp.model import Article, Span
from quizapp.nlp.markers import is_role_noun
from quizapp.world import Person, World

_COMPLEMENT = re.compile(r" (?:de |du |des |d'|à |au |aux |auprès |chargée? |en |pour )")
_LED = re.compile(r"(?:le |la |l'|les )?")
_LASTING = frozenset(("premier", "première", "ancien", "ancienne", "vice", "secrétaire"))
_TITLE = re.compile(
    r"(?<![\w-])(?P<det>du |au |le |la |l')(?P<title>[a-zà-ÿœ-]{3,}(?: [a-zà-ÿœ'-]{2,}){0,4}?)"
    r"(?=$|[,;:)]| (?:et|ou|mais|a|est|avait|était|sera|serait|aurait|qui)(?![\w'-]))"
)
_SAME = {
    "premier ministre": ("chef du gouvernement",),
    "première ministre": ("cheffe du gouvernement",),
    "président de la république": ("chef de l'état", "président"),
    "ministre des affaires étrangères": ("chef de la diplomatie",),
    "secrétaire d'état": ("chef de la diplomatie",),
}
_HEAD = re.compile(r"président|premi\w+ ministre|chanceli|dirigeant|guide|\broi\b|\breine\b|chef")
_LEADERS = {
    "dirigeant": _HEAD, "dirigeante": _HEAD, "leader": _HEAD, "chef d'état": _HEAD,
    "président": re.compile(r"^président"), "présidente": re.compile(r"^présidente"),
    "premier ministre": re.compile(r"^premier ministre"),
    "première ministre": re.compile(r"^première ministre"),
}  # fmt: skip
_NOT_PERSONS = frozenset("ville capitale filiale pape roi reine".split())


@dataclass(frozen=True)
class _Holder:
    person: str
    forms: frozenset[str]
    title: str
    at: int


class Offices:
    """The titles told so far, with who bears them."""

    def __init__(self, registry: Registry, article: Article, world: World) -> None:
        self._registry = registry
        self._text = normalise(article.text)
        self._day = article.published_on
        self._world = world
        self._holders: list[_Holder] = []

    def learn(self, told: Candidate) -> None:
        """« X est ministre des Transports »: « le ministre » from here on."""
        person = next((e for s in told.segments if s.role == "subject" for e in s.entities), None)
        titles = [s.text for s in told.segments if s.role == "attribute"]
        if told.kind != "role" or told.negated or not person or len(titles) != 1:
            return
        title = _LED.sub("", normalise(titles[0]), count=1)
        if person in self._registry.entities and not title.startswith("ancien"):
            forms = frozenset(_forms(title, self._world))
            self._holders.append(_Holder(person, forms, title, told.evidence.start))

    def completed(self, text: str, sentence: Span, statement: str) -> Completion | None:
        """`text` with a bare title replaced by the name, where one person only bears it
        and the statement does not name that person."""
        low = normalise(text)
        for match in _TITLE.finditer(low):
            if low.count('"', 0, match.start()) % 2:
                continue
            person = self._bearer(match["det"].strip(), match["title"], sentence)
            if person and self._registry.shown(person) not in statement:
                return self._written(text, match, person)
        return None

    def _written(self, text: str, match: re.Match[str], person: str) -> Completion:
        name = self._registry.shown(person)
        before, after = text[: match.start()], text[match.end() :]
        preposition = {"du": "de", "au": "à"}.get(match["det"].strip())
        governed = re.search(r"(?:^| )(de) $", before)
        if governed:
            before, preposition = before[: governed.start(1)], "de"
        full = contract(preposition, name) if preposition else name
        whole = not before and not after
        return Completion(
            text=f"{before}{full}{after}",
            entity=person if whole else None,
            notes=(f"« {match.group().strip()} » : {name}, nommé ainsi plus haut",),
            features=frozenset({"by_office"} | (set() if whole else {"described_inside"})),
        )

    def _bearer(self, determiner: str, title: str, sentence: Span) -> str | None:
        known = [h for h in self._holders if title in h.forms and h.at < sentence.start]
        people = {holder.person for holder in known} or self._heads(title, sentence)
        if len(people) != 1:
            return None
        person = people.pop()
        gender = gender_of_person(person, self._registry, self._world)
        wanted = {"la": "Fem", "le": "Masc", "du": "Masc", "au": "Masc"}.get(determiner)
        if wanted and gender and wanted != gender:
            return None
        return None if self._has_rival(title, known, sentence) else person

    def _heads(self, title: str, sentence: Span) -> set[str]:
        """« le dirigeant nord-coréen »: who led that country on the day of the article, of those
        whom it has named before."""
        noun, _, adjective = title.rpartition(" ")
        country = self._world.demonym(adjective) if noun in _LEADERS else None
        if country is None or self._day is None:
            return set()
        named = {m.entity for m in self._registry.mentions
                 if m.kind == "person" and m.span.end <= sentence.start}  # fmt: skip
        known = {e for e in named if isinstance(self._world.get(e), Person)}
        offices = {e: self._world.office_at(e, self._day) for e in known}
        return {
            person for person, office in offices.items()
            if office and office.of == country and _LEADERS[noun].search(normalise(office.title))
        }  # fmt: skip

    def _has_rival(self, title: str, known: list[_Holder], sentence: Span) -> bool:
        """Whether the article has named another office of that title (« le ministre de X »)."""
        noun = next((w for w in title.split() if is_role_noun(w)), title)
        pattern = re.compile(rf"(?<![\w-])(?:premier |ancien )?{re.escape(noun)}s?\b[^,;.()]*")
        told = (m.group() for m in pattern.finditer(self._text, 0, sentence.end))
        if _COMPLEMENT.search(title) or self._is_foreign(title):
            told = (t for t in told if not t.startswith(title))
        others = (t for t in told if _COMPLEMENT.search(t) or self._is_foreign(t))
        return not all(any(_agree(other, holder.title) for holder in known) for other in others)

    def _is_foreign(self, said: str) -> bool:
        """« président russe », and « ministres » of whom one cannot tell which."""
        words = said.split()
        return words[0].endswith("s") or any(self._world.demonym(w) for w in words[1:3])


def _agree(said: str, title: str) -> bool:
    """« ministre du budget jérôme x » and « ministre du budget »."""
    a, b = said.split(), title.split()
    shared = min(len(a), len(b), 3)
    return a[:shared] == b[:shared]


def _forms(title: str, world: World) -> set[str]:
    """« premier ministre irakien » is « premier ministre », « ministre de X » is « ministre »."""
    base = _COMPLEMENT.split(title, maxsplit=1)[0].split(",")[0]
    words = base.split()
    forms = {title, base}
    if len(words) > 1 and world.demonym(words[-1]):
        forms.add(" ".join(words[:-1]))
    first = words[0] if words else ""
    if len(words) == 2 and first not in _LASTING and "-" not in first:
        forms.add(first)
    forms |= {other for form in forms for other in _SAME.get(form, ())}
    return {
        form for form in forms
        if form and is_role_noun(form.split()[0]) and form.split()[0] not in _NOT_PERSONS
    }  # fmt: skip
