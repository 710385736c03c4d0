"""What gelv says of poems, in the words of the comparison (see gold.py)."""

import json
import subprocess

from answer import Answer


def stream(texts):
    """Some texts as the command reads them: an object in JSON on each line."""
    return "".join(json.dumps({"id": str(n), "text": t}, ensure_ascii=False) + "\n" for n, t in enumerate(texts)).encode()


def run(gelv, lines, to=subprocess.PIPE):
    """One run of the command; what it writes."""
    return subprocess.run([gelv, "check", "--format", "jsonl"], input=lines, stdout=to, check=True).stdout


def reports(gelv, texts):
    """The reports of some texts, in order."""
    return [json.loads(line) for line in run(gelv, stream(texts)).decode().splitlines()]


def answer(report):
    """One report in the words of the comparison."""
    regulated = report["kind"] == "regulated"
    rhyme = report["rhyme"] or {"group": None, "lines": []}
    return Answer(
        sound=regulated and not any(f["severity"] == "error" for f in report["findings"]),
        form=report["form"],
        types=[line["type"] for line in report["lines"]],
        classes=[[char["class"] for char in line["chars"]] for line in report["lines"]],
        rhyme=rhyme["group"],
        rhyming=set(rhyme["lines"]),
        faults={f"{f['line']}:{f['code']}" for f in report["findings"]},
    )
