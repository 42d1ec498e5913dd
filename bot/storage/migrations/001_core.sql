-- What arrives, what must be done, what is due. Times are UTC text (ISO 8601, milliseconds).

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('update', 'result', 'due', 'fact')),
    key TEXT NOT NULL,
    payload BLOB,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'aside')),
    attempts INTEGER NOT NULL DEFAULT 0,
    received_at TEXT NOT NULL,
    error TEXT,
    UNIQUE (kind, key)
) STRICT;

CREATE INDEX inbox_waiting ON inbox (seq) WHERE state = 'waiting';

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    chat_id INTEGER,
    lane INTEGER NOT NULL CHECK (lane IN (0, 1, 2)),
    method TEXT NOT NULL,
    params BLOB,
    message TEXT,
    targets INTEGER NOT NULL DEFAULT 0 CHECK (targets IN (0, 1)),
    wants TEXT,
    repeatable INTEGER NOT NULL DEFAULT 1 CHECK (repeatable IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'in_flight', 'done', 'uncertain', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before TEXT,
    created_at TEXT NOT NULL,
    finished_at TEXT,
    error TEXT
) STRICT;

CREATE INDEX outbox_open ON outbox (lane, seq) WHERE state IN ('waiting', 'in_flight');
CREATE INDEX outbox_queue ON outbox (chat_id, lane, seq) WHERE state IN ('waiting', 'in_flight');
CREATE INDEX outbox_message ON outbox (message, seq)
    WHERE message IS NOT NULL AND state IN ('waiting', 'in_flight');
CREATE INDEX outbox_uncertain ON outbox (seq) WHERE state = 'uncertain';

CREATE TABLE messages (
    name TEXT PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    sent_at TEXT NOT NULL
) STRICT;

CREATE INDEX messages_place ON messages (chat_id, message_id);

CREATE TABLE agenda (
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expires_at TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'posted', 'missed')),
    PRIMARY KEY (name, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX agenda_due ON agenda (due_at) WHERE state = 'waiting';
