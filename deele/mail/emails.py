"""How a mail looks: its text, its HTML, and the bytes that go over the line."""

import uuid
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from deele.mail import enums
from deele.mail.enums import Draft
from deele.mail.models import OutgoingMail
from deele.mail.rules import headers as head
from deele.mail.rules import markup
from deele.office import queries as office_queries
from deele.office.models import Office

_inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class Rendered:
    """A message in both of its forms."""

    text: str
    html: str


def render(draft: Draft, office: Office | None = None) -> Rendered:
    """Lay out a draft in the language that is active, with the office's name and address below."""
    office = office or office_queries.the_office()
    context = {"subject": draft.subject, "office": office, "language": get_language() or "de"}
    text = render_to_string("mail/message.txt", {**context, "content": markup.as_text(draft.body)})
    content = mark_safe(markup.as_html(draft.body))  # the renderer escapes everything it is given
    html = render_to_string("mail/message.html", {**context, "content": content})
    return Rendered(text=text.strip() + "\n", html=_inliner.inline(html))


def sender() -> tuple[str, str]:
    """Name and address in From: the office's name before the address the server may send for."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    office = office_queries.the_office()
    return head.clean_subject(office.name if office else name), address


def answers_to(office: Office | None) -> str:
    """Where answers go when a message says nothing: the office's own address."""
    return office.email if office else ""


def new_message_id() -> str:
    """An ID that stays with the message through every try, so that mail programs can spot a second copy."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid.uuid4().hex}@{domain}>"


def as_bytes(mail: OutgoingMail) -> bytes:
    """The whole message, ready for DATA, in seven-bit lines with CRLF."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    name, address = sender()
    message["From"] = str(Address(display_name=name, addr_spec=_ascii(address)))
    message["To"] = _ascii(mail.to)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(timezone.localtime())
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"
    if mail.reply_to:
        message["Reply-To"] = _ascii(mail.reply_to)
    for header, value in mail.headers.items():
        message[header] = value
    message.set_content(mail.body, charset="utf-8", cte="quoted-printable")
    if mail.html:
        message.add_alternative(mail.html, subtype="html", charset="utf-8", cte="quoted-printable")
    for file in mail.attachments.all():
        main, _slash, sub = file.media_type.partition("/")
        message.add_attachment(bytes(file.content), maintype=main, subtype=sub, filename=file.name)
    return message.as_bytes()


def envelope(mail: OutgoingMail) -> tuple[str, str]:
    """The addresses told to the server: from, to."""
    return _ascii(sender()[1]), _ascii(mail.to)


def _ascii(address: str) -> str:
    """The address with its domain in the form mail servers speak (xn--…)."""
    name, at, domain = address.rpartition("@")
    return f"{name}{at}{domain.encode('idna').decode()}" if not domain.isascii() else address


def trial() -> Draft:
    """A message with everything in it: for trying out the way to the mail server, and for the preview page."""
    return Draft(
        subject=_("A trial message"),
        body=_(
            "Good day,\n\nthis message shows that mail leaves the house.\n\n"
            "## What it shows\n\n- umlauts: ä ö ü ß\n- **strong words**\n- an address: https://example.org/\n\n"
            "[[To the office|https://example.org/]]\n\nWith kind regards"
        ),
    )


enums.message("mail.trial", gettext_lazy("Trial message"), trial)
