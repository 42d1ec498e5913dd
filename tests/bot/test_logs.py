"""The log lines: a canary token and canary words go in everywhere, and never come out."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import logging
import re
import sqlite3
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
import telegram
from telegram.error import InvalidToken
from telegram.ext import ApplicationBuilder, CallbackContext, ContextTypes

from bot.crypto import KeyRing
from bot.logs import log_loop_exceptions, set_up_logs

ROOT = Path(__file__).parents[2]
SECRET_HALF = "AAEcanaryCANARYcanaryCANARYcanary12"
TOKEN = f"123456789:{SECRET_HALF}"
WORDS = "mon fils Canari, école des Pinsons"
CHAT = {"id": 5, "type": "private", "first_name": WORDS}
UPDATE = {"update_id": 1, "message": {"message_id": 2, "date": 3, "chat": CHAT, "text": WORDS}}
RING = KeyRing.parse(f"k:{'canary+/' * 5}can=")

log = logging.getLogger("handlers.tests")


@pytest.fixture(autouse=True)
def _global_logging() -> Iterator[None]:
    """Give back what set_up_logs takes over in the whole process."""
    names = [None, "bot", "handlers", "moderation", "content", "telegram", "httpx", "aiosqlite"]
    levels = {name: logging.getLogger(name).level for name in names}
    handlers, raising = list(logging.getLogger().handlers), logging.raiseExceptions
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
    yield
    logging.getLogger().handlers[:], logging.raiseExceptions = handlers, raising
    sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = hooks
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


class Output:
    """What stderr got since the logs were set up, and a way to set them up again."""

    def __init__(self) -> None:
        self._stderr = io.StringIO()

    def __call__(self) -> str:
        return self._stderr.getvalue()

    def set_up(self, level: str, secrets: list[str]) -> None:
        with contextlib.redirect_stderr(self._stderr):
            set_up_logs(level, secrets)


@pytest.fixture
def output() -> Output:
    output = Output()
    output.set_up("DEBUG", [TOKEN, *RING.secrets])
    return output


def assert_clean(text: str) -> None:
    """There is output, in whole lines, and no canary in it."""
    assert text.endswith("\n")
    assert "canary" not in text.casefold()
    assert "canari" not in text.casefold()
    assert "Pinsons" not in text


def raise_with_token() -> None:
    raise ValueError(f"no such bot: {TOKEN}; {WORDS}")


# The line


def test_a_record_is_one_line_with_its_pairs(output: Output) -> None:
    log.info("sent %d of %s", 3, "outbox", extra={"action": "send", "id": 12})

    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO handlers\.tests "
        r"sent 3 of outbox action=send id=12\n",
        output(),
    )


def test_the_time_is_the_record_s_in_utc(output: Output) -> None:
    record = logging.makeLogRecord({"name": "bot", "msg": "x", "levelno": 20, "levelname": "INFO"})
    record.created = datetime(2026, 11, 22, 3, 4, 5, 678_000, tzinfo=UTC).timestamp()

    logging.getLogger().handle(record)

    assert output() == "2026-11-22T03:04:05.678Z INFO bot x\n"


@pytest.mark.parametrize("breaker", ["\n", "\r", "\x85", "\u2028", "\x1b[2K", "\u202e"])
def test_no_text_forges_a_second_line_nor_hides_the_first(output: Output, breaker: str) -> None:
    log.warning("name: %s", f"a{breaker}CRITICAL bot stopped")

    assert len(output().splitlines()) == 1
    assert breaker[0] not in output().removesuffix("\n")


def test_french_stays_readable(output: Output) -> None:
    log.info("la clé n’est pas là : « k »")

    assert "la clé n’est pas là : « k »" in output()


def test_an_exception_shows_types_and_places_on_the_same_line(output: Output) -> None:
    try:
        raise_with_token()
    except ValueError:
        log.exception("not handled", extra={"id": 7})

    (line,) = output().splitlines()
    assert re.search(
        r"not handled id=7 \| ValueError at bot/test_logs.py:\d+ \S+ > "
        r"bot/test_logs.py:\d+ raise_with_token$",
        line,
    )
    assert_clean(output())


def test_machine_errors_keep_their_message(output: Output) -> None:
    try:
        sqlite3.connect(":memory:").execute("SELECT x FROM nowhere")
    except sqlite3.Error:
        log.exception("not read")

    assert "OperationalError: no such table: nowhere at " in output()


def test_set_up_again_there_is_still_one_handler(output: Output) -> None:
    output.set_up("INFO", ["another secret"])
    log.debug("not said")
    log.info("said once, not another secret")

    assert output().endswith(" said once, not [secret]\n")
    assert len(output().splitlines()) == 1


def test_no_other_handler_keeps_writing(output: Output) -> None:
    unredacted = io.StringIO()
    logging.getLogger().addHandler(logging.StreamHandler(unredacted))
    output.set_up("INFO", [TOKEN])
    log.error("read %s", TOKEN)

    assert unredacted.getvalue() == ""


# Secrets


@pytest.mark.parametrize(
    "spelt",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"/file/bot{quote(TOKEN, safe='')}/photo.jpg",
        quote(quote(TOKEN, safe=""), safe=""),
        TOKEN.replace(":", "%3a"),
        TOKEN.lower(),
        SECRET_HALF,
        repr(TOKEN.encode()),
        json.dumps({"token": TOKEN}),
        "987654321:" + "BBF" + "canary-_" * 4,
        RING.dump(),
        quote(RING.dump(), safe=""),
        quote(quote(RING.dump(), safe=""), safe="").lower(),
        RING.secrets[0].replace("/", "\\/"),
    ],
)
def test_no_spelling_of_a_secret_passes(output: Output, spelt: str) -> None:
    log.error("before %s after", spelt, extra={"url": spelt})
    log.error(f"before {spelt} after")

    assert_clean(output())
    assert output().count("[secret]") == 3
    assert output().count("before ") == output().count(" after") == 2


def test_what_surrounds_a_secret_is_kept(output: Output) -> None:
    log.error("POST http://127.0.0.1/bot%s/sendMessage failed", TOKEN)

    assert "POST http://127.0.0.1/bot[secret]/sendMessage failed" in output()


def test_times_and_ids_are_no_tokens(output: Output) -> None:
    log.error("chat -1001234567890 at 2026-11-22T10:00:00 update 123456789:12")

    assert "chat -1001234567890 at 2026-11-22T10:00:00 update 123456789:12" in output()


def test_without_secrets_what_looks_like_a_token_is_hidden(output: Output) -> None:
    output.set_up("INFO", [])
    log.error("read %s", TOKEN)

    assert_clean(output())
    assert "read [secret]" in output()


# Our own loggers


@pytest.mark.parametrize(
    "value", [UPDATE, [WORDS], (WORDS, TOKEN), ValueError(WORDS), WORDS.encode(), {1: TOKEN}]
)
def test_an_object_in_a_record_shows_only_its_type(output: Output, value: object) -> None:
    log.debug("one %s", value)
    log.debug("two %r and %s", value, 2)
    log.debug(value)
    log.debug("pair", extra={"value": value})
    log.debug("by name %(value)s", {"value": value})
    log.debug("%d is not a number", value)

    assert_clean(output())
    assert len(output().splitlines()) == 6
    assert output().count(type(value).__name__) == 5


def test_a_record_written_wrongly_is_still_a_line(output: Output) -> None:
    log.error("no place for it", WORDS)
    log.error("%s and %s", WORDS)
    log.error("%(missing)s", {"present": WORDS})

    assert_clean(output())
    assert len(output().splitlines()) == 3


def test_an_object_that_cannot_be_shown_does_not_print_the_record(output: Output) -> None:
    class Unshowable(str):
        def __str__(self) -> str:
            raise RuntimeError(WORDS)

    log.error("%s %s", Unshowable(), WORDS)
    log.error("next")

    assert_clean(output())
    assert "next" in output()


def test_chained_and_grouped_exceptions_show_no_values(output: Output) -> None:
    try:
        try:
            raise_with_token()
        except ValueError as first:
            try:
                raise KeyError(WORDS) from first
            except KeyError as second:
                raise ExceptionGroup(WORDS, [second, TypeError(TOKEN)]) from None
    except ExceptionGroup:
        log.critical("all of it", exc_info=True, stack_info=True)

    assert_clean(output())
    names = re.findall(r"(\w+(?:Error|Group)) ?(?:at|<|\|)", output())
    assert names == ["ExceptionGroup", "KeyError", "TypeError", "ValueError"]


def test_exceptions_in_a_circle_end(output: Output) -> None:
    first, second = ValueError(WORDS), KeyError(TOKEN)
    first.__context__, second.__context__ = second, first

    log.error("circle", exc_info=first)

    assert "circle | ValueError < KeyError\n" in output()


# Libraries


def test_libraries_are_silent_under_warning(output: Output) -> None:
    for name in ["telegram.ext.Application", "httpx", "httpcore.http11", "aiosqlite", "asyncio"]:
        logging.getLogger(name).debug("debug %s", WORDS)
        logging.getLogger(name).info("info %s", TOKEN)
    logging.getLogger("aiosqlite").setLevel(logging.DEBUG)
    logging.getLogger("aiosqlite").debug("lowered by someone %s", WORDS)

    assert output() == ""


def test_a_higher_level_is_for_libraries_too(output: Output) -> None:
    output.set_up("ERROR", [TOKEN])
    logging.getLogger("telegram").warning("a warning")
    log.warning("a warning")

    assert output() == ""


def test_a_library_s_message_keeps_its_fixed_part_and_numbers(output: Output) -> None:
    logging.getLogger("telegram.ext.Application").critical(
        "Error while building CallbackContext for update %s. Not processed. Try %d",
        telegram.Update.de_json(UPDATE, None),
        3,
        extra={"text": WORDS},
    )

    assert output().endswith("CallbackContext for update …. Not processed. Try 3\n")


def test_an_apostrophe_starts_no_value(output: Output) -> None:
    logging.getLogger("aiohttp").error("Can't close: it's too late")

    assert output().endswith(" ERROR aiohttp Can't close: it's too late\n")


@pytest.mark.parametrize(
    "message",
    [
        f"Received data: {UPDATE}",
        f"Received data: {json.dumps([WORDS])}",
        f"Received data: {telegram.Update(1)} {WORDS}",
        f"Received data: asyncio.Handle('{WORDS}')",
        f"Received data: <Task exception=ValueError('{WORDS}')>",
        f"Received data:\n{WORDS}",
        f"Received data: '{WORDS}'",
        f"Received data: {b'mon fils Canari'!r}",
        "Received data: " + "x " * 80 + TOKEN,
        "Received data: " + "x " * 200 + WORDS,
    ],
)
def test_a_library_s_values_are_cut_off(output: Output, message: str) -> None:
    logging.getLogger("telegram").error(message)

    assert_clean(output())
    assert "Received data:" in output()
    assert len(output()) < 260


async def test_httpx_asked_for_the_token_in_a_url_says_nothing(output: Output) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"ok": True}))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get(f"https://api.telegram.org/bot{TOKEN}/getMe", params={"text": WORDS})

    assert output() == ""


async def test_a_bot_and_its_invalid_token_show_nothing(output: Output) -> None:
    bot = telegram.Bot(TOKEN)
    log.info("started %s", bot)
    log.info(f"started {bot!r}")
    try:
        raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    except InvalidToken as error:
        log.exception("refused: %s", error)
        logging.getLogger("telegram.ext").exception("refused: %s %s", error, TOKEN)

    assert_clean(output())
    assert output().count("InvalidToken at ") == 2


async def test_an_update_that_kills_ptb_s_context_stays_unread(output: Output) -> None:
    class Unbuildable(CallbackContext):  # type: ignore[type-arg]
        @classmethod
        def from_update(cls, update: object, application: object) -> CallbackContext:  # type: ignore[type-arg,override]
            raise ValueError(str(update))

    application = (
        ApplicationBuilder()
        .token(TOKEN)
        .updater(None)
        .context_types(ContextTypes(context=Unbuildable))
        .build()
    )
    application._initialized = True
    application.add_handler(telegram.ext.TypeHandler(object, lambda *_: None))
    await application.process_update(telegram.Update.de_json(UPDATE, application.bot))

    assert_clean(output())
    assert "CRITICAL telegram.ext.Application Error while building CallbackContext" in output()


async def test_updates_that_ptb_cannot_parse_stay_unread(output: Output) -> None:
    bot = telegram.Bot(TOKEN)

    async def served(*_: object, **__: object) -> list[dict[str, object]]:
        return [UPDATE | {"message": {"text": WORDS}}]

    bot._post = served  # type: ignore[assignment,method-assign]
    with pytest.raises(KeyError):
        await bot.get_updates()

    assert_clean(output())
    assert "Error while parsing updates! Received data was | KeyError at" in output()


def test_warnings_are_lines_without_values(output: Output) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        output.set_up("DEBUG", [TOKEN])
        warnings.warn(f"deprecated by {TOKEN}: {UPDATE}", DeprecationWarning, stacklevel=1)

    assert_clean(output())
    assert "py.warnings DeprecationWarning at bot/test_logs.py:" in output()


# What nobody catches


async def test_a_task_that_nobody_awaits_is_one_line(output: Output) -> None:
    log_loop_exceptions(asyncio.get_running_loop())

    async def fail() -> None:
        raise_with_token()

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task
    asyncio.get_running_loop().call_soon(lambda words, _: raise_with_token(), WORDS, UPDATE)
    await asyncio.sleep(0.01)

    assert_clean(output())
    assert len(output().splitlines()) == 2
    assert "ERROR asyncio Task exception was never retrieved |" in output()
    assert "ERROR asyncio Exception in callback" in output()
    assert output().count("ValueError at ") == 2


def test_a_thread_that_fails_is_one_line(output: Output) -> None:
    thread = threading.Thread(target=raise_with_token, name=WORDS)
    thread.start()
    thread.join()

    assert_clean(output())
    assert len(output().splitlines()) == 1
    assert "CRITICAL bot.logs uncaught exception | ValueError at " in output()


def test_many_threads_write_whole_clean_lines(output: Output) -> None:
    def write() -> None:
        for number in range(100):
            log.info("url %s", f"/bot{TOKEN}/", extra={"id": number})

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert_clean(output())
    lines = [line.partition(" ")[2] for line in output().splitlines()]
    assert len(lines) == 800
    assert set(lines) == {f"INFO handlers.tests url /bot[secret]/ id={n}" for n in range(100)}


@pytest.mark.parametrize(
    "ending",
    [
        "raise ValueError(token) from KeyError(words)",
        "import weakref; weakref.finalize(C(), lambda: None)",
        "import asyncio; asyncio.run(fail())",
        "import threading; t = threading.Thread(target=f, args=(words,)); t.start(); t.join()",
    ],
)
def test_a_process_that_dies_says_so_in_one_clean_line(ending: str) -> None:
    program = f"""
from bot.logs import set_up_logs
token, words = {TOKEN!r}, {WORDS!r}
set_up_logs("DEBUG", [token])
class C:
    def __del__(self): raise ValueError(token + words)
def f(*args): raise ValueError(token + words)
async def fail(): f()
{ending}
"""
    died = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )

    assert died.stdout == ""
    assert_clean(died.stderr)
    assert len(died.stderr.splitlines()) == 1
    assert "CRITICAL bot.logs uncaught exception | ValueError" in died.stderr
