-- As which edition a café took the theme that a vote chose; nothing where somebody set it by hand.

ALTER TABLE cafe_chosen_themes ADD COLUMN edition INTEGER;
