"""What a stem takes for known although only the article before it has told it."""

import re

from quizapp.questions.bench import Bench

_PLACES = (
    "pays|ville|village|commune|région|zone|province|île|quartier|territoire|localité|secteur|site|"
    "bâtiment|immeuble|hôtel|structure|usine|centrale|établissement|musée|école|lycée|église|"
    "mosquée|aéroport|gare|pont|route|lieu|place|endroit|station|hôpital|prison|stade|capitale|"
    "archipel|vallée|camp|bureau|siège"
)
_BODIES = (
    "organisation|groupe|mouvement|front|parti|collectif|entreprise|société|compagnie|agence|"
    "association|fédération|syndicat|équipe|club|fondation|comité|commission|conseil|tribunal|cour|"
    "mairie|préfecture|armée|coalition|régime|milice|institution|chaîne|radio|journal|magazine|"
    "marque|firme|direction|rédaction|délégation|administration|branche|réseau|plateforme"
)
_PERSONS = (
    "préfet|maire|présidente?|ministre|directeur|directrice|chef|cheffe|patron|dirigeant|leader|"
    "porte-parole|responsable|secrétaire|députée?|candidate?|juge|avocate?|entraîneur|athlète|"
    "coureur|joueur|vainqueur|gagnant|champion|championne|acteur|actrice|réalisateur|auteur|"
    "chanteur|chanteuse|rebelle|insurgé|djihadiste|soldat|combattant|force|troupe|militant|"
    "manifestant|gréviste|salarié|otage|victime|survivant|blessé|mort|homme|femme|enfant|personne|"
    "suspect|jeune|adolescent|garçon|fille|père|mère|fils|famille|couple|corps|animateur|"
    "journaliste|conseiller|opposant|policier|ravisseur|assaillant|terroriste|kamikaze|activiste|"
    "détenu|prévenu|accusé|élève|étudiant|habitant|participant|intéressée?|premier|première|second|"
    "seconde|numéro|secouriste"
)
_THINGS = (
    "accord|projet|texte|loi|mesure|décision|décret|rapport|document|vidéo|image|enquête|étude|"
    "sondage|attaque|attentat|offensive|opération|incident|accident|explosion|incendie|événement|"
    "grève|manifestation|rassemblement|affaire|dossier|situation|crise|conflit|bataille|match|"
    "course|épreuve|finale|compétition|festival|film|album|livre|campagne|réunion|rencontre|visite|"
    "cérémonie|scrutin|vote|élection|primaire|procès|jugement|condamnation|peine|amende|canot|"
    "baleinière|bateau|navire|avion|train|bus|véhicule|voiture|camion|machine|appareil|engin|"
    "application|service|système|dispositif|plan|programme|changement|phénomène|annonce|proposition|"
    "appel|lettre|communiqué|message|somme|montant|total|chiffre|nombre|titre|victoire|défaite|but|"
    "édition|épidémie|maladie|virus|catastrophe|séisme|tremblement|avalanche|mission|sonde|"
    "découverte|objet|planète|étoile|tablette|montre|tableau|œuvre|fermeture|ouverture|"
    "procédure|plainte|mandat|poste|fonction|nomination|démission|rupture|blocage|frontière|"
    "étape|sujet|individu|période|émission|tuerie|exécution|prestataire|public|tendance|"
    "spécialité|formule|séance|audience|liste|motif|"
    "raison|cause|résultat|conclusion|mise en examen|perquisition|arrestation"
)
_BEFORE = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|autres?|nouve(?:au|l|lle|aux|lles)|mêmes?|"
    r"grande?s?|petite?s?|jeunes?|ancien(?:ne)?s?|dernière?s?|premi(?:er|ère)s?|principa(?:l|le|ux|les)|"
    r"présumée?s?|actuel(?:le)?s?|différente?s?|fameu(?:x|se)|seconde?s?)"
)
_DEFINITE = re.compile(
    rf"(?<![\w’-])(?:(?:le|la|les|du|au|aux) |l’)(?:{_BEFORE} )?"
    rf"(?P<noun>(?:{_PLACES}|{_BODIES}|{_PERSONS}|{_THINGS})s?)(?![\w’-])(?P<after>[^?]*)",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"\s(?:d[eu] |des |d’|à |au |aux |en |qui |que |qu’|où |dont |pour |contre |entre |sur |"
    r"« |[A-ZÉÀÎ]|(?:\d+ ?)?[a-z]+-\w+)|’|\s?\("
)
_OF_BODIES = re.compile(rf"(?:{_BODIES})s?", re.IGNORECASE)
_OF_PLACES = re.compile(rf"(?:{_PLACES})s?", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?<![\w-])(?:jusqu’à présent|pour l’instant|à ce jour|pour le moment|encore plus|ce jour-là|"
    r"en question|a depuis|ont depuis|de tel(?:le)?s?|le même|la même|les mêmes|l’autre|les autres|"
    r"l’une?|le reste|son successeur|à son tour|quant à|d’autres|une? autre|y compris|auparavant|"
    r"plus (?:tôt|tard)|"
    r"à l’(?:inverse|époque)|au même moment|prochaine?s?|dernière?s?(?=[ ?.,]*$)|"
    r"(?:_____|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) autres|"
    r"plus (?:à l’(?:est|ouest)|au (?:nord|sud))(?! d))(?![\w’-])"
    r"|\b(?:est|sont|position) (?:plus|moins) \w+[.,?]",
    re.IGNORECASE,
)
_NO_ADJECTIVE = re.compile(
    r"\w+ment|déjà|encore|plus|très|aussi|toujours|alors|puis|mais|et|ou|ne|se|y|tout|même"
)
# What a determiner alone makes unique.
_UNIQUE_TWIN = re.compile(r"la (?:famille|loi|situation)|la (?:place|route|raison)", re.IGNORECASE)


def is_relative(stem: str) -> bool:
    """« encore plus à l’est », « jusqu’à présent », « une autre affaire »: to be read only after
    what stands before it in the article."""
    return bool(_RELATIVE.search(stem))


def takes_for_known(stem: str, bench: Bench) -> str | None:
    """The first definite words that the stem does not explain: « le pays », « les deux hommes »;
    None for a stem that stands alone."""
    at = 0
    while match := _DEFINITE.search(stem, at):
        words = stem[match.start() : match.end("noun")]
        if not _is_told(match, stem, bench) and not _UNIQUE_TWIN.fullmatch(words):
            return words
        at = match.end("noun")
    return None


def _is_told(match: re.Match[str], stem: str, bench: Bench) -> bool:
    """By its complement, its adjective, or a name before it that it can stand for."""
    after = match["after"]
    if _COMPLEMENT.match(after) or _is_qualified(after, bench):
        return True
    before = stem[: match.start()]
    kinds = {
        entity.kind
        for entity in bench.entities
        if entity.name in before or bench.is_alluded_to(entity.id, before)
    }
    if _OF_PLACES.fullmatch(match["noun"]):
        return bool(kinds & {"country", "place"})
    return bool(_OF_BODIES.fullmatch(match["noun"])) and "organisation" in kinds


def _is_qualified(after: str, bench: Bench) -> bool:
    following = re.match(r"\s([a-zà-ÿœ]+)", after)
    if following is None or _NO_ADJECTIVE.fullmatch(following[1]):
        return False
    word, verbs = following[1], bench.resources.verbs
    entries = bench.resources.lexicon.look_up(word)
    if verbs.is_finite(word) and not verbs.is_past_participle(word):
        entries = entries[:1]
    return verbs.is_past_participle(word) or any(e.pos == "adjective" for e in entries)
