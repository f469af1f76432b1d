"""Articles of the tests' own, built from values: what is shown does not change when a converter learns more."""

from __future__ import annotations

from dataclasses import replace

from tui.model.article import Article, Block, Caption, Frame, Link, Mention, Quote, QuoteKind, Source, SourceKind, Span

LEAD = (
    "After a January night that put the fish market under water, the council of Port Ellery will raise its harbour "
    "wall by a metre before the autumn storms. The people who must live behind it are not agreed that it is enough."
)
PARAGRAPHS = (
    "PORT ELLERY — The vote came late on Tuesday, after four hours and a power cut. By eleven to two, the council "
    "set aside 14 million for the work, the largest sum that the town has spent on anything since the railway left.",
    "“Nobody wants another night like that,” said Ada Moreno, the harbour engineer at the Port Authority, who led the "
    "survey that the decision rests on. “We had ninety minutes of warning, and we used sixty of them arguing "
    "about sandbags.”",
    "",
    "Her survey found that the old wall, built in 1911 of dressed stone over rubble, had settled by eleven centimetres "
    "in places, and that the January surge overtopped it for two and a half hours. The Flood Report 2025 put "
    "the damage "
    "at 9 million and warned that a storm of the same height should now be expected once in twelve years.",
    "What the wall will be",
    "The new crest is to be of concrete faced with the old stone. According to the Port Authority, work starts on the "
    "eastern pier in May and moves west, so that the fish market stays open through the summer.",
    "“It is a wall, not a promise,” said Moreno. She added that the pumps behind it would matter as much as "
    "its height.",
    "The eastern pier, 210 metres, in May and June",
    "The market front, 140 metres, in July",
    "The slipway gate, which must be closed by hand until 2027",
    "",
    "A price, and who pays it",
    "Section\tLength\tCost",
    "Not everyone who spoke on Tuesday was persuaded. Tom Achterberg, who chairs the Fishermen’s Association, "
    "said that "
    "his members had asked for a gate wide enough for two boats and had been given one for a boat and a half. “They "
    "measured the boats of 1990,” he said.",
    "“We are grateful for the wall and we are frightened of the bill,” Lin Hsiao-wen, owner of a net loft on Quay "
    "Street, told the council. “Eight hundred a year is two months of heating for us.”",
    "Some residents, who asked not to be named because they rent from the council, said they would leave before the "
    "levy came in. A person familiar with the budget said that a second levy “was never off the table”.",
    "The regional government has promised a third of the sum, but only if the work is finished by the end of November. "
    "In a letter to the council it wrote that “no extension can be considered”.",
    "",
    "The sea in the meantime",
    "The level at the tide gauge has risen by nineteen centimetres since the wall was built, half of it in the last "
    "thirty years. Moreno was asked whether a metre would be enough. “For my career,” she said. “Ask my "
    "successor about hers.”",
)
HEADINGS = {"What the wall will be": 2, "A price, and who pays it": 2, "The sea in the meantime": 2}
TABLE = "\n".join(
    (
        "Section\tLength\tCost",
        "Eastern pier\t210 m\t5.2 million",
        "Market front\t140 m\t6.1 million",
        "Slipway gate\t18 m\t2.7 million",
    )
)
CAPTIONS = (
    Caption(
        "Waves break over the old harbour wall on the night of 14 January",
        "Lena Park/Coast Pictures",
        "Grey sea, a stone wall, spray higher than the lamps",
        "https://coast.example/pictures/wave.png",
    ),
    Caption(
        "Ada Moreno on the eastern pier, where the work begins in May",
        "Lena Park/Coast Pictures",
        "A woman in a yellow jacket points along a pier",
        "https://coast.example/pictures/engineer.png",
    ),
    Caption(
        "The fish market in 1911, the year in which the wall was finished",
        "Port Ellery Town Archive",
        None,
        "https://coast.example/pictures/market.png",
    ),
)


def place(blocks: tuple[Block, ...], words: str, after: int = 0) -> Mention:
    """Where the words stand first, from the block ``after`` on."""
    for n, block in enumerate(blocks[after:], after):
        if (at := block.text.find(words)) >= 0:
            return Mention(n, at, at + len(words))
    raise LookupError(words)


def source(
    blocks: tuple[Block, ...],
    name: str,
    kind: SourceKind,
    quotes: tuple[tuple[str, QuoteKind], ...] = (),
    role: str | None = None,
    affiliation: str | None = None,
    named: tuple[str, ...] = (),
) -> Source:
    """A source with its places, found by its words."""
    mentions = tuple(place(blocks, words) for words in named or (name,))
    spoken = tuple((words, how, place(blocks, words)) for words, how in quotes)
    found = tuple(Quote(words, how, at.block, at.start, at.end) for words, how, at in spoken)
    return Source(name, kind, role, affiliation, mentions, found)


def _blocks() -> tuple[Block, ...]:
    blocks, figure = [Block("lead", LEAD)], 0
    for text in PARAGRAPHS:
        if not text:
            shown = CAPTIONS[figure]
            blocks.append(Block("figure", f"{shown.text}\n{shown.credit}", caption=figure))
            figure += 1
        elif text in HEADINGS:
            blocks.append(Block("heading", text, level=HEADINGS[text]))
        elif text.startswith("Section\t"):
            blocks.append(Block("table", TABLE, header=True))
        elif text.startswith(("The eastern pier, 210", "The market front", "The slipway gate")):
            blocks.append(Block("paragraph", text, within=(Frame("item", "•"),)))
        else:
            blocks.append(Block("paragraph", text, _links(text)))
    return tuple(blocks)


LINKS = (
    ("Flood Report 2025", "https://gov.example/reports/flood-2025"),
    ("tide gauge", "https://tides.example/port-ellery"),
    ("a letter to the council", "https://gov.example/letters/18"),
)


def _links(text: str) -> tuple[Span, ...]:
    found = ((text.find(words), words, url) for words, url in LINKS)
    return tuple(Span(at, at + len(words), "link", url) for at, words, url in found if at >= 0)


def _sources(blocks: tuple[Block, ...]) -> tuple[Source, ...]:
    return (
        source(
            blocks,
            "Ada Moreno",
            "person",
            (
                ("Nobody wants another night like that,", "direct"),
                ("We had ninety minutes of warning, and we used sixty of them arguing about sandbags.", "direct"),
                ("It is a wall, not a promise,", "direct"),
                ("the pumps behind it would matter as much as its height", "indirect"),
                ("For my career,", "direct"),
                ("Ask my successor about hers.", "direct"),
            ),
            "harbour engineer",
            "Port Authority",
            ("Ada Moreno", "said Moreno", "Moreno was asked"),
        ),
        source(
            blocks,
            "Port Authority",
            "organisation",
            (("work starts on the eastern pier in May and moves west", "indirect"),),
            named=("the Port Authority, work",),
        ),
        source(
            blocks,
            "Flood Report 2025",
            "document",
            (("a storm of the same height should now be expected once in twelve years", "indirect"),),
        ),
        source(
            blocks,
            "Tom Achterberg",
            "person",
            (
                ("his members had asked for a gate wide enough for two boats", "indirect"),
                ("They measured the boats of 1990,", "direct"),
            ),
            "chair",
            "Fishermen’s Association",
        ),
        source(
            blocks,
            "Lin Hsiao-wen",
            "person",
            (
                ("We are grateful for the wall and we are frightened of the bill,", "direct"),
                ("Eight hundred a year is two months of heating for us.", "direct"),
            ),
            "owner of a net loft on Quay Street",
        ),
        source(
            blocks,
            "some residents",
            "unnamed",
            (("they would leave before the levy came in", "indirect"),),
            named=("Some residents",),
        ),
        source(
            blocks,
            "a person familiar with the budget",
            "unnamed",
            (("a second levy “was never off the table”", "mixed"),),
            named=("A person familiar with the budget",),
        ),
        source(
            blocks,
            "regional government",
            "organisation",
            (("“no extension can be considered”", "mixed"),),
        ),
    )


def harbour() -> Article:
    """A news piece with figures, people, documents, unnamed voices, headings, a list, a table and links."""
    blocks = _blocks()
    figures = {block.caption: n for n, block in enumerate(blocks) if block.kind == "figure"}
    links = tuple(Link(words, url, place(blocks, words).block) for words, url in LINKS)
    return Article(
        address="https://coast.example/harbour",
        url="https://coast.example/harbour",
        title="Harbour wall to rise before winter",
        authors=("Rosalind Sand",),
        site="The Coast Herald",
        published="2026-03-12T07:30:00+00:00",
        language="en",
        lead=LEAD,
        blocks=blocks,
        markdown="\n\n".join(block.text for block in blocks),
        captions=tuple(replace(caption, block=figures[n]) for n, caption in enumerate(CAPTIONS)),
        sources=_sources(blocks),
        links=tuple(sorted(links, key=lambda link: link.block)),
    )


def plain(title: str, *paragraphs: str, site: str | None = None, address: str | None = None) -> Article:
    """An article of paragraphs alone."""
    address = (
        address or f"https://{(site or 'paper').replace(' ', '').lower()}.example/{title.replace(' ', '-').lower()}"
    )
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    text = "\n\n".join(paragraphs)
    return Article(address, title, blocks, text, url=address, site=site, published="2026-03-10", lead=None)


PLAIN_TEXT = plain(
    "A note on the tides",
    "The tide tables for the spring are out. High water comes twenty minutes later each day this week.",
    "The harbour office hands them out at the counter, while they last.",
    site="Quay",
)
PAPERS = tuple(plain(f"Report {n}", "Some words. " * n, site="Ferry Times" if n % 2 else "Quay") for n in range(1, 6))
