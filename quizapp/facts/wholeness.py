"""Whether a statement is whole: its clauses have their verbs, its bare nouns a name."""

import re
from collections.abc import Iterable, Sequence

from quizapp.french.numbers import find_numbers
from quizapp.french.typography import normalise
from quizapp.french.verbs import Verbs
from quizapp.model import Segment
from quizapp.nlp.trees import ParsedSentence, Piece

_WORD = re.compile(r"[\w-]+'?|[,;:«»]")
_OPENING = frozenset("qui que qu' dont où quand lorsque lorsqu' puisque puisqu' quoique".split())
_COMPARING = frozenset(
    "plus moins autant aussi ainsi tel tels telle telles plutôt même mêmes autre autres ne n'"
    " mieux tant alors davantage".split()
)
NAMED_NOUNS = (
    "ville|commune|village|région|province|pays|département|archipel|île|quartier|localité"
    "|organisation|groupe|mouvement|collectif|parti|formation|front|coalition|armée|milices?"
    "|mairie|préfecture|préfet|préfète|maire|commissaire|canot|bateau|navire|baleinière"
    "|structure|établissement|entreprise|société|firme|compagnie|club|association|fondation"
    "|institut|journal|quotidien|magazine|branche|division|conseil|commission|comité|ministère"
    "|centre-ville|avenue|place|rue|pont|route|rond-point|lieux|port|intéressée?|site|collectivité|institution|fédération|syndicat|ligue"
)
_TOLD_NOUNS = (
    "avion|train|véhicule|camion|bâtiment|équipe|chaîne|film|livre|album|rapport|texte|loi"
    "|projet|accord|traité|attaques?|attentats?|incidents?|accident|drame|tragédie|explosion"
    "|fusillade|manifestation|rassemblement|cérémonie|festival|compétition|course|épreuve|match"
    "|victimes?|suspects?|assaillants?|auteurs?|accusée?|prévenue?|survivants|candidate?s?"
    "|dirigeants|jeune|homme|femme|couple|tribunal|lieu|scène|usine|hôtel|hôpital|aéroport"
    "|bataille|siège|offensive|opérations?|mission|campagne|réforme|mesures?|décision"
    "|proposition|offre|mandat|dossier|affaire|enquête|procès|peine|bilan|liste|application"
    "|service|frère|sœur|père|mère|fils|fille|épouse|mari|terroristes?|tireurs?|policiers?"
    "|animal|animaux|appareil|insurgés|rebelles|frontière|phénomène|programme|documents?|vidéo"
    "|photo|message|lettre|communiqué|candidature|démission|blocage|mobilisation|produit"
)
_POINTING_WORDS = frozenset(
    "il elle ils elles ce cet cette ces celui celle ceux celles son sa ses leur leurs lui eux y en"
    " nous vous je on dont qui".split()
)
_EXCEPTING = frozenset("sauf hors hormis excepté uniquement seulement sans".split())
_END = (
    r"(?: (?:même|entière?|en question|voisine?))?"
    r"(?=$|[.,;:»)]| (?:et|ou|mais|est|sont|a|ont|avait|avaient|était|étaient|par|pour|en|sur"
    r"|depuis|avec|lors|après|avant|qui|que|qu'|dont|où|dans|afin|alors|comme|contre|le \d|n'|ne"
    r"|s'|se|sans|sous|pendant|selon|jusqu|vers|chez|tandis|ainsi|au|aux|à|\d)(?![\w-]))"
)
_DEFINITE = r"(?<![\w-])(?:du |des |au |aux |les? |la |l')"
WANTS_NAME = re.compile(rf"{_DEFINITE}(?P<noun>{NAMED_NOUNS}){_END}")
_WAS_TOLD = re.compile(
    rf"(?!(?<=à )l'(?:offensive|attaque)){_DEFINITE}(?P<noun>{_TOLD_NOUNS})"
    rf"(?! (?:contre|vers|sur|pour|à|au|aux|en) ){_END}"
)
_TITLED = re.compile(r"(?<=[ '’])[A-ZÉ][\w-]+(?= (?:contre|pour|sur|des|du|de) )")
"""« la Ligue contre … », « le Conseil sur … »: a name that goes on."""
_COURT = re.compile(rf"(?:les? |la |l')(?:{NAMED_NOUNS})$")


def lacks_verb(segments: Sequence[Segment], verbs: Verbs) -> bool:
    """« … que Poke », « quand une délégation éconduite »: a clause opened and never said."""
    texts = (s.text for s in segments if s.role not in {"frame", "verb"})
    restricts = any(re.match(r"n(?:e |['’])", s.text) for s in segments if s.role == "verb")
    return any(_opens_nothing(text, verbs, restricts=restricts) for text in texts)


def _opens_nothing(text: str, verbs: Verbs, *, restricts: bool) -> bool:
    words = _WORD.findall(normalise(text))
    for n, word in enumerate(words):
        compares = word in {"que", "qu'"} and _COMPARING & set(words[:n])
        if word not in _OPENING or compares or (restricts and n == 0):
            continue
        if not any(verbs.is_finite(after) for after in words[n + 1 :]):
            return True
    return False


def bare_nouns(segments: Sequence[Segment]) -> frozenset[str]:
    """`nameless` for « la ville », « du préfet », `untold` for « l’attaque »: nouns that point at
    something told before; outside quotations and frames."""
    said = [s for s in segments if s.role not in {"frame", "link", "verb"}]
    texts = [re.sub(r'"[^"]*"', "x", normalise(_TITLED.sub("X", s.text))) for s in said]
    complements = [t for t, s in zip(texts, said, strict=True) if s.role != "subject"]
    found = {
        "nameless": any(WANTS_NAME.search(text) for text in texts),
        "untold": any(_WAS_TOLD.search(text) for text in complements),
    }
    return frozenset(name for name, present in found.items() if present)


def wants_name(phrase: str) -> bool:
    """« le chef de l’organisation »: it ends in a noun that says nothing without a name."""
    low = normalise(phrase)
    found = (m for p in (WANTS_NAME, _WAS_TOLD) for m in p.finditer(low))
    return any(match.end() == len(low) for match in found)


def is_court(phrase: str) -> bool:
    """« le Front », « la Mairie »: a name cut short, capital or not."""
    return _COURT.match(normalise(phrase)) is not None


def lost_figures(
    sentence: ParsedSentence, segments: Sequence[Segment], piece: Piece, *, alone: bool
) -> bool:
    """A figure or date that was peeled off the piece and is not in the fact; `alone` tells that
    the piece holds no other clause to which it could belong."""
    said = normalise(" ".join(segment.text for segment in segments))
    kinds = {"aside", "time"} if alone else {"aside"}
    peeled = (p for p in sentence.pieces if p.kind in kinds and _near(p, piece)
              and not _is_remark(p))  # fmt: skip
    return any(figure not in said for part in peeled for figure in _figures(part))


def is_kept(aside: Piece) -> bool:
    """« (18 minutes) », « , alors qu’une trentaine de personnes … »: it holds a figure and says
    nothing of « il » or « ce ». « (sauf le plus jeune) »: an exception."""
    words = [normalise(word.text) for word in aside.main.words]
    points = _POINTING_WORDS & set(words) or any(re.match(r"-[a-z]", word) for word in words)
    note = re.fullmatch(r"[([ \d.,)\]]+", "".join(words)) is not None
    if words[:1] == ["("] and words[1:2] and words[1] in _EXCEPTING:
        return True
    if _is_remark(aside) or words[:1] == [":"]:
        return False
    return len(words) <= 22 and not points and not note and any(_figures(aside))


def _is_remark(aside: Piece) -> bool:
    """« (les deux réacteurs datent de 1980) »: a sentence of its own in brackets."""
    words = aside.main.words
    return words[0].text in {"(", "[", "–", "—"} and any(word.is_finite for word in words)


def _near(peeled: Piece, piece: Piece) -> bool:
    return piece.span.start <= peeled.span.start <= piece.span.end + 2


def _figures(piece: Piece) -> Iterable[str]:
    text = normalise(" ".join(word.text for word in piece.main.words))
    if re.fullmatch(r"[\W]*(?:âgée?s? de )?[\w-]+ ans[\W]*", text):
        return ()
    found = (n for n in find_numbers(text) if n.value > 1)
    return (text[n.span.start : n.span.end] for n in found)
