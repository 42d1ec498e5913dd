-- Who opened a link to host a café that was no link: after some, an hour goes by.

CREATE TABLE cafe_wrong_links (
    user_id INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX cafe_wrong_links_user ON cafe_wrong_links (user_id, at);
