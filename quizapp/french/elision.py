"""Elision, contraction, and the capital that a word loses when it leaves the head of a sentence."""

import re
import unicodedata

_VOWELS = "aeiouyœæ"
_ASPIRATED = frozenset(
    """
    hache haie haillon haine haïr halage halal hall halo halte hamac hameau hamster hanche
    handball handicap handicapé hangar hanneton hanter hantise happer harangue haras harasser
    harceler harcèlement hardi hardiesse harem hareng hargne haricot harnais harpe harpie harpon
    hasard hâte hâter hausse hausser haut haute hautain hauteur havre hennir hérisson hernie héron
    héros herse hêtre heurt heurter hibou hic hideux hiérarchie hiérarchique hippie hisser hobby
    hochement hocher hockey hold-up homard hongrois hongroise honnir honte honteux hoquet horde
    hors hors-la-loi hotte houblon houe houille houle houleux housse houx hublot huche huée huer
    huguenot huis huit huitaine huitième hululer huppe hurlement hurler husky hussard hutte hyène
    houthi houthis haoussa hutu hutus harkis harki hezbollah hamas hambourg
    hanoï hong hwasong harlem harvard
    hawaï haye hollande hollandais hollandaise hong-kong hongkong hongrie honduras
    hondurien hondurienne houston hun huns haut-commissaire haut-karabakh hauts-de-france
    """.split()
)
# Vowel-initial words that refuse elision all the same.
_HIATUS = frozenset("onze onzième oui ouistiti uhlan ululer ouate".split())
_ELIDED_Y = frozenset("y yeux yeuse ypres yonne yvelines yves yvette".split())
_FIRST_WORD = re.compile(r"[\w-]+")
_BARE = {"le": "l’", "la": "l’", "de": "d’", "que": "qu’", "ne": "n’", "se": "s’", "me": "m’",
         "te": "t’", "je": "j’", "ce": "c’", "jusque": "jusqu’", "lorsque": "lorsqu’",
         "puisque": "puisqu’", "quoique": "quoiqu’"}  # fmt: skip
_CONTRACTED = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
# Names that begin with an article of their own.
_NAMED = re.compile(
    r"(?:L[ae] (?:Haye|Mecque|Havane|Paz|Réunion|Rochelle|Croix|Caire|Havre|Cap|Mans|Monde|Figaro"
    r"|Parisien|Point|Pen|Drian|Maire|Bourget|Pirée)|Les (?:Échos|Républicains|Sables))\b"
)
_LOWERED = frozenset(
    """
    le la les l un une des du de d au aux à en dans sur sous par pour avec sans selon depuis
    pendant avant après entre vers chez contre malgré dès jusque jusqu ce cet cette ces son sa ses
    leur leurs notre nos votre vos mon ma mes ton ta tes plus moins près plusieurs quelques chaque
    tout tous toute toutes seul seule seuls seules certains certaines aucun aucune beaucoup lors
    grâce quelque environ
    deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille il
    elle ils elles on celui celle ceux celles afin ainsi alors aujourd hier demain parce que qu
    durant lorsque parmi très vis peu bien face suite outre hors différents différentes nombreux
    nombreuses je nous vous cela ça ceci surtout
    c j t
    si comme quand qui n s y nul nulle divers diverses maints autre autres même
    """.split()
)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def elides(text: str) -> bool:
    """Whether « le », « de », « que » … lose their vowel before `text`."""
    match = _FIRST_WORD.search(text)
    if match is None or text.lstrip()[:1] in '«“"(' or text.lstrip()[:1].isdigit():
        return False
    word = match.group().lower()
    singular = word.removesuffix("s")
    if word in _HIATUS or singular in _HIATUS:
        return False
    initial = _plain(word)[:1]
    if initial == "h":
        stem = word.split("-")[0]
        return not _ASPIRATED.intersection((word, singular, stem, stem.removesuffix("s")))
    if initial == "y":
        return word in _ELIDED_Y
    return bool(initial) and initial in _VOWELS


def join(word: str, text: str) -> str:
    """`word` before `text`, elided where French elides: « de » + « eau » = « d’eau »."""
    head, _, last = word.rpartition(" ")
    short = _BARE.get(last.lower())
    if short is None or not elides(text):
        return f"{word} {text}"
    if last.lower() in ("le", "la") and not last.islower():
        short = short.capitalize()
    elided = short.capitalize() if last[:1].isupper() else short
    return f"{head} {elided}{text}".lstrip()


def contract(preposition: str, phrase: str) -> str:
    """« de » or « à » before a noun phrase: du, des, au, aux, d’; others stand unchanged."""
    article, _, rest = phrase.partition(" ")
    contracted = _CONTRACTED.get((preposition, article.lower()))
    if contracted and rest:
        return f"{contracted} {rest}"
    return join(preposition, phrase)


def uncontract(phrase: str) -> tuple[str, str] | None:
    """« au Japon » → (« à », « le Japon »); « d’Iran » → (« de », « Iran »); None for others."""
    head, _, rest = phrase.partition(" ")
    for (preposition, article), contracted in _CONTRACTED.items():
        if head.lower() == contracted and rest:
            return preposition, f"{article} {rest}"
    if head.lower() in ("à", "de") and rest:
        return head.lower(), rest
    if re.match(r"[Dd]['’]\w", phrase):
        return "de", phrase[2:]
    return None


def lower_initial(text: str) -> str:
    """`text` as it stands inside a sentence: only function words lose their capital, so that a
    name never does."""
    match = re.match(r"\w+", text)
    if match is None or match.group().lower() not in _LOWERED or _NAMED.match(text):
        return text
    initial = len(match.group()) == 1 and text[1:2] in {".", "-"}
    if initial:
        return text
    return text[0].lower() + text[1:]


def upper_initial(text: str) -> str:
    """`text` at the head of a sentence; guillemets and figures are left alone."""
    return text[:1].upper() + text[1:]
