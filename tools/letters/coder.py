"""An adaptive binary range coder, and how a glyph is written with it. The reader is src/share/letters/{coder,glyph}.rs.

Every decision is one bit with a probability that is learnt on the way, fast at first. A number is a row of decisions: how
many bits it has, then the bits themselves; the first two after the leading one are learnt, too.
"""

TOP = 1 << 24
START = 1 << 15  # of 1 << 16
SLOWEST = 5


class Encoder:
    def __init__(self):
        self.low, self.range = 0, 0xFFFFFFFF
        self.cache, self.pending = 0, 0
        self.out = bytearray()
        self.first = True
        self.models = {}

    def bit(self, model, bit):
        chance, seen = self.models.get(model, (START, 0))
        bound = (self.range >> 16) * chance
        if bit:
            self.low += bound
            self.range -= bound
            chance -= chance >> (seen + 1)
        else:
            self.range = bound
            chance += (65536 - chance) >> (seen + 1)
        chance = min(max(chance, 64), 65536 - 64)
        self.models[model] = (chance, min(seen + 1, SLOWEST - 1))
        while self.range < TOP:
            self.range = (self.range << 8) & 0xFFFFFFFF
            self._shift()

    def plain(self, bit):
        self.range >>= 1
        if bit:
            self.low += self.range
        while self.range < TOP:
            self.range = (self.range << 8) & 0xFFFFFFFF
            self._shift()

    def _shift(self):
        if self.low < 0xFF000000 or self.low > 0xFFFFFFFF:
            carry = self.low >> 32
            if not self.first:
                self.out.append((self.cache + carry) & 0xFF)
            self.first = False
            self.out.extend([(0xFF + carry) & 0xFF] * self.pending)
            self.pending = 0
            self.cache = (self.low >> 24) & 0xFF
        else:
            self.pending += 1
        self.low = (self.low & 0x00FFFFFF) << 8

    def finish(self):
        for _ in range(5):
            self._shift()
        while self.out and self.out[-1] == 0:  # The reader takes what is missing for zeros.
            self.out.pop()
        return bytes(self.out)

    def number(self, context, value):
        """A number from 0; gives back how many bits it has."""
        size = value.bit_length()
        for step in range(size):
            self.bit((context, step), 1)
        self.bit((context, size), 0)
        node = 1
        for place in range(size - 2, -1, -1):
            bit = value >> place & 1
            if size - 2 - place < 2:
                self.bit((context, 16 + size * 4 + node), bit)
                node = node * 2 + bit
            else:
                self.plain(bit)
        return size


# The contexts of numbers.
CONTOURS, POINTS, ADVANCE, FIRST_X, FIRST_Y, STEP_X, STEP_Y = 0, 1, 2, 3, 4, 8, 72
FLAG, SIGN, WIDE = 200, 210, 220

FULL = 400  # the advance of a Chinese character, on the grid


def signed(coder, context, sign, value):
    size = coder.number(context, abs(value))
    if value:
        coder.bit(sign, value < 0)
    return size


def write_glyph(coder, advance, contours):
    """`contours`: lists of (x, y, on), on the grid."""
    coder.bit((WIDE, 0), advance != FULL)
    if advance != FULL:
        coder.number(ADVANCE, advance)
    coder.number(CONTOURS, len(contours))
    start = (0, 0)
    for contour in contours:
        coder.number(POINTS, len(contour))
        x, y = start
        signed(coder, FIRST_X, (SIGN, 8), contour[0][0] - x)
        signed(coder, FIRST_Y, (SIGN, 9), contour[0][1] - y)
        start = x, y = contour[0][:2]
        flags = contour[0][2]
        coder.bit((FLAG, 4), flags)
        size_x = size_y = 0
        sign_x = sign_y = 0
        for next_x, next_y, on in contour[1:]:
            coder.bit((FLAG, flags & 3), on)
            flags = (flags << 1 | on) & 3
            dx, dy = next_x - x, next_y - y
            size_x = signed(coder, STEP_X + flags * 12 + min((size_x + size_y) // 2, 11), (SIGN, sign_x), dx)
            size_y = signed(coder, STEP_Y + flags * 12 + min(size_x, 11), (SIGN, 3 + sign_y), dy)
            sign_x = (dx > 0) + 2 * (dx < 0)
            sign_y = (dy > 0) + 2 * (dy < 0)
            x, y = next_x, next_y
