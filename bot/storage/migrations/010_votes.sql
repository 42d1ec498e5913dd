-- Themes proposed and followed; votes. What ties a ballot to a person is a key outside this file.

CREATE TABLE proposals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    text BLOB NOT NULL,
    language TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'approved', 'merged', 'declined')),
    theme_id INTEGER REFERENCES themes (id),
    reason TEXT,
    decided_by INTEGER,
    decided_at TEXT
) STRICT;

CREATE INDEX proposals_person ON proposals (user_id, proposed_at);

CREATE TABLE theme_supporters (
    theme_id INTEGER NOT NULL REFERENCES themes (id),
    person BLOB NOT NULL,
    user_id BLOB NOT NULL,
    PRIMARY KEY (theme_id, person)
) STRICT, WITHOUT ROWID;

-- What a private message is awaited for.
CREATE TABLE vote_prompts (
    user_id INTEGER PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN ('theme', 'day')),
    asked_at TEXT NOT NULL
) STRICT;

-- A vote that a moderator prepares.
CREATE TABLE vote_drafts (
    user_id INTEGER PRIMARY KEY,
    seats INTEGER NOT NULL,
    ranked INTEGER NOT NULL CHECK (ranked IN (0, 1)),
    themes TEXT NOT NULL,
    closes_on TEXT NOT NULL
) STRICT;

CREATE TABLE votes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    method TEXT NOT NULL CHECK (method IN ('approval', 'phragmen', 'schulze')),
    seats INTEGER NOT NULL CHECK (seats > 0),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'void')),
    opened_by INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    secret BLOB NOT NULL,
    publication TEXT,
    adopted_at TEXT
) STRICT;

CREATE UNIQUE INDEX votes_open ON votes (state) WHERE state = 'open';

-- The days are those of the opening: a café held meanwhile does not change the tie rule.
CREATE TABLE vote_themes (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    theme_id INTEGER NOT NULL REFERENCES themes (id),
    proposed_on TEXT NOT NULL,
    treated_on TEXT,
    PRIMARY KEY (vote_id, theme_id)
) STRICT, WITHOUT ROWID;

-- Who was known at the opening, in the group or out of it; emptied at the closing.
CREATE TABLE electors (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    user_id INTEGER NOT NULL,
    inside INTEGER NOT NULL CHECK (inside IN (0, 1)),
    PRIMARY KEY (vote_id, user_id)
) STRICT, WITHOUT ROWID;

-- No rowid, no time: the order of the rows is that of the hashes. Emptied at the closing.
CREATE TABLE ballots (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    person BLOB NOT NULL,
    chosen BLOB NOT NULL,
    PRIMARY KEY (vote_id, person)
) STRICT, WITHOUT ROWID;
