"""« La campagne », « cette campagne »: what the article called it in full before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.facts.entities import Registry
from quizapp.facts.reference.anaphora import is_vague
from quizapp.facts.reference.completion import Completion
from quizapp.facts.reference.kinds import happens_somewhere, is_feminine, kind_of_thing, names_event
from quizapp.facts.reference.referents import Referent, noun_phrases
from quizapp.facts.wording import Wording
from quizapp.french.elision import contract, join
from quizapp.french.typography import normalise
from quizapp.french.verbs import Verbs
from quizapp.model import Article, Span
from quizapp.nlp.trees import ParsedSentence
from quizapp.world import World

_GOVERNING = frozenset(
    "le la les l un une des de du d' l' à au aux en sur contre dans par pour entre sous vers"
    " avec".split()
)
_BARE = re.compile(
    r"(?<![\w-])(?!(?<=à )(?:la (?:hausse|baisse|marche)|l'(?:offensive|attaque|assaut|action)))"
    r"(?P<det>du |au |aux |le |la |l'|les |(?:cet |cette |ce |ces )(?:(?:nouve(?:l|lle|au|aux|lles)"
    r"|mêmes?|vastes?|importante?s?|grande?s?) )?)(?P<noun>[a-zà-ÿœ-]{3,})"
    r"(?: en question)?(?=$|[.,;:)]"
    r"| (?:et|ou|mais|a|ont|est|sont|avait|avaient|était|étaient|sera|serait|aurait)(?![\w'-]))"
)
_COMPLEMENT = re.compile(
    r" (?:de |du |des |d'|contre |au |aux |à |pour |sur |en |avec |[\w-]+(?:é|ée|és|ées)\b)"
)
_FAR = 4
_NEAR, _POINTED = 2, 8
"""How many sentences back a definite phrase may lie, for « le blocage », « ce blocage »."""
_POINTING = frozenset({"ce", "cet", "cette", "ces"})


_COUNTED = re.compile(
    r"une?|des|les?|la|l['’].*|\d.*|plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
)


def _says_something(words: Sequence[str], verbs: Verbs) -> bool:
    """Whether a title has a verb: « un séisme fait dix morts », not « une grève suivie »; what may
    be a participle is a verb before a determiner or a number."""
    return any(
        verbs.is_finite(normalise(word))
        and not {normalise(before), normalise(word)} & _GOVERNING
        and (not verbs.is_past_participle(word) or bool(_COUNTED.fullmatch(normalise(after))))
        for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


class Descriptions:
    """The things told so far, by kind."""

    def __init__(self, registry: Registry, world: World) -> None:
        self._registry = registry
        self._world = world
        self._told: dict[tuple[str, bool], list[Referent]] = {}
        self._starts: list[int] = []
        self._scene: tuple[str, str] | None = None

    def learn_title(self, article: Article, *, verbs: Verbs) -> None:
        """« Pakistan : attentat contre un sanctuaire » tells which attack, and where."""
        title = article.title
        place, colon, phrase = title.replace("\u202f:", " :").rpartition(" : ")
        iso3 = self._world.link(place, title) if colon else None
        country = self._world.in_country(iso3) if iso3 and len(iso3) == 3 else ""
        self._scene = (iso3, country) if iso3 and country else self._scene_of(place, article)
        words = phrase.split()
        if (colon and not country) or not 3 <= len(words) <= 9:
            return
        words = words[1:] if normalise(words[0]) in {"un", "une", "des", "la", "le"} else words
        noun, rest = words[0], " ".join(words[1:])
        says = _says_something(words, verbs)
        prepositional = re.match(r"(?:de|du|des|d['’]|contre|sur|à|au|aux|en|dans)", rest)
        if noun[0].islower() and not says and (prepositional or country):
            told = f"{noun} {rest}" if country and country in rest else f"{noun} {rest} {country}"
            kind, plural = kind_of_thing(noun), noun.endswith(("s", "x"))
            titled = Referent(kind, plural, at=-1, phrase=told.strip(), titled=True,
                              feminine=is_feminine(noun))  # fmt: skip
            self._told[kind, plural] = [titled]

    def learn(self, sentence: ParsedSentence, wording: Wording) -> None:
        """Remember « une campagne contre le tabac » under « campagne »; a line without a verb is
        a heading, or the title of another article."""
        self._starts.append(sentence.span.start)
        if not any(word.is_finite for word in sentence.words):
            return
        lead = len(self._starts) <= 3
        phrases = noun_phrases(sentence, wording, registry=self._registry, world=self._world)
        for referent in map(self._placed, phrases):
            told = self._told.setdefault((referent.kind, referent.plural), [])
            if referent.new:
                if not (lead and len(told) == 1 and told[0].titled and not referent.marginal):
                    told.append(referent)
            elif referent.phrase and not any(_same(known, referent) for known in told):
                nameless = len(told) == 1 and told[0].phrase is None and told[0].at < referent.at
                told[:] = [referent] if nameless else [*told, referent]

    def _scene_of(self, place: str, article: Article) -> tuple[str, str] | None:
        """« Corse : … »: the entity, and how the article says « in » (« en Corse »)."""
        for mention in self._registry.mentions:
            if mention.kind == "place" and article.text[mention.span.start :].startswith(place):
                before = article.text[max(0, mention.span.start - 4) : mention.span.start]
                where = re.search(r"(?:^|\s)(en|à|au|aux) $", before)
                if place and where:
                    return mention.entity, f"{where[1]} {place}"
        return None

    def _placed(self, referent: Referent) -> Referent:
        """« une manifestation » in an article on Kenya that has named no other country so far is
        one in Kenya."""
        bare = referent.new and referent.phrase is None and not referent.marginal
        if not bare or self._scene is None or not happens_somewhere(referent.noun):
            return referent
        scene, where = self._scene
        kinds = {"country"} if len(scene) == 3 else {"country", "place"}
        named = {m.entity for m in self._registry.mentions
                 if m.kind in kinds and m.span.start <= referent.at}  # fmt: skip
        return (
            replace(referent, phrase=f"{referent.noun} {where}") if named <= {scene} else referent
        )

    def completed(self, text: str, sentence: Span, statement: str) -> Completion | None:
        """`text` with « l’attaque », « cette campagne » in full, where only one can be meant."""
        low, around = normalise(text), normalise(statement)
        for match in _BARE.finditer(low):
            if low.count('"', 0, match.start()) % 2 or _goes_on(match.group(), around):
                continue
            found = self._antecedent(match, sentence)
            if found and found.phrase and found.phrase not in statement:
                return self._written(text, match, found, sentence)
        return None

    def _written(
        self, text: str, match: re.Match[str], found: Referent, sentence: Span
    ) -> Completion:
        determiner = match["det"].split()[0]
        full = _determined(determiner, found)
        before, after = text[: match.start()], text[match.end() :]
        whole = not before and not after
        governed = re.search(r"(?:^| )(de|à) $", before)
        if governed and full.startswith("le"):
            before = before[: governed.start(1)]
            full = contract(governed[1], full)
        distance = self._distance(found, sentence)
        told = self._told[found.kind, found.plural]
        features = {
            "described": True,
            "described_title": found.titled,
            "described_far": not found.titled and distance > _FAR,
            "described_rival": len(told) > 1,
            "described_synonym": _noun_of(found) != match["noun"],
            "described_inside": not whole,
            "pointed": determiner in _POINTING,
        }
        said = text[match.start() : match.end()].strip()
        return Completion(
            text=f"{before}{full}{after}",
            entity=found.entity if whole else None,
            notes=(f"« {said[:1].lower()}{said[1:]} » : désignation complète donnée plus haut",),
            features=frozenset(name for name, holds in features.items() if holds),
        )

    def _antecedent(self, match: re.Match[str], sentence: Span) -> Referent | None:
        """The one thing of the kind told before; None where another could be meant."""
        determiner, noun = match["det"].split()[0], match["noun"]
        if not is_vague(f"le {noun}"):
            return None
        plural = determiner in {"les", "aux", "ces"}
        told = self._told.get((kind_of_thing(noun), plural), [])
        if determiner in _POINTING:
            since = self._starts[-2] if len(self._starts) > 1 else sentence.start
            told = [r for r in told if r.at >= since] or told
        if any(r.at >= sentence.start for r in told):
            return None
        plain = [r for r in told if not r.marginal]
        fitting = [r for r in plain if r.titled] or plain
        if len(fitting) != 1 or (len(told) > len(fitting) and not fitting[0].titled):
            return None
        found = fitting[0]
        same = found.phrase is not None and _noun_of(found) == noun
        if any(r is not found for r in plain) or not (same or names_event(noun)):
            return None
        reach = _POINTED if determiner in _POINTING else _NEAR
        return found if found.lasting or self._distance(found, sentence) <= reach else None

    def _distance(self, found: Referent, sentence: Span) -> int:
        return sum(found.at < start <= sentence.start for start in self._starts)


def _noun_of(referent: Referent) -> str:
    phrase = normalise(referent.phrase or "")
    return next((w for w in phrase.split() if kind_of_thing(w) == referent.kind), "")


def _goes_on(bare: str, statement: str) -> bool:
    """Whether a complement of the noun follows in another segment: « l’offensive | contre X »."""
    _, *after = statement.split(bare)
    return any(_COMPLEMENT.match(text) for text in after)


def _same(known: Referent, said: Referent) -> bool:
    """« l’attentat du sanctuaire » after « un attentat contre un sanctuaire soufi »."""
    ours, theirs = (_content(r.phrase or "") - {_noun_of(r)} for r in (known, said))
    return bool(ours & theirs)


def _content(phrase: str) -> set[str]:
    return set(re.findall(r"[\w-]{4,}", normalise(phrase)))


def _determined(determiner: str, found: Referent) -> str:
    """The phrase behind « le », « la », « les », contracted where « du » or « au » stood."""
    phrase = found.phrase or ""
    if found.plural:
        article = "les"
    else:
        feminine = found.feminine if found.feminine is not None else determiner in {"la", "cette"}
        article = "la" if feminine else "le"
    preposition = {"du": "de", "au": "à", "aux": "à"}.get(determiner)
    full = join(article, phrase)
    return contract(preposition, full) if preposition else full
