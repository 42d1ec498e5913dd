"""An embedded Bot API: an imagined Telegram with its people, and two doors to it for a bot."""
