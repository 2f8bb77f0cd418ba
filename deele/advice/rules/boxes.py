"""Boxes for words nobody else may read: AES-256-GCM, bound to where they lie. No database, no settings.

A key of the house is any long random text; the key of the cipher is derived from it. The name of a key is a
fingerprint, so a box can say which key it takes without saying anything about the key.
"""

import hashlib
import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SHORTEST = 32  # signs; 32 random ones of base64 are 192 bits
NONCE = 12
FORMAT = b"\x01"


class Locked(Exception):
    """The box can't be opened: its key is not here, or it was not sealed for this place."""


class NoKey(Exception):
    """There is no key to seal with."""


@dataclass(frozen=True)
class Keyring:
    """The keys of the house, the current one first. Not shown in a repr, so in no log and on no error page."""

    keys: dict[str, bytes] = field(repr=False)

    @property
    def current(self) -> str:
        """The name of the key that seals; empty without one."""
        return next(iter(self.keys), "")


def keyring(texts: str) -> Keyring:
    """The keys in a text, separated by commas or lines. Ones too short to be safe are left out."""
    parts = [part.strip() for part in texts.replace("\n", ",").split(",")]
    return Keyring({name_of(part): derived(part) for part in parts if len(part) >= SHORTEST})


def name_of(text: str) -> str:
    """What a key is called: a fingerprint that tells nothing of it."""
    return hashlib.sha256(b"deele.note.name\x00" + text.encode()).hexdigest()[:16]


def derived(text: str) -> bytes:
    """The key of the cipher, from the text of the house (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"deele.note.key").derive(text.encode())


def seal(words: str, *, ring: Keyring, place: str) -> tuple[str, bytes]:
    """The words in a box: the name of the key, and the box. `place` says where it lies. Raises NoKey."""
    if not ring.current:
        raise NoKey
    nonce = secrets.token_bytes(NONCE)
    content = AESGCM(ring.keys[ring.current]).encrypt(nonce, words.encode(), bound(place, ring.current))
    return ring.current, FORMAT + nonce + content


def unseal(box: bytes, *, key_name: str, ring: Keyring, place: str) -> str:
    """The words in a box. Raises Locked."""
    key = ring.keys.get(key_name)
    if key is None or box[:1] != FORMAT or len(box) < 1 + NONCE + 16:
        raise Locked
    try:
        words = AESGCM(key).decrypt(box[1 : 1 + NONCE], box[1 + NONCE :], bound(place, key_name))
    except InvalidTag as error:
        raise Locked from error
    return words.decode()


def bound(place: str, key_name: str) -> bytes:
    """What a box is bound to beside its words."""
    return f"deele.note\x00{place}\x00{key_name}".encode()
