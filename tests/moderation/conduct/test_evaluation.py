"""Judging labelled sentences from a file."""

from __future__ import annotations

import pytest

from moderation.evaluation import NotASampleError, counted, evaluate

SAMPLE = """text,label
"Je vais te tuer, toi",threat
Bonsoir à tous,ok
Je veux mourir,help
"crève, j'en peux plus de vivre",both
"deux
lignes",ok
Appelle le 514 555-0199,line
"""


def test_each_line_has_its_verdict_and_its_rule() -> None:
    lines = list(evaluate(SAMPLE.splitlines(keepends=True), ["514 555-0199"]))
    assert [str(line) for line in lines] == [
        "hold\tthreat_to_life+threat\tthreat\tJe vais te tuer, toi",
        "pass\t-\tok\tBonsoir à tous",
        "help\tdistress:suicide\thelp\tJe veux mourir",
        "help+flag\tdistress:suicide+threat\tboth\tcrève, j'en peux plus de vivre",
        "pass\t-\tok\tdeux lignes",
        "pass\t-\tline\tAppelle le 514 555-0199",
    ]
    assert list(counted(lines)) == [
        "both: 1 (help+flag 1)",
        "help: 1 (help 1)",
        "line: 1 (pass 1)",
        "ok: 2 (pass 2)",
        "threat: 1 (hold 1)",
    ]


@pytest.mark.parametrize("text", ["", "phrase;genre\nbonjour;ok\n", "text\nbonjour\n"])
def test_another_file_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(NotASampleError, match="text,label"):
        list(evaluate(text.splitlines(keepends=True)))
