-- What members choose for themselves: no announcements, and how they stand to the child.

ALTER TABLE people ADD COLUMN silent INTEGER NOT NULL DEFAULT 0 CHECK (silent IN (0, 1));
ALTER TABLE people ADD COLUMN relation TEXT
    CHECK (relation IN ('father', 'mother', 'family', 'professional', 'unclassified'));
