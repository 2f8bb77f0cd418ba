"""The words people agree to, each version for good: a consent names its version, and this file says what it was.

Never change a text that was in use; add a version. The words stand here and not in the catalogue of translations,
because a proof must show exactly what was read.
"""

CURRENT = "2026-11"
DIGEST = "newsletter.digest"  # purpose of the news from one's own district and topics

TEXTS: dict[str, dict[str, str]] = {
    "2026-11": {
        "de": (
            "Ja, ich möchte die angekreuzten Newsletter per E-Mail bekommen. Dafür speichert das Büro meine "
            "E-Mail-Adresse und meine Auswahl. Es misst nicht, ob ich die E-Mails öffne oder Links anklicke, und "
            "gibt die Adresse nicht weiter. Ich kann mich jederzeit mit einem Klick abmelden."
        ),
        "en": (
            "Yes, I would like to receive the newsletters ticked above by e-mail. For this the office stores my "
            "e-mail address and my choice. It does not measure whether I open mails or follow links, and passes the "
            "address to nobody. I can unsubscribe at any time with one click."
        ),
    }
}


def text(version: str = CURRENT, language: str = "de") -> str:
    """The words of a version; German where the language is missing, empty for a version that is not ours."""
    words = TEXTS.get(version, {})
    return words.get(language[:2]) or words.get("de", "")


def purpose(area_key: str) -> str:
    """How the register of consents names the newsletter of an area."""
    return f"newsletter.{area_key}"
