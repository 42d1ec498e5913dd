-- The id that a chat had before Telegram gave it another: settings may still name it.

ALTER TABLE chats ADD COLUMN former_id INTEGER;
