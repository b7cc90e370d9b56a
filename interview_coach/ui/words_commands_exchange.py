"""What the commands `export` and `import` say. No Qt."""

from __future__ import annotations

from interview_coach.domain.incoming import Refused
from interview_coach.domain.merging import Fate, Merge
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words_data, words_exchange
from interview_coach.ui.text import tr, tr_n


def exported(path: str) -> str:
    """Everything was written."""
    return tr("Exported to {path}", path=path)


def too_large_to_read_back(path: str) -> str:
    """It was written, but is more than an import reads."""
    return tr(
        "Exported to {path}. It is larger than Interview Coach reads back: keep a backup as well.",
        path=path,
    )


def not_exported(found: Trouble) -> str:
    """Why nothing could be written, in one sentence."""
    sentence = words_data.export_trouble(found)
    return tr("{trouble}. {next}", trouble=sentence.title, next=sentence.text)


def unknown_ending() -> str:
    """No form goes with that name."""
    return tr(
        "The name must end in .zip, .zip.age, .json, .md.zip or .csv.zip, or be a folder that is new and given with --as."
    )


def there_already(path: str) -> str:
    """Something of that name is there."""
    return tr("{path} is there already; give another name, or say --overwrite.", path=path)


def no_passphrase() -> str:
    """A passphrase is needed and nobody gave one."""
    return tr(
        "A passphrase is needed: set INTERVIEW_COACH_PASSPHRASE, or give its file with --passphrase-file."
    )


def two_passphrases() -> str:
    """They were not typed alike."""
    return tr("The two passphrases are not the same.")


def ask_passphrase(*, again: bool = False) -> str:
    """Before a passphrase is typed."""
    return tr("Once more: ") if again else tr("Passphrase: ")


def refusal(found: Refused) -> str:
    """Why a file was not read, in one sentence."""
    sentence = words_exchange.refusal(found)
    return tr("{trouble}. {next}", trouble=sentence.title, next=sentence.text).strip()


def nobody_takes(kind: str) -> str:
    """A kind of file that only the window can take."""
    return tr("A file of this kind ({kind}) is imported in the window.", kind=kind)


def would(found: Merge) -> list[str]:
    """What an import would do, line by line."""
    if found.idle:
        return [tr("Everything in this file is here already.")]
    return [*words_exchange.merge_lines(found), _conflicts(found, tr("kept as they are here"))]


def did(found: Merge, *, theirs: bool) -> list[str]:
    """What an import did."""
    if found.idle:
        return [tr("Everything in this file is here already. Nothing was changed.")]
    new = found.total(Fate.NEW)
    first = tr_n("Imported: {n} new row.", "Imported: {n} new rows.", new)
    kept = tr("taken from the file") if theirs else tr("kept as they are here")
    return [first, _conflicts(found, kept)]


def _conflicts(found: Merge, kept: str) -> str:
    n = len(found.conflicts)
    if not n:
        return tr("No conflicts.")
    return tr_n("{n} conflict, {kept}.", "{n} conflicts, {kept}.", n, kept=kept)
