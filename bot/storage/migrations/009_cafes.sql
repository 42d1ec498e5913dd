-- Cafés: what is planned, who answered, what was said, who came, what they thought of it.

CREATE TABLE cafe_series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_by INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE cafes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'open', 'cancelled', 'held', 'dropped')),
    series_id INTEGER REFERENCES cafe_series (id),
    rule BLOB,
    starts_at TEXT,
    ends_at TEXT,
    closes_at TEXT,
    setting TEXT NOT NULL DEFAULT 'in_person' CHECK (setting IN ('in_person', 'online', 'both')),
    city BLOB,
    address BLOB,
    link BLOB,
    theme_id INTEGER REFERENCES themes (id),
    theme BLOB,
    guest BLOB,
    host_id INTEGER,
    cohost_id INTEGER,
    capacity INTEGER CHECK (capacity > 0),
    access BLOB,
    bring BLOB,
    sequence INTEGER NOT NULL DEFAULT 0,
    told INTEGER NOT NULL DEFAULT 0,
    carded_at TEXT,
    created_by INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (state IN ('draft', 'dropped') OR (starts_at NOT NULL AND ends_at NOT NULL))
) STRICT;

CREATE INDEX cafes_starts ON cafes (starts_at) WHERE state IN ('open', 'held');

CREATE TABLE cafe_host_links (
    token BLOB PRIMARY KEY,
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    seat TEXT NOT NULL CHECK (seat IN ('host', 'cohost')),
    made_by INTEGER NOT NULL,
    expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cafe_prompts (
    user_id INTEGER PRIMARY KEY,
    cafe_id INTEGER NOT NULL,
    what TEXT NOT NULL,
    said BLOB,
    asked_at TEXT NOT NULL
) STRICT;

CREATE TABLE cafe_answers (
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    user_id INTEGER NOT NULL,
    standing TEXT NOT NULL
        CHECK (standing IN ('seated', 'offered', 'waiting', 'lapsed', 'maybe', 'no')),
    turn INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    offered INTEGER NOT NULL,
    offer_ends TEXT,
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    next_time INTEGER NOT NULL CHECK (next_time IN (0, 1)),
    relation TEXT CHECK (relation IN ('father', 'mother', 'family', 'professional', 'unclassified')),
    answered_at TEXT NOT NULL,
    PRIMARY KEY (cafe_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cafe_answers_user ON cafe_answers (user_id);

CREATE TABLE cafe_calendars (
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    user_id INTEGER NOT NULL,
    PRIMARY KEY (cafe_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cafe_mailings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    kind TEXT NOT NULL,
    edition INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    UNIQUE (cafe_id, kind, edition)
) STRICT;

CREATE TABLE cafe_chosen_themes (
    theme_id INTEGER PRIMARY KEY REFERENCES themes (id),
    rank INTEGER NOT NULL,
    chosen_at TEXT NOT NULL
) STRICT;

-- The evening: ticked by name, counted without a name, then the figures.

CREATE TABLE cafe_present (
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    user_id INTEGER NOT NULL,
    relation TEXT NOT NULL,
    PRIMARY KEY (cafe_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cafe_door (
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    what TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n >= 0),
    PRIMARY KEY (cafe_id, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE cafe_attendance (
    cafe_id INTEGER PRIMARY KEY REFERENCES cafes (id),
    total INTEGER NOT NULL,
    father INTEGER,
    mother INTEGER,
    family INTEGER,
    professional INTEGER,
    first_timers INTEGER,
    guests INTEGER,
    closed_by INTEGER NOT NULL,
    closed_at TEXT NOT NULL
) STRICT;

CREATE TABLE cafe_corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    corrected_by INTEGER NOT NULL,
    corrected_at TEXT NOT NULL
) STRICT;

CREATE TABLE cafe_past (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    total INTEGER NOT NULL,
    father INTEGER,
    mother INTEGER,
    family INTEGER,
    professional INTEGER,
    theme TEXT NOT NULL,
    UNIQUE (day, place)
) STRICT;

CREATE TABLE cafe_reported (
    first_day TEXT PRIMARY KEY,
    last_day TEXT NOT NULL,
    cafes INTEGER NOT NULL,
    total INTEGER NOT NULL,
    father INTEGER,
    mother INTEGER,
    family INTEGER,
    professional INTEGER
) STRICT, WITHOUT ROWID;

-- Free answers: nobody stands beside them, and their random names keep no order.

CREATE TABLE cafe_feedback (
    id TEXT PRIMARY KEY,
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    question TEXT NOT NULL CHECK (question IN ('liked', 'disliked')),
    text BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cafe_feedback_given (
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    user_id INTEGER NOT NULL,
    question TEXT NOT NULL CHECK (question IN ('liked', 'disliked', 'themes')),
    PRIMARY KEY (cafe_id, user_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE cafe_interest (
    cafe_id INTEGER NOT NULL REFERENCES cafes (id),
    theme_id INTEGER NOT NULL REFERENCES themes (id),
    n INTEGER NOT NULL,
    PRIMARY KEY (cafe_id, theme_id)
) STRICT, WITHOUT ROWID;
