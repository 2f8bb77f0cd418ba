"""The tables of advice."""

from deele.advice.models.cases import Case, CaseOpening, CaseShare
from deele.advice.models.contacts import Contact, Counted, Template
from deele.advice.models.enquiries import (
    Absence,
    Enquiry,
    EnquiryFile,
    EnquiryMessage,
    IncomingMail,
    Responsibility,
    TextBlock,
)
from deele.advice.models.timeline import CaseDocument, CaseLine, CaseTask, ConfidentialNote, Referral

__all__ = [
    "Absence",
    "Case",
    "CaseDocument",
    "CaseLine",
    "CaseOpening",
    "CaseShare",
    "CaseTask",
    "ConfidentialNote",
    "Contact",
    "Counted",
    "Enquiry",
    "EnquiryFile",
    "EnquiryMessage",
    "IncomingMail",
    "Referral",
    "Responsibility",
    "Template",
    "TextBlock",
]
