"""Bank statements as plain rows: CSV and XLSX of German banks, CAMT.053, several CAMT files in a ZIP."""

from deele.money.readers.statement import BadStatement, BankRow, Statement
from deele.money.readers.upload import read

__all__ = ["BadStatement", "BankRow", "Statement", "read"]
