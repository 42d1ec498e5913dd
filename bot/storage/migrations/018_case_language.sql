-- In which language somebody reads the decision on their open case, once they were erased: nothing
-- else is left that says it.

ALTER TABLE cases ADD COLUMN language TEXT;
