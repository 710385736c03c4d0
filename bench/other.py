"""What pingshui-rhyme says of poems, in the words of the comparison (see gold.py).

Wherever its functions leave room, it is read in its favour: what it works out and does not return is taken from
it too, and of several ways to ask the one that answers more.
"""

import re

from opencc import OpenCC
from pingshui_rhyme import PoemStructureChecker

from answer import Answer

TO_TRADITIONAL = OpenCC("s2t")
TO_SIMPLIFIED = OpenCC("t2s")
CLASSES = {"ping": "level", "ze": "oblique"}
FORMS = {4: "绝句", 8: "律诗"}
WIDTHS = {5: "五言", 7: "七言"}


def check(checker, text):
    """What a person who checks a poem with the package calls: both of its checks."""
    return checker.check_poem_rhyming(text), checker.check_poem_pingze_meter(text)


def answer(checker, text):
    """Its answer for one text, which is turned into traditional characters first: its table has no others."""
    text = TO_TRADITIONAL.convert(text)
    lines = checker.clean_poem(text)
    (rhymes, of_rhyme), (scans, of_meter) = check(checker, text)
    patterns = _patterns(checker, lines, of_meter)
    old_style = "Gushi" in of_rhyme or "Gushi" in of_meter
    return Answer(
        sound=rhymes and scans and not old_style,
        form=_form(lines),
        types=[_letter(checker, pattern) for pattern in patterns],
        classes=[_classes(checker, line, pattern) for line, pattern in zip(lines, patterns)],
        rhyme=_group(checker, lines),
        rhyming=_rhyming(checker, lines),
        faults=_faults(rhymes, of_rhyme) | _faults(scans, of_meter),
    )


def _form(lines):
    """The form that its checks go by; they name it only where they find nothing."""
    count = len(lines)
    width = WIDTHS.get(len(lines[0])) if lines else None
    kind = FORMS.get(count) or ("排律" if count >= 10 and count % 2 == 0 else None)
    return width + kind if width and kind else None


def _patterns(checker, lines, said):
    """The pattern of each line, where the whole poem fits one: only then it says which."""
    found = re.match(r"Poem follows (\w+) ping-ze pattern", said)
    if not found:
        return [None] * len(lines)
    return checker.patterns[len(lines[0])][found[1]][: len(lines)]


def _letter(checker, pattern):
    """The type of a line with this pattern. A line of seven is one of five with two places before it."""
    letters = {"仄仄平平仄": "a", "仄仄仄平平": "A", "平平平仄仄": "b", "平平仄仄平": "B"}
    return letters.get(pattern[-5:]) if pattern else None


def _classes(checker, line, pattern):
    """The classes of a line; the pattern decides between readings where it names one, as in its own check."""
    return [CLASSES.get(word) for word in checker.classifier.classify_with_pattern(line, pattern)]


def _group(checker, lines):
    """The one level group that all even lines share."""
    shared = None
    for line in lines[1::2]:
        groups = {g for g in checker.rhyme_checker.get_rhyme_group(line[-1]) or [] if g[0] == "ping"}
        shared = groups if shared is None else shared & groups
    if not shared or len(shared) != 1:
        return None
    return TO_SIMPLIFIED.convert(next(iter(shared))[2][-1])


def _rhyming(checker, lines):
    """The lines that rhyme with line 2, where its table has a level reading for them."""
    if len(lines) < 2:
        return set()
    rhymes = checker.rhyme_checker.do_rhyme
    return {n for n, line in enumerate(lines, 1) if rhymes(lines[1][-1], line[-1])}


def _faults(is_right, said):
    """Its sentence as `line:code`. Its checks end at the first fault, so there is one at most."""
    if is_right:
        return set()
    for pattern, code in [
        (r"Dui .*Lines \d+ and (\d+)", "opposition"),
        (r"Nian .*Lines \d+ and (\d+)", "adhesion"),
        (r"Line (\d+) must end with a ping", "off-rhyme"),
        (r"Line (\d+) must rhyme with line 2", "off-rhyme"),
        (r"Line (\d+) must (?:not rhyme|end with a ze)", "tone"),
        (r"(Third) line must end with a ze", "tone"),
        (r"(First) line must rhyme", "borrowed-rhyme"),
        (r"(Second) and fourth lines must rhyme", "off-rhyme"),
        (r"(Second) and fourth lines must end with ping", "off-rhyme"),
    ]:
        found = re.search(pattern, said)
        if found:
            line = {"First": "1", "Second": "4", "Third": "3"}.get(found[1], found[1])
            return {f"{line}:{code}"}
    return {"0:other"}
