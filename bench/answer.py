"""What a checker says of a poem, as far as checkers can be compared."""

from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Answer:
    """The answer of one checker for one poem. Lines and places count from 1; None is no answer."""

    sound: Optional[bool]
    """Whether it is regulated verse without a fault."""
    form: Optional[str]
    """`五言绝句`, `七言律诗`, …"""
    types: list
    """The type of each line: `a`, `A`, `b`, `B` or None."""
    classes: list
    """For each line, the class of each character: `level`, `oblique`, or None where it is left open."""
    rhyme: Optional[str]
    """The rhyme group, as the simplified character that names it."""
    rhyming: set = field(default_factory=set)
    """The lines that rhyme."""
    faults: set = field(default_factory=set)
    """What stands out, as `line:code`."""
