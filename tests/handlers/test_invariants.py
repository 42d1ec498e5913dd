"""What holds for every feature: names, roles, places, words, and how handlers are written."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import telegram

import handlers
from bot.community.members import Role
from content import load
from handlers.features import FEATURES, routes
from handlers.routes import ButtonRoute, Command, Where
from handlers.rows import Fact

CONTENT = load()
ROUTES = routes()
FOLDER = Path(handlers.__file__).parent
SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(FOLDER.rglob("*.py"))}
LONGEST_FUNCTION = 40

NOT_IN_THE_MENU = {"start", "installer"}
"""Telegram's own button says /start; /installer is said once, by who reads how."""

SHARED = {"help", "members"}
"""The features that any other may import: the card is everywhere, everyone is somebody."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


files = pytest.mark.parametrize("path", SOURCES, ids=_name)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _called(call: ast.Call) -> str | None:
    return getattr(call.func, "id", getattr(call.func, "attr", None))


# Commands and buttons


def test_no_command_shadows_another() -> None:
    names = Counter(name for command in ROUTES.commands for name in command.names)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("command", ROUTES.commands, ids=lambda c: c.names[0])
def test_every_command_is_written_as_telegram_wants_and_explained(command: Command) -> None:
    assert all(re.fullmatch("[a-z0-9_]{1,32}", name) for name in command.names)
    assert isinstance(command.role, Role)
    assert command.where
    key = f"commands.{command.names[0]}"
    for language in CONTENT.languages:
        words = CONTENT.words(language)
        assert (key in words.templates) is (command.names[0] not in NOT_IN_THE_MENU)


@pytest.mark.parametrize("button", ROUTES.buttons.values(), ids=lambda b: b.name)
def test_every_button_has_its_place_and_its_role(button: ButtonRoute) -> None:
    assert Where.ELSEWHERE not in button.where
    assert button.role >= Role.MODERATOR or Where.MODERATORS not in button.where
    assert button.role >= Role.MEMBER or Where.GROUP not in button.where


def test_every_button_is_shown_somewhere_and_every_button_shown_is_answered() -> None:
    assert _packed() == set(ROUTES.buttons)


Packer = tuple[str, bool]
"""A function that packs one of its arguments: its name, and whether it is a method."""


@cache
def _packed() -> frozenset[str]:
    """Follow ``pack`` back through the functions that call it, to the names that they give."""
    packers: dict[Packer, tuple[str, int]] = {("pack", False): ("", 0)}
    names: set[str] = set()
    known = 0
    while len(packers) != known:
        known = len(packers)
        for tree in SOURCES.values():
            constants = _constants(tree)
            for function in _functions(tree):
                if function.name == "register":
                    continue  # what is answered, not what is shown
                for call in _calls(function):
                    packer = packers.get(
                        (_called(call) or "", isinstance(call.func, ast.Attribute))
                    )
                    if packer and len(call.args) > packer[1]:
                        given = call.args[packer[1]]
                        names |= _names_given(packer[0], given, function, constants)
                        packers |= _packers(packer[0], given, function)
    return frozenset(name for name in names if re.fullmatch(r"[a-z_]+\.[a-z_]+", name))


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def _names_given(
    prefix: str, given: ast.expr, function: Function, constants: dict[str, str]
) -> set[str]:
    match given:
        case ast.Constant(value=str(name)):
            return {prefix + name}
        case ast.Name(id=name) if name in constants:
            return {prefix + constants[name]}
        case ast.Name():  # a variable of a loop over constants
            used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            return {prefix + text for name, text in constants.items() if name in used}
    return set()


def _packers(prefix: str, given: ast.expr, function: Function) -> dict[Packer, tuple[str, int]]:
    """Return the function as a packer, where it packs one of its own arguments."""
    match given:
        case ast.JoinedStr(
            values=[ast.Constant(value=str(start)), ast.FormattedValue(value=ast.Name(id=name))]
        ):
            prefix += start
        case ast.Name(id=name):
            pass
        case _:
            return {}
    arguments = [argument.arg for argument in function.args.args]
    is_method = arguments[:1] == ["self"]
    arguments = arguments[1:] if is_method else arguments
    if name not in arguments:
        return {}
    return {(function.name, is_method): (prefix, arguments.index(name))}


def test_every_fact_told_is_heard() -> None:
    told = {
        call.args[0].value
        for tree in SOURCES.values()
        for call in _calls(tree)
        if _called(call) == "tell" and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert told <= {name for kind, name in ROUTES.rows if kind is Fact}


# How handlers are written


@files
def test_functions_are_short(path: Path) -> None:
    long = {f.name: _lines(f) for f in _functions(SOURCES[path]) if _lines(f) > LONGEST_FUNCTION}
    assert long == {}


def _lines(function: Function) -> int:
    """Count the lines of a body, without signature and docstring."""
    first = function.body[0]
    body = function.body[1:] if isinstance(first, ast.Expr) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@files
def test_handlers_work_in_order(path: Path) -> None:
    for call in _calls(SOURCES[path]):
        assert _called(call) not in ("create_task", "ensure_future", "run_once", "sleep")
        for keyword in call.keywords:
            assert keyword.arg not in ("block", "concurrent_updates")


SHORTCUTS = {
    name
    for kind in (telegram.Message, telegram.CallbackQuery, telegram.User, telegram.Chat)
    for name, member in inspect.getmembers(kind, inspect.iscoroutinefunction)
}
"""The methods by which python-telegram-bot's objects call Telegram themselves."""


@files
def test_handlers_never_call_telegram(path: Path) -> None:
    """What is said and done goes through the outbox; only help goes without, when it must."""
    tree = SOURCES[path]
    modules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom | ast.Import)
        for alias in node.names
    }
    for function in _functions(tree):
        for call in _awaited(function):
            if not isinstance(call.func, ast.Attribute):
                continue
            owner = ast.unparse(call.func.value)
            if owner.split(".")[-1] == "bot":
                assert (_name(path), call.func.attr) == ("help", "do_api_request")
            elif call.func.attr in SHORTCUTS:
                ours = owner in ("context", "self", "on", "commands") or owner in modules
                assert ours, f"{owner}.{call.func.attr} at line {call.lineno}"


def _awaited(tree: ast.AST) -> Iterator[ast.Call]:
    awaits = (node.value for node in ast.walk(tree) if isinstance(node, ast.Await))
    return (value for value in awaits if isinstance(value, ast.Call))


def test_features_leave_each_other_alone() -> None:
    features = {feature.__name__.split(".")[1] for feature in FEATURES}
    crossings = set()
    for path, tree in SOURCES.items():
        own = _name(path).split("/")[0]
        for imported in _imports(tree):
            if own in features and imported in features - SHARED - {own}:
                crossings.add((own, imported))
    assert crossings == set()


def _imports(tree: ast.AST) -> Iterator[str]:
    """Yield the parts of ``handlers`` that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("handlers"):
            parts = (node.module or "").split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
