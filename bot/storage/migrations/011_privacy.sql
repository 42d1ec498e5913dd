-- People's rights over what is kept of them, and what the law asks to keep.

-- What recognises somebody by their @name without keeping it.
ALTER TABLE people ADD COLUMN handle BLOB;

CREATE TABLE erasures (
    person BLOB PRIMARY KEY,
    erased_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE retention_counts (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    destroyed INTEGER NOT NULL,
    PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE protections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('account', 'username', 'phone', 'name')),
    added_at TEXT NOT NULL
) STRICT;

CREATE INDEX protections_owner ON protections (owner);

CREATE TABLE protected_forms (
    form BLOB NOT NULL,
    protection_id INTEGER NOT NULL REFERENCES protections (id),
    PRIMARY KEY (form, protection_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    noted_by INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    registered_at TEXT
) STRICT;

CREATE TABLE incident_fields (
    incident_id INTEGER NOT NULL REFERENCES incidents (id),
    field TEXT NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (incident_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE pair_proposals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    proposed_by INTEGER NOT NULL,
    proposed_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'agreed', 'declined', 'expired')),
    settled_by INTEGER,
    settled_at TEXT
) STRICT;

CREATE INDEX pair_proposals_open ON pair_proposals (kind, subject) WHERE state = 'open';
