"""/ressources: who can help, found by need then region, or by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telegram import Update

from content import Html, Words
from content.markup import utf16_length
from content.resources import Directory, Resource
from content.search.folding import words as folded
from content.search.stems import stem
from handlers import help as help_card
from handlers.buttons import Button, Rows, column, pack
from handlers.context import Context
from handlers.routes import Pressed, Routes

MOST_BY_WORDS = 6
A_MESSAGE = 3500
LEAST_LETTERS = 3


def register(on: Routes) -> None:
    """The command, then its two steps."""
    on.command("ressources", "resources", act=find)
    on.button("resources.needs", show_needs)
    on.button("resources.need", show_regions)
    on.button("resources.region", show_found)


async def find(update: Update, context: Context) -> None:
    """Answer /ressources: the needs, or what is found for the words that follow."""
    message = update.effective_message
    if message is None or message.from_user is None:
        return
    words = await context.words(message.from_user.id)
    asked = " ".join(context.args or ())
    others = (name for name in context.community.content.languages if name != words.language)
    for language in (words.language, *others):
        if found := by_words(context.community.content.directory(language), asked, language):
            words = context.community.content.words(language)
            title = words.text("faq.resources.found_words", words=asked)
            await _say(message.chat_id, title, found, words, context)
            return
    await _say_needs(message.chat_id, "nothing" if asked else "needs", words, context)


def by_words(directory: Directory, asked: str, language: str) -> list[Resource]:
    """Return the resources that say most of the words asked for, best first."""
    wanted = {stem(word, language) for word in folded(asked) if len(word) >= LEAST_LETTERS}
    scored = [(_score(resource, wanted, language), resource) for resource in directory.resources]
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return [resource for score, resource in best[:MOST_BY_WORDS] if 2 * score > best[0][0]]


def _score(resource: Resource, wanted: set[str], language: str) -> float:
    """A word counts once where one begins like it, and half as much again in the name: a service
    that only has the town in its name does not hide those that do what is asked. What says less
    than half of the words is about something else.
    """
    name = _forms(resource.name, language)
    said = [*name, *_forms(f"{resource.what} {resource.audience}", language)]
    found = [begin for begin in wanted if _one_begins(begin, said)]
    if 2 * len(found) < len(wanted):
        return 0
    return len(found) + 0.5 * sum(_one_begins(begin, name) for begin in found)


def _forms(text: str, language: str) -> list[str]:
    """The words of a text, and their stems: some stems no word begins with (lawyer, lawi)."""
    read = folded(text)
    return [*read, *(stem(word, language) for word in read)]


def _one_begins(begin: str, forms: Sequence[str]) -> bool:
    return any(form.startswith(begin) for form in forms)


async def show_needs(press: Pressed, context: Context) -> None:
    """Show the needs again."""
    words = await context.words(press.user.id)
    await _say_needs(press.chat_id, "needs", words, context)


async def _say_needs(chat_id: int, title: str, words: Words, context: Context) -> None:
    directory = context.community.content.directory(words.language)
    buttons = [Button(need.label, pack("resources.need", need.id)) for need in directory.needs]
    buttons.append(help_card.button(words))
    await context.say(chat_id, words.text(f"faq.resources.{title}"), column(buttons))


async def show_regions(press: Pressed, context: Context) -> None:
    """Show the regions where something answers a need."""
    words = await context.words(press.user.id)
    directory = context.community.content.directory(words.language)
    id = press.args[0] if press.args else ""
    need = next((need for need in directory.needs if need.id == id), None)
    if need is None:
        return
    served = directory.regions(need.id)
    regions = context.community.content.screening(words.language).regions
    buttons = [
        Button(region.label, pack("resources.region", need.id, region.id))
        for region in regions
        if region.id in served
    ]
    text = words.text("faq.resources.regions", need=need.label)
    await context.say(press.chat_id, text, column([*buttons, _all_needs(words)]))


async def show_found(press: Pressed, context: Context) -> None:
    """Show what answers a need in a region."""
    words = await context.words(press.user.id)
    directory = context.community.content.directory(words.language)
    need, region = (*press.args, "", "")[:2]
    needs = {choice.id: choice.label for choice in directory.needs}
    regions = {c.id: c.label for c in context.community.content.screening(words.language).regions}
    if need not in needs or region not in regions:
        return
    title = words.text("faq.resources.found", need=needs[need], region=regions[region])
    await _say(press.chat_id, title, directory.find(need, region), words, context)


def _all_needs(words: Words) -> Button:
    return Button(words.label("faq.buttons.all_needs"), pack("resources.needs"))


async def _say(
    chat_id: int, title: Html, found: Sequence[Resource], words: Words, context: Context
) -> None:
    """Say resources in as few messages as they fit in; the last one bears the buttons."""
    messages = list(_messages([title, *(_one(resource, words) for resource in found)]))
    for text in messages[:-1]:
        await context.say(chat_id, text)
    buttons: Rows = [[_all_needs(words)], [help_card.button(words)]]
    await context.say(chat_id, messages[-1], buttons)


def _one(resource: Resource, words: Words) -> Html:
    mark = "" if resource.verified else words.text("faq.resources.to_verify")
    details = (resource.audience, resource.cost, resource.hours, mark)
    return words.text(
        "faq.resources.one",
        name=resource.name,
        what=resource.what,
        reach=resource.reach,
        details=Html(" · ".join(Html.quote(detail) for detail in details if detail)),
    )


def _messages(parts: Sequence[Html]) -> Iterator[Html]:
    text = parts[0]
    for part in parts[1:]:
        longer = Html(f"{text}\n\n{part}")
        if utf16_length(longer) > A_MESSAGE:
            yield text
            longer = part
        text = longer
    yield text
