"""The screens of the applicant's conversation: one text and its buttons for each step."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage.screening import Application
from content import Content, Html, Question, Words
from handlers import help as help_card
from handlers.buttons import Button, Rows, column, pack
from moderation.screening import steps
from moderation.screening.steps import Answer, Ask, Progress


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees: a text in Telegram HTML, and buttons."""

    text: str
    buttons: Rows


@dataclass(frozen=True, slots=True)
class View:
    """Everything a screen is made from."""

    content: Content
    words: Words
    file: Application
    progress: Progress

    @property
    def questions(self) -> tuple[Question, ...]:
        """The key questions, in this person's language."""
        return self.content.screening(self.words.language).questions

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the questions want."""
        return tuple(
            Ask(q.id, q.kind, q.details, q.min_length, q.max_length) for q in self.questions
        )

    def question(self) -> Question | None:
        """Return the question of the file's step, or None at another step."""
        name = self.file.step.removeprefix(steps.QUESTION)
        if not self.file.step.startswith(steps.QUESTION):
            return None
        return next((q for q in self.questions if q.id == name), None)

    def answer(self, question: Question) -> Answer:
        """Return what was answered so far."""
        return self.progress.answers.get(question.id, Answer())

    def press(self, name: str, *args: object) -> str:
        """Return the callback data of a button of this file at this step."""
        return pack(f"apply.{name}", self.file.id, self.file.step, *args)

    def button(self, label: str, name: str, *args: object) -> Button:
        """Return a button with its label from the content."""
        return Button(self.words.label(f"screening.buttons.{label}"), self.press(name, *args))


def render(view: View, note: str = "") -> Screen:
    """Return the screen of a file's step; ``note`` (a key of ``screening.notes``) comes first."""
    draw = {
        steps.WELCOME: _welcome,
        steps.CONSENT: _consent,
        steps.STATISTICS: _statistics,
        steps.REGION: _region,
        steps.CODE: _code,
        steps.SUMMARY: _summary,
    }.get(view.file.step, _question)
    screen = draw(view)
    if not note:
        return screen
    return Screen(f"<i>{_note(view, note)}</i>\n\n{screen.text}", screen.buttons)


def _note(view: View, note: str) -> Html:
    question = view.question()
    limits = {"least": question.min_length, "most": question.max_length} if question else {}
    return view.words.text(f"screening.notes.{note}", **limits)


def _foot(view: View, *, back: bool = True) -> list[Button]:
    foot = [Button(view.words.label("common.buttons.back"), view.press("back"))] if back else []
    return [*foot, help_card.button(view.words)]


def _welcome(view: View) -> Screen:
    others = [lang for lang in view.content.languages if lang != view.words.language]
    languages = [
        Button(
            view.content.words(language).label("common.language_label"),
            pack("language.set", language),
        )
        for language in others
    ]
    count = len(view.questions)
    return Screen(
        view.words.count("screening.welcome", count),
        [[view.button("begin", "begin")], languages, _foot(view, back=False)],
    )


def _consent(view: View) -> Screen:
    purpose = view.content.screening(view.words.language).purposes[0]
    return Screen(
        view.words.text("screening.consent", text=purpose.text),
        [[view.button("agree", "agree")], [_stop(view)], _foot(view)],
    )


def _stop(view: View) -> Button:
    """Ends the request; asks first where something was answered already."""
    verb = "withdraw" if view.progress.consented else "withdraw_yes"
    return Button(view.words.label("screening.buttons.stop"), pack(f"door.{verb}", view.file.id))


def _statistics(view: View) -> Screen:
    purpose = view.content.screening(view.words.language).purposes[1]
    return Screen(
        str(purpose.text),
        [
            [view.button("statistics_yes", "count", "yes")],
            [view.button("statistics_no", "count", "no")],
            _foot(view),
        ],
    )


def _question(view: View) -> Screen:
    question = view.question()
    if question is None:  # the content lost this question since: the summary asks what it lacks
        return _summary(view)
    answer = view.answer(question)
    parts: list[Html] = [
        view.words.text(
            "screening.question_number",
            number=view.questions.index(question) + 1,
            count=len(view.questions),
            title=question.title,
        ),
    ]
    if not _button_gives_way(question, answer):
        parts.append(question.prompt)
    buttons: list[list[Button]] = []
    if question.kind == "choice":
        buttons += _choices(view, question, answer)
    if question.kind == "commitment":
        buttons += _commitment(view, question, answer)
    if steps.takes_text(view.asks[view.questions.index(question)], answer):
        parts += _words_so_far(view, question, answer)
        buttons += _words_buttons(view, question, answer)
    elif question.hint:
        parts.append(Html(f"<i>{question.hint}</i>"))
    return Screen("\n\n".join(parts), [*buttons, _foot(view)])


def _button_gives_way(question: Question, answer: Answer) -> bool:
    """Tell whether the question's button was pressed and words are all that is asked now."""
    return answer.committed or (question.details and answer.choice is not None)


def _choices(view: View, question: Question, answer: Answer) -> list[list[Button]]:
    if _button_gives_way(question, answer):
        return []
    return column(
        Button(choice.label, view.press("choose", choice.id)) for choice in question.choices
    )


def _commitment(view: View, question: Question, answer: Answer) -> list[list[Button]]:
    if answer.committed:
        return []
    return [[Button(question.commit_label, view.press("commit"))]]


def _words_so_far(view: View, question: Question, answer: Answer) -> list[Html]:
    parts: list[Html] = []
    chosen = choice_label(question, answer)
    if chosen:
        parts.append(view.words.text("screening.chosen", choice=chosen))
    if answer.committed:
        parts.append(view.words.text("screening.chosen", choice=question.commit_label))
    if question.details_prompt:
        parts.append(question.details_prompt)
    complete = steps.is_complete(view.asks[view.questions.index(question)], answer)
    if question.hint and not complete:
        parts.append(Html(f"<i>{question.hint}</i>"))
    if answer.text:
        parts.append(view.words.text("screening.your_words", answer=quoted(answer.text)))
    parts.append(view.words.text(f"screening.{'add_or_continue' if complete else 'write_here'}"))
    return parts


def _words_buttons(view: View, question: Question, answer: Answer) -> list[list[Button]]:
    rows: list[list[Button]] = []
    if steps.is_complete(view.asks[view.questions.index(question)], answer):
        rows.append([Button(view.words.label("common.buttons.next"), view.press("next"))])
    if answer.text or answer.choice or answer.committed:
        rows.append([view.button("restart", "restart")])
    return rows


def _region(view: View) -> Screen:
    regions = view.content.screening(view.words.language).regions
    buttons = column(Button(r.label, view.press("region", r.id)) for r in regions)
    return Screen(view.words.text("screening.region"), [*buttons, _foot(view)])


def _code(view: View) -> Screen:
    code = view.content.code(view.words.language)
    return Screen(
        view.words.text("screening.code", code=code.html),
        [[view.button("accept_code", "code")], _foot(view)],
    )


def _summary(view: View) -> Screen:
    change = [
        [
            Button(
                view.words.label("screening.buttons.change", title=question.title),
                view.press("change", question.id),
            )
        ]
        for question in view.questions
    ]
    return Screen(
        view.words.text("screening.summary", answers=summary(view)),
        [[view.button("send", "send")], *change, _foot(view, back=False)],
    )


def summary(view: View) -> Html:
    """Return all the answers, each under its question's title."""
    return Html(
        "\n\n".join(
            view.words.text(
                "screening.answer",
                title=question.title,
                answer=answer_html(question, view.answer(question)),
            )
            for question in view.questions
        )
    )


def answer_html(question: Question, answer: Answer) -> Html:
    """Return one answer: the choice or the commitment, then the person's words."""
    chosen = choice_label(question, answer) or (question.commit_label if answer.committed else "")
    lines = [Html.quote(chosen)] if chosen else []
    if answer.text:
        lines.append(quoted(answer.text))
    return Html("\n".join(lines))


def choice_label(question: Question, answer: Answer) -> str:
    """Return the label of the choice made, or nothing."""
    return next((c.label for c in question.choices if c.id == answer.choice), "")


def quoted(text: str) -> Html:
    """Return somebody's words as a quotation, escaped, their line breaks kept."""
    return Html(f"<blockquote>{Html.quote(text)}</blockquote>")
