from datetime import timedelta

import pytest

from deele.mail.rules import delivery, markup, masking

BODY = """Guten Tag,
zweite Zeile mit **Nachdruck**.

## Was zu tun ist
- lesen: https://beispiel.de/a?b=1&c=2.
- [antworten](mailto:buero@beispiel.de)
Danach ist Ruhe.

1. eins
2. zwei

[[Ja, stimmt|https://beispiel.de/ja/x]]
"""


LIST = (
    '<ul><li>lesen: <a href="https://beispiel.de/a?b=1&amp;c=2">https://beispiel.de/a?b=1&amp;c=2</a>.</li>'
    '<li><a href="mailto:buero@beispiel.de">antworten</a></li></ul>'
)


def test_markup_as_html():
    assert markup.as_html(BODY).split("\n") == [
        "<p>Guten Tag,<br>",
        "zweite Zeile mit <strong>Nachdruck</strong>.</p>",
        "<h3>Was zu tun ist</h3>",
        LIST,
        "<p>Danach ist Ruhe.</p>",
        "<ol><li>eins</li><li>zwei</li></ol>",
        '<p class="action"><a class="button" href="https://beispiel.de/ja/x">Ja, stimmt</a></p>',
    ]


def test_markup_as_text():
    assert markup.as_text(BODY) == (
        "Guten Tag,\nzweite Zeile mit Nachdruck.\n\nWas zu tun ist\n==============\n\n"
        "- lesen: https://beispiel.de/a?b=1&c=2.\n- antworten (mailto:buero@beispiel.de)\n\nDanach ist Ruhe.\n\n"
        "1. eins\n2. zwei\n\nJa, stimmt:\nhttps://beispiel.de/ja/x\n"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '[[<b>|https://x.de/"onclick=alert(1)]]',
        "[klick](javascript:alert(1))",
        "[[klick|javascript:alert(1)]]",
        '[x](https://x.de/"><script>)',
        "# <img src=x onerror=alert(1)>",
    ],
)
def test_markup_lets_no_foreign_html_through(hostile):
    html = markup.as_html(hostile)

    for tag in ("<script", "<img", "<b>", 'href="javascript', '"onclick'):
        assert tag not in html


def test_heading_and_list_marks_in_the_middle_of_a_line_are_text():
    assert markup.as_html("Haus #3 - oben") == "<p>Haus #3 - oben</p>"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://d.de/eintrag/bestaetigen/AbC123xyz/", "https://d.de/eintrag/•••"),
        ("https://d.de/AbC123xyzAbC123xyz", "https://d.de/•••"),
        ("https://d.de/k?token=abc", "https://d.de/•••"),
        ("https://d.de/impressum", "https://d.de/impressum"),
        ("https://d.de/", "https://d.de/"),
        ("https://d.de", "https://d.de"),
    ],
)
def test_links_are_shown_without_their_tokens(url, shown):
    href = url if url == shown else "#"

    assert masking.links(f"vor {url} nach") == f"vor {shown} nach"
    assert masking.links_in_html(f'<a href="{url}">{url}</a>') == f'<a href="{href}">{shown}</a>'


def test_codes_and_addresses_are_hidden():
    assert masking.codes("Ihr Code: 1A2B-3C4D.") == "Ihr Code: •••."
    assert masking.address("mira@beispiel.de") == "m•••@beispiel.de"
    assert masking.addresses("550 <mira@beispiel.de> unknown") == "550 <m•••@beispiel.de> unknown"


def test_pauses_between_tries_last_four_to_five_days():
    whole = sum((delivery.pause(number) for number in range(1, delivery.ATTEMPTS)), timedelta())

    assert timedelta(days=4) < whole < timedelta(days=5)
