"""How the desk names a fact and its parts."""

from quizapp.web.i18n import lazy_gettext as _

ROLES = {
    "subject": _("subject"),
    "verb": _("verb"),
    "object": _("object"),
    "recipient": _("recipient"),
    "source": _("source"),
    "agent": _("agent"),
    "place": _("place"),
    "time": _("time"),
    "duration": _("duration"),
    "manner": _("manner"),
    "purpose": _("purpose"),
    "cause": _("cause"),
    "quantity": _("quantity"),
    "company": _("company"),
    "topic": _("topic"),
    "attribute": _("attribute"),
    "complement": _("complement"),
    "frame": _("frame"),
}
"""By the word of the clause notation; `link` has no name of its own."""

FACT_KINDS = {
    "event": _("event"),
    "state": _("state"),
    "role": _("role"),
    "quote": _("quotation"),
    "quantity": _("figure"),
    "date": _("date"),
    "intention": _("intention"),
    "cause": _("cause"),
    "comparison": _("comparison"),
}

CERTAINTIES = {"sure": _("sure"), "likely": _("likely"), "doubtful": _("doubtful")}
