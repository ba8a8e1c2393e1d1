"""What a noun can call: a person, a place, an organisation, or some other thing."""

import re
from typing import Literal

from quizapp.french.lexicon import Lexicon
from quizapp.french.typography import normalise

Kind = Literal["person", "place", "organisation", "thing"]

_PEOPLE = frozenset(
    "spin cadre chef cheffe leader ministre président présidente secrétaire porte-parole"
    " porte-paroles directeur directrice maire préfet préfète pape cardinal archevêque"
    " évêque roi reine prince princesse empereur émir père mère fils fille frère sœur"
    " époux épouse femme mari veuve veuf compagne compagnon cousin cousine oncle tante"
    " neveu nièce numéro membre patron patronne star figure bras porteur doctorant"
    " procureure procureur commissaire général colonel capitaine major lieutenant"
    " haut-commissaire homme ami amie proche élu élue frontiste écologiste secouriste"
    " syndicaliste animateur animatrice pilote chancelier chancelière tête expert experte"
    " vice-président vice-présidente vice-premier co-président co-présidente coprésident"
    " coprésidente cofondateur cofondatrice co-fondateur co-fondatrice fondateur"
    " fondatrice pdg spin-doctor eurodéputé eurodéputée challenger skipper rappeur"
    " rappeuse youtubeur youtubeuse sélectionneur coach manager tenant tenante championne"
    " champion vainqueur lauréat lauréate employé employée réfugié réfugiée rescapé"
    " rescapée retraité retraitée député députée invité invitée conservateur"
    " conservatrice personnalité adjoint adjointe délégué déléguée chargé chargée"
    " rapporteur rapporteure rapporteuse".split()
)
_PLACES = frozenset(
    "ville village commune localité bourg bourgade hameau capitale chef-lieu métropole"
    " agglomération quartier banlieue faubourg arrondissement canton district département"
    " région province pays état territoire île archipel presqu'île péninsule port station"
    " zone plaine vallée montagne sommet volcan fleuve rivière lac mer océan détroit"
    " désert plage site municipalité préfecture sous-préfecture enclave bastion fief"
    " place-forte planète étoile galaxie plateforme république royaume".split()
)
_ORGANISATIONS = frozenset(
    "organisation organisme entreprise société groupe firme compagnie banque filiale"
    " constructeur fabricant éditeur fournisseur opérateur association ong fondation"
    " collectif mouvement parti formation coalition alliance syndicat fédération ligue"
    " confédération union agence institut institution organe autorité journal quotidien"
    " hebdomadaire magazine mensuel chaîne radio station site média université école"
    " laboratoire club équipe unité milice force branche division brigade régiment armée"
    " police administration commission comité conseil réseau plateforme start-up"
    " multinationale enseigne concurrent rival concurrente service établissement"
    " structure centre think tank cabinet".split()
)
_THINGS = frozenset(
    "application logiciel jeu film court-métrage long-métrage documentaire série émission"
    " livre roman album chanson course épreuve compétition tournoi festival prix"
    " cérémonie opération offensive bataille attentat fonctionnalité service produit"
    " modèle avion appareil fusée satellite sonde télescope navire bateau paquebot train"
    " planète comète astéroïde étoile loi texte traité accord programme projet plan"
    " campagne langue religion maladie virus vaccin médicament période doctrine branche"
    " instruction espèce race animal arme missile drapeau rubrique centrale réacteur"
    " usine mosquée église cathédrale stade musée pont barrage hôtel château court moyen"
    " long".split()
)
_BUILDINGS = frozenset(
    "mosquée église cathédrale lycée collège école université hôpital clinique stade"
    " aéroport gare rue avenue place boulevard pont quai centre institut fondation musée"
    " théâtre salle prix affaire loi plan gouvernement cabinet canot navire bateau bar"
    " restaurant hôtel liste clan famille".split()
)
_PERSON_SENSE = re.compile(
    r"(?:personne|celui|celle|homme|femme|professionnel|sportif|fonctionnaire|artiste|membre d"
    r"|spécialiste|officier|chef|conducteur|joueur|auteur|pratiquant|technicien|ouvrier|médecin"
    r"|avocate?|prélat|religieux|militaire|soldat|agent|magistrat|salarié|habitant|partisan|savant"
    r"|scientifique|artisan|commerçant|marchand|vendeur|prêtre|moine|chanteur|acteur|danseur"
    r"|peintre"
    r"|enseignant|employé|ingénieur|juriste|policier|infirmi|dame|jeune (?:homme|femme)"
    r"|responsable|titulaire|coureur|musicien|écrivain|dirigeant|étudiant|élève)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?:é|ée|u|ue|i|ie|is|ise|it|ite)$")
_NO_PERSON = frozenset(
    "individu suspect affaire gouvernement clan famille couple duo trio groupe camp"
    " équipe tribunal jeune victime autre même premier seul présumé dernier suivant monde"
    " génie second troisième gauche droite quart demi aide appui garde recrue centenaire"
    " bicentenaire cinquantenaire main voix visage".split()
)
_INCOMPLETE = frozenset(
    "ministre président présidente secrétaire directeur directrice chef cheffe membre"
    " porte-parole leader patron patronne responsable dirigeant dirigeante représentant"
    " représentante fondateur fondatrice cofondateur cofondatrice père mère fils fille"
    " frère sœur époux épouse mari veuve compagne compagnon cousin cousine ami amie"
    " adjoint adjointe délégué déléguée numéro capitaine entraîneur sélectionneur"
    " vainqueur lauréat lauréate tenant tenante cadre premier candidat candidate"
    " vice-président vice-présidente conseiller conseillère suppléant suppléante tête"
    " figure auteur auteure autrice avocat avocate homme femme élu élue propriétaire"
    " tenancier chargé chargée proche organisateur organisatrice initiateur initiatrice"
    " coordinateur coordinatrice coordonnateur gouverneur préfet préfète maire procureur"
    " procureure ambassadeur ambassadrice expert experte spécialiste assistant assistante"
    " collaborateur collaboratrice attaché attachée coéquipier coéquipière compatriote"
    " rival rivale adversaire concurrent concurrente successeur prédécesseur dauphin"
    " client cliente remplaçant remplaçante voisin voisine collègue animateur animatrice"
    " réalisateur réalisatrice producteur productrice concepteur conceptrice capitale"
    " filiale branche chef-lieu éditeur fournisseur organe unité division siège service"
    " zone organisme fief bastion commune place rapporteur rapporteure pilote titulaire"
    " victime bras champion championne héritier héritière monarque roi reine prince"
    " princesse commandant partenaire commandante général commissaire chancelier"
    " chancelière".split()
)
_PROFESSIONS = frozenset(
    "avocat avocate animateur animatrice réalisateur réalisatrice producteur productrice"
    " pilote procureur procureure général commissaire".split()
)
_ONE_OF_A_KIND = frozenset(
    "président présidente ministre chancelier chancelière roi reine pape empereur émir"
    " directeur directrice chef cheffe patron patronne leader dirigeant dirigeante pdg"
    " maire préfet préfète gouverneur procureur procureure ambassadeur ambassadrice"
    " secrétaire entraîneur sélectionneur fondateur fondatrice père mère mari épouse"
    " époux femme veuve capitale chef-lieu siège commandant vainqueur tenant tenante"
    " capitaine numéro archevêque évêque commissaire".split()
)


def can_call(form: str, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether the noun calls something of that kind: « procureure » a person, « ville » a place."""
    word = _singular(normalise(form))
    known = {"person": _PEOPLE, "place": _PLACES, "organisation": _ORGANISATIONS,
             "thing": _THINGS | _ORGANISATIONS | _PLACES}[kind]  # fmt: skip
    if word in known:
        return True
    return kind == "person" and is_person_noun(form, lexicon)


def is_person_noun(form: str, lexicon: Lexicon) -> bool:
    """« comédienne », « archevêque »: by its definition, where our own list does not have it."""
    word = _singular(normalise(form)).removeprefix("ex-")
    if word in _PEOPLE:
        return True
    if word in _NO_PERSON or word in _PLACES or word in _ORGANISATIONS:
        return False
    entries = lexicon.look_up(word)
    if any(_PARTICIPLE.search(word) and entry.pos == "verb" for entry in entries):
        return False
    nouns = (entry for entry in entries if entry.pos == "noun")
    return any(_PERSON_SENSE.match(sense) for entry in nouns for sense in entry.senses[:2])


def is_noun(form: str, lexicon: Lexicon) -> bool:
    return any(entry.pos == "noun" for entry in lexicon.look_up(form))


def is_adjective(form: str, lexicon: Lexicon) -> bool:
    return any(entry.pos == "adjective" for entry in lexicon.look_up(form))


def leans_to_verb(form: str, lexicon: Lexicon) -> bool:
    """« travaillant » is a verb before it is an adjective; « important » is not."""
    entries = lexicon.look_up(form)
    return bool(entries) and entries[0].pos == "verb"


def is_incomplete(form: str) -> bool:
    """« X est directeur »: of what? « X est avocat » says enough."""
    return wants_complement(form) and normalise(form) not in _PROFESSIONS


def wants_complement(form: str) -> bool:
    """« directeur », « capitale », « avocat »: of a complement there is but one."""
    return _singular(normalise(form)).removeprefix("ex-") in _INCOMPLETE


def is_one_of_a_kind(form: str) -> bool:
    """« la chancelière allemande »: there is one; « le perchiste français » is one of many."""
    return _singular(normalise(form)) in _ONE_OF_A_KIND


def gender_of(form: str, lexicon: Lexicon) -> str | None:
    """« m » or « f », None where the lexicon does not know or leaves it open."""
    nouns = [entry for entry in lexicon.look_up(form) if entry.pos == "noun" and entry.gender]
    if not nouns or nouns[0].gender == "mf":
        return None
    return nouns[0].gender


def _singular(word: str) -> str:
    known = _PEOPLE | _PLACES | _ORGANISATIONS | _THINGS
    return word if word in known or word[:-1] not in known else word[:-1]


def lends_its_name(form: str) -> bool:
    """« la mosquée X », « le lycée X »: the name behind is the building's, not a person's."""
    return normalise(form) in _BUILDINGS
