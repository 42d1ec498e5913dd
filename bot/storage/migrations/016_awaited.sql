-- What the next private message of somebody is about stands in one table, votes and themes included.

CREATE TABLE awaited_of_all (
    user_id INTEGER PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN (
        'report', 'forward', 'moderator', 'team', 'appeal', 'verify', 'theme', 'day')),
    about INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL
) STRICT;

INSERT INTO awaited_of_all (user_id, what, about, at)
    SELECT user_id, what, COALESCE(about, 0), at FROM awaited;

-- Of two, the later question is the one that is answered.
INSERT OR REPLACE INTO awaited_of_all (user_id, what, at)
    SELECT user_id, what, asked_at FROM vote_prompts
    WHERE NOT EXISTS (
        SELECT 1 FROM awaited WHERE awaited.user_id = vote_prompts.user_id
        AND awaited.at > vote_prompts.asked_at);

DROP TABLE vote_prompts;
DROP TABLE awaited;
ALTER TABLE awaited_of_all RENAME TO awaited;
