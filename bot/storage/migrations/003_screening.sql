-- Requests to join: what was agreed to, answered, decided. Free text is sealed.

CREATE TABLE applications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER,
    person BLOB NOT NULL,
    status TEXT NOT NULL CHECK (status IN (
        'invited', 'draft', 'sent', 'asked', 'accepted', 'refused', 'withdrawn', 'expired')),
    step TEXT NOT NULL DEFAULT 'welcome',
    join_request INTEGER NOT NULL DEFAULT 0 CHECK (join_request IN (0, 1)),
    statistics INTEGER CHECK (statistics IN (0, 1)),
    region TEXT,
    code_digest TEXT,
    opened_at TEXT NOT NULL,
    sent_at TEXT,
    review BLOB,
    flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1)),
    taken_by INTEGER,
    decided_at TEXT,
    decided_by INTEGER,
    reason TEXT,
    comes_back_at TEXT,
    entered_at TEXT,
    announced INTEGER NOT NULL DEFAULT 0 CHECK (announced IN (0, 1)),
    link BLOB,
    link_expires_at TEXT
) STRICT;

CREATE UNIQUE INDEX applications_open ON applications (user_id)
    WHERE status IN ('invited', 'draft', 'sent', 'asked');
CREATE INDEX applications_user ON applications (user_id);
CREATE INDEX applications_opened ON applications (opened_at);

CREATE TABLE answers (
    application_id INTEGER NOT NULL REFERENCES applications (id),
    question TEXT NOT NULL,
    choice TEXT,
    committed INTEGER NOT NULL DEFAULT 0 CHECK (committed IN (0, 1)),
    text BLOB,
    PRIMARY KEY (application_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE details (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES applications (id),
    asked_by INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    question BLOB NOT NULL,
    answered_at TEXT,
    answer BLOB
) STRICT;

CREATE INDEX details_application ON details (application_id);

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES applications (id),
    moderator_id INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN (
        'accept', 'refuse', 'ask', 'take', 'release', 'recuse', 'return', 'undo')),
    detail TEXT,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX reviews_application ON reviews (application_id);

CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person BLOB NOT NULL,
    purpose TEXT NOT NULL,
    version TEXT NOT NULL,
    digest TEXT NOT NULL,
    language TEXT NOT NULL,
    given_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;

CREATE INDEX consents_person ON consents (person, purpose);

CREATE TABLE code_acceptances (
    person BLOB NOT NULL,
    version TEXT NOT NULL,
    digest TEXT NOT NULL,
    language TEXT NOT NULL,
    accepted_at TEXT NOT NULL,
    PRIMARY KEY (person, digest)
) STRICT, WITHOUT ROWID;
