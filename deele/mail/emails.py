"""How a mail looks: its text, its HTML, and the bytes that go over the line."""

import uuid
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime, parseaddr

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from deele.mail import enums
from deele.mail.enums import Draft, Rendered
from deele.mail.models import OutgoingMail
from deele.mail.rules import headers as head
from deele.mail.rules import markup
from deele.office import queries as office_queries
from deele.office.models import Office


class _Whole(UnstructuredHeader):
    """An address in angle brackets. Python would write a long one as an encoded word, and no mail program undoes that
    in these headers (RFC 2047 §5): the one-click unsubscription would be lost."""

    def fold(self, *, policy: EmailPolicy) -> str:
        return f"{self.name}: {self}{policy.linesep}"  # type: ignore[attr-defined]


_registry = HeaderRegistry()
for _name in ("list-unsubscribe", "list-id"):
    _registry.map_to_type(_name, _Whole)
POLICY = SMTP.clone(cte_type="7bit", header_factory=_registry)
_inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def render(draft: Draft, office: Office | None = None) -> Rendered:
    """Lay out a draft in the language that is active, with the office's name and address below."""
    office = office or office_queries.the_office()
    context = {"subject": draft.subject, "office": office, "language": get_language() or "de"}
    text = render_to_string("mail/message.txt", {**context, "content": markup.as_text(draft.body)})
    content = mark_safe(markup.as_html(draft.body))  # the renderer escapes everything it is given
    html = render_to_string("mail/message.html", {**context, "content": content})
    return Rendered(text=text.strip() + "\n", html=_inliner.inline(html))


def sample(kind: enums.Message) -> Rendered:
    """A message for the preview page, laid out as it goes out."""
    return kind.laid() if kind.laid else render(kind.preview())


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
    message = EmailMessage(policy=POLICY)
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
