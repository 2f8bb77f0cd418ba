"""Anticipated refusals: what an action raises when it must not do what was asked."""


class Refusal(Exception):
    """Something asked for cannot be done. The message is shown to a person.

    `message` is a translated text that says what happened, why, and what to do. `code` is a short
    stable name for machines and tests.
    """

    code = "refused"

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.code
