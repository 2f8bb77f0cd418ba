"""What is printed and what machines read: the invoice, the reminder, the e-invoice."""

from deele.money.papers.letters import LANGUAGE, invoice_pdf, reminder_pdf

__all__ = ["LANGUAGE", "invoice_pdf", "reminder_pdf"]
