"""Revision 5: the library and templates of one's own, and what a checklist and a review link to in it.

A table that gets a column with a reference, or another CHECK, is made anew: SQLite cannot add those.
"""

from __future__ import annotations

from alembic import op

revision = "5"
down_revision = "4"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE library_item (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    kind TEXT NOT NULL,
    about TEXT,
    text TEXT NOT NULL,
    situation TEXT NOT NULL,
    task TEXT NOT NULL,
    action TEXT NOT NULL,
    result TEXT NOT NULL,
    details TEXT NOT NULL,
    skills TEXT NOT NULL,
    tags TEXT NOT NULL,
    origin TEXT NOT NULL,
    CONSTRAINT pk_library_item PRIMARY KEY (id),
    CONSTRAINT ck_library_item_kind_known CHECK (kind IN ('story', 'talking_point', 'question', 'question_to_ask', 'research', 'logistics')),
    CONSTRAINT ck_library_item_about_known CHECK (about IN ('them', 'me'))
)
    """,
    "CREATE INDEX ix_library_item_kind ON library_item (kind)",
    """
CREATE TABLE template (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    usual BOOLEAN NOT NULL,
    CONSTRAINT pk_template PRIMARY KEY (id),
    CONSTRAINT ck_template_kind_known CHECK (kind IN ('phone_screen', 'hiring_manager', 'technical', 'behavioural', 'case', 'presentation', 'panel', 'final', 'informal', 'other'))
)
    """,
    """
CREATE TABLE template_item (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    template_id TEXT NOT NULL,
    section TEXT NOT NULL,
    about TEXT,
    text TEXT NOT NULL,
    details TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    parts TEXT NOT NULL,
    template_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_template_item PRIMARY KEY (id),
    CONSTRAINT ck_template_item_section_known CHECK (section IN ('research', 'talking_point', 'story', 'question', 'logistics')),
    CONSTRAINT ck_template_item_about_known CHECK (about IN ('them', 'me')),
    CONSTRAINT ck_template_item_weight_range CHECK (weight BETWEEN 1 AND 3),
    CONSTRAINT fk_template_item_template_id_template FOREIGN KEY(template_id) REFERENCES template (id) ON DELETE CASCADE
)
    """,
    "CREATE INDEX ix_template_item_template_id ON template_item (template_id)",
    """
CREATE TABLE prep_item_new (
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
    library_id TEXT,
    CONSTRAINT pk_prep_item PRIMARY KEY (id),
    CONSTRAINT ck_prep_item_section_known CHECK (section IN ('research', 'talking_point', 'story', 'question', 'logistics')),
    CONSTRAINT ck_prep_item_about_known CHECK (about IN ('them', 'me')),
    CONSTRAINT ck_prep_item_weight_range CHECK (weight BETWEEN 1 AND 3),
    CONSTRAINT fk_prep_item_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    CONSTRAINT fk_prep_item_library_id_library_item FOREIGN KEY(library_id) REFERENCES library_item (id) ON DELETE SET NULL
)
    """,
    """
INSERT INTO prep_item_new (id, created_at, changed_at, trashed_at, trash_batch, interview_id, section, about, text, details, source, done, position, minutes, weight, rehearsals, template_key, library_id)
SELECT id, created_at, changed_at, trashed_at, trash_batch, interview_id, section, about, text, details, source, done, position, minutes, weight, rehearsals, template_key, NULL FROM prep_item
    """,
    "DROP TABLE prep_item",
    "ALTER TABLE prep_item_new RENAME TO prep_item",
    "CREATE INDEX ix_prep_item_interview_id ON prep_item (interview_id)",
    "CREATE INDEX ix_prep_item_library_id ON prep_item (library_id)",
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
    CONSTRAINT pk_asked PRIMARY KEY (id),
    CONSTRAINT ck_asked_rating_range CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT fk_asked_review_id_review FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
    CONSTRAINT fk_asked_question_id_library_item FOREIGN KEY(question_id) REFERENCES library_item (id) ON DELETE SET NULL,
    CONSTRAINT fk_asked_story_id_library_item FOREIGN KEY(story_id) REFERENCES library_item (id) ON DELETE SET NULL
)
    """,
    """
INSERT INTO asked_new (id, created_at, changed_at, trashed_at, trash_batch, review_id, text, rating, next_time, position, question_id, story_id)
SELECT id, created_at, changed_at, trashed_at, trash_batch, review_id, text, rating, next_time, position, NULL, NULL FROM asked
    """,
    "DROP TABLE asked",
    "ALTER TABLE asked_new RENAME TO asked",
    "CREATE INDEX ix_asked_question_id ON asked (question_id)",
    "CREATE INDEX ix_asked_review_id ON asked (review_id)",
    "CREATE INDEX ix_asked_story_id ON asked (story_id)",
    """
CREATE TABLE entry_new (
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
    CONSTRAINT ck_entry_kind_known CHECK (kind IN ('interview', 'review', 'outcome', 'lesson', 'remark', 'opportunity', 'library'))
)
    """,
    """
INSERT INTO entry_new ("key", kind, owner_id, interview_id, opportunity_id, company_id, interview_kind, state, end_at, digest)
SELECT "key", kind, owner_id, interview_id, opportunity_id, company_id, interview_kind, state, end_at, digest FROM entry
    """,
    "DROP TABLE entry",
    "ALTER TABLE entry_new RENAME TO entry",
    'CREATE INDEX ix_entry_company_id_key ON entry (company_id, "key")',
    'CREATE INDEX ix_entry_kind_key ON entry (kind, "key")',
    "CREATE INDEX ix_entry_opportunity_id ON entry (opportunity_id)",
    "CREATE INDEX ix_entry_owner_id ON entry (owner_id)",
    "CREATE INDEX ix_entry_state_end_at ON entry (kind, state, end_at)",
)


def upgrade() -> None:
    """Make the new tables, and the changed ones anew with all their rows."""
    for statement in STATEMENTS:
        op.execute(statement)
