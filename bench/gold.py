"""What a checker gets right on the gold poems of crates/verse/tests/gold. README.md tells the measure."""

import re

try:
    import tomllib
except ModuleNotFoundError:  # before Python 3.11
    import tomli as tomllib

PATTERNS = {"a": "仄仄平平仄", "A": "仄仄仄平平", "b": "平平平仄仄", "B": "平平仄仄平"}
CLASSES = {"平": "level", "仄": "oblique"}
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\u2f00-\u2fdf\U00020000-\U0003ffff]")
# Faults as handbooks have them; the other codes are rescues, or what poets did and some teachers reject.
FAULTS = {"opposition", "adhesion", "tone", "off-rhyme", "lone-level", "wrong-length", "wrong-number-of-lines"}
# What handbooks weigh differently: a poem with one of them is not asked for its verdict, nor a quatrain with a lost
# adhesion (折腰体).
DOUBTFUL = {"three-level-tail", "three-oblique-tail", "loose-crossed-tail", "borrowed-rhyme", "repeated-rhyme-word"}
QUESTIONS = ["verdict", "form", "line types", "classes at fixed places", "classes of characters with several readings",
             "rhyme group", "lines that rhyme", "faults found", "poems without a false fault"]


def poems(folder):
    """The gold poems of both files."""
    files = [folder / "poems.toml", folder / "cases.toml"]
    return [poem for file in files for poem in tomllib.loads(file.read_text(encoding="utf-8"))["poem"]]


def score(gold, answers):
    """For each question: right answers, wrong ones, and how many were asked; the rest was left open."""
    totals = {question: [0, 0, 0] for question in QUESTIONS}
    for poem, answer in zip(gold, answers):
        for question, is_right in _questions(poem, answer):
            total = totals[question]
            total[0] += is_right is True
            total[1] += is_right is False
            total[2] += 1
    return totals


def _questions(poem, answer):
    """(question, True | False | None) for all that the gold poem tells; None where nothing is answered."""
    regulated = poem.get("regulated", True)
    told = poem.get("findings")
    stands_out = set(told or []) | set(poem.get("includes", []))
    faults = {place for place in stands_out if place.split(":")[1] in FAULTS}
    lines = _lines(poem["text"])
    codes = {place.split(":")[1] for place in stands_out}
    doubtful = codes & DOUBTFUL or ("adhesion" in codes and len(lines) == 4)
    if (told is not None or not regulated or faults) and not doubtful:
        yield "verdict", answer.sound == (regulated and not faults)
    if "form" in poem:
        yield "form", _same(poem["form"], answer.form)
    if "rhyme" in poem:
        yield "rhyme group", _same(poem["rhyme"], answer.rhyme)
    yield from _readings(poem, lines, answer)
    for fault in faults:
        yield "faults found", fault in answer.faults or None
    # Where all is told that stands out, nothing else may be a fault.
    if regulated and told is not None:
        allowed = stands_out | {place.replace("borrowed-rhyme", "off-rhyme") for place in stands_out}
        counted = FAULTS | {"borrowed-rhyme", "other"}
        yield "poems without a false fault", {f for f in answer.faults if f.split(":")[1] in counted} <= allowed
    if regulated and "lines" in poem:
        yield from _scansion(poem["lines"].split(), lines, stands_out, answer, asks_rhymes=told is not None)


def _scansion(types, lines, stands_out, answer, asks_rhymes):
    """Line by line. A line at which something stands out may leave its pattern, so its places are not asked."""
    marked = {int(place.split(":")[0]) for place in stands_out}
    borrowed = {int(p.split(":")[0]) for p in stands_out if p.endswith((":borrowed-rhyme", ":off-rhyme"))}
    for number, letter in enumerate(types, 1):
        yield "line types", _same(letter, _at(answer.types, number))
        if asks_rhymes and number not in borrowed and number in range(1, len(lines) + 1):
            rhymes = number % 2 == 0 or (number == 1 and letter.isupper())
            yield "lines that rhyme", rhymes == (number in answer.rhyming)
        if number in marked or letter not in PATTERNS:
            continue
        line = lines[number - 1]
        pattern = PATTERNS[letter]
        # Two before it in a line of seven, of which the second is fixed.
        if len(line) == 7:
            pattern = {"平": "仄仄", "仄": "平平"}[pattern[1]] + pattern
        for place in [*range(2, len(line), 2), len(line)]:
            found = _at(_at(answer.classes, number) or [], place)
            yield "classes at fixed places", _same(CLASSES[pattern[place - 1]], found)


def _readings(poem, lines, answer):
    """A character that stands at several places is right if it is so at one of them: gold does not say which."""
    for char, expected in poem.get("readings", {}).items():
        found = [_at(_at(answer.classes, n) or [], p)
                 for n, line in enumerate(lines, 1) for p, other in enumerate(line, 1) if other == char]
        if found:
            known = [one for one in found if one is not None]
            yield "classes of characters with several readings", (expected in known) if known else None


def _lines(text):
    """The lines of a poem without marks."""
    parts = re.split(r"[，。！？；：、,.!?;:\s]+", text)
    return ["".join(HAN.findall(part)) for part in parts if HAN.search(part)]


def _same(expected, found):
    return None if found is None else found == expected


def _at(items, number):
    """The item of a place, from 1."""
    return items[number - 1] if 0 < number <= len(items) else None
