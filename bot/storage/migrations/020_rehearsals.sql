-- Whether a decision on a case was a rehearsal, taken in dry run: nothing followed, and it counts
-- for nothing.

ALTER TABLE cases ADD COLUMN rehearsal INTEGER NOT NULL DEFAULT 0 CHECK (rehearsal IN (0, 1));
