"""Small articles written for the tests of the library."""

from dataclasses import replace
from typing import Any

from tui.library import Library
from tui.model.article import Article, Block, Caption, Mention, Quote, Source

PNG = b"\x89PNG\r\n\x1a\n and some pixels"


def piece(address: str = "https://coast.example/wall", *paragraphs: str, **more: Any) -> Article:
    """An article of those paragraphs; ``more`` sets any other field."""
    texts = paragraphs or ("The harbour wall will rise by a metre.", "Nobody wants another night like that.")
    blocks = tuple(Block("paragraph", text) for text in texts)
    return replace(Article(address, "Harbour wall to rise", blocks, "\n\n".join(texts)), **more)


def quoted(name: str, words: str, role: str | None = None, affiliation: str | None = None, block: int = 0) -> Source:
    """A source that says those words at the beginning of a block."""
    quote = Quote(words, "direct", block, 0, len(words))
    return Source(name, "person", role, affiliation, (Mention(block, 0, 3),), (quote,))


def pictured(*texts: str) -> tuple[Caption, ...]:
    """Captions of pictures."""
    return tuple(Caption(text, image=f"https://coast.example/{n}.jpg") for n, text in enumerate(texts))


def illustrated(library: Library, name: str = "wall", **more: object) -> int:
    """An article with a kept picture and a source."""
    caption = Caption("The wall", "L. Park", "grey sea", f"https://coast.example/{name}.png")
    text = "The harbour wall will rise."
    article = piece(
        f"https://coast.example/{name}",
        text,
        captions=(caption,),
        sources=(quoted("Ada Moreno", "The harbour wall", "engineer"),),
        **more,
    )
    article = replace(article, markdown=f"{text}\n\n![grey sea](https://coast.example/{name}.png)\n\n<b>not bold</b>")
    number = library.articles.keep(article)
    library.pictures.keep(number, 0, PNG, "image/png")
    return number
