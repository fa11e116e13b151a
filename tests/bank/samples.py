"""Question files for tests, small enough to read at a glance."""

from __future__ import annotations

from pathlib import Path

from quizapp.bank.known import Known

KNOWN = Known(
    structures=frozenset({"tibia", "talus", "tibial_nerve", "tp_tendon", "fdl_tendon"}),
    conditions=frozenset({"gout", "tarsal_tunnel_syndrome"}),
    findings=frozenset({"s_numb_sole_toes", "e_windlass", "s_burn_tingle"}),
    references=frozenset({"GRAY"}),
    misconceptions=frozenset({"M01"}),
    views={"medial": frozenset({"tibia", "talus", "tp_tendon", "fdl_tendon"})},
)

CHOICE = """\
  - id: first-tendon
    kind: choice
    level: recall
    objective: Name the tendon in the groove.
    ask: Which tendon lies in the groove behind the malleolus?
    options:
      - text: Tibialis posterior
        correct: true
        why: It runs in the groove on the bone, in front of the others.
      - text: Flexor digitorum longus
        why: It is the next one behind and lies upon the first one.
      - text: Flexor hallucis longus
        why: It is the last one and lies deep, behind the nerve.
    take_home: Tibialis posterior comes first.
    structures: [tp_tendon]
    references: [GRAY]
    author: quizapp
"""


def write(folder: Path, body: str = CHOICE, name: str = "q.yaml", topic: str = "Tendons") -> Path:
    """Write a question file with one topic."""
    file = folder / name
    file.write_text(f"topic: {topic}\nquestions:\n{body}", encoding="utf-8")
    return file
