"""How the embedded Bot API refuses: as Telegram does, or louder when the caller broke the contract.

The texts of Telegram's own errors stand where they are raised.
"""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """The answer ``{"ok": false}`` of the Bot API, with its code, description and parameters."""

    def __init__(
        self, error_code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(f"{error_code} {description}")
        self.error_code = error_code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object that Telegram sends."""
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.error_code,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class ConformityError(BaseException):
    """A call that the Bot API does not document: Telegram would ignore or misread it in silence.

    It derives from BaseException, so that no ``except Exception`` between the call and the test
    swallows it.
    """


class ImpossibleActError(ValueError):
    """A person tries what the Telegram application would not let them do."""


class ConnectionCutError(Exception):
    """The connection breaks; ``done`` tells whether the call was carried out before it broke."""

    def __init__(self, *, done: bool) -> None:
        super().__init__("answer lost" if done else "connection refused")
        self.done = done


def bad_request(text: str, parameters: dict[str, Any] | None = None) -> ApiError:
    """The error 400 with ``text`` after its usual prefix."""
    return ApiError(400, f"Bad Request: {text}", parameters)


def forbidden(text: str) -> ApiError:
    """The error 403 with ``text`` after its usual prefix."""
    return ApiError(403, f"Forbidden: {text}")
