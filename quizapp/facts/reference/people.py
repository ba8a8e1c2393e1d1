"""« Fillon », « M. Fillon »: the full name, as the article gave it elsewhere."""

import re

from quizapp.facts.entities import Registry
from quizapp.facts.reference.completion import Completion
from quizapp.french.elision import join
from quizapp.french.typography import normalise
from quizapp.model import Article, Span
from quizapp.nlp.markers import is_role_noun

_HONORIFIC = r"(?:(?:m\.|mme|mlle|monsieur|madame|mademoiselle) )?"
_NAMESAKES = (
    "loi plan gouvernement affaire amendement rapport famille ère clan camp époux couple frères"
    " sœurs décret doctrine administration cabinet ordonnance ordonnances méthode parents équipe"
    " procès fondation institut rue avenue place centre prix tour projet réforme messieurs"
    " présidence mandat version dossier sondage tandem duo effet liste ministère règne régime"
    " jurisprudence commission comité fils père fille mère frère sœur docteur saint sainte"
).split()
"""What is named after somebody (« la loi X »), and the kin who share a name."""
_CALLED = re.compile(
    r"(?:^|[ '])(?:le|la|l'|les|un|une|du|au|ce|cette|son|sa) ?(?P<noun>[\w-]{3,})(?: [\w-]+)? $"
)
_BEFORE = re.compile(r"(?P<word>[\w.-]+)[ '](?:et )?$")


class People:
    """The full names of the persons of an article."""

    def __init__(self, registry: Registry, article: Article) -> None:
        self._registry = registry
        self._text = article.text

    def completed(self, text: str, sentence: Span, statement: str) -> Completion | None:
        """`text` with the short names of the sentence in full, unless the statement says them."""
        found = text
        changed: list[str] = []
        for entity, short in self._short_names(sentence):
            full = self._registry.shown(entity)
            known = normalise(full) in normalise(statement)
            initialled = re.search(rf"\b[A-Z]\.? {re.escape(short)}", statement)
            longer = found if known or initialled else self._with_full_name(found, short, full)
            if longer != found:
                found = longer
                changed.append(f"« {short} » : {full}")
        if not changed:
            return None
        return Completion(found, notes=tuple(changed), features=frozenset({"full_name"}))

    def _short_names(self, sentence: Span) -> list[tuple[str, str]]:
        """Surnames that the sentence says of persons whom the article names in full."""
        found = []
        for mention in self._registry.inside(sentence):
            short = " ".join(self._text[mention.span.start : mention.span.end].split())
            full = self._registry.shown(mention.entity)
            surname = normalise(full).endswith(f" {normalise(short)}")
            if mention.kind == "person" and surname:
                found.append((mention.entity, short))
        return list(dict.fromkeys(found))

    def _with_full_name(self, text: str, short: str, full: str) -> str:
        low = normalise(text)
        name = rf"(?<![\w-]){_HONORIFIC}{re.escape(normalise(short))}(?![\w-])"
        match = re.search(rf"(?P<lead>de |que |d'|qu'|){name}", low)
        if match is None or low.count('"', 0, match.start()) % 2:
            return text
        goes_on = text[match.end() : match.end() + 2].strip()[:1].isupper()
        if goes_on or (not match["lead"] and _names_something_else(text[: match.start()])):
            return text
        lead = {"d'": "de", "qu'": "que"}.get(match["lead"], match["lead"].strip())
        shown = join(lead, full) if lead else full
        if text[match.start()].isupper() and lead:
            shown = shown[:1].upper() + shown[1:]
        return f"{text[: match.start()]}{shown}{text[match.end() :]}"


def _names_something_else(before: str) -> bool:
    """« la loi X », « la banque suisse X », « Jean X »; not « le président X », « Hier X »."""
    low = normalise(before)
    last = _BEFORE.search(low)
    if last is None:
        return False
    called = _CALLED.search(low)
    common = called is not None and not is_role_noun(called["noun"])
    capital = before[last.start()].isupper() and last.start() > 0
    return common or capital or last["word"] in _NAMESAKES
