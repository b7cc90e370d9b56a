"""The names by which columns and states of tables are known, in English and some other languages."""

from __future__ import annotations

from enum import StrEnum

from interview_coach.domain.search import fold


class Part(StrEnum):
    """What a column is about; one that is left out is about nothing that is kept."""

    LEFT_OUT = "left_out"
    COMPANY = "company"
    TITLE = "title"
    STATE = "state"
    APPLIED = "applied"
    INTERVIEW = "interview"
    KIND = "kind"
    DECIDED = "decided"
    URL = "url"
    PLACE = "place"
    PAY = "pay"
    FOUND = "found"
    POSTING = "posting"
    NOTES = "notes"


class Fate(StrEnum):
    """What a state says became of an application."""

    SAVED = "saved"
    APPLIED = "applied"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    CANCELLED = "cancelled"
    ARCHIVED = "archived"


def plain_name(text: str) -> str:
    """A name without case, accents and marks: "Date_Applied*" is "date applied"."""
    return " ".join(fold(text.replace("_", " ")).split())


_COLUMNS: dict[Part, tuple[str, ...]] = {
    Part.COMPANY: (
        *("company", "company name", "companyname", "employer", "organisation", "organization"),
        *("firma", "unternehmen", "arbeitgeber", "entreprise", "societe", "empresa"),
    ),
    Part.TITLE: (
        *(
            "title",
            "job title",
            "jobtitle",
            "position",
            "role",
            "job",
            "job position",
            "position title",
        ),
        *(
            "stelle",
            "position/role",
            "job role",
            "jobbezeichnung",
            "titel",
            "poste",
            "intitule",
            "puesto",
        ),
    ),
    Part.STATE: (
        *(
            "status",
            "state",
            "stage",
            "list",
            "listname",
            "list name",
            "outcome",
            "result",
            "progress",
        ),
        *("application status", "job status", "phase", "ergebnis", "statut", "etat", "estado"),
    ),
    Part.APPLIED: (
        *(
            "date applied",
            "applied",
            "applied on",
            "applied date",
            "application date",
            "applied at",
        ),
        *("appliedat", "applieddate", "dateapplied", "date", "sent on", "date sent", "beworben am"),
        *(
            "bewerbungsdatum",
            "datum",
            "date de candidature",
            "fecha",
            "submitted",
            "submission date",
        ),
    ),
    Part.INTERVIEW: (
        *("interview", "interview date", "interview on", "interview time", "date of interview"),
        *(
            "next interview",
            "interviewdate",
            "vorstellungsgespräch",
            "gespräch",
            "gespräch am",
            "entretien",
        ),
        *("date de l'entretien", "entrevista"),
    ),
    Part.KIND: (
        "interview type",
        "interview kind",
        "round",
        "interview round",
        "interview stage",
        "runde",
    ),
    Part.DECIDED: (
        *(
            "decided on",
            "decision date",
            "date of decision",
            "rejected on",
            "rejection date",
            "closed on",
        ),
        *(
            "response date",
            "date of response",
            "outcome date",
            "offer date",
            "absage am",
            "entschieden am",
        ),
    ),
    Part.URL: (
        *(
            "url",
            "link",
            "job url",
            "joburl",
            "job link",
            "posting",
            "job posting url",
            "posting url",
        ),
        *(
            "posting link",
            "website",
            "application link",
            "jd link",
            "job posting",
            "lien",
            "enlace",
        ),
    ),
    Part.PLACE: (
        "location",
        "place",
        "city",
        "joblocation",
        "job location",
        "ort",
        "standort",
        "lieu",
        "ubicacion",
    ),
    Part.PAY: (
        *(
            "salary",
            "pay",
            "compensation",
            "salary range",
            "salaryrange",
            "max. salary",
            "min. salary",
            "gehalt",
        ),
        *("salaire", "salario", "pay range"),
    ),
    Part.FOUND: (
        "source",
        "jobsource",
        "job source",
        "found",
        "found on",
        "found at",
        "where found",
        "via",
        "platform",
        "quelle",
    ),
    Part.POSTING: (
        "description",
        "job description",
        "htmldescription",
        "jobdescription",
        "beschreibung",
        "posting text",
    ),
    Part.NOTES: (
        "notes",
        "note",
        "comments",
        "comment",
        "remarks",
        "notizen",
        "bemerkung",
        "kommentar",
        "remarques",
        "notas",
    ),
}
BY_NAME = {plain_name(name): part for part, names in _COLUMNS.items() for name in names}
_STATES: dict[Fate, tuple[str, ...]] = {
    Fate.SAVED: ("saved", "wishlist", "bookmarked", "to apply", "not applied", "interested", "draft", "todo", "to do", "gemerkt"),
    Fate.APPLIED: (
        *("applied", "application sent", "sent", "submitted", "waiting", "pending", "in review", "applying"),
        *("no response", "ghosted", "no answer", "beworben", "postulé", "candidature envoyée", "awaiting response"),
    ),
    Fate.INTERVIEWING: (
        *("interview", "interviewing", "interviews", "phone screen", "phone interview", "screening", "onsite"),
        *("final round", "technical interview", "first interview", "in progress", "im gespräch", "entretien"),
        *("negotiating", "interview scheduled", "second interview"),
    ),
    Fate.OFFER: ("offer", "offers", "offered", "offer received", "angebot", "offre"),
    Fate.ACCEPTED: ("accepted", "offer accepted", "hired", "signed", "angenommen", "accepté", "i accepted"),
    Fate.DECLINED: ("declined", "offer declined", "turned down", "declined offer", "i declined"),
    Fate.REJECTED: (
        *("rejected", "rejection", "not selected", "unsuccessful", "no", "denied", "absage", "abgelehnt", "refusé"),
        *("declined by company", "rejected by company"),
    ),
    Fate.WITHDREW: ("withdrawn", "withdrew", "i withdrew", "not interested", "zurückgezogen", "retiré"),
    Fate.CANCELLED: ("cancelled", "canceled", "position closed", "closed by company", "on hold", "position filled", "job closed"),
    Fate.ARCHIVED: ("archived", "archive", "expired", "archiviert"),
}  # fmt: skip
BY_STATE = {plain_name(name): fate for fate, names in _STATES.items() for name in names}
# How tools write that there is nothing.
NOTHING = frozenset({"n/a", "na", "none", "null", "nil", "-", "–", "—", "tbd", "?", "unknown"})
