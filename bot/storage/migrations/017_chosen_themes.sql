-- Which café a chosen theme went to, so that the choice can be taken back. No reference: cafés are
-- forgotten before the next vote takes the theme up again.

ALTER TABLE cafe_chosen_themes ADD COLUMN cafe_id INTEGER;
