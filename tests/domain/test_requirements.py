"""What a posting asks for: proposed where it says so, and nothing made up in any language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.requirements import LONGEST, MOST, is_english, proposed, ranked
from interview_coach.domain.text import clean_line

SENTENCES = "We are a small team and you will work with all of us. "
ENGLISH = f"""Baker at Tarn

{SENTENCES}

What you'll do
- Run the morning shift
- Keep the books of the oven

What you'll bring
- 3+ years at an oven, or what
  comes near to it
- A driving licence;
* Patience

Benefits
- 30 days of holiday
- You have a say in the bread
"""
GERMAN = """Bäcker (m/w/d)

Wir haben seit 20 Jahren Erfahrung mit Brot und sind ein kleines Team.
Sie müssen früh aufstehen können. Must-have: gute Laune.

Ihre Aufgaben
- Leitung der Frühschicht

Ihr Profil
- Abgeschlossene Ausbildung
- Führerschein Klasse B

Wir bieten
- 30 Tage Urlaub
- Required Reading Club
"""
FRENCH = """Boulanger (H/F)

Nous sommes une petite équipe et nous cherchons pour notre fournil une personne avec de l'expérience.
Vous avez 3 ans d'expérience et vous devez vous lever tôt.

Vos missions
- Gérer l'équipe du matin

Profil recherché
- CAP boulanger
- Permis B

Nous offrons
- Une mutuelle
"""
JAPANESE = """パン職人

私たちは小さなチームです。朝早く起きられる方を歓迎します。経験3年以上。

仕事内容
・朝のシフトの管理

応募資格
・パン製造の経験
・普通自動車免許

待遇
・社会保険完備
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requirements\n- Go\n- SQL, 3+ years", ("Go", "SQL, 3+ years")),
        ("**Requirements:**\n- C++\n- C#", ("C++", "C#")),
        ("Minimum qualifications\n1. A degree\n2) Patience", ("A degree", "Patience")),
        ("Skills & experience required\n• Rust", ("Rust",)),
        ("You might be a great fit if\n- You like bread", ("You like bread",)),
        ("Benefits\n- 30 days of holiday", ()),
        ("Responsibilities\n- Run the shift", ()),
        ("", ()),
        ("Requirements", ()),
        ("Requirements\n- Go\n\nBenefits\n- Bread", ("Go",)),
        (
            SENTENCES + "You must hold a licence. We have two dogs.",
            ("You must hold a licence",),
        ),
        (
            SENTENCES + "At least 5 years of experience with ovens is welcome.",
            ("At least 5 years of experience with ovens is welcome",),
        ),
        (SENTENCES + "A clean record is required.", ("A clean record is required",)),
        (SENTENCES + "We have 20 years of experience.", ()),
        (SENTENCES + "We started with one oven 20 years ago.", ()),
        (SENTENCES + "If you have any questions, write to us.", ()),
        (SENTENCES + "You must not apply by post.", ()),
        (SENTENCES + "You have 30 days of paid holiday.", ()),
        (SENTENCES + "You will have access to the best flour.", ()),
        (
            "Requirements\n" + "You can stand on your feet for eight hours, and you like doing it.",
            ("You can stand on your feet for eight hours, and you like doing it",),
        ),
    ],
)
def test_a_posting_is_read_as_the_table_says(text: str, expected: tuple[str, ...]) -> None:
    assert proposed(text) == expected


def test_a_whole_posting_gives_its_list_and_no_other() -> None:
    assert proposed(ENGLISH) == (
        "3+ years at an oven, or what comes near to it",
        "A driving licence",
        "Patience",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GERMAN, ("Abgeschlossene Ausbildung", "Führerschein Klasse B")),
        (FRENCH, ("CAP boulanger", "Permis B")),
        (JAPANESE, ("パン製造の経験", "普通自動車免許")),
    ],
    ids=["German", "French", "Japanese"],
)
def test_in_other_languages_only_a_list_under_a_known_heading_counts(
    text: str, expected: tuple[str, ...]
) -> None:
    assert not is_english(text)
    assert proposed(text) == expected


@pytest.mark.parametrize("heading", ["Ihr Profil", "Profil recherché", "応募資格"])
def test_without_its_heading_nothing_is_proposed(heading: str) -> None:
    for text in (GERMAN, FRENCH, JAPANESE):
        assert proposed("\n".join(x for x in text.splitlines() if x != heading)) in {
            (),
            proposed(text),
        }


def test_what_was_named_apart_comes_first_and_once() -> None:
    assert proposed(ENGLISH, ("A driving licence", "Strong arms"))[:3] == (
        "A driving licence",
        "Strong arms",
        "3+ years at an oven, or what comes near to it",
    )


def test_there_is_an_end_to_it() -> None:
    assert len(proposed("Requirements\n" + "\n".join(f"- thing {n}" for n in range(200)))) == MOST


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            ["Requirements", "- Go", "You must swim.", "Benefits", "Ihr Profil", "• ", "1.", ""]
        ),
    ),
    max_size=40,
).map("\n".join)


@given(LINES, st.lists(st.text(max_size=300), max_size=5))
def test_whatever_the_text_the_proposals_are_sound(text: str, asks: list[str]) -> None:
    found = proposed(text, asks)
    assert len(found) <= MOST
    assert len({one.casefold() for one in found}) == len(found)
    assert all(1 < len(one) <= LONGEST and one == one.strip() and "\n" not in one for one in found)
    # Word for word what stands there: nothing is made up.
    words = clean_line(" ".join([*asks, text]))
    assert all(word.strip(" ;,.") in words for one in found for word in one.split())


@given(st.text(max_size=200), st.lists(st.text(max_size=100), max_size=8))
def test_ranking_only_orders(asked: str, offers: list[str]) -> None:
    assert sorted(ranked(asked, offers)) == list(range(len(offers)))


def test_what_shares_words_comes_first() -> None:
    offers = ["Cooking for two", "Running incidents at night", "A talk"]
    assert ranked("Experience with incident response", offers)[0] == 1
