"""Links posted by people who have just arrived, and invitations to other groups."""

from __future__ import annotations

import re

from moderation.findings import Finding, Strength
from moderation.folding import Folded, fold, shown
from moderation.signals.facts import MessageFacts

NEWCOMER_DAYS = 7

_LINK = re.compile(
    r"\b(?:https?://|www\.|tg://)\S{3,200}"
    r"|\b[a-z0-9-]{2,40}\.(?:com|net|org|info|io|me|co|ly|xyz|top|shop|online|site|club|biz|link"
    r"|vip|app|live|ru|cn|tk|fr|ca|gg|quebec)(?:/\S{0,200}|\b(?![.@]))"
)
_INVITATION = re.compile(
    r"\bt(?:elegram)?\.me/(?:joinchat/|\+)[\w-]{4,60}|\bt\.me/[a-z]\w{3,40}|\btg://join\S{0,100}"
    r"|\bchat\.whatsapp\.com/\S{4,60}|\bwa\.me/\S{4,60}|\bdiscord(?:\.gg|(?:app)?\.com/invite)/\S{2,60}"
    r"|\bfacebook\.com/groups/\S{2,80}|\bm\.me/\S{2,60}|\bsignal\.group/\S{4,100}"
)
_OFFICIAL = re.compile(
    r"(?:quebec\.ca|gouv\.qc\.ca|canada\.ca|suicide\.ca|educaloi\.qc\.ca|sosviolenceconjugale\.ca"
    r"|ligneparents\.com|teljeunes\.com|rebatir\.ca|justice\.gc\.ca|juridiqc\.gouv\.qc\.ca)"
)


def newcomer_link(facts: MessageFacts) -> Finding | None:
    """A link, visible or hidden, from somebody who joined less than 7 days ago.

    Public services and help lines are never in question.
    """
    if facts.days_here is None or facts.days_here >= NEWCOMER_DAYS:
        return None
    for link in (*facts.links, *_links(facts.said)):
        if not _OFFICIAL.search(fold(link).plain):
            return Finding("newcomer_link", shown(link), Strength.CAUTION)
    return None


def invitation(facts: MessageFacts) -> Finding | None:
    """A link that leads into another group or conversation, whoever posts it."""
    for text in (facts.said, *map(fold, facts.links)):
        if "/" in text.plain and (found := _INVITATION.search(text.plain)):
            return Finding("invitation", text.excerpt(*found.span()), Strength.CAUTION)
    return None


def _links(text: Folded) -> list[str]:
    return [text.excerpt(*found.span()) for found in _LINK.finditer(text.plain)]


def has_link(facts: MessageFacts) -> bool:
    """Whether the message holds any address."""
    return bool(facts.links) or _LINK.search(facts.said.plain) is not None
