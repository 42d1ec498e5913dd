"""Every word, question, reason and help line, editable without Python and checked when read."""

from content.conduct import Article, Code
from content.faults import ContentError, Fault
from content.help import HelpCard, HelpLine
from content.library import Content, load
from content.markup import Html
from content.organisation import Organisation
from content.reasons import Reason
from content.screening import Choice, Kind, Purpose, Question, ScreeningContent
from content.words import Words

__all__ = [
    "Article",
    "Choice",
    "Code",
    "Content",
    "ContentError",
    "Fault",
    "HelpCard",
    "HelpLine",
    "Html",
    "Kind",
    "Organisation",
    "Purpose",
    "Question",
    "Reason",
    "ScreeningContent",
    "Words",
    "load",
]
