"""The table of weights: what each level of evidence adds to the log-odds that two records are one thing.

Silence adds nothing. The figures were fitted as a bounded logistic regression (names only gain with
likeness, distance only loses) on the two practice sets beside the checkout and on the same sets without
descriptions, coordinates, mail, telephone and web addresses, so that sparse records count as well; see
docs/decisions/0010-likeness.md. Levels that do not occur there (apart, number, age, part, typo, below, mailfew)
are set by hand. The steps of share, part and told stand in evidence.py.
"""

START = -8.1  # before any evidence two records that share a key are rarely one thing
LOOK = 0.33  # score from which a person is asked
SAME = 0.93  # score from which two records are one thing without asking, unless too much speaks against it:
CONTRADICTIONS = 2  # fields that may say "other" in a pair settled without asking
BARS = ("town", "conflict", "umbrella", "roof")  # evidence after which somebody is always asked
WEIGHTS: dict[str, dict[str, float]] = {
    "share": {
        "0": 0.0,
        "1": 2.2,
        "2": 2.2,
        "3": 2.2,
        "4": 2.2,
        "5": 2.2,
        "6": 2.2,
        "7": 2.2,
        "8": 3.2,
        "9": 3.2,
        "10": 3.2,
    },
    "part": {"0": 0.0, "1": 0.0, "2": 0.0, "3": 1.0, "4": 2.4, "5": 3.7, "6": 3.7},
    "told": {"0": 0.0, "1": 0.0, "2": 0.0, "3": 0.9, "4": 0.9, "5": 2.2, "6": 2.8, "7": 4.1},
    "acronym": {"yes": 5.2},
    "place": {
        "unknown": 0.0,
        "far": -6.0,
        "region": -4.2,
        "other": -2.0,
        "town": 2.0,
        "quarter": 2.0,
        "corner": 2.9,
        "house": 2.9,
        "spot": 2.9,
    },
    "town": {"other": 0.0},  # told by place already; here it only bars
    "street": {"housefew": 2.5, "housemany": 0.8, "open": 0.3, "other": -2.5, "street": 0.0},
    "phone": {"few": 2.9, "many": 2.1, "other": -2.4, "typo": 0.8},
    "mail": {
        "domainfew": 0.0,
        "domainmany": 0.0,
        "other": -3.6,
        "public": 1.2,
        "samefew": 4.2,
        "samemany": 1.7,
    },
    "site": {
        "hostfew": 4.2,
        "hostmany": 0.6,
        "other": -1.1,
        "page": 0.0,
        "pages": -0.7,
        "pagefew": 3.0,
        "pagemany": 0.0,
        "belowfew": 1.0,
        "belowmany": 0.0,
        "mailfew": 1.0,
        "mailmany": 0.0,
    },
    "description": {"other": -1.2, "alike": 2.4, "same": 6.0},
    "kind": {"other": -1.2, "same": 1.3, "apart": -5.0},
    "legal": {"other": -2.9, "same": 1.0},
    "conflict": {"age": -4.5, "number": -4.5, "part": -3.0},
    "umbrella": {"yes": -5.0},
    "roof": {"yes": -0.8},
}
