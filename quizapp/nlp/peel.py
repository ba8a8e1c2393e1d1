"""What is stripped off a sentence by rule, so that the parsers see its simple core."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.french.verbs import Verbs
from quizapp.nlp.times import time_stretches
from quizapp.nlp.tokens import Token
from quizapp.nlp.trees import PieceKind

_SPEECH = frozenset(
    "abonder accuser admettre affirmer ajouter alerter analyser annoncer argumenter arguer asséner"
    " assurer avancer avertir avouer clamer commenter conclure concéder confier confirmer"
    " considérer constater contester contredire déclarer demander dénoncer déplorer détailler dire"
    " écrire estimer expliquer exposer fustiger indiquer insister interroger ironiser"
    " jurer juger justifier lâcher lancer marteler mentionner noter nuancer observer"
    " poursuivre préciser prévenir promettre proposer protester prétendre raconter rappeler"
    " rapporter rassurer reconnaître regretter relater relever relativiser remarquer répéter"
    " répliquer répondre résumer révéler rétorquer saluer réjouir réagir souligner soutenir"
    " supposer témoigner tweeter twitter".split()
)
_CLITICS = frozenset("s' se l' nous leur lui y en ne n' m' me".split())
_AUXILIARIES = frozenset("a ont avait avaient est sont aurait auraient".split())
_CLEARLY_FINITE = frozenset(
    "est sont a ont fut furent eut eurent peut peuvent doit doivent va vont fait font veut veulent"
    " sera seront aura auront fera devra devrait serait aurait pourrait vient viennent".split()
)
_FINITE_ENDING = re.compile(r"(?:ait|aient|èrent|era|eront|irent|irait|urent)$")
_CONNECTORS = frozenset(
    "mais et or puis car cependant toutefois néanmoins pourtant enfin ainsi donc ensuite alors"
    " également aussi surtout notamment malheureusement heureusement parallèlement finalement"
    " évidemment d'ailleurs certes autrement concrètement globalement désormais".split()
)
_CONNECTING_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "par ailleurs", "en effet", "en outre", "de plus", "au contraire", "en revanche",
        "par contre", "de même", "en fait", "de fait", "d' autre part", "d' une part", "en somme",
        "de leur côté", "de son côté", "pour sa part", "pour leur part", "quant à lui",
        "quant à elle", "à noter que", "malgré tout", "du coup", "au final", "dans ce contexte",
        "dans ce cas", "c'est-à-dire", "par exemple", "d' ailleurs", "à son tour", "de surcroît",
        "pour autant", "bien entendu", "bien sûr",
    )
)  # fmt: skip
_REMOVABLE = tuple(
    tuple(phrase.split())
    for phrase in (
        "pour sa part", "pour leur part", "quant à lui", "quant à elle", "quant à eux",
        "de son côté", "de leur côté", "en effet", "par ailleurs", "en revanche", "en outre",
        "à son tour", "cela dit", "dans le même temps", "d' ailleurs", "par exemple", "lui aussi",
        "elle aussi", "eux aussi", "à leur tour", "bien entendu", "bien sûr",
    )
)  # fmt: skip
_SUBORDINATORS = (
    ("alors", "que"), ("alors", "qu'"), ("tandis", "que"), ("tandis", "qu'"), ("même", "si"),
    ("bien", "que"), ("bien", "qu'"), ("ce", "qui"), ("ce", "que"), ("ce", "qu'"), ("puisque",),
    ("puisqu'",), ("sachant", "que"), ("car",), ("dont",), ("où",), ("malgré",), ("comme",),
    ("notamment",), ("lorsque",), ("lorsqu'",), ("quitte", "à"),
)  # fmt: skip
_ROLE_NOUN = re.compile(
    r"(?:vice-|ex-|sous-)?(?:ministre|président|présidente|secrétaire|porte-parole|directeur"
    r"|directrice|chef|cheffe|professeure?|député|députée|sénateur|sénatrice|maire|candidate?"
    r"|avocate?|procureure?|juge|premier|première|ancien|ancienne|roi|reine|prince|princesse"
    r"|général|colonel|commandant|capitaine|représentante?|fondateur|fondatrice|membre|patron"
    r"|patronne|père|mère|fils|fille|frère|sœur|épouse|époux|femme|mari|numéro|leader|dirigeante?"
    r"|conseiller|conseillère|journaliste|écrivain|écrivaine|auteure?|acteur|actrice|réalisateur"
    r"|réalisatrice|chercheuse|chercheur|responsable|coordinateur|coordinatrice|ambassadeur"
    r"|ambassadrice|gouverneur|préfet|préfète|évêque|pape|cardinal|entraîneur|capitale|ville"
    r"|filiale|éditeur|héritier|héritière|militante?|vainqueur|champion|championne|économiste"
    r"|politologue|historien|historienne|sociologue|spécialiste|experte?|haut|haute|actuel"
    r"|actuelle|nouveau|nouvelle|âgée?|née?|originaire|spécialisée?|situé|située|basée?)s?$"
)
_DETERMINERS = frozenset("le la l' les un une des son sa".split())
_NESTING = frozenset("qui dont où ainsi notamment comme".split())
_ENDS = frozenset({".", "!", "?", "…", "...", ";", ":"})


@dataclass(frozen=True)
class Peeled:
    """A stretch with what it is; `tokens` may have holes where something was peeled out of it."""

    kind: PieceKind
    tokens: tuple[Token, ...]


Step = Callable[["_Peeling"], None]


def peel(tokens: Sequence[Token], *, verbs: Verbs) -> tuple[Peeled, ...]:
    """The core and everything around it; each token belongs to one of them, none is lost."""
    peeling = _Peeling(tokens, verbs)
    for step in _STEPS:
        step(peeling)
    found = [*peeling.peeled, *_cores(peeling)]
    return tuple(part for piece in found for part in _without_times(piece) if part.tokens)


def is_role_noun(word: str) -> bool:
    """« ministre », « présidente », « père »: what an apposition calls a person."""
    return _ROLE_NOUN.match(word.lower()) is not None


def speech_verb(verbs: Verbs, form: str) -> str | None:
    """The infinitive when `form` can be a verb of saying."""
    return next((lemma for lemma in verbs.lemmas(form.lower()) if lemma in _SPEECH), None)


class _Peeling:
    def __init__(self, tokens: Sequence[Token], verbs: Verbs) -> None:
        self.rest = list(tokens)
        self.verbs = verbs
        self.peeled: list[Peeled] = []

    def words(self) -> list[str]:
        return [token.form.lower() for token in self.rest]

    def take(self, kind: PieceKind, start: int, end: int) -> None:
        self.peeled.append(Peeled(kind, tuple(self.rest[start:end])))
        del self.rest[start:end]

    def closing(self, start: int) -> int:
        """Index of the comma, dash or end mark, outside quotations, at or after `start`."""
        depth = 0
        for i in range(start, len(self.rest)):
            form = self.rest[i].form
            depth += (form in "«(") - (form in "»)")
            if depth < 0:
                return i
            if depth == 0 and (form in _ENDS or form in {",", "–", "—"}):
                return i
        return len(self.rest)

    def in_quotation(self, index: int) -> bool:
        forms = [token.form for token in self.rest[:index]]
        open_ended = forms[:1] == ["«"] and "»" not in [token.form for token in self.rest]
        return forms.count("«") - open_ended > forms.count("»")

    def finite(self, start: int, end: int) -> bool:
        """Whether a form that can hardly be anything but a conjugated verb stands there."""
        return any(
            word in _CLEARLY_FINITE or (_FINITE_ENDING.search(word) and self.verbs.is_finite(word))
            for word in self.words()[start:end]
        )


def _take_asides(peeling: _Peeling) -> None:
    """« (…) » and « – … – »."""
    for opener, closer in (("(", ")"), ("[", "]"), ("–", "–"), ("—", "—")):
        start = 0
        while True:
            forms = [token.form for token in peeling.rest]
            if opener not in forms[start:]:
                break
            start = forms.index(opener, start)
            if closer not in forms[start + 1 :] or start == 0:
                break
            peeling.take("aside", start, forms.index(closer, start + 1) + 1)


def _take_connectors(peeling: _Peeling) -> None:
    for phrase in _REMOVABLE:
        _take_phrase(peeling, phrase)
    words = peeling.words()
    for phrase in _CONNECTING_PHRASES:
        if tuple(words[: len(phrase)]) == phrase:
            _take_connector(peeling, len(phrase))
            return
    if len(words) > 3 and words[0] in _CONNECTORS and words[1] not in {"que", "qu'", "même"}:
        _take_connector(peeling, 1)


def _take_phrase(peeling: _Peeling, phrase: tuple[str, ...]) -> None:
    """A connecting phrase inside the sentence, with the commas on both its sides."""
    words = peeling.words()
    for i in range(1, len(words) - len(phrase)):
        end = i + len(phrase)
        if tuple(words[i:end]) == phrase and not peeling.in_quotation(i):
            commas = words[i - 1] == "," and words[end] == ","
            peeling.take("aside", i - commas, end + commas)
            return


def _take_connector(peeling: _Peeling, size: int) -> None:
    if size < len(peeling.rest) and peeling.rest[size].form == ",":
        size += 1
    peeling.take("aside", 0, size)


def _take_frames(peeling: _Peeling) -> None:
    """« Selon X, … », « …, selon X, … », « … selon X. »"""
    start = 0
    while (start := _frame_start(peeling, start)) >= 0:
        end = _frame_end(peeling, start)
        last = end >= len(peeling.rest) or peeling.rest[end].form in _ENDS
        if end - start > 40 or (peeling.finite(start, end) and not start):
            end = min(end, len(peeling.rest))
        has_comma = start > 0 and peeling.rest[start - 1].form == ","
        if start == 0 and not last:
            peeling.take("frame", 0, end + 1)
        elif start > 0 and (last or has_comma):
            peeling.take("frame", start - has_comma, end + (has_comma and not last))
        elif start > 0 and end - start <= 8 and peeling.rest[end].form == ",":
            peeling.take("frame", start, end)
        else:
            start += 1


def _frame_end(peeling: _Peeling, start: int) -> int:
    """The comma that closes the frame, behind the name in « Selon le ministre, Jean Petit, »."""
    end = peeling.closing(start + 1)
    after = peeling.closing(end + 1)
    name = [token.form for token in peeling.rest[end + 1 : after]]
    closed = after < len(peeling.rest) and peeling.rest[after].form == ","
    named = 1 <= len(name) <= 4 and all(form[0].isupper() for form in name)
    return after if closed and named else end


def _frame_start(peeling: _Peeling, start: int) -> int:
    words = peeling.words()
    for i in range(start, len(words) - 2):
        selon = words[i] == "selon" or words[i : i + 2] == ["d'", "après"]
        if selon and not peeling.in_quotation(i) and words[i + 1] not in {"que", "qu'"}:
            return i
    return -1


def _take_tail(peeling: _Peeling) -> None:
    """« …, a déclaré X. », « …, affirme-t-il »."""
    words = peeling.words()
    for i in range(1, len(words) - 1):
        if words[i - 1] not in {",", "»", "?", "!"} or peeling.in_quotation(i):
            continue
        verb = _speech_at(peeling.verbs, words, i)
        if verb is None or words[verb + 1 : verb + 2] in (["que"], ["qu'"]):
            continue
        if words[i - 1] == "," and "»" not in words[:i] and not peeling.finite(0, i):
            continue
        end = next((k for k in range(i, len(words)) if words[k] in {"«", ":"}), len(words))
        if end == len(words) and words[-1] in _ENDS:
            end -= 1
        peeling.take("tail", i - (words[i - 1] == ","), end)
        return


def _speech_at(verbs: Verbs, words: list[str], index: int) -> int | None:
    """Index of the verb of saying when its group begins at `index`."""
    while index < len(words) and words[index] in _CLITICS:
        index += 1
    if index < len(words) - 1 and words[index] in _AUXILIARIES:
        index += 1
        while index < len(words) - 1 and (
            words[index].startswith("-")
            or words[index]
            in {
                "aussi",
                "également",
                "notamment",
                "encore",
                "ensuite",
                "déjà",
                "pas",
                "ainsi",
                "été",
            }
        ):
            index += 1
        participle = verbs.is_past_participle(words[index])
        return index if participle and speech_verb(verbs, words[index]) else None
    if index < len(words) and verbs.is_finite(words[index]) and speech_verb(verbs, words[index]):
        return index
    return None


def _take_subordinates(peeling: _Peeling) -> None:
    """Comma-closed relatives, appositions and participles; from the last to the first."""
    for i in range(len(peeling.rest) - 2, 0, -1):
        if i >= len(peeling.rest) - 1 or peeling.rest[i].form != "," or peeling.in_quotation(i):
            continue
        kind = _subordinate_kind(peeling, i)
        if kind is None:
            continue
        end = _subordinate_end(peeling, i + 1, kind)
        if end >= len(peeling.rest) or peeling.rest[end].form in _ENDS:
            peeling.take(kind, i, end)
        elif peeling.rest[end].form == ",":
            _take_between_commas(peeling, kind, i, end)


def _take_between_commas(peeling: _Peeling, kind: PieceKind, start: int, end: int) -> None:
    """Both commas go, unless the second separates members of a list or a new clause."""
    following = peeling.rest[end + 1].form.lower() if end + 1 < len(peeling.rest) else ""
    keeps_comma = following in {"mais", "et", "ou", "tandis", "alors"} or any(
        _subordinate_kind(peeling, comma) and peeling.closing(comma + 1) == start
        for comma in range(1, start - 1)
        if peeling.rest[comma].form == ","
    )
    peeling.take(kind, start, end if keeps_comma else end + 1)


def _subordinate_kind(peeling: _Peeling, comma: int) -> PieceKind | None:
    words = peeling.words()[comma + 1 : comma + 3]
    if words[0] == "qui":
        return "relative"
    if any(tuple(words[: len(sub)]) == sub for sub in _SUBORDINATORS):
        return "aside"
    if any(a.form == "present_participle" for a in peeling.verbs.analyses(words[0])):
        return "aside"
    if is_role_noun(words[0]) or (words[0] in _DETERMINERS and is_role_noun(words[-1])):
        named = peeling.rest[comma - 1].form[:1].isupper()
        return "apposition" if named else None
    if _names_a_role(peeling, comma):
        return "apposition"
    return "aside" if _qualifies_what_precedes(peeling, comma) else None


def _names_a_role(peeling: _Peeling, comma: int) -> bool:
    """« le ministre de la Défense, Jean Petit, »: nothing but a name between the commas."""
    end = peeling.closing(comma + 1)
    inside = [token.form for token in peeling.rest[comma + 1 : end]]
    if end >= len(peeling.rest) or peeling.rest[end].form != "," or not 1 <= len(inside) <= 5:
        return False
    named = all(form[0].isupper() or form.lower() in {"de", "d'", "ben", "al"} for form in inside)
    before = peeling.words()[:comma]
    if comma > 14 or any(peeling.verbs.is_finite(word) for word in before):
        return False
    return named and any(is_role_noun(word) for word in before) and "," not in before


def _qualifies_what_precedes(peeling: _Peeling, comma: int) -> bool:
    """« …, une première depuis dix ans. »: an apposition that closes the sentence."""
    words = peeling.words()
    rest = words[comma + 1 :]
    if rest[0] not in {"un", "une"} or {"et", "ou", ",", "ni", "puis"} & set(rest):
        return False
    return not {"un", "une", "deux"} & set(words[:comma]) and not peeling.finite(comma, len(words))


def _subordinate_end(peeling: _Peeling, start: int, kind: PieceKind) -> int:
    """The comma that closes what begins at `start`; commas of an enumeration do not."""
    end = peeling.closing(start)
    words = peeling.words()
    while kind != "apposition" and end < len(words) and words[end] == ",":
        after = peeling.closing(end + 1)
        inner = words[end + 1 : after]
        enumerates = {"et", "ou"} & set(inner) and not peeling.finite(end + 1, after)
        if enumerates or (inner and inner[0] in _NESTING):
            end = after
        elif after >= len(words) or words[after] in _ENDS:
            if any(peeling.verbs.is_finite(word) for word in inner):
                break
            end = after
        else:
            break
    return end


def _cores(peeling: _Peeling) -> list[Peeled]:
    """The clauses on both sides of « ; » and « : », without quotation marks that enclose them."""
    cores, start = [], 0
    for i, token in enumerate(peeling.rest):
        if token.form not in {";", ":"} or peeling.in_quotation(i):
            continue
        if token.form == ";" or (peeling.finite(start, i) and peeling.finite(i, len(peeling.rest))
                                 and peeling.rest[i + 1].form != "«"):  # fmt: skip
            cores += _unquoted(peeling.rest[start : i + 1])
            start = i + 1
    return cores + _unquoted(peeling.rest[start:])


def _unquoted(tokens: list[Token]) -> list[Peeled]:
    marks = [token for token in tokens if token.form in "«»"]
    lone = [
        t for t in marks
        if (t.form == "«" and t is tokens[0]) or (t.form == "»" and t in tokens[-2:])
    ]  # fmt: skip
    encloses = len(marks) == len(lone)
    rest = tuple(t for t in tokens if not (encloses and t in lone))
    asides = [Peeled("aside", (token,)) for token in lone] if encloses else []
    return [Peeled("core", rest), *asides]


def _take_contrasts(peeling: _Peeling) -> None:
    """« … tandis que … » without a comma, to the end of the sentence."""
    words = peeling.words()
    for i in range(4, len(words) - 3):
        pair = (words[i], words[i + 1])
        if pair[0] in {"tandis", "alors"} and pair[1] in {"que", "qu'"}:
            if not peeling.in_quotation(i) and peeling.closing(i) >= len(words) - 1:
                peeling.take("aside", i, peeling.closing(i))
            return


_STEPS: tuple[Step, ...] = (
    _take_asides, _take_frames, _take_connectors, _take_subordinates, _take_contrasts, _take_tail,
)  # fmt: skip


def _without_times(piece: Peeled) -> list[Peeled]:
    """Time adverbials out of a clause; they say nothing about who does what."""
    if piece.kind not in {"core", "relative"}:
        return [piece]
    stretches = time_stretches(piece.tokens)
    inside = {i for start, end in stretches for i in range(start, end)}
    kept = tuple(token for i, token in enumerate(piece.tokens) if i not in inside)
    times = [Peeled("time", piece.tokens[start:end]) for start, end in stretches]
    return [Peeled(piece.kind, kept), *times]
