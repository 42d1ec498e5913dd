"""The stories: who does what, in French, with the labels and the questions that content holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.demo.acts import Act, Asks, Chapter, Opens, Replies, Sees, Story, Taps, Writes
from bot.demo.player import words_of
from content import Content, Question

ANY_ANSWER = "Je cherche de l’écoute, et je partagerais volontiers ce qui m’aide à tenir."
MOTHER = {
    "link": "Je ne vois presque plus mon enfant depuis la séparation, et je m’épuise.",
    "hopes": "Être écoutée sans être jugée, comprendre, et partager comment je tiens le coup.",
    "protection": "Je ne nommerai personne, et je lirai mes messages seule, loin des enfants.",
}
FATHER = {
    "link": "Je suis journaliste de métier, mais je viens ici comme père qui ne dort plus.",
    "hopes": "Souffler un peu, comprendre ce que vit mon enfant, et aider à mon tour.",
    "protection": "Rien ne sortira d’ici : ni un nom, ni une histoire, et surtout pas au travail.",
}


@dataclass(frozen=True, slots=True)
class Script:
    """What stories are written with: the words of one language."""

    content: Content
    language: str = "fr"

    def label(self, key: str, **values: object) -> str:
        """Return a button's label, by its key in content."""
        return self.content.words(self.language).label(key, **values)

    def line(self, key: str, **values: object) -> str:
        """Return the first line of a message, by its key in content."""
        text = self.content.words(self.language).text(key, **values)
        return words_of(text).splitlines()[0]

    def newcomers(self, n: int) -> str:
        """Return what the group is told when ``n`` people came in."""
        return words_of(self.content.words(self.language).count("members.newcomers", n))

    def answers(self, who: str, choice: str, texts: Mapping[str, str]) -> Iterator[Act]:
        """Go from the welcome to the summary, whatever the questions are."""
        yield Taps(who, self.label("screening.buttons.begin"))
        yield Taps(who, self.label("screening.buttons.agree"))
        if len(self.content.screening(self.language).purposes) > 1:
            yield Taps(who, self.label("screening.buttons.statistics_no"))
        for question in self.content.screening(self.language).questions:
            yield from self._answer(who, question, choice, texts.get(question.id, ANY_ANSWER))
        yield Taps(who, self.label("screening.buttons.accept_code"))
        yield Sees(who, self.line("screening.summary", answers=""))

    def _answer(self, who: str, question: Question, choice: str, text: str) -> Iterator[Act]:
        wants_words = question.kind != "choice" or question.details
        if question.kind == "choice":
            ids = [known.id for known in question.choices]
            yield Taps(who, question.choices[ids.index(choice) if choice in ids else 0].label)
        if question.kind == "commitment":
            yield Taps(who, question.commit_label)
        if wants_words:
            yield Sees(who, question.title)
            yield Sees(who, self.line("screening.write_here"))
            yield Writes(who, text)
            yield Taps(who, self.label("common.buttons.next"))


def installation(script: Script) -> Story:
    """The coordinator links the two chats."""
    acts = (
        Chapter("Marc, qui coordonne, relie les deux groupes au robot"),
        Writes("marc", "/installer groupe {code}", "group"),
        Sees("marc", script.line("installation.linked.group"), "group"),
        Writes("marc", "/installer moderation {code}", "team"),
        Sees("marc", script.line("installation.linked.moderators"), "team"),
    )
    return Story("installer", "Relier les deux groupes", acts)


def asking_to_join(script: Script) -> Story:
    """A mother asks to join by the link; moderators ask for a detail, then let her in."""
    question = "Avez-vous déjà quelqu’un à qui en parler, autour de vous?"
    answer = "Ma sœur, un peu. Mais elle ne sait plus quoi me dire."
    acts = (
        Chapter("Léa ouvre le lien du robot et demande à entrer"),
        Opens("lea", "adhesion"),
        *script.answers("lea", "mother", MOTHER),
        Taps("lea", script.label("screening.buttons.send")),
        Sees("lea", script.line("screening.sent")),
        Chapter("La modération lit sa demande et aimerait une précision"),
        Sees("marc", "Léa Tremblay", "team"),
        Taps("marc", script.label("card.buttons.ask"), "team"),
        Replies("marc", question, "team"),
        Sees("lea", question),
        Writes("lea", answer),
        Sees("odile", answer, "team"),
        Writes("lea", "/statut"),
        Sees("lea", words_of(script.label("screening.status.sent", since="")).split("(")[0]),
        Chapter("Odile accepte ; Léa entre"),
        Taps("odile", script.label("card.buttons.accept"), "team"),
        Taps("lea", script.label("screening.buttons.enter")),
        Sees("lea", script.line("members.welcome")),
    )
    return Story("demander", "Demander à entrer", acts)


def coming_by_the_group(script: Script) -> Story:
    """A father asks to come in by the group's own link, and answers the same questions."""
    acts = (
        Asks("karim"),
        Taps("karim", script.label("screening.buttons.open")),
        *script.answers("karim", "father", FATHER),
    )
    return Story("lien-du-groupe", "Par le lien du groupe", acts)


def changing_ones_mind(script: Script) -> Story:
    """That file is flagged and needs two moderators; refused by mistake, it is taken up again."""
    reasons = [r for r in script.content.reasons(script.language) if not r.silent]
    acts = (
        Chapter(
            "Karim est passé par le lien du groupe ; il a répondu aux mêmes questions", "karim"
        ),
        Chapter("Une phrase de Karim attire l’attention : il faudra deux accords"),
        Taps("karim", script.label("screening.buttons.send")),
        Taps("marc", script.label("card.buttons.accept"), "team"),
        Sees("odile", script.line("card.accepted_once", names="Marc Lavoie"), "team"),
        Chapter("Odile refuse par erreur, et répare"),
        Taps("odile", script.label("card.buttons.refuse"), "team"),
        Taps("odile", reasons[-1].label, "team"),
        Sees("karim", words_of(reasons[-1].text).splitlines()[0]),
        Sees("odile", reasons[-1].label, "team"),
        Taps("odile", script.label("card.buttons.undo"), "team"),
        Sees("karim", script.line("screening.undone.refused")),
        Taps("odile", script.label("card.buttons.accept"), "team"),
        Taps("karim", script.label("screening.buttons.enter")),
        Sees("karim", script.line("members.welcome")),
    )
    return Story("deux-accords", "Deux accords", acts)


def evening(script: Script) -> Story:
    """The group hears of newcomers, and anyone gets the help lines, day and night."""
    acts = (
        Chapter("Le groupe apprend qu’il y a du nouveau ; les lignes d’aide sont à un mot"),
        Sees("jeanne", script.newcomers(1), "group", or_text=script.newcomers(2)),
        Writes("jeanne", "Bienvenue! On est là.", "group"),
        Writes("lea", "Merci. Ça fait du bien de vous lire.", "group"),
        Writes("lea", "/aide"),
        Sees("lea", script.line("help.title")),
    )
    return Story("soir", "Le groupe, le soir", acts)
