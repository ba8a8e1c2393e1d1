"""News of any length, made of sentences of our own: much is named, no two articles are alike."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from quizapp.model import Article, Draft
from quizapp.reading.articles import to_article

_SLOTS: dict[str, tuple[str, ...]] = {
    "first": tuple("Awa Marc Léa Idriss Sofia Paul Aminata Hugo Inès Karim Rose Yanis".split()),
    "pays": ("la France", "le Kenya", "le Japon", "la Norvège", "l’Égypte", "le Canada"),
    "adj": ("kényan", "japonais", "norvégien", "brésilien", "égyptien", "canadien", "sénégalais"),
    "ville": ("Nairobi", "Oslo", "Le Caire", "Ottawa", "Dakar", "Brest", "Recife", "Osaka"),
    "office": ("ministre de la Santé", "maire de Brest", "porte-parole du gouvernement",
               "directrice du port", "président de la région", "cheffe de la police"),
    "organe": ("l’ONU", "la Banque mondiale", "l’Union africaine", "Amnesty International",
               "le syndicat des marins", "la Croix-Rouge", "l’OTAN"),
    "chose": ("un barrage", "une école", "deux hôpitaux", "une ligne de train", "trois usines",
              "un accord sur l’eau", "un vaccin", "des bateaux de pêche", "un centre de tri"),
    "but": ("protéger la côte", "réduire la dette", "nourrir les réfugiés", "ouvrir le port",
            "rassurer les habitants", "remplacer le charbon"),
    "jour": ("lundi", "mardi soir", "le 4 mars", "en juin", "hier", "la semaine dernière",
             "jeudi 12 mai", "depuis septembre", "il y a deux ans"),
    "annee": tuple(str(year) for year in range(1962, 2025, 3)),
    "dit": ("a déclaré", "affirme", "a expliqué", "a assuré", "regrette", "a rappelé"),
    "fait": ("a inauguré", "a financé", "a refusé", "a promis", "n’a pas livré", "aurait vendu",
             "doit construire", "veut fermer", "a détruit", "avait signé", "proposera"),
    "sens": ("à la grève", "à une hausse des prix", "au départ de deux mille familles",
             "à un retard de six mois"),
    "unite": ("familles", "tonnes de riz", "emplois", "euros", "kilomètres", "blessés", "%"),
    "env": ("environ", "plus de", "près de", "au moins", "moins de"),
}  # fmt: skip
_PATTERNS = (
    "{Nom}, {office}, {fait} {chose} à {ville} {jour}.",
    "Selon {organe}, {env} {nombre} {unite} ont été perdus à {ville} en {annee}.",
    "« Nous voulons {but} avant la fin de {annee} », {dit} {Nom}.",
    "{Pays}, qui {fait} {chose}, craint une crise.",
    "En {annee}, {nombre} {unite} ont permis de {but}, alors que {organe} {fait} {chose}.",
    "Le gouvernement {adj} {fait} {chose} pour {but}, ce qui a conduit {sens}.",
    "{Nom} ({age} ans) est né à {ville} et dirige {organe} depuis {annee}.",
    "{Nom} {dit} que {pays} {fait} {chose}.",
    "Il {fait} {chose} et {fait} {chose}, a-t-il ajouté {jour}.",
    "À {ville}, {pays} et {pays} {adv} signé {chose} {jour}.",
    "C’est {Nom} qui {fait} {chose}, contre l’avis du {office}.",
    "Cette décision a mené {sens} : {organe} parle de {nombre} {unite}.",
    "Les habitants de {ville}, du port et des îles demandent {chose}.",
)
_SYLLABLES = "ba ker mon ti lou dra vi san gué nor pé zal".split()


def article(words: int, *, seed: int = 0) -> Article:
    """An article of about that many words; another seed, other sentences and other names."""
    rng = random.Random(seed)
    paragraphs: list[str] = []
    written = 0
    while written < words:
        paragraph = " ".join(sentence(rng) for _ in range(rng.randint(3, 6)))
        written += len(paragraph.split())
        paragraphs.append(paragraph)
    return to_article(
        Draft(
            title=sentence(rng),
            text="\n\n".join(paragraphs),
            published_on=date(2024, 6, 18) + timedelta(days=seed),
        )
    )


def numbers(words: int) -> Article:
    """An article of that many numbers in one paragraph without a full stop."""
    text = " ".join(str(n * 7919 % 100_003) for n in range(words))
    return to_article(Draft(title="Des nombres", text=text))


def sentence(rng: random.Random) -> str:
    """One sentence, punctuated."""
    pattern = rng.choice(_PATTERNS)
    return "".join(_filled(pattern, rng))


def _filled(pattern: str, rng: random.Random) -> Iterator[str]:
    for n, part in enumerate(pattern.replace("}", "{").split("{")):
        yield _slot(part, rng) if n % 2 else part


def _slot(name: str, rng: random.Random) -> str:
    if name == "Nom":
        surname = "".join(rng.choices(_SYLLABLES, k=3)).capitalize()
        return f"{rng.choice(_SLOTS['first'])} {surname}"
    if name == "Pays":
        country = rng.choice(_SLOTS["pays"])
        return country[0].upper() + country[1:]
    if name == "nombre":
        return f"{rng.randint(2, 9999):,}".replace(",", "\u202f")
    if name == "age":
        return str(rng.randint(19, 90))
    return rng.choice(_SLOTS[name]) if name in _SLOTS else rng.choice(("ont", "auraient"))
