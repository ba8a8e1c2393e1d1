"""Words by which the pieces of a sentence are told apart."""

import re

from quizapp.french.verbs import Verbs

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

CLITICS = frozenset("s' se l' nous leur lui y en ne n' m' me".split())

AUXILIARIES = frozenset("a ont avait avaient est sont aurait auraient".split())

CLEARLY_FINITE = frozenset(
    "est sont a ont fut furent eut eurent peut peuvent doit doivent va vont fait font veut veulent"
    " sera seront aura auront fera devra devrait serait aurait pourrait vient viennent".split()
)

FINITE_ENDING = re.compile(r"(?:ait|aient|èrent|era|eront|irent|irait|urent)$")

CONNECTORS = frozenset(
    "mais et or puis car cependant toutefois néanmoins pourtant enfin ainsi donc ensuite alors"
    " également aussi surtout notamment malheureusement heureusement parallèlement finalement"
    " évidemment d'ailleurs certes autrement concrètement globalement désormais".split()
)

CONNECTING_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "par ailleurs", "en effet", "en outre", "de plus", "au contraire", "en revanche",
        "par contre", "de même", "en fait", "de fait", "d' autre part", "d' une part", "en somme",
        "de leur côté", "de son côté", "pour sa part", "pour leur part", "quant à lui",
        "quant à elle", "à noter que", "malgré tout", "du coup", "au final", "dans ce contexte",
        "dans ce cas", "c'est-à-dire", "par exemple", "d' ailleurs", "à son tour", "de surcroît",
        "pour autant", "bien entendu", "bien sûr", "plus précisément", "très vite", "au passage",
        "de manière générale", "à noter", "dans la foulée", "à titre d' exemple",
    )
)  # fmt: skip

REMOVABLE = tuple(
    tuple(phrase.split())
    for phrase in (
        "pour sa part", "pour leur part", "quant à lui", "quant à elle", "quant à eux",
        "de son côté", "de leur côté", "en effet", "par ailleurs", "en revanche", "en outre",
        "à son tour", "cela dit", "dans le même temps", "d' ailleurs", "par exemple", "lui aussi",
        "elle aussi", "eux aussi", "à leur tour", "bien entendu", "bien sûr",
    )
)  # fmt: skip

SUBORDINATORS = (
    ("alors", "que"), ("alors", "qu'"), ("tandis", "que"), ("tandis", "qu'"), ("même", "si"),
    ("bien", "que"), ("bien", "qu'"), ("ce", "qui"), ("ce", "que"), ("ce", "qu'"), ("puisque",),
    ("puisqu'",), ("sachant", "que"), ("car",), ("dont",), ("où",), ("malgré",), ("comme",),
    ("notamment",), ("lorsque",), ("lorsqu'",), ("quitte", "à"),
)  # fmt: skip

CLAUSE_MARKERS = (
    ("alors", "que"), ("alors", "qu'"), ("tandis", "que"), ("tandis", "qu'"), ("parce", "que"),
    ("parce", "qu'"), ("puisque",), ("puisqu'",), ("sachant", "que"), ("sachant", "qu'"), ("car",),
    ("lorsque",), ("lorsqu'",), ("quand",), ("pendant", "que"), ("après", "que"), ("dont",),
    ("où",), ("si", "bien", "que"), ("si", "bien", "qu'"), ("de", "sorte", "que"),
    ("de", "sorte", "qu'"),
)  # fmt: skip
"""What opens a clause that is parsed by itself, without its marker."""

SPEAKING_FOR = (
    ("aux", "yeux", "de"), ("aux", "yeux", "du"), ("aux", "yeux", "des"), ("aux", "yeux", "d'"),
    ("de", "l'", "avis", "de"), ("de", "l'", "avis", "du"), ("de", "l'", "avis", "des"),
    ("de", "l'", "avis", "d'"), ("à", "en", "croire"), ("de", "source"), ("de", "sources"),
)  # fmt: skip
"""What opens a sentence as « selon » does."""

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

DETERMINERS = frozenset("le la l' les un une des son sa".split())

NESTING = frozenset("qui dont où ainsi notamment comme".split())

ENDS = frozenset({".", "!", "?", "…", "...", ";", ":"})


def is_role_noun(word: str) -> bool:
    """« ministre », « présidente », « père »: what an apposition calls a person."""
    return _ROLE_NOUN.match(word.lower()) is not None


def speech_verb(verbs: Verbs, form: str) -> str | None:
    """The infinitive when `form` can be a verb of saying."""
    return next((lemma for lemma in verbs.lemmas(form.lower()) if lemma in _SPEECH), None)
