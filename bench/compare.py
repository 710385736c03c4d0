#!/usr/bin/env python3
"""gelv beside pingshui-rhyme, in one run: poems a second, and what each gets right. README.md tells how.

usage: compare.py GELV RATE [--report FILE]

GELV is the command of crates/gelv, RATE the example of crates/verse; both built with --release.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import time
from pathlib import Path

from pingshui_rhyme import PoemStructureChecker

import gold
import other
import ours

ROOT = Path(__file__).resolve().parent.parent
ANTHOLOGIES = ROOT / "crates/verse/tests/anthologies/poems.tsv"
GOLD = ROOT / "crates/verse/tests/gold"
POEMS = 300
SEED = 20
# The poems are checked so many times over in a round, so that a round is long beside the clock and a start.
COMMAND_TIMES = 20
LIBRARY_TIMES = 200
OTHER_TIMES = 5
ROUNDS = 9
NAMES = {"library": "verse, the library", "command": "gelv, JSON in and out", "other": "pingshui-rhyme"}


def chosen():
    """The poems of the measurement, in traditional characters, which both read."""
    rows = [row.split("\t") for row in ANTHOLOGIES.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    texts = [row[4] for row in rows[1:]]
    return random.Random(SEED).sample(texts, POEMS)


def command_round(gelv, texts):
    """Poems a second of the command: it starts, loads its tables, reads JSON, checks and writes whole reports."""
    many = texts * COMMAND_TIMES
    stream = ours.stream(many)
    begin = time.perf_counter()
    ours.run(gelv, stream, subprocess.DEVNULL)
    return len(many) / (time.perf_counter() - begin)


def library_round(rate, texts):
    """Poems a second of the library in a process that has its tables loaded."""
    command = [rate, str(LIBRARY_TIMES)]
    return float(subprocess.run(command, input="\n".join(texts).encode(), stdout=subprocess.PIPE, check=True).stdout)


def other_round(checker, texts):
    """Poems a second of the package in a process that has its tables loaded."""
    begin = time.perf_counter()
    for _ in range(OTHER_TIMES):
        for text in texts:
            other.check(checker, text)
    return len(texts) * OTHER_TIMES / (time.perf_counter() - begin)


def speed(gelv, rate, checker):
    """All by turns, so that what else the machine does falls on all. Medians, and the quickest rounds."""
    texts = chosen()
    rounds = {name: [] for name in NAMES}
    for _ in range(ROUNDS):
        rounds["library"].append(library_round(rate, texts))
        rounds["command"].append(command_round(gelv, texts))
        rounds["other"].append(other_round(checker, texts))
    result = {"poems": POEMS}
    for name, found in rounds.items():
        ratios = [mine / theirs for mine, theirs in zip(found, rounds["other"])]
        result[name] = {"median": statistics.median(found), "best": max(found), "ratio": statistics.median(ratios),
                        "best_ratio": max(found) / max(rounds["other"])}
    return result


def main():
    """Measures, prints a table, and writes the report."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gelv", type=os.path.abspath)
    arguments.add_argument("rate", type=os.path.abspath)
    arguments.add_argument("--report", type=Path)
    arguments = arguments.parse_args()
    checker = PoemStructureChecker()

    poems = gold.poems(GOLD)
    texts = [poem["text"] for poem in poems]
    right = {
        "gelv": gold.score(poems, [ours.answer(report) for report in ours.reports(arguments.gelv, texts)]),
        "pingshui-rhyme": gold.score(poems, [other.answer(checker, text) for text in texts]),
    }
    fast = speed(arguments.gelv, arguments.rate, checker)

    print(f"{f'poems a second, on the same {POEMS}':<46}{'median':>10}{'ratio':>10}{'best':>10}{'ratio':>10}")
    for name, title in NAMES.items():
        of = fast[name]
        print(f"{title:<46}{of['median']:>10.0f}{of['ratio']:>10.1f}{of['best']:>10.0f}{of['best_ratio']:>10.1f}")
    print()
    print(f"{f'on {len(poems)} gold poems: right / wrong / of':<46}{'gelv':>18}{'pingshui-rhyme':>18}")
    for question in gold.QUESTIONS:
        cells = ["{} / {} / {}".format(*right[name][question]) for name in right]
        print(f"{question:<46}" + "".join(f"{cell:>18}" for cell in cells))

    if arguments.report:
        report = {"speed": fast, "gold": {"poems": len(poems), "columns": ["right", "wrong", "asked"], **right}}
        arguments.report.parent.mkdir(parents=True, exist_ok=True)
        arguments.report.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"\nwritten to {arguments.report}")


if __name__ == "__main__":
    main()
