-- Installing the bot, and what moderators settle for the machine.

CREATE TABLE installation_tries (
    user_id INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX installation_tries_user ON installation_tries (user_id, at);

CREATE TABLE settled_calls (
    seq INTEGER PRIMARY KEY,
    settled_by INTEGER NOT NULL,
    settled_at TEXT NOT NULL
) STRICT;
