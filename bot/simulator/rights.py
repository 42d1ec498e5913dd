"""The names of rights and permissions in a chat, as the Bot API spells them."""

from __future__ import annotations

ADMIN_RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
    }
)
"""Every right that an administrator of a supergroup can hold."""

SEND_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
)

PERMISSIONS = (
    *SEND_PERMISSIONS,
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
"""Every permission of an ordinary member (type ChatPermissions)."""


def granted(permissions: dict[str, bool], independent: bool) -> dict[str, bool]:
    """All permissions, as Telegram completes those that ``restrictChatMember`` names.

    Unless they are ``independent``, the right to send stickers or previews brings the right to
    send everything else, and polls bring text (Bot API, restrictChatMember).
    """
    full = {name: bool(permissions.get(name, False)) for name in PERMISSIONS}
    if not independent:
        if full["can_send_other_messages"] or full["can_add_web_page_previews"]:
            full |= dict.fromkeys(SEND_PERMISSIONS, True)
        if full["can_send_polls"]:
            full["can_send_messages"] = True
    return full
