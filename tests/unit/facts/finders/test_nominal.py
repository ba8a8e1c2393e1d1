"""Facts that have no verb of their own: titles, appositions, brackets, places."""

from datetime import date

import pytest

from quizapp.facts.extract import extract
from quizapp.model import Draft
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources
from tests.unit.facts.finders.test_participles import told

pytestmark = pytest.mark.models


def said(text: str, models: Models, resources: Resources) -> set[str]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2017, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    return {fact.statement for fact in extract(parsed, resources=resources).facts}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("La comédienne Isabelle Huppert a reçu un prix à Lyon.",
         "Isabelle Huppert est comédienne."),
        ("Le perchiste français Renaud Lavillenie a gagné le concours.",
         "Renaud Lavillenie est un perchiste français."),
        ("L’ancien ministre du Budget Alain Lambert a démissionné.",
         "Alain Lambert est un ancien ministre du Budget."),
        ("La chancelière allemande Angela Merkel a visité Lyon.",
         "Angela Merkel est la chancelière allemande."),
        ("Un appel a été lancé par le Premier ministre irakien Haïder al-Abadi.",
         "Haïder al-Abadi est le Premier ministre irakien."),
        ("Après une réunion du Premier ministre belge Charles Michel, le texte a été signé.",
         "Charles Michel est le Premier ministre belge."),
        ("Le directeur de la Banque de France, François Villeroy, a signé le texte.",
         "François Villeroy est le directeur de la Banque de France."),
        ("Un élu de Troyes et la ministre de la Santé, Agnès Buzyn, ont signé le texte.",
         "Agnès Buzyn est la ministre de la Santé."),
        ("Le secrétaire général de la CGT, Philippe Martinez appelle à la grève.",
         "Philippe Martinez est le secrétaire général de la CGT."),
    ],
)  # fmt: skip
def test_title_before_name(text: str, statement: str, models: Models, resources: Resources) -> None:
    assert statement in said(text, models, resources)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Lyon pleure après l’assassinat en mai de Paul Durand, un boulanger d’origine italienne.",
         "Paul Durand était un boulanger d’origine italienne."),
        ("La mort de la chanteuse de 22 ans Anne Petit a été annoncée à Lyon. Le parquet enquête.",
         "Anne Petit était chanteuse."),
        ("La chanteuse Anne Petit a joué à Lyon. Anne Petit a été tuée à Nice.",
         "Anne Petit était chanteuse."),
        ("Le 23 avril 2013, Jean Petit (PS) avait signé le texte à Lyon.",
         "Jean Petit était membre du PS."),
        ("La mort du frère de la chanteuse Anne Petit a été annoncée à Lyon.",
         "Anne Petit est chanteuse."),
    ],
)  # fmt: skip
def test_what_somebody_was(text: str, statement: str, models: Models, resources: Resources) -> None:
    assert statement in said(text, models, resources)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Jean Dupont, maire de Troyes et vice-président de la région Grand Est, a signé.",
         {"Jean Dupont est maire de Troyes.",
          "Jean Dupont est vice-président de la région Grand Est."}),
        ("Jean Dupont, l’un des cadres de la CGT, a signé le texte.",
         {"Jean Dupont est l’un des cadres de la CGT."}),
        ("Marie Durand (PS), députée de la Creuse, a signé le texte.",
         {"Marie Durand est députée de la Creuse.", "Marie Durand est membre du PS."}),
        ("Selon Jean Dupont, 63 ans, militant socialiste, le texte a été signé.",
         {"Jean Dupont est militant socialiste."}),
        ("Marie Petit, fille de l’acteur Jean Petit, a gagné la course.",
         {"Marie Petit est la fille de l’acteur Jean Petit.", "Jean Petit est acteur."}),
        ("Le texte a été signé par Anne Durand, alors ministre de la Culture.",
         {"Anne Durand était ministre de la Culture."}),
        ("Anne Durand, maire de Troyes, ancienne ministre du Travail, a signé le texte.",
         {"Anne Durand est maire de Troyes.",
          "Anne Durand est une ancienne ministre du Travail."}),
        ("Le Darfour, province soudanaise frontalière du Tchad, a été bombardé.",
         {"Le Darfour est une province soudanaise frontalière du Tchad."}),
        ("L’attaque a eu lieu à Lahore, deuxième ville du Pakistan.",
         {"Lahore est la deuxième ville du Pakistan."}),
        ("L’armée a repris Raqqa, capitale de Daech.", {"Raqqa est la capitale de Daech."}),
        ("Les soldats ont quitté Sinjar, un village proche de Mossoul.",
         {"Sinjar est un village proche de Mossoul."}),
    ],
)  # fmt: skip
def test_apposition_behind_name(
    text: str, statements: set[str], models: Models, resources: Resources
) -> None:
    assert statements <= said(text, models, resources)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Le Belge Greg Van Avermaet a gagné l’étape.", "Greg Van Avermaet est belge."),
        ("L’Américaine Gwen Jorgensen a gagné la course.", "Gwen Jorgensen est américaine."),
        ("La course a souri aux Britanniques Vicky Holland et Helen Jenkins.",
         "Helen Jenkins est britannique."),
        ("Jean Dupont, 73 ans, a été retrouvé à Lyon.", "Jean Dupont avait 73 ans."),
        ("Jean Dupont (73 ans) a été retrouvé à Lyon.", "Jean Dupont avait 73 ans."),
        ("Jean Dupont, un boulanger de 73 ans, a été retrouvé à Lyon.",
         "Jean Dupont avait 73 ans."),
        ("La Ligue des droits de l’homme (LDH) a protesté.",
         "La Ligue des droits de l’homme a pour sigle LDH."),
        ("Une explosion a eu lieu à Newton, dans le Connecticut.",
         "Newton se trouve dans le Connecticut."),
        ("Une étude de l’université de Manchester (Royaume-Uni) a été publiée.",
         "L’université de Manchester se trouve au Royaume-Uni."),
        ("Le message a été publié sur le réseau social Facebook.",
         "Facebook est un réseau social."),
        ("L’attaque a visé la ville moyenne de Lahore.", "Lahore est une ville moyenne."),
        ("L’attaque a visé la province méridionale du Sind.",
         "Le Sind est une province méridionale."),
    ],
)  # fmt: skip
def test_words_around_a_name(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in said(text, models, resources)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Facebook a lancé une option avec sa filiale Instagram.",
         "Instagram est une filiale de Facebook."),
        ("Angela Merkel a pris la parole devant son mari Joachim Sauer.",
         "Joachim Sauer est le mari d’Angela Merkel."),
        ("La firme a lancé une application proche de Snapchat, Poke.",
         "Poke est une application proche de Snapchat."),
        ("Le message a été relayé par l’application de messagerie Snapchat.",
         "Snapchat est une application de messagerie."),
        ("Les soldats ont repris un village à l’État islamique (Daech).",
         "L’État islamique est aussi appelé Daech."),
        ("Une bombe a explosé près de la capitale Bagdad.", "Bagdad est la capitale de l’Irak."),
        ("Le président François Hollande a reçu les syndicats.",
         "François Hollande est président de la République."),
        ("La chanteuse de 22 ans Clara Luciani a donné un concert.",
         "Clara Luciani est chanteuse."),
        ("Le pape François a visité Lyon.", "François est pape."),
    ],
)  # fmt: skip
def test_what_the_article_or_the_records_complete(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in said(text, models, resources)


def test_country_of_the_title(models: Models, resources: Resources) -> None:
    draft = Draft(
        title="Pakistan : attentat contre un marché",
        text="Le Pakistan et l’Afghanistan négocient. L’attaque a visé Lahore, deuxième ville du"
        " pays.",
        published_on=date(2017, 3, 14),
    )
    parsed = parse(to_article(draft), models=models, resources=resources)
    facts = {f.statement: f.resolved_by for f in extract(parsed, resources=resources).facts}
    assert "pays du titre" in (facts["Lahore est la deuxième ville du Pakistan."] or "")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Bruno Martin, adjoint à la maire de Paris, Paul Petit et Anne Durand ont défilé.",
         "Paul Petit est"),
        ("L’entreprise a lancé, via sa filiale Instagram, un service proche de Snapchat.",
         "Instagram est un service"),
        ("Le fils de Jean Dupont, maire de Troyes, a été arrêté.", "Jean Dupont est maire"),
        ("Jean Dupont, arrivé en tête du premier tour, a salué ses électeurs.",
         "Jean Dupont est arrivé d"),
        ("Jean Dupont, le ministre Paul Petit et Anne Durand ont signé.", "Jean Dupont est"),
        ("Les Français Camille Dubois et Dominique Martin ont gagné.", "Camille Dubois est"),
        ("Des marches ont eu lieu à Rennes, Vannes et Brest, en Normandie et à Paris.",
         "Brest se trouve"),
        ("Les députés ont adopté la loi El Khomri.", "El Khomri est"),
        ("La mission a visité la région de Fairbanks.", "Fairbanks est"),
        ("Le gardien de la mosquée Ali Hassan a été blessé.", "Ali Hassan est"),
        ("Jean Dupont, avocat de Paul Petit, patron de la société Mirabel, a plaidé à Lyon.",
         "Jean Dupont est patron"),
        ("Jean Dupont, ministre de la Culture, est « surpris » du succès de la loi.",
         "Jean Dupont est est"),
        ("La Ville de Paris a voté un budget.", "Paris est"),
        ("Le candidat Jean Dupont a visité Lyon.", "Jean Dupont est candidat"),
        ("Jean Dupont, député (PS) du Loiret, a visité Lyon.", "Jean Dupont est député."),
        ("Le meurtre de Jean Dupont, journaliste à La Croix, a ému Lyon.", "Jean Dupont est"),
        ("Jean Dupont et Paul Petit ont salué leur avocat, et son épouse Anne Durand aussi.",
         "Anne Durand est"),
    ],
)  # fmt: skip
def test_left_out(text: str, wrong: str, models: Models, resources: Resources) -> None:
    assert not [s for s in said(text, models, resources) if s.startswith(wrong)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Jean Dupont, homme d’affaires français, a visité Lyon.",
         "Jean Dupont est un homme d’affaires français."),
        ("Le cargo a coulé en 1917. Les marins et le patron du canot, Jean Petit, avaient survécu.",
         "Jean Petit était le patron du canot."),
        ("Le meurtre de Jean Dupont, journaliste à La Croix, a ému Lyon.",
         "Jean Dupont était journaliste à La Croix."),
    ],
)  # fmt: skip
def test_roles_in_their_time(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in told(text, models, resources)
