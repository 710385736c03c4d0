"""Makes the slices of glyph outlines that cards are drawn with. See README.md.

    python make.py FONT.woff2
"""

import hashlib
import pathlib
import shutil
import sys

from characters import ROOT, slices
from coder import Encoder, write_glyph
from fontTools.ttLib import TTFont

FONT_SHA256 = "013fa90e3e7c3b30aeb0a5311ef92d9aee0d3def5817bc27c357198796d34306"
SLICES = ROOT / "public/letters"
INDEX = ROOT / "src/share/letters/index.bin"
# Units of the font (1000 in an em) in one of ours.
UNIT = 2.5


def contours(font, name):
    glyf = font["glyf"]
    points, ends, flags = glyf[name].getCoordinates(glyf)
    start = 0
    for end in ends:
        contour = [(round(x / UNIT), round(y / UNIT), flag & 1) for (x, y), flag in zip(points[start : end + 1], flags[start : end + 1])]
        start = end + 1
        contour = without_idle(contour)
        if len(contour) > 2:
            yield contour


def without_idle(points):
    """Leaves out what is not seen: points on the line between two others, and those that TrueType implies anyway."""
    at = 0
    while at < len(points):
        if len(points) > 3 and is_idle(points[at - 1], points[at], points[(at + 1) % len(points)]):
            del points[at]
            at = max(at - 2, 0)
        else:
            at += 1
    return points


def is_idle(before, point, after):
    (ax, ay, a_on), (x, y, on), (bx, by, b_on) = before, point, after
    if (x, y, on) == after:
        return True
    if on and not a_on and not b_on:
        return abs(2 * x - ax - bx) <= 2 and abs(2 * y - ay - by) <= 2
    if not (a_on and b_on):
        return False
    dx, dy = bx - ax, by - ay
    length = (dx * dx + dy * dy) ** 0.5 or 1
    off = abs((x - ax) * dy - (y - ay) * dx) / length
    along = ((x - ax) * dx + (y - ay) * dy) / length
    return off < (0.6 if on else 1) and -1 < along < length + 1


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def main(path):
    data = pathlib.Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != FONT_SHA256:
        sys.exit("this is another font; see README.md")
    font = TTFont(path)
    names = font.getBestCmap()
    cut = slices(lambda char: ord(char) in names)
    files, index = [], bytearray()
    for chars in cut:
        coder, last = Encoder(), 0
        index += varint(len(chars))
        for char in chars:
            name = names[ord(char)]
            write_glyph(coder, round(font["hmtx"][name][0] / UNIT), list(contours(font, name)))
            index += varint(ord(char) - last)
            last = ord(char)
        files.append(coder.finish())
    # Whoever has a slice of another making asks for it under another name.
    tag = hashlib.sha256(b"".join(files) + index).hexdigest()[:8]
    for old in SLICES.glob("*/"):
        shutil.rmtree(old)
    (SLICES / tag).mkdir(parents=True)
    for number, file in enumerate(files):
        (SLICES / tag / f"{number}.bin").write_bytes(file)
    INDEX.parent.mkdir(parents=True, exist_ok=True)
    INDEX.write_bytes(tag.encode() + index)
    total = sum(map(len, files))
    print(f"{sum(map(len, cut))} characters in {len(files)} slices, {total} bytes; index {INDEX.stat().st_size} bytes; {tag}")


if __name__ == "__main__":
    main(*sys.argv[1:])
