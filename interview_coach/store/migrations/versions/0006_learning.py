"""Revision 6: research with sources, talk of pay, expected questions, checks of lessons, the history of reasons.

A table that gets a column with a reference or a CHECK, or another CHECK, is made anew: SQLite cannot add those.
"""

from __future__ import annotations

from alembic import op

revision = "6"
down_revision = "5"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE expected_question (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    interview_id TEXT NOT NULL,
    text TEXT NOT NULL,
    question_id TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT pk_expected_question PRIMARY KEY (id),
    CONSTRAINT fk_expected_question_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    CONSTRAINT fk_expected_question_question_id_library_item FOREIGN KEY(question_id) REFERENCES library_item (id) ON DELETE SET NULL
)
    """,
    "CREATE INDEX ix_expected_question_interview_id ON expected_question (interview_id)",
    "CREATE INDEX ix_expected_question_question_id ON expected_question (question_id)",
    """
CREATE TABLE pay_talk (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    opportunity_id TEXT NOT NULL,
    interview_id TEXT,
    said_on DATE NOT NULL,
    person TEXT NOT NULL,
    asked TEXT NOT NULL,
    said TEXT NOT NULL,
    CONSTRAINT pk_pay_talk PRIMARY KEY (id),
    CONSTRAINT fk_pay_talk_opportunity_id_opportunity FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE,
    CONSTRAINT fk_pay_talk_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
)
    """,
    "CREATE INDEX ix_pay_talk_interview_id ON pay_talk (interview_id)",
    "CREATE INDEX ix_pay_talk_opportunity_id ON pay_talk (opportunity_id)",
    """
CREATE TABLE research_note (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    opportunity_id TEXT NOT NULL,
    text TEXT NOT NULL,
    link TEXT NOT NULL,
    noted_on DATE,
    confidence TEXT NOT NULL,
    disproved BOOLEAN NOT NULL,
    disproved_in_id TEXT,
    learned TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_research_note PRIMARY KEY (id),
    CONSTRAINT ck_research_note_confidence_known CHECK (confidence IN ('unsure', 'likely', 'sure')),
    CONSTRAINT fk_research_note_opportunity_id_opportunity FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE,
    CONSTRAINT fk_research_note_disproved_in_id_interview FOREIGN KEY(disproved_in_id) REFERENCES interview (id) ON DELETE SET NULL
)
    """,
    "CREATE INDEX ix_research_note_disproved_in_id ON research_note (disproved_in_id)",
    "CREATE INDEX ix_research_note_opportunity_id ON research_note (opportunity_id)",
    """
CREATE TABLE free_writing (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    outcome_id TEXT,
    text TEXT NOT NULL,
    CONSTRAINT pk_free_writing PRIMARY KEY (id),
    CONSTRAINT fk_free_writing_outcome_id_outcome FOREIGN KEY(outcome_id) REFERENCES outcome (id) ON DELETE SET NULL
)
    """,
    "CREATE INDEX ix_free_writing_outcome_id ON free_writing (outcome_id)",
    """
CREATE TABLE reason_change (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    reason_id TEXT NOT NULL,
    sign TEXT NOT NULL,
    certainty TEXT NOT NULL,
    evidence TEXT NOT NULL,
    because TEXT NOT NULL,
    CONSTRAINT pk_reason_change PRIMARY KEY (id),
    CONSTRAINT ck_reason_change_sign_known CHECK (sign IN ('none', 'some', 'clear')),
    CONSTRAINT ck_reason_change_certainty_known CHECK (certainty IN ('told', 'observed', 'guessed')),
    CONSTRAINT fk_reason_change_reason_id_reason FOREIGN KEY(reason_id) REFERENCES reason (id) ON DELETE CASCADE
)
    """,
    "CREATE INDEX ix_reason_change_reason_id ON reason_change (reason_id)",
    """
CREATE TABLE lesson_check (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    lesson_id TEXT NOT NULL,
    interview_id TEXT NOT NULL,
    happened BOOLEAN,
    done BOOLEAN,
    CONSTRAINT pk_lesson_check PRIMARY KEY (id),
    CONSTRAINT fk_lesson_check_lesson_id_lesson FOREIGN KEY(lesson_id) REFERENCES lesson (id) ON DELETE CASCADE,
    CONSTRAINT fk_lesson_check_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE
)
    """,
    "CREATE INDEX ix_lesson_check_interview_id ON lesson_check (interview_id)",
    "CREATE INDEX ix_lesson_check_lesson_id ON lesson_check (lesson_id)",
    """
CREATE TABLE interview_new (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    opportunity_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT NOT NULL,
    zone TEXT NOT NULL,
    fold INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    start_at TEXT NOT NULL,
    end_at TEXT NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL,
    link TEXT NOT NULL,
    notes TEXT NOT NULL,
    called_off_by TEXT,
    called_off_at TEXT,
    not_held BOOLEAN NOT NULL,
    thanks TEXT NOT NULL,
    thanked_at TEXT,
    CONSTRAINT pk_interview PRIMARY KEY (id),
    CONSTRAINT ck_interview_kind_known CHECK (kind IN ('phone_screen', 'hiring_manager', 'technical', 'behavioural', 'case', 'presentation', 'panel', 'final', 'informal', 'other')),
    CONSTRAINT ck_interview_mode_known CHECK (mode IN ('video', 'phone', 'on_site')),
    CONSTRAINT ck_interview_called_off_by_known CHECK (called_off_by IN ('them', 'me')),
    CONSTRAINT ck_interview_minutes_positive CHECK (minutes > 0),
    CONSTRAINT ck_interview_fold_range CHECK (fold BETWEEN 0 AND 1),
    CONSTRAINT fk_interview_opportunity_id_opportunity FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE
)
    """,
    """
INSERT INTO interview_new (id, created_at, changed_at, trashed_at, trash_batch, opportunity_id, kind, start, zone, fold, minutes, start_at, end_at, mode, place, link, notes, called_off_by, called_off_at, not_held, thanks, thanked_at)
SELECT id, created_at, changed_at, trashed_at, trash_batch, opportunity_id, kind, start, zone, fold, minutes, start_at, end_at, mode, place, link, notes, called_off_by, called_off_at, not_held, '', NULL FROM interview
    """,
    "DROP TABLE interview",
    "ALTER TABLE interview_new RENAME TO interview",
    "CREATE INDEX ix_interview_end_at ON interview (end_at)",
    "CREATE INDEX ix_interview_opportunity_id ON interview (opportunity_id)",
    """
CREATE TABLE review_new (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    interview_id TEXT NOT NULL,
    felt INTEGER,
    recall_done_at TEXT,
    minutes_after INTEGER,
    my_answers INTEGER,
    connection INTEGER,
    learned INTEGER,
    energy INTEGER,
    went_well TEXT NOT NULL,
    would_change TEXT NOT NULL,
    surprises TEXT NOT NULL,
    next_step TEXT NOT NULL,
    promised_on DATE,
    forecast INTEGER,
    sealed_at TEXT,
    captured_at TEXT,
    quick_note TEXT NOT NULL,
    feedback TEXT NOT NULL,
    CONSTRAINT pk_review PRIMARY KEY (id),
    CONSTRAINT ck_review_felt_range CHECK (felt BETWEEN 1 AND 5),
    CONSTRAINT ck_review_my_answers_range CHECK (my_answers BETWEEN 1 AND 5),
    CONSTRAINT ck_review_connection_range CHECK (connection BETWEEN 1 AND 5),
    CONSTRAINT ck_review_learned_range CHECK (learned BETWEEN 1 AND 5),
    CONSTRAINT ck_review_energy_range CHECK (energy BETWEEN 1 AND 5),
    CONSTRAINT ck_review_forecast_range CHECK (forecast BETWEEN 0 AND 100),
    CONSTRAINT fk_review_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE
)
    """,
    """
INSERT INTO review_new (id, created_at, changed_at, trashed_at, trash_batch, interview_id, felt, recall_done_at, minutes_after, my_answers, connection, learned, energy, went_well, would_change, surprises, next_step, promised_on, forecast, sealed_at, captured_at, quick_note, feedback)
SELECT id, created_at, changed_at, trashed_at, trash_batch, interview_id, felt, recall_done_at, minutes_after, my_answers, connection, learned, energy, went_well, would_change, surprises, next_step, promised_on, forecast, sealed_at, NULL, '', '' FROM review
    """,
    "DROP TABLE review",
    "ALTER TABLE review_new RENAME TO review",
    "CREATE INDEX ix_review_interview_id ON review (interview_id)",
    "CREATE UNIQUE INDEX ix_review_interview_id_live ON review (interview_id) WHERE trashed_at IS NULL",
    """
CREATE TABLE asked_new (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    review_id TEXT NOT NULL,
    text TEXT NOT NULL,
    rating INTEGER,
    next_time TEXT NOT NULL,
    position INTEGER NOT NULL,
    question_id TEXT,
    story_id TEXT,
    expected_id TEXT,
    CONSTRAINT pk_asked PRIMARY KEY (id),
    CONSTRAINT ck_asked_rating_range CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT fk_asked_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
    CONSTRAINT fk_asked_question_id_library_item FOREIGN KEY(question_id) REFERENCES library_item (id) ON DELETE SET NULL,
    CONSTRAINT fk_asked_story_id_library_item FOREIGN KEY(story_id) REFERENCES library_item (id) ON DELETE SET NULL,
    CONSTRAINT fk_asked_expected_id_expected_question FOREIGN KEY(expected_id) REFERENCES expected_question (id) ON DELETE SET NULL
)
    """,
    """
INSERT INTO asked_new (id, created_at, changed_at, trashed_at, trash_batch, review_id, text, rating, next_time, position, question_id, story_id, expected_id)
SELECT id, created_at, changed_at, trashed_at, trash_batch, review_id, text, rating, next_time, position, question_id, story_id, NULL FROM asked
    """,
    "DROP TABLE asked",
    "ALTER TABLE asked_new RENAME TO asked",
    "CREATE INDEX ix_asked_expected_id ON asked (expected_id)",
    "CREATE INDEX ix_asked_question_id ON asked (question_id)",
    "CREATE INDEX ix_asked_review_id ON asked (review_id)",
    "CREATE INDEX ix_asked_story_id ON asked (story_id)",
    """
CREATE TABLE signal_new (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    review_id TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    meaning TEXT NOT NULL,
    confidence TEXT NOT NULL,
    CONSTRAINT pk_signal PRIMARY KEY (id),
    CONSTRAINT ck_signal_confidence_known CHECK (confidence IN ('unsure', 'likely', 'sure')),
    CONSTRAINT fk_signal_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)
    """,
    """
INSERT INTO signal_new (id, created_at, changed_at, trashed_at, trash_batch, review_id, text, position, meaning, confidence)
SELECT id, created_at, changed_at, trashed_at, trash_batch, review_id, text, position, '', 'unsure' FROM signal
    """,
    "DROP TABLE signal",
    "ALTER TABLE signal_new RENAME TO signal",
    "CREATE INDEX ix_signal_review_id ON signal (review_id)",
    """
CREATE TABLE lesson_new (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    interview_id TEXT NOT NULL,
    outcome_id TEXT,
    asked_id TEXT,
    source TEXT NOT NULL,
    family TEXT NOT NULL,
    text TEXT NOT NULL,
    if_text TEXT NOT NULL,
    then_text TEXT NOT NULL,
    state TEXT NOT NULL,
    closed_at TEXT,
    closed_for_id TEXT,
    carried_to_id TEXT,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    CONSTRAINT pk_lesson PRIMARY KEY (id),
    CONSTRAINT ck_lesson_family_known CHECK (family IN ('strength', 'change')),
    CONSTRAINT ck_lesson_state_known CHECK (state IN ('open', 'not_yet', 'working', 'done', 'let_go')),
    CONSTRAINT fk_lesson_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    CONSTRAINT fk_lesson_outcome_id_outcome FOREIGN KEY(outcome_id) REFERENCES outcome (id) ON DELETE SET NULL,
    CONSTRAINT fk_lesson_asked_id_asked FOREIGN KEY(asked_id) REFERENCES asked (id) ON DELETE SET NULL
)
    """,
    """
INSERT INTO lesson_new (id, created_at, changed_at, trashed_at, trash_batch, interview_id, outcome_id, asked_id, source, family, text, if_text, then_text, state, closed_at, closed_for_id, carried_to_id, position, topic)
SELECT id, created_at, changed_at, trashed_at, trash_batch, interview_id, outcome_id, asked_id, source, family, text, if_text, then_text, state, closed_at, closed_for_id, carried_to_id, position, '' FROM lesson
    """,
    "DROP TABLE lesson",
    "ALTER TABLE lesson_new RENAME TO lesson",
    "CREATE INDEX ix_lesson_asked_id ON lesson (asked_id)",
    "CREATE INDEX ix_lesson_interview_id ON lesson (interview_id)",
    "CREATE INDEX ix_lesson_outcome_id ON lesson (outcome_id)",
)


def upgrade() -> None:
    """Make the new tables, and the changed ones anew with all their rows."""
    for statement in STATEMENTS:
        op.execute(statement)
