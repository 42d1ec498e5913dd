-- Questions and answers: what was asked, what was not found, what was handed to a person.

CREATE TABLE faq_misses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('unknown', 'not_useful')),
    language TEXT NOT NULL,
    entry TEXT NOT NULL DEFAULT '',
    text BLOB NOT NULL,
    same BLOB NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    answer BLOB,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'drafted', 'merged', 'dropped'))
) STRICT;

CREATE UNIQUE INDEX faq_misses_open ON faq_misses (same) WHERE state = 'open';

CREATE TABLE faq_asked (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    language TEXT NOT NULL,
    text BLOB,
    entry TEXT NOT NULL DEFAULT '',
    miss_id INTEGER REFERENCES faq_misses (id),
    judged INTEGER NOT NULL DEFAULT 0 CHECK (judged IN (0, 1))
) STRICT;

CREATE INDEX faq_asked_user ON faq_asked (user_id, at);
CREATE INDEX faq_asked_at ON faq_asked (at);
CREATE INDEX faq_asked_miss ON faq_asked (miss_id) WHERE miss_id IS NOT NULL;

CREATE TABLE faq_threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    language TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    waiting_since TEXT,
    answered_at TEXT,
    closed_at TEXT
) STRICT;

CREATE INDEX faq_threads_user ON faq_threads (user_id) WHERE closed_at IS NULL;
CREATE INDEX faq_threads_waiting ON faq_threads (waiting_since) WHERE waiting_since IS NOT NULL;

CREATE TABLE faq_thread_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    thread_id INTEGER NOT NULL REFERENCES faq_threads (id),
    moderator_id INTEGER,
    text BLOB NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX faq_thread_texts_thread ON faq_thread_texts (thread_id, at);

CREATE TABLE faq_counts (
    month TEXT NOT NULL,
    topic TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN (
        'sure', 'perhaps', 'unknown', 'useful', 'not_useful')),
    times INTEGER NOT NULL,
    PRIMARY KEY (month, topic, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE faq_confirmed (
    entry TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    confirmed_by INTEGER NOT NULL,
    confirmed_at TEXT NOT NULL
) STRICT;

CREATE TABLE faq_said (
    entry TEXT PRIMARY KEY,
    said_at TEXT NOT NULL
) STRICT;
