"""The stories: who does what, in which order. A new one is a function and a line in STORIES."""

from __future__ import annotations

from collections.abc import Callable

from bot.demo.acts import Act, Asks, Chapter, Opens, Passes, Replies, Sees, Story, Taps, Writes
from bot.demo.conduct import a_risky_message
from bot.demo.privacy import ones_own_data
from bot.demo.script import Answers, Script
from bot.demo.town import CAST

DAY = 24.0


def installation(script: Script) -> Story:
    """The coordinator links the two chats."""
    acts = (
        Chapter(
            script.either(
                "Marc, qui coordonne, relie les deux groupes au robot",
                "Marc, who coordinates, links both groups to the bot",
            )
        ),
        Writes("marc", "/installer groupe {code}", "group"),
        Sees("marc", script.line("installation.linked.group"), "group"),
        Writes("marc", "/installer moderation {code}", "team"),
        Sees("marc", script.line("installation.linked.moderators"), "team"),
    )
    return Story("install", script.either("Relier les deux groupes", "Link both groups"), acts)


def asking_to_join(script: Script) -> Story:
    """A mother asks to join by the link; moderators ask for a detail, then let her in."""
    acts = (
        Chapter(
            script.either(
                "Léa ouvre le lien du robot et demande à entrer",
                "Léa opens the bot's link and asks to join",
            )
        ),
        Opens("lea", "adhesion"),
        *script.consents("lea"),
        *script.answers("lea", "mother", _mother(script)),
        Taps("lea", script.label("screening.buttons.send")),
        Sees("lea", script.line("screening.sent")),
        *_a_detail(script),
        Chapter(script.either("Odile accepte ; Léa entre", "Odile accepts; Léa comes in")),
        Taps("odile", script.label("card.buttons.accept"), "team"),
        *_comes_in(script, "lea"),
        Sees("jeanne", script.newcomers(1), "group"),
        Writes("jeanne", script.either("Bienvenue! On est là.", "Welcome! We are here."), "group"),
        Writes(
            "lea",
            script.either(
                "Merci. Ça fait du bien de vous lire.", "Thank you. It does me good to read you."
            ),
            "group",
        ),
    )
    return Story("join", script.either("Demander à entrer", "Asking to join"), acts)


def _mother(script: Script) -> Answers:
    return {
        "link": script.either(
            "Je ne vois presque plus mon enfant depuis la séparation, et je m’épuise.",
            "I hardly see my child since the separation, and I am worn out.",
        ),
        "hopes": script.either(
            "Être écoutée sans être jugée, comprendre, et partager comment je tiens le coup.",
            "To be heard without being judged, to understand, and to share how I hold on.",
        ),
        "protection": script.either(
            "Je ne nommerai personne, et je lirai mes messages seule, loin des enfants.",
            "I will name nobody, and I will read my messages alone, away from the children.",
        ),
    }


def _a_detail(script: Script) -> tuple[Act, ...]:
    """A moderator asks for a detail, which is relayed unsigned; the answer lands on the card."""
    question = script.either(
        "Avez-vous déjà quelqu’un à qui en parler, autour de vous?",
        "Do you already have somebody around you to talk to?",
    )
    answer = script.either(
        "Ma sœur, un peu. Mais elle ne sait plus quoi me dire.",
        "My sister, a little. But she no longer knows what to tell me.",
    )
    return (
        Chapter(
            script.either(
                "La modération lit sa demande et aimerait une précision",
                "The moderators read her request and would like a detail",
            )
        ),
        Sees("marc", _full_name("lea"), "team"),
        Taps("marc", script.label("card.buttons.ask"), "team"),
        Replies("marc", question, "team"),
        Sees("lea", question),
        Writes("lea", answer),
        Sees("odile", answer, "team"),
        Writes("lea", "/statut"),
        Sees("lea", script.line("screening.status.sent", since="…").partition("(")[0]),
    )


def coming_by_the_group(script: Script) -> Story:
    """A father asks to come in by the group's own link, and answers the same questions."""
    acts = (
        Asks("karim"),
        Taps("karim", script.label("screening.buttons.open")),
        *script.consents("karim"),
        *script.answers("karim", "father", _father(script)),
    )
    return Story("door", script.either("Par le lien du groupe", "By the group's link"), acts)


def _father(script: Script) -> Answers:
    return {
        "link": script.either(
            "Je suis journaliste de métier, mais je viens ici comme père qui ne dort plus.",
            "I am a journalist by trade, but I come here as a father who cannot sleep.",
        ),
        "hopes": script.either(
            "Souffler un peu, comprendre ce que vit mon enfant, et aider à mon tour.",
            "To breathe a little, to understand what my child lives through, and to help in turn.",
        ),
        "protection": script.either(
            "Rien ne sortira d’ici : ni un nom, ni une histoire, et surtout pas au travail.",
            "Nothing will leave this place: no name, no story, least of all at work.",
        ),
    }


def changing_ones_mind(script: Script) -> Story:
    """That file is flagged and needs two moderators; refused by mistake, it is taken up again."""
    label, told = script.reason("professional")
    acts = (
        Chapter(
            script.either(
                "Karim est venu par le lien du groupe, et répond aux mêmes questions",
                "Karim came by the group's link, and answers the same questions",
            ),
            "karim",
        ),
        Chapter(
            script.either(
                "Une phrase de Karim attire l’attention : il faudra deux accords",
                "A sentence of Karim's draws attention: two approvals are needed",
            )
        ),
        Taps("karim", script.label("screening.buttons.send")),
        Taps("marc", script.label("card.buttons.accept"), "team"),
        Sees("odile", script.line("card.accepted_once", names=_full_name("marc")), "team"),
        Chapter(
            script.either(
                "Odile refuse par erreur, et répare", "Odile refuses by mistake, and mends it"
            )
        ),
        Taps("odile", script.label("card.buttons.refuse"), "team"),
        Taps("odile", label, "team"),
        Sees("karim", told),
        Sees("odile", label, "team"),
        Taps("odile", script.label("card.buttons.undo"), "team"),
        Sees("karim", script.line("screening.undone.refused")),
        Taps("odile", script.label("card.buttons.accept"), "team"),
        *_comes_in(script, "karim"),
    )
    return Story("two", script.either("Deux accords", "Two approvals"), acts)


def two_approvals(script: Script) -> Story:
    """The whole of Karim's story, from the group's link on."""
    door, rest = coming_by_the_group(script), changing_ones_mind(script)
    first, *others = rest.acts
    return Story(rest.name, rest.title, (first, *door.acts, *others))


def keeping_out(script: Script) -> Story:
    """Someone who comes for the other party is flagged, and one moderator is enough to refuse."""
    label, told = script.reason("protection")
    answers = {
        "link": script.either(
            "Je suis détective privé, mandaté par la mère dans un dossier en cour.",
            "I am a private investigator, hired by the mother in a court case.",
        )
    }
    acts = (
        Chapter(
            script.either(
                "Victor cherche à entrer pour l’autre partie",
                "Victor tries to get in for the other party",
            )
        ),
        Opens("victor", "adhesion"),
        *script.consents("victor"),
        *script.answers("victor", "family", answers),
        Taps("victor", script.label("screening.buttons.send")),
        Chapter(
            script.either(
                "Le robot signale ; ce sont toujours des personnes qui décident",
                "The bot points out; it is always people who decide",
            )
        ),
        Sees("marc", _full_name("victor"), "team"),
        Taps("marc", script.label("card.buttons.take"), "team"),
        Sees("odile", script.line("card.taken", name=_full_name("marc")), "team"),
        Taps("marc", script.label("card.buttons.refuse"), "team"),
        Taps("marc", label, "team"),
        Sees("victor", told),
        Sees("marc", label, "team"),
    )
    return Story("out", script.either("Qui ne devrait pas entrer", "Who should not get in"), acts)


def in_her_own_time(script: Script) -> Story:
    """Days pass: a draft waits and is recalled, and a request that waits is not forgotten."""
    acts = (
        Chapter(
            script.either(
                "Jour 1 : Léa commence, puis s’arrête", "Day 1: Léa begins, and then stops"
            )
        ),
        Opens("lea", "adhesion"),
        *script.consents("lea"),
        Writes("lea", "/annuler"),
        Sees("lea", script.line("screening.paused")),
        Chapter(script.either("Jour 2 : rien n’est perdu", "Day 2: nothing is lost")),
        Passes(DAY + 1),
        Sees("lea", script.line("screening.reminder")),
        Taps("lea", script.label("screening.buttons.resume")),
        *script.answers("lea", "mother", _mother(script)),
        Taps("lea", script.label("screening.buttons.send")),
        Sees("marc", _full_name("lea"), "team"),
        Chapter(
            script.either(
                "Jours 3 et 4 : personne ne répond ; le robot, lui, s’en souvient",
                "Days 3 and 4: nobody answers; the bot remembers",
            )
        ),
        Passes(DAY),
        Sees("marc", script.line("card.nudge", reference="D-1"), "team"),
        Passes(DAY),
        Sees("lea", script.line("screening.delayed")),
        Taps("odile", script.label("card.buttons.accept"), "team"),
        *_comes_in(script, "lea"),
    )
    return Story("time", script.either("À son rythme", "In her own time"), acts)


def help_at_night(script: Script) -> Story:
    """The help lines, one word away."""
    acts = (
        Chapter(
            script.either(
                "Les lignes d’aide sont à un mot, jour et nuit",
                "The help lines are one word away, day and night",
            )
        ),
        Writes("lea", "/aide"),
        Sees("lea", script.line("help.title")),
    )
    return Story("help", script.either("De l’aide, la nuit", "Help at night"), acts)


STORIES: tuple[Callable[[Script], Story], ...] = (
    asking_to_join,
    two_approvals,
    keeping_out,
    in_her_own_time,
    a_risky_message,
    ones_own_data,
)
"""The stories of the page, in the order of its bar."""


def _comes_in(script: Script, who: str) -> tuple[Act, ...]:
    return (
        Taps(who, script.label("screening.buttons.enter")),
        Sees(who, script.line("members.welcome")),
    )


def _full_name(who: str) -> str:
    return " ".join(CAST[who])
