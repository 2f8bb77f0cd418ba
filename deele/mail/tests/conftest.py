import pytest

from deele.mail.tests.factories import Server


@pytest.fixture
def server(settings):
    """A mail server the outbox sends to."""
    with Server() as running:
        settings.DEELE_SMTP = running.smtp
        yield running
