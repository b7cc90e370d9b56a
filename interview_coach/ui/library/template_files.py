"""Owns templates as files: where to, where from, and a sentence when it does not go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from interview_coach.domain.incoming import Refused
from interview_coach.domain.prep import Template
from interview_coach.domain.template import TemplateDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.borders import Borders
from interview_coach.ui.text import tr


def export(parent: QWidget, borders: Borders, template: Template) -> str:
    """Write a template where the person says; what went wrong, or nothing."""
    name = "".join(c if c.isalnum() or c in " -_" else " " for c in template.name).strip()
    asked, _ = QFileDialog.getSaveFileName(
        parent,
        tr("Export template"),
        tr("{name}.json", name=name or tr("template")),
        tr("Templates (*.json)"),
    )
    if not asked:
        return ""
    try:
        if borders.template_bytes is not None:
            borders.write(Path(asked), borders.template_bytes(template))
    except Trouble as error:
        known = words.trouble(error)
        return tr("{trouble}. {what_to_do}", trouble=known.title, what_to_do=known.text)
    return ""


def read(parent: QWidget, borders: Borders) -> tuple[TemplateDraft | None, str]:
    """Read the template that the person chooses; or nothing, and why."""
    asked, _ = QFileDialog.getOpenFileName(
        parent, tr("Import template"), "", tr("Templates (*.json)")
    )
    if not asked:
        return None, ""
    try:
        return borders.template(Path(asked)) if borders.template is not None else None, ""
    except Refused as error:
        return None, refused_text(error.code)


def refused_text(code: str) -> str:
    """Why a file was not read."""
    if code == "too_large":
        return tr("This file is far too large for a template.")
    if code == "unreadable":
        return tr("This file could not be read.")
    return tr("This file holds no template of Interview Coach. Nothing has been changed.")
