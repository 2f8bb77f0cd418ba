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
DEELE_MAIL_KEPT_DAYS = env.number("DEELE_MAIL_KEPT_DAYS", 90)  # then the text is erased
