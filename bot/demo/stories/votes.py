"""A story of a vote: themes are proposed and chosen, and nobody learns who voted for what."""

from __future__ import annotations

from bot.demo.acts import Act, Chapter, Passes, Sees, Story, Taps, Writes
from bot.demo.script import Script
from bot.demo.town import ALWAYS_ENGLISH
from handlers.votes.titles import short

DAY = 24.0


def a_secret_vote(script: Script) -> Story:
    """A theme is proposed and voted on; nobody learns who voted for what."""
    theme = script.either(
        "Traverser les fêtes sans nos enfants", "Getting through the holidays without our children"
    )
    acts = (
        Chapter(
            script.either(
                "Jeanne propose un thème ; la modération le lit sans savoir de qui il vient",
                "Jeanne proposes a theme; the moderators read it without knowing from whom",
            )
        ),
        Writes("jeanne", f"/theme {theme}"),
        Sees("odile", theme, "team"),
        Taps("odile", script.label("themes.buttons.approve"), "team"),
        Sees("odile", script.line("themes.settled.approved", id=1, text=theme, who=""), "team"),
        Chapter(script.either("Marc ouvre un vote", "Marc opens a vote")),
        Writes("marc", "/vote"),
        Taps("marc", script.label("votes.form.buttons.check")),
        Taps("marc", script.label("votes.buttons.open")),
        Chapter(
            script.either(
                "Chaque bulletin s’ouvre en privé ; dans le groupe, rien ne dit qui vote",
                "Each ballot opens in private; nothing in the group says who votes",
            )
        ),
        *_votes(script, "jeanne", 10, theme),
        *_votes(script, "rose", 10, theme),
        *_votes(script, "emily", 10, theme),
        *_votes(script, "odile", 1, script.label("themes.starting.child")),
        *_votes(script, "marc", 10, theme),
        Chapter(
            script.either(
                "Une semaine passe : tout est compté, et ce qui liait un bulletin à quelqu’un "
                "est détruit",
                "A week passes: all is counted, and what tied a ballot to somebody is destroyed",
            )
        ),
        Passes(8 * DAY),
        Sees("jeanne", script.line("votes.result.text", n=1, winners=""), "group"),
        Taps("marc", script.label("votes.buttons.adopt"), "team"),
        Writes("jeanne", "/themes"),
        Sees("jeanne", script.line("themes.list", themes="")),
    )
    return Story("vote", script.either("Voter pour un thème", "Voting for a theme"), acts)


def _votes(script: Script, who: str, place: int, theme: str) -> tuple[Act, ...]:
    """Open the ballot by the card in the group, and tap a theme."""
    own = Script(script.content, "en") if who in ALWAYS_ENGLISH else script
    return (
        Taps(who, script.label("votes.buttons.vote"), "group"),
        Taps(who, f"☐ {place}. {short(theme)}"),
        Sees(who, own.line("votes.ballot.noted", themes="")),
    )
