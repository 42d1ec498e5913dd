-- In which language somebody reads the decision on their open case, once they were erased: nothing
-- else is left that says it. And whether a decision was a rehearsal, in dry run: it counts for nothing.

ALTER TABLE cases ADD COLUMN language TEXT;
ALTER TABLE cases ADD COLUMN rehearsal INTEGER NOT NULL DEFAULT 0 CHECK (rehearsal IN (0, 1));
