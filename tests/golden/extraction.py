"""A news text of our own, with what extraction should make of it."""

from datetime import date
from pathlib import Path

from quizapp.model import Article, Draft
from quizapp.reading.articles import to_article

TITLE = "Le Kenya et le Japon signent un accord sur l’eau"
PUBLISHED = date(2024, 6, 18)

_BARRAGE = (
    "Le président kényan William Ruto a reçu lundi le Premier ministre japonais Fumio Kishida à"
    " Nairobi. Le Kenya a livré au Japon des tonnes de thé noir. En 2019, des ingénieurs japonais"
    " ont construit un barrage. Selon la Banque mondiale, environ 12 000 familles devraient"
    " recevoir de l’eau potable depuis septembre."
)
_AIDE = (
    "Fumio Kishida, chef du gouvernement japonais, n’a pas signé le second contrat. Cette décision"
    " surprend. Il a promis une aide de 3,5 millions d’euros. La France, qui finance le port de"
    " Mombasa, craint un retard."
)
_USINES = (
    "« Nous construirons trois usines avant la fin de la décennie », a déclaré Fumio Kishida devant"
    " la presse. Le maire de Nairobi, Johnson Sakaja, a affirmé que la Chine ouvrira une école en"
    " 2030. Le Japon et le Kenya veulent renforcer leurs échanges. La Chine aurait proposé un prêt"
    " au Kenya."
)
TEXT = "\n\n".join([_BARRAGE, _AIDE, "Les usines", _USINES])

ACCEPTED = (Path(__file__).parent / "extraction.txt").read_text(encoding="utf-8").splitlines()
"""Kind, modality, polarity, time, attribution and clause of each accepted fact, in order."""


def sample_article() -> Article:
    return to_article(Draft(title=TITLE, text=TEXT, published_on=PUBLISHED))
