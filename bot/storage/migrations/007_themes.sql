-- The standing list of themes. A starting theme has its words in content, any other its own title.

CREATE TABLE themes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT UNIQUE,
    title TEXT,
    state TEXT NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'merged', 'withdrawn')),
    merged_into INTEGER REFERENCES themes (id),
    interest INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL,
    treated_on TEXT,
    CHECK ((key IS NULL) <> (title IS NULL))
) STRICT;
