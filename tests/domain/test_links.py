"""Links that do not lead where a quick look says are named by where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.links import is_link, odd_host


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://meet.example.com/abc", ""),
        ("meet.example.com/abc", ""),
        ("https://meet.example.com:443/abc", ""),
        ("tel:+4930123", ""),
        ("https://meet.example.com@evil.example/abc", "evil.example"),
        ("https://meet.example.com:8443/abc", "meet.example.com"),
        ("https://192.0.2.7/abc", "192.0.2.7"),
        ("https://xn--exmple-4nf.com", "xn--exmple-4nf.com"),
        ("https://ex\u0430mple.com", "xn--exmple-4nf.com"),
    ],
)
def test_where_a_link_leads(link: str, host: str) -> None:
    assert odd_host(link) == host


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(odd_host(text), str)
    assert isinstance(is_link(text), bool)
