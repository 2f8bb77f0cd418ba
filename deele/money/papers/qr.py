"""The code a banking app reads (EPC QR code, version 002)."""

import io

from segno import QRCode, helpers

from deele.money.kinds import Issuer
from deele.money.rules import amounts

LEAST, MOST = 1, 99_999_999_999  # cents, by the rules of the EPC


def code(issuer: Issuer, amount: int, number: str) -> QRCode:
    """The code for paying this amount with this number as the purpose."""
    return helpers.make_epc_qr(
        name=issuer.account_holder[:70],
        iban=issuer.iban,
        amount=amounts.decimal(amount),
        text=number[:140],
        bic=issuer.bic or None,
        encoding="UTF-8",
    )


def svg(issuer: Issuer, amount: int, number: str) -> str:
    """The code as a drawing."""
    target = io.BytesIO()
    code(issuer, amount, number).save(target, kind="svg", border=0, xmldecl=False, dark="#000", omitsize=True)
    return target.getvalue().decode()
