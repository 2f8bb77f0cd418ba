from deele.accounts.models.mail_link import MailLink
from deele.accounts.models.user import User

__all__ = ["MailLink", "User"]
