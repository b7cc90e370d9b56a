"""Revision 1: every table of the first release, the timeline's entries and the search index."""

from __future__ import annotations

from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE company (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    name TEXT NOT NULL,
    website TEXT NOT NULL,
    notes TEXT NOT NULL,
    CONSTRAINT pk_company PRIMARY KEY (id)
)
    """,
    """
CREATE TABLE entry (
    "key" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    interview_id TEXT,
    opportunity_id TEXT NOT NULL,
    company_id TEXT NOT NULL,
    interview_kind TEXT,
    state TEXT NOT NULL,
    end_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    CONSTRAINT pk_entry PRIMARY KEY ("key"),
    CONSTRAINT ck_entry_kind_known CHECK (kind IN ('interview', 'review', 'outcome', 'lesson', 'remark', 'opportunity'))
)
    """,
    """
CREATE INDEX ix_entry_company_id_key ON entry (company_id, "key")
    """,
    """
CREATE INDEX ix_entry_kind_key ON entry (kind, "key")
    """,
    """
CREATE INDEX ix_entry_opportunity_id ON entry (opportunity_id)
    """,
    """
CREATE INDEX ix_entry_owner_id ON entry (owner_id)
    """,
    """
CREATE INDEX ix_entry_state_end_at ON entry (kind, state, end_at)
    """,
    """
CREATE TABLE scratch (
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    CONSTRAINT pk_scratch PRIMARY KEY (field)
)
    """,
    """
CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
)
    """,
    """
CREATE TABLE opportunity (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    company_id TEXT NOT NULL,
    title TEXT NOT NULL,
    posting_text TEXT NOT NULL,
    posting_url TEXT NOT NULL,
    found_at TEXT NOT NULL,
    pay TEXT NOT NULL,
    sent TEXT NOT NULL,
    sent_on DATE,
    notes TEXT NOT NULL,
    archived_at TEXT,
    CONSTRAINT pk_opportunity PRIMARY KEY (id),
    CONSTRAINT fk_opportunity_company_id_company FOREIGN KEY(company_id) REFERENCES company (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_opportunity_company_id ON opportunity (company_id)
    """,
    """
CREATE TABLE person (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    company_id TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    notes TEXT NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT fk_person_company_id_company FOREIGN KEY(company_id) REFERENCES company (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_person_company_id ON person (company_id)
    """,
    """
CREATE TABLE interview (
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
CREATE INDEX ix_interview_end_at ON interview (end_at)
    """,
    """
CREATE INDEX ix_interview_opportunity_id ON interview (opportunity_id)
    """,
    """
CREATE TABLE requirement (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    opportunity_id TEXT NOT NULL,
    text TEXT NOT NULL,
    evidence TEXT NOT NULL,
    strength TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_requirement PRIMARY KEY (id),
    CONSTRAINT ck_requirement_strength_known CHECK (strength IN ('gap', 'some', 'strong')),
    CONSTRAINT fk_requirement_opportunity_id_opportunity FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_requirement_opportunity_id ON requirement (opportunity_id)
    """,
    """
CREATE TABLE interviewer (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    interview_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    part TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT pk_interviewer PRIMARY KEY (id),
    CONSTRAINT ck_interviewer_part_known CHECK (part IN ('recruiter', 'hiring_manager', 'peer', 'panel', 'executive')),
    CONSTRAINT fk_interviewer_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    CONSTRAINT fk_interviewer_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_interviewer_interview_id ON interviewer (interview_id)
    """,
    """
CREATE INDEX ix_interviewer_person_id ON interviewer (person_id)
    """,
    """
CREATE TABLE outcome (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    opportunity_id TEXT NOT NULL,
    interview_id TEXT,
    decision TEXT NOT NULL,
    answer TEXT,
    decided_on DATE NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_outcome PRIMARY KEY (id),
    CONSTRAINT ck_outcome_decision_known CHECK (decision IN ('advanced', 'offer', 'rejected', 'withdrew', 'cancelled')),
    CONSTRAINT ck_outcome_answer_known CHECK (answer IN ('open', 'accepted', 'declined')),
    CONSTRAINT fk_outcome_opportunity_id_opportunity FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE,
    CONSTRAINT fk_outcome_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
)
    """,
    """
CREATE INDEX ix_outcome_interview_id ON outcome (interview_id)
    """,
    """
CREATE INDEX ix_outcome_opportunity_id ON outcome (opportunity_id)
    """,
    """
CREATE TABLE prep_item (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    interview_id TEXT NOT NULL,
    section TEXT NOT NULL,
    about TEXT,
    text TEXT NOT NULL,
    details TEXT NOT NULL,
    source TEXT NOT NULL,
    done BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    rehearsals INTEGER NOT NULL,
    template_key TEXT NOT NULL,
    CONSTRAINT pk_prep_item PRIMARY KEY (id),
    CONSTRAINT ck_prep_item_section_known CHECK (section IN ('research', 'talking_point', 'story', 'question', 'logistics')),
    CONSTRAINT ck_prep_item_about_known CHECK (about IN ('them', 'me')),
    CONSTRAINT ck_prep_item_weight_range CHECK (weight BETWEEN 1 AND 3),
    CONSTRAINT fk_prep_item_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_prep_item_interview_id ON prep_item (interview_id)
    """,
    """
CREATE TABLE review (
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
CREATE INDEX ix_review_interview_id ON review (interview_id)
    """,
    """
CREATE UNIQUE INDEX ix_review_interview_id_live ON review (interview_id) WHERE trashed_at IS NULL
    """,
    """
CREATE TABLE asked (
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
    CONSTRAINT pk_asked PRIMARY KEY (id),
    CONSTRAINT ck_asked_rating_range CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT fk_asked_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_asked_review_id ON asked (review_id)
    """,
    """
CREATE TABLE covered (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    review_id TEXT NOT NULL,
    prep_item_id TEXT,
    section TEXT NOT NULL,
    about TEXT,
    text TEXT NOT NULL,
    coverage TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_covered PRIMARY KEY (id),
    CONSTRAINT ck_covered_coverage_known CHECK (coverage IN ('not_said', 'said', 'landed')),
    CONSTRAINT fk_covered_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
    CONSTRAINT fk_covered_prep_item_id_prep_item FOREIGN KEY(prep_item_id) REFERENCES prep_item (id) ON DELETE SET NULL
)
    """,
    """
CREATE INDEX ix_covered_prep_item_id ON covered (prep_item_id)
    """,
    """
CREATE INDEX ix_covered_review_id ON covered (review_id)
    """,
    """
CREATE TABLE reason (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    outcome_id TEXT NOT NULL,
    family TEXT NOT NULL,
    what TEXT NOT NULL,
    ref TEXT NOT NULL,
    text TEXT NOT NULL,
    sign TEXT NOT NULL,
    certainty TEXT NOT NULL,
    evidence TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_reason PRIMARY KEY (id),
    CONSTRAINT ck_reason_family_known CHECK (family IN ('not_mine', 'mine')),
    CONSTRAINT ck_reason_what_known CHECK (what IN ('job_changed', 'other_candidate', 'someone_in_mind', 'clash', 'budget', 'pay', 'place', 'level', 'timing', 'answer', 'unsaid', 'would_change', 'own')),
    CONSTRAINT ck_reason_sign_known CHECK (sign IN ('none', 'some', 'clear')),
    CONSTRAINT ck_reason_certainty_known CHECK (certainty IN ('told', 'observed', 'guessed')),
    CONSTRAINT fk_reason_outcome_id_outcome FOREIGN KEY(outcome_id) REFERENCES outcome (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_reason_outcome_id ON reason (outcome_id)
    """,
    """
CREATE TABLE remark (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    review_id TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_remark PRIMARY KEY (id),
    CONSTRAINT fk_remark_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_remark_review_id ON remark (review_id)
    """,
    """
CREATE TABLE signal (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    review_id TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_signal PRIMARY KEY (id),
    CONSTRAINT fk_signal_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)
    """,
    """
CREATE INDEX ix_signal_review_id ON signal (review_id)
    """,
    """
CREATE TABLE lesson (
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
    CONSTRAINT pk_lesson PRIMARY KEY (id),
    CONSTRAINT ck_lesson_family_known CHECK (family IN ('strength', 'change')),
    CONSTRAINT ck_lesson_state_known CHECK (state IN ('open', 'done', 'let_go')),
    CONSTRAINT fk_lesson_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    CONSTRAINT fk_lesson_outcome_id_outcome FOREIGN KEY(outcome_id) REFERENCES outcome (id) ON DELETE SET NULL,
    CONSTRAINT fk_lesson_asked_id_asked FOREIGN KEY(asked_id) REFERENCES asked (id) ON DELETE SET NULL
)
    """,
    """
CREATE INDEX ix_lesson_asked_id ON lesson (asked_id)
    """,
    """
CREATE INDEX ix_lesson_interview_id ON lesson (interview_id)
    """,
    """
CREATE INDEX ix_lesson_outcome_id ON lesson (outcome_id)
    """,
    """
CREATE VIRTUAL TABLE search USING fts5(
    body, content='', contentless_delete=1, detail=column, prefix='2 3 4',
    tokenize="ascii"
)
    """,
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
    "INSERT INTO search(search, rank) VALUES('automerge', 0)",
)


def upgrade() -> None:
    """Make everything."""
    for statement in STATEMENTS:
        op.execute(statement)
