"""The person's words as the exchange asks for them: it writes files, and knows no sentence itself."""

from __future__ import annotations

from interview_coach.domain.document import Value
from interview_coach.ui import words_document


class Words:
    """Tables, columns and values in words; see `exchange.markdown.Wording`."""

    def table(self, name: str) -> str:
        """What the rows of a table are called."""
        return words_document.table(name)

    def column(self, table: str, name: str) -> str:
        """What a column is called."""
        return words_document.column(table, name)

    def value(self, table: str, column: str, value: Value) -> str:
        """A stored value in words."""
        return words_document.value(table, column, value)
