"""The log lines: one plain line a record on stderr, where no secret and no one's words can be.

Two rules, applied to the finished line, whatever logged it:

- the token and the keys are replaced, as are strings that look like a token;
- our own loggers may write numbers, short texts and ids, but an object shows only its type, and
  an exception its type and where it passed. Libraries get less: the fixed part of their message,
  from WARNING up, for python-telegram-bot prints whole updates and asyncio whole exceptions.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import re
import sqlite3
import sys
import threading
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from bot.crypto import CryptoError

_OURS = ("bot", "handlers", "moderation", "content")
_HIDDEN = "[secret]"
_LOOKS_LIKE_A_TOKEN = r"\d{6,12}(?::|%(?:25)*3A)[A-Za-z0-9_-]{30,}"  # noqa: S105
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_VALUE_STARTS = re.compile(r"[{\[<\"]|(?<!\w)'|\bb'|[\w.]+\(")
_FIRST_LINE_LENGTH = 200
_DEEPEST_FRAMES = 8
_LONGEST_CHAIN = 8
_LONG_ENOUGH_ALONE = 16
_STANDARD_FIELDS = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"}

# Their messages are written by the machine and hold paths and names of columns, nobody's words.
_SPEAKING_ERRORS = (OSError, sqlite3.Error, CryptoError)

_log = logging.getLogger(__name__)


def set_up_logs(level: str, secrets: Iterable[str]) -> None:
    """Send every record, warning and uncaught exception to stderr, redacted.

    Takes the LOG_LEVEL of our own loggers, and the secrets (token, keys) to hide. May be called
    again, with the secrets learnt since.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LineFormatter(secrets))
    handler.addFilter(_is_wanted)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.getLevelNamesMapping()[level], logging.WARNING))
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    logging.raiseExceptions = False  # the stock report of a broken record prints its arguments
    warnings.showwarning = _log_warning
    sys.excepthook = lambda _, error, __: _log_uncaught(error)
    threading.excepthook = lambda args: _log_uncaught(args.exc_value)
    sys.unraisablehook = lambda args: _log_uncaught(args.exc_value)


def log_loop_exceptions(loop: asyncio.AbstractEventLoop) -> None:
    """Log what no task of this loop caught, under the same rules."""
    loop.set_exception_handler(
        lambda _, context: logging.getLogger("asyncio").error(
            context["message"], exc_info=context.get("exception")
        )
    )


class LineFormatter(logging.Formatter):
    """Turns a record into one line: time in UTC, level, logger, message, pairs, exception.

    The redaction is here, and not on a logger, so that a line has no other way out.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = _secrets_pattern(secrets)

    def format(self, record: logging.LogRecord) -> str:
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        ours = _is_ours(record.name)
        message = _own_message(record) if ours else self._library_message(record)
        parts = [time.replace("+00:00", "Z"), record.levelname, record.name, message]
        if ours:
            parts.extend(_pairs(record))
        if record.exc_info and record.exc_info[1] is not None:
            parts.append(f"| {_trace(record.exc_info[1], speaking=ours)}")
        if record.stack_info:
            parts.append(f"| {record.stack_info}")
        return _CONTROLS.sub(" ", self._redact(" ".join(parts)))

    def _library_message(self, record: logging.LogRecord) -> str:
        """The fixed text of a message, redacted before the cut, lest half a token stay."""
        text = _fill(record.msg, record.args, _number)
        return _fixed_part(self._redact(text))

    def _redact(self, text: str) -> str:
        return self._secrets.sub(_HIDDEN, text)


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in _OURS


def _is_wanted(record: logging.LogRecord) -> bool:
    """Libraries speak from WARNING up, also when someone lowers the level of their loggers."""
    return _is_ours(record.name) or record.levelno >= logging.WARNING


def _own_message(record: logging.LogRecord) -> str:
    return _fill(_shown(record.msg), record.args, _shown)


def _fill(template: Any, args: Any, show: Callable[[Any], Any]) -> str:
    """A message with its arguments as ``show`` lets them be seen."""
    if not isinstance(template, str):
        return _type_name(template)
    if not args:
        return template
    try:
        if isinstance(args, Mapping) and "%(" in template:
            return template % {name: show(value) for name, value in args.items()}
        in_order = args if isinstance(args, tuple) else (args,)  # a record unwraps a lone dict
        return template % tuple(show(value) for value in in_order)
    except (TypeError, ValueError, KeyError):
        return template


def _shown(value: Any) -> Any:
    """What our own loggers may write: numbers, texts, names of enums, dates, paths."""
    if isinstance(value, BaseException):
        return _error_text(value, speaking=True)
    if value is None or isinstance(value, (bool, int, float, str, Enum, datetime, Path)):
        return value
    return _type_name(value)


def _number(value: Any) -> Any:
    return value if isinstance(value, (bool, int, float)) else "…"


def _type_name(value: Any) -> str:
    return f"<{type(value).__qualname__}>"


def _fixed_part(text: str) -> str:
    """The first line of a text, short, up to where a value may begin."""
    first_line = text.partition("\n")[0]
    return _VALUE_STARTS.split(first_line, maxsplit=1)[0].rstrip()[:_FIRST_LINE_LENGTH]


def _pairs(record: logging.LogRecord) -> Iterator[str]:
    """What ``extra`` carries, as ``action=sent id=12``."""
    for name, value in vars(record).items():
        if name not in _STANDARD_FIELDS:
            yield f"{name}={_shown(value)}"


def _trace(error: BaseException, *, speaking: bool) -> str:
    """An exception and those it comes from: types and places in the code, without values."""
    errors = itertools.islice(_chain(error), _LONGEST_CHAIN)
    return " < ".join(f"{_error_text(each, speaking=speaking)}{_places(each)}" for each in errors)


def _chain(error: BaseException) -> Iterator[BaseException]:
    waiting: deque[BaseException | None] = deque([error])
    seen: set[int] = set()
    while waiting:
        each = waiting.popleft()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)
        waiting.append(each.__cause__ or (None if each.__suppress_context__ else each.__context__))


def _error_text(error: BaseException, *, speaking: bool) -> str:
    name = type(error).__qualname__
    return f"{name}: {error}" if speaking and isinstance(error, _SPEAKING_ERRORS) else name


def _places(error: BaseException) -> str:
    frames = deque(traceback.walk_tb(error.__traceback__), maxlen=_DEEPEST_FRAMES)
    places = [
        f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in frames
    ]
    return f" at {' > '.join(places)}" if places else ""


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-2:])


def _log_uncaught(error: BaseException | None) -> None:
    _log.critical("uncaught exception", exc_info=error)


def _log_warning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, *_: Any, **__: Any
) -> None:
    place = f"{category.__name__} at {_short(filename)}:{lineno}"
    logging.getLogger("py.warnings").warning(f"{place} {message}")


def _secrets_pattern(secrets: Iterable[str]) -> re.Pattern[str]:
    """Match each secret in any spelling, the half of a token that is secret, and look-alikes."""
    known = {secret for secret in secrets if secret}
    known |= {half for secret in known if len(half := _last_half(secret)) >= _LONG_ENOUGH_ALONE}
    spellings = [_spellings(secret) for secret in sorted(known, key=len, reverse=True)]
    return re.compile("|".join([*spellings, _LOOKS_LIKE_A_TOKEN]), re.IGNORECASE)


def _last_half(secret: str) -> str:
    return secret.rpartition(":")[2]


def _spellings(secret: str) -> str:
    """A pattern for a secret as it is, in a URL (also encoded twice), or escaped in JSON."""
    return "".join(
        char if char.isalnum() else rf"(?:\\?{re.escape(char)}|%(?:25)*{ord(char):02X})"
        for char in secret
    )
