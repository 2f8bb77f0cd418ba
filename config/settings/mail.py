"""All mail passes through the outbox; the worker speaks SMTP with what stands here."""

from config import env

EMAIL_BACKEND = "deele.mail.backend.OutboxBackend"
DEFAULT_FROM_EMAIL = env.text("DEELE_MAIL_FROM", "Deele <deele@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

DEELE_SMTP = {
    "host": env.text("DEELE_SMTP_HOST"),  # empty: mail stays in the outbox and can be read at the desk
    "port": env.number("DEELE_SMTP_PORT", 587),
    "user": env.text("DEELE_SMTP_USER"),
    "password": env.text("DEELE_SMTP_PASSWORD"),
    "starttls": env.flag("DEELE_SMTP_STARTTLS", default=True),
    "tls": env.flag("DEELE_SMTP_TLS"),  # TLS from the first byte, usually port 465
}
DEELE_MAIL_PER_MINUTE = env.number("DEELE_MAIL_PER_MINUTE", 120)  # 0: no limit; many providers cut off beyond theirs
DEELE_NEWSLETTER_PER_MINUTE = env.number("DEELE_NEWSLETTER_PER_MINUTE", 600)  # copies of newsletters; 0: no limit
DEELE_NEWSLETTER_PER_DOMAIN = env.number("DEELE_NEWSLETTER_PER_DOMAIN", 120)  # … to one domain; 0: no limit
DEELE_DIGEST = env.text("DEELE_DIGEST", "monthly")  # "news from my district and topics": monthly, weekly or off
DEELE_ANSWER_DAYS = env.number(
    "DEELE_ANSWER_DAYS", 2
)  # working days within which the office promises to answer an enquiry
DEELE_MAIL_KEPT_DAYS = env.number("DEELE_MAIL_KEPT_DAYS", 90)  # then the text is erased

DEELE_BOUNCE = {  # where mail that came back is read; all of it may be empty
    "host": env.text("DEELE_BOUNCE_IMAP_HOST"),  # a mailbox of its own, read by the worker
    "port": env.number("DEELE_BOUNCE_IMAP_PORT", 993),
    "user": env.text("DEELE_BOUNCE_IMAP_USER"),
    "password": env.text("DEELE_BOUNCE_IMAP_PASSWORD"),
    "tls": env.flag("DEELE_BOUNCE_IMAP_TLS", default=True),
    "secret": env.text("DEELE_BOUNCE_SECRET"),  # signs reports a mail service sends; empty: there is no such address
}

DEELE_ANSWER_DAYS = env.number("DEELE_ANSWER_DAYS", 2)  # working days in which an enquiry is answered, as promised
DEELE_ENQUIRY = {  # the mailbox for enquiries, read by the worker; all of it may be empty
    "host": env.text("DEELE_ENQUIRY_IMAP_HOST"),  # a mailbox of its own
    "port": env.number("DEELE_ENQUIRY_IMAP_PORT", 993),
    "user": env.text("DEELE_ENQUIRY_IMAP_USER"),
    "password": env.text("DEELE_ENQUIRY_IMAP_PASSWORD"),
    "tls": env.flag("DEELE_ENQUIRY_IMAP_TLS", default=True),
    "address": env.text("DEELE_ENQUIRY_ADDRESS"),  # people answer to it; empty: the address of the office
    "areas": env.text("DEELE_ENQUIRY_AREAS"),  # an address per area of work: "wohnen=wohnen@…, pflege=pflege@…"
}

DEELE_GROUPS = {  # the mailbox for answers to invitations of working groups, read by the worker; all of it may be empty
    "host": env.text("DEELE_GROUPS_IMAP_HOST"),  # a mailbox of its own
    "port": env.number("DEELE_GROUPS_IMAP_PORT", 993),
    "user": env.text("DEELE_GROUPS_IMAP_USER"),
    "password": env.text("DEELE_GROUPS_IMAP_PASSWORD"),
    "tls": env.flag("DEELE_GROUPS_IMAP_TLS", default=True),
    "address": env.text("DEELE_GROUPS_ADDRESS"),  # people answer to it, with their code put in; empty: to the office
}
