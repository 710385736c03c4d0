"""Which characters a card can have, and in which order they are cut into slices."""

import csv
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "crates/verse/data"
POEMS = [ROOT / "src/learn/library/data/poems.tsv", ROOT / "crates/verse/tests/anthologies/poems.tsv"]

# Slices of a chain: the commonest together, then small ones, and larger ones where a poem has at most a character or two.
HEADS = {"shared": 192, "simplified": 96, "traditional": 96}
COMMON = {"shared": 3200, "simplified": 1300, "traditional": 1300}
SMALL, LARGE = 16, 48


def rows(path):
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def decoded(encoding, leads, trails):
    for lead in leads:
        for trail in trails:
            try:
                yield bytes([lead, trail]).decode(encoding)
            except UnicodeDecodeError:
                pass


def is_chinese(char):
    return re.match("[\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U0003ffff]", char) is not None


def signs():
    """What is no Chinese character: Latin letters with the marks of pinyin, digits, punctuation in both directions."""
    ranges = [(0x21, 0x7F), (0xA1, 0x180), (0x1CD, 0x1DD), (0x2010, 0x2040), (0x3001, 0x3030), (0xFE30, 0xFE50), (0xFF01, 0xFF5F)]
    return [chr(code) for start, end in ranges for code in range(start, end)] + list("·○●◎◉□△×÷℃")


def wanted(has):
    """`(chains, rank)`: the characters of each chain, commonest first."""
    count = {row["char"]: int(row["count"]) for row in rows(DATA / "frequency.tsv")}
    forms = {row["char"]: row["traditional"] for row in rows(DATA / "scripts.tsv")}
    simple_of = {form: char for char, all_forms in forms.items() for form in all_forms if form != char}
    gb2312 = set(decoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)))
    big5 = set(decoded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]))
    chars = gb2312 | big5 | {char for char, times in count.items() if times >= 2}
    for path in POEMS:
        for row in rows(path):
            chars |= set(row["title"] + row["author"] + row["text"])
    chars |= {char for char, all_forms in forms.items() if chars & set(all_forms)}
    chars = {char for char in chars if is_chinese(char) and has(char)}

    traditional = {char for char in chars if char in simple_of}
    simplified = {char for char in chars - traditional if char in forms and char not in forms[char]}

    def often(char):
        # The counts are of traditional texts; a simplified form stands for all that it replaces.
        if char in simplified and char in gb2312:
            return sum(count.get(form, 0) for form in forms[char])
        return count.get(char, 0)

    chains = {"shared": chars - simplified - traditional, "simplified": simplified, "traditional": traditional}
    return {name: sorted(chain, key=lambda char: (-often(char), char)) for name, chain in chains.items()}


def slices(has):
    """The slices: lists of characters, each in the order of code points."""
    cut = [[char for char in signs() if has(char)]]
    for name, chain in wanted(has).items():
        edges = [0, HEADS[name]]
        while edges[-1] < len(chain):
            edges.append(edges[-1] + (SMALL if edges[-1] < COMMON[name] else LARGE))
        cut += [chain[start:end] for start, end in zip(edges, edges[1:])]
    return [sorted(set(chars)) for chars in cut if chars]
