"""The words that rules know, by class; every table is a list that anybody may extend.

One entry is a word or a set phrase, folded (no capital, no accent), several on a line separated
by commas. ``NOUNS`` and ``VERBS`` are met under all their forms
``VERB_PHRASES`` under those of their first
word, ``AS_WRITTEN`` as they stand.
"""

from __future__ import annotations

from moderation.language.lexicon import abuse, distress, grammar, groups, lures, spelling, violence
from moderation.language.lexicon.first_names import FIRST_NAMES

READ_AS = spelling.READ_AS
INNOCENT = spelling.INNOCENT
_TABLES = (grammar, abuse, groups, violence, lures, distress)
NOUNS = [pair for table in _TABLES for pair in table.NOUNS.items()]
VERBS = [pair for table in (grammar, abuse, violence, distress) for pair in table.VERBS.items()]
VERB_PHRASES = list(violence.VERB_PHRASES.items())
AS_WRITTEN = [pair for table in _TABLES for pair in table.AS_WRITTEN.items()]
AS_WRITTEN.append(("FIRSTNAME PERSON", ",".join(sorted(FIRST_NAMES))))
