"""What a posting says it pays, as one line: a number, a range or a text, in any of their shapes."""

from __future__ import annotations

import re
from typing import Any

from interview_coach.exchange.posting.pages import plain

_UNITS = {
    "HOUR": "per hour",
    "DAY": "per day",
    "WEEK": "per week",
    "MONTH": "per month",
    "YEAR": "per year",
    "ANN": "per year",
    "HUR": "per hour",
    "MON": "per month",
}
_CURRENCY = re.compile(r"[A-Za-z]{3}|[€$£¥]")
_LARGEST = 10**12


def pay_of(thing: dict[str, Any]) -> str:
    """The pay of a job posting; "" when it says none."""
    currency = _currency(thing.get("salaryCurrency"))
    for name in ("baseSalary", "estimatedSalary", "salary"):
        found = _line(thing.get(name), currency, "")
        if found:
            return found
    return ""


def _line(value: Any, currency: str, unit: str) -> str:
    if isinstance(value, list):
        lines = [_line(one, currency, unit) for one in value[:5]]
        return "; ".join(dict.fromkeys(line for line in lines if line))
    if not isinstance(value, dict):
        number = _number(value)
        if number is not None:
            return _said(_written(number), currency, unit)
        text = plain(value) if isinstance(value, str) else ""
        return text if any(c.isdigit() for c in text) or len(text) > 3 else ""
    currency = _currency(value.get("currency") or value.get("salaryCurrency")) or currency
    unit = _unit(value.get("unitText") or value.get("unitCode") or value.get("duration")) or unit
    least, most = _number(value.get("minValue")), _number(value.get("maxValue"))
    if least is not None or most is not None:
        return _said(_range(least, most), currency, unit)
    # Three tools out of four put the figures one level deeper.
    return _line(value.get("value", value.get("median")), currency, unit)


def _range(least: float | None, most: float | None) -> str:
    if least is None or most is None or least == most:
        one = most if least is None else least
        word = "up to " if least is None else "from " if most is None else ""
        return f"{word}{_written(one or 0)}"
    return f"{_written(least)}–{_written(most)}"


def _said(figures: str, currency: str, unit: str) -> str:
    return " ".join(part for part in (figures, currency, unit) if part)


def _number(value: Any) -> float | None:
    """A figure above nothing; a text only where it is nothing but one."""
    if isinstance(value, str):
        text = value.strip()
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
            text = text.replace(",", "")
        if not re.fullmatch(r"\d{1,13}(\.\d{1,4})?", text):
            return None
        value = float(text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    # Zero is how forms write that nobody filled it in.
    return value if 0 < value < _LARGEST else None


def _written(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}"


def _currency(value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    return text.upper() if _CURRENCY.fullmatch(text) else ""


def _unit(value: Any) -> str:
    return (
        _UNITS.get(value.strip().upper().removesuffix("LY"), "") if isinstance(value, str) else ""
    )
