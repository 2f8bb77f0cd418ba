"""The reading hint: known values of the formulas, and what it points at."""

import pytest

from deele.library.rules import reading
from deele.library.rules.reading import Level, judge

HARD = (
    "Die Durchführung der Bedarfsermittlung erfolgt unter Berücksichtigung der örtlichen Gegebenheiten, wobei die "
    "Kommunen durch das Büro unterstützt werden, z. B. bei der Antragstellung und der Verwendungsnachweisführung "
    "gegenüber den Zuwendungsgebern. Am 3. Mai wird das Gebäude der Bevölkerung vorgestellt."
)
EASY = "Wir wohnen zusammen. Jeder hat eine Wohnung. Wir kochen oft. Das macht uns Freude. " * 3


def test_hard_and_easy():
    assert judge(HARD).level == Level.HARD
    assert judge(EASY).level == Level.EASY


def test_lix_is_words_per_sentence_plus_share_of_long_words():
    words = ["Haus"] * 8 + ["Gemeinde"] * 2
    assert reading.lix_of(words, 2) == pytest.approx(5 + 20)


def test_vienna_formula_by_hand():
    # 10 words, 1 sentence: 2 of three syllables (also long), 8 of one.
    words = ["Gemeinde"] * 2 + ["Haus"] * 8
    assert reading.vienna(words, 1) == pytest.approx(0.1935 * 20 + 0.1672 * 10 + 0.1297 * 20 - 0.0327 * 80 - 0.875)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Das gilt z. B. am 3. Mai. Danach nicht.", 2),
        ("Sie fragen? Wir antworten!", 2),
        ("- Raum suchen\n- Tag wählen", 2),
        ("Das kostet 1.500 Euro.", 1),
        ("", 0),
        ("123 …", 0),
    ],
)
def test_sentences(text, number):
    assert len(reading.sentences(text)) == number


@pytest.mark.parametrize(("word", "number"), [("Haus", 1), ("Gemeinde", 3), ("Beispiele", 3), ("Knie", 1), ("Tee", 1)])
def test_syllables(word, number):
    assert reading.syllables(word) == number


def test_it_points_at_long_sentences_abstract_nouns_and_passive():
    found = judge(HARD)

    assert len(found.long_sentences) == 1
    assert "Bedarfsermittlung" in found.abstract
    assert any("vorgestellt" in sentence for sentence in found.passive)
    assert not judge("Die Wohnung ist hell. Wir werden alt.").has_hints


def test_short_texts_get_no_verdict():
    assert judge("Ein Satz.").level == Level.TOO_SHORT
    assert judge("").words == 0


def test_the_glossary_names_what_it_explains():
    assert judge("Eine Pflege-WG im Dorf.", ["Pflege-WG", "Erbbaurecht", ""]).explained == ("Pflege-WG",)
