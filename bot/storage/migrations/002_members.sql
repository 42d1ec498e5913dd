-- Who is here: the two chats, the people, what each may do.

CREATE TABLE chats (
    place TEXT PRIMARY KEY CHECK (place IN ('group', 'moderators')),
    chat_id INTEGER NOT NULL UNIQUE,
    linked_at TEXT NOT NULL,
    member_count INTEGER
) STRICT;

CREATE TABLE people (
    user_id INTEGER PRIMARY KEY,
    name BLOB,
    language TEXT,
    private_chat INTEGER NOT NULL DEFAULT 0 CHECK (private_chat IN (0, 1)),
    unreachable_since TEXT,
    seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE memberships (
    place TEXT NOT NULL CHECK (place IN ('group', 'moderators')),
    user_id INTEGER NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('member', 'administrator', 'restricted', 'left', 'banned')),
    origin TEXT CHECK (origin IN ('before', 'admitted', 'unscreened')),
    since TEXT NOT NULL,
    PRIMARY KEY (place, user_id)
) STRICT, WITHOUT ROWID;
