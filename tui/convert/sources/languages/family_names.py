"""Family names of many languages: parts that a capital follows, suffixes, names that stand first."""

from __future__ import annotations

# What a capital may follow inside one name: "McCain", "DeSantis", "O'Malley".
JOINED = frozenset(
    ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "O'", "O’", "Du", "Fitz", "Von", "Al", "El", "Des", "Da")
)
SUFFIXES = frozenset(
    "jr jr. sr sr. ii iii iv m.d. md ph.d. phd j.d. jd esq esq. rn cpa kc qc obe mbe cbe kbe frs mp msp mep".split()
)
# Family names that stand before the given name: the most common of China, Korea and Vietnam.
FAMILY_FIRST = frozenset(
    "kim lee park choi jung kang cho yoon jang lim han shin suh kwon hwang ahn song moon xi li wang zhang liu chen "
    "yang huang zhao wu zhou xu sun zhu hu guo he lin gao luo zheng liang xie tang deng feng mao ban nguyen tran pham "
    "phan vu dang bui ho ngo duong ly aung tsai chiang chan wong cheung leung ng hua geng wei wen peng jiang "
    "pan".split()
)
