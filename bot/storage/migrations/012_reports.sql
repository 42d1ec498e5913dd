-- What people report, ask to be reviewed, accept anew, leave for a while. Free text is sealed.

CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    reporter_id INTEGER,
    category TEXT NOT NULL,
    words BLOB,
    at TEXT NOT NULL,
    told_at TEXT
) STRICT;

CREATE INDEX reports_case ON reports (case_id);
CREATE INDEX reports_reporter ON reports (reporter_id, at);

CREATE TABLE appeals (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id),
    user_id INTEGER NOT NULL,
    words BLOB,
    at TEXT NOT NULL,
    taken_by INTEGER,
    answered_by INTEGER,
    answered_at TEXT,
    granted INTEGER CHECK (granted IN (0, 1))
) STRICT;

CREATE INDEX appeals_open ON appeals (at) WHERE answered_at IS NULL;

-- What the next private message of somebody is about, for an hour.
CREATE TABLE awaited (
    user_id INTEGER PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN (
        'report', 'forward', 'moderator', 'team', 'appeal', 'verify')),
    about INTEGER,
    at TEXT NOT NULL
) STRICT;

-- The versions of the code of conduct that stood, and who was asked to accept each.
CREATE TABLE code_editions (
    edition TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    since TEXT NOT NULL,
    asks INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1))
) STRICT;

CREATE TABLE code_asks (
    edition TEXT NOT NULL REFERENCES code_editions (edition),
    user_id INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    reminded_at TEXT,
    PRIMARY KEY (edition, user_id)
) STRICT, WITHOUT ROWID;

-- Who left for a while and may come back; who they are is a keyed hash.
CREATE TABLE pauses (
    person BLOB NOT NULL,
    left_at TEXT NOT NULL,
    until TEXT NOT NULL,
    returned_at TEXT,
    PRIMARY KEY (person, left_at)
) STRICT, WITHOUT ROWID;

-- Display names that resemble a moderator's and were shown once; names are keyed hashes.
CREATE TABLE likenesses (
    user_id INTEGER NOT NULL,
    name BLOB NOT NULL,
    moderator_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
) STRICT, WITHOUT ROWID;
