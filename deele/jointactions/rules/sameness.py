"""Is this the same photo? By its bytes, and by how it looks when it was saved smaller or anew.

The look is a difference hash: the picture shrunk to nine by eight grey points, each compared with its right neighbour,
gives 64 bits. Two files of one photo differ in very few of them, two photos in about half.
"""

import hashlib
import io

from PIL import Image

WIDTH, HEIGHT = 9, 8
NEAR = 5  # bits


def digest(content: bytes) -> str:
    """The name of these very bytes."""
    return hashlib.sha256(content).hexdigest()


def look(content: bytes) -> str:
    """Sixteen hexadecimal signs for how a picture of ours looks."""
    with Image.open(io.BytesIO(content)) as image:
        grey = image.convert("L").resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        points = grey.tobytes()
    bits = 0
    for row in range(HEIGHT):
        for column in range(WIDTH - 1):
            at = row * WIDTH + column
            bits = bits << 1 | (points[at] > points[at + 1])
    return f"{bits:016x}"


def alike(first: str, second: str) -> bool:
    """Whether two looks are those of one photo. A picture of one colour only looks like nothing."""
    if not first or not second or int(first, 16) == 0 or int(second, 16) == 0:
        return False
    return (int(first, 16) ^ int(second, 16)).bit_count() <= NEAR
