"""The measure of the search on a folder of anyone's entries."""

import pytest

from content.search.evaluation import evaluate

ENTRIES = {
    "ours.md": (
        '+++\nquestion = "Comment payer ma facture?"\n'
        'phrasings = ["régler par carte"]\n+++\nPar carte ou par virement.\n'
    ),
    "minimal.md": "# Où se trouve la bibliothèque?\n\nAu coin de la rue.\n",
    "titled.md": '+++\ntitle = "Comment réserver la piscine?"\nid = "pool"\n+++\nAu guichet.\n',
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "entries").mkdir()
    for name, text in ENTRIES.items():
        (tmp_path / "entries" / name).write_text(text, encoding="utf-8")
    return tmp_path / "entries"


@pytest.fixture
def queries(tmp_path):
    def write(*rows: str):
        path = tmp_path / "queries.csv"
        path.write_text("\n".join(("query,id", *rows)), encoding="utf-8")
        return path

    return write


def test_figures(folder, queries):
    figures = evaluate(
        folder,
        queries(
            "comment payer ma facture,ours",
            "ou se trouve la bibliotheque,minimal",
            "reserver la piscine,pool",
            "quelle heure est-il sur mars,",
        ),
    )
    assert (figures.answerable, figures.unanswerable) == (3, 1)
    assert figures.first == figures.in_three == figures.reciprocal_rank == 1
    assert figures.false_answers == 0
    assert "hit@1                      100.0%" in str(figures)


def test_titles_only_leaves_the_rest_out(folder, queries):
    asked = queries("guichet,pool")
    assert evaluate(folder, asked).in_three == 1
    assert evaluate(folder, asked, titles_only=True).in_three == 0


def test_what_can_not_be_measured_is_said(folder, queries, tmp_path):
    with pytest.raises(ValueError, match="no entry 'lost'"):
        evaluate(folder, queries("où,lost"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="no Markdown entry"):
        evaluate(tmp_path / "empty", queries("où,ours"))
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the columns query and id"):
        evaluate(folder, wrong)
