"""Delivery: the sender takes calls from the outbox to Telegram, at Telegram's pace."""

from bot.delivery.request import AiohttpRequest
from bot.delivery.sender import Sender

__all__ = ["AiohttpRequest", "Sender"]
