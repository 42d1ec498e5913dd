"""A stock python-telegram-bot application, polling over HTTP, finds nothing amiss."""

from __future__ import annotations

import asyncio

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatJoinRequestHandler,
    ChatMemberHandler,
    CommandHandler,
)

from bot.simulator.server import serve


async def start(update, context):
    button = InlineKeyboardButton("Je suis là", callback_data="here")
    await update.message.reply_html(
        f"<b>Bonjour</b> {update.effective_user.mention_html()}",
        reply_markup=InlineKeyboardMarkup([[button]]),
    )


async def pressed(update, context):
    await update.callback_query.answer("Bienvenue")
    await update.callback_query.edit_message_text("Merci")


async def asked(update, context):
    await context.bot.send_message(update.chat_join_request.user_chat_id, "Entrez")
    await update.chat_join_request.approve()


async def entered(update, context):
    member = update.chat_member.new_chat_member
    if member.status == "member":
        await context.bot.send_message(update.effective_chat.id, f"{member.user.first_name} arrive")


async def until(condition):
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 (the bot rings no bell)
            await asyncio.sleep(0.01)


async def test_a_stock_bot_talks_and_opens_the_door(scene):
    world, marc, group = scene.world, scene.marc, scene.group
    async with serve(scene.api) as url:
        builder = Application.builder().token(world.token).base_url(f"{url}/bot")
        application = builder.build()
        application.add_handler(CommandHandler("start", start))
        application.add_handler(CallbackQueryHandler(pressed))
        application.add_handler(ChatJoinRequestHandler(asked))
        application.add_handler(ChatMemberHandler(entered, ChatMemberHandler.CHAT_MEMBER))
        async with application:
            await application.start()
            await application.updater.start_polling(allowed_updates=Update.ALL_TYPES, timeout=5)

            world.start(marc, "adhesion")
            await until(lambda: world.said(marc) == ["Bonjour Marc"])
            world.press(marc, world.seen(marc)[-1], "Je suis là")
            await until(lambda: world.said(marc) == ["Merci"])
            assert [toast.text for toast in world.toasts(marc)] == ["Bienvenue"]

            zoe = world.add_person("Zoé")
            world.join_request(zoe, world.create_link(group, scene.lise, approval=True))
            await until(lambda: "Zoé arrive" in world.said(scene.lise, group))
            assert world.said(zoe) == ["Entrez"]
            assert world.inside(zoe, group)

            await application.updater.stop()
            await application.stop()
    assert scene.api.nonconformities == []
    assert all(call.error is None for call in scene.api.calls)
