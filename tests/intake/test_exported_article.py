"""What was exported comes back as it was: the same article, nothing twice, nothing poorer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pictures import picture

from tui.convert import convert
from tui.intake.importing.import_any import import_any, looked_through
from tui.library import Library
from tui.model.article import Article, Block, BlockKind
from tui.model.page import Page, ReadingError
from tui.output.export import export
from tui.output.export_forms import Form
from tui.system.content_types import PAGE_TYPES

PAGES = Path(__file__).resolve().parent.parent / "golden" / "pages"
URL = "https://coast.example/wall"
PICTURE = "https://coast.example/wall.jpg"
PAGE = f"""<html lang="en"><head><title>Wall & “pier”</title><link rel="canonical" href="{URL}">
<meta name="author" content="Ada Moreno"><meta property="og:site_name" content="Coast Courier">
<meta property="article:published_time" content="2026-03-12T08:00:00+01:00"></head><body><article>
<h1>Wall & “pier”</h1><p>The harbour wall will rise by a metre before the autumn storms come, the council decided.</p>
<figure><img src="{PICTURE}" alt="A wall"><figcaption>The wall at low tide. Photo: L. Park</figcaption></figure>
<p>“Nobody wants another night like that,” said Ben Okafor, the harbour engineer. It’s &lt;b&gt; &amp;amp; 'x'.</p>
</article></body></html>"""
PNG = picture()
FORMS: tuple[Form, ...] = ("markdown", "html")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with one article, its picture, two tags and a star."""
    with Library.open(tmp_path / "library", now=lambda: 1_770_000_000.0) as library:
        number = library.articles.keep(convert(Page(URL, PAGE.encode(), url=URL)))
        library.pictures.keep(number, 0, PNG, "image/png")
        library.marks.tag(number, "storms")
        library.marks.tag(number, "the sea")
        yield library


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "other", now=lambda: 1_780_000_000.0) as library:
        yield library


def exported(library: Library, form: Form, folder: Path) -> Path:
    """The folder, into which the whole library was exported."""
    report = export(library, library.articles.ids(), form, folder)
    assert not report.refused
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_an_export_comes_back_whole(library: Library, other: Library, tmp_path: Path, form: Form) -> None:
    report = import_any(other, exported(library, form, tmp_path / "out")).report
    assert (report.done, report.known, report.refused) == (1, 0, [])
    [row] = other.articles.rows(9)
    assert other.articles.get(row.id) == library.articles.get(1)
    assert other.marks.tags_of(row.id) == ["storms", "the sea"]
    assert row.kept_at == library.articles.rows(1)[0].kept_at
    file = other.pictures.find(row.id, 0)
    assert file
    assert file.read_bytes() == PNG
    assert [hit.row.id for hit in other.search.find("engineer")] == [row.id]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_kept_by_its_address_alone_comes_back_so(other: Library, tmp_path: Path, form: Form) -> None:
    with Library.open(tmp_path / "addresses") as library:
        (tmp_path / "list.txt").write_text("https://coast.example/lamp\nhttps://coast.example/quay\n")
        import_any(library, tmp_path / "list.txt")
        report = import_any(other, exported(library, form, tmp_path / "out")).report
        urls = sorted(row.url for row in library.articles.rows(9))
        addresses_alone = {article.address: article for article in kept(library)}
    assert (report.done, report.refused) == (2, [])
    assert sorted(row.url for row in other.articles.rows(9) if row.partial and not row.words) == urls
    assert {article.address: article for article in kept(other)} == addresses_alone


@pytest.mark.parametrize("form", FORMS)
def test_what_is_kept_already_stays_as_it_is(library: Library, tmp_path: Path, form: Form) -> None:
    folder = exported(library, form, tmp_path / "out")
    before = (library.articles.get(1), library.articles.rows(9), library.marks.tags_of(1))
    report = import_any(library, folder).report
    assert (report.done, report.known) == (1, 1)
    assert (library.articles.get(1), library.articles.rows(9), library.marks.tags_of(1)) == before


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_counted_before_it_is_taken_in(
    library: Library, other: Library, tmp_path: Path, form: Form
) -> None:
    folder = exported(library, form, tmp_path / "out")
    for one, known in ((other, 0), (library, 1)):
        with looked_through(one, folder) as found:
            report = found.keep(one, dry=True).report
            assert (report.done, report.known, report.refused) == (1, known, [])
    assert (other.articles.count(), library.articles.count()) == (0, 1)


@pytest.mark.parametrize("form", FORMS)
def test_an_export_comes_back_once(library: Library, other: Library, tmp_path: Path, form: Form) -> None:
    folder = exported(library, form, tmp_path / "out")
    import_any(other, folder)
    again = import_any(other, folder).report
    assert (again.done, again.known, other.articles.count()) == (1, 1, 1)
    assert other.articles.find(URL) is not None


def test_pages_of_every_kind_come_back_from_html_as_they_were(other: Library, tmp_path: Path) -> None:
    before = kept_golden(tmp_path)
    with Library.open(tmp_path / "golden") as golden:
        import_any(other, exported(golden, "html", tmp_path / "out"))
    assert {article.address: article for article in kept(other)} == before


def test_pages_of_every_kind_come_back_from_markdown_with_all_that_is_said_of_them(
    other: Library, tmp_path: Path
) -> None:
    before = kept_golden(tmp_path)
    with Library.open(tmp_path / "golden") as golden:
        import_any(other, exported(golden, "markdown", tmp_path / "out"))
    after = {article.address: article for article in kept(other)}
    assert after.keys() == before.keys()
    different = {
        (Path(address).name, name)
        for address, article in before.items()
        for name, said in what_it_says(article).items()
        if said != what_it_says(after[address])[name]
    }
    assert {name for name, _ in different} <= CREDITED_ALONE


CREDITED_ALONE = {"notes-tide-mill.md"}  # a credit without a caption is a line of its own in Markdown
IN_MARKDOWN = ("title", "url", "authors", "published", "modified", "language", "site", "lead", "original", "warnings")


def what_it_says(article: Article) -> dict[str, object]:
    """All of an article but how the text is laid out, and where its pictures lie on this machine."""
    return {name: getattr(article, name) for name in IN_MARKDOWN} | {
        "text": article.text,
        "captions": [(one.text, one.credit, one.alt, one.image) for one in article.captions],
        "sources": article.sources,
    }


def kept_golden(tmp_path: Path) -> dict[str, Article]:
    """The golden pages, kept in a library of their own."""
    with Library.open(tmp_path / "golden") as golden:
        for file in sorted(PAGES.iterdir()):
            if file.suffix == ".json":
                continue
            page = Page(str(file), file.read_bytes(), media_type=PAGE_TYPES.get(file.suffix, "text/html"), path=file)
            try:
                golden.articles.keep(replace(convert(page), enclosed=()))
            except ReadingError:
                continue
        return {article.address: article for article in kept(golden)}


def kept(library: Library) -> list[Article]:
    """Every article of a library."""
    return [library.articles.get(number) for number in library.articles.ids()]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("title", ["Wall", ""])
def test_a_lead_comes_back_as_one_and_what_repeats_it_does_not(
    other: Library, tmp_path: Path, form: Form, title: str
) -> None:
    lead, more = "The wall will rise.", "Nobody wants another night like that, and all of the town knows it."
    kinds: list[tuple[BlockKind, str]] = [("heading", lead), ("lead", lead), ("paragraph", more), ("paragraph", lead)]
    blocks = tuple(Block(kind, text, level=2 * (kind == "heading")) for kind, text in kinds)
    with Library.open(tmp_path / "one") as library:
        library.articles.keep(
            Article(URL, title, blocks, f"## {lead}\n\n{lead}\n\n{more}\n\n{lead}", url=URL, lead=lead, language="en")
        )
        import_any(other, exported(library, form, tmp_path / "out"))
    [article] = kept(other)
    assert (article.title, article.lead) == (title, lead)
    assert [(block.kind, block.text) for block in article.blocks] == kinds


@pytest.mark.parametrize(
    "text",
    [
        f'---\nnewsreader: "article"\ntitle: "Of the head"\nurl: "{URL}"\n\nThe wall holds, they say.',
        f'newsreader: "article"\ntitle: "Of the head"\nurl: "{URL}"\n---\nThe wall holds, they say.',
        f'---\nnewsreader: "page"\ntitle: "Of the head"\nurl: "{URL}"\n---\nThe wall holds, they say.',
        '---\nnewsreader: "article"\ntitle: "Of the head"\n---\nThe wall holds, they say.',
    ],
    ids=["without an end", "without a beginning", "of another kind", "without an address"],
)
def test_what_has_no_whole_head_of_ours_is_a_page(other: Library, tmp_path: Path, text: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "wall.md").write_text(text)
    import_any(other, tmp_path / "out")
    [article] = kept(other)
    assert article.address == str(tmp_path / "out" / "wall.md")
    assert "The wall holds" in article.text


def test_lines_that_somebody_wrote_into_the_head_are_passed_over(
    library: Library, other: Library, tmp_path: Path
) -> None:
    folder = exported(library, "markdown", tmp_path / "out")
    [file] = folder.glob("*.md")
    file.write_text(file.read_text().replace("---\n", "---\nmood: calm\nauthors:\n", 1))
    import_any(other, folder)
    assert [article.authors for article in kept(other)] == [("Ada Moreno",)]


def test_a_picture_of_no_caption_is_none(library: Library, other: Library, tmp_path: Path) -> None:
    folder = exported(library, "html", tmp_path / "out")
    [file] = folder.glob("*.html")
    file.write_text(file.read_text().replace('data-caption="0"', 'data-caption="1"'))
    import_any(other, folder)
    assert [(row.pictures, row.captions) for row in other.articles.rows(9)] == [(0, 1)]
    assert [other.pictures.find(1, caption) for caption in (0, 1)] == [None, None]


@pytest.mark.parametrize(
    "damage",
    [
        ("newsreader-article", "newsreader-artikel"),
        ('"block":', '"block":-'),
        ('"title":', '"title":1,"name":'),
        ('"article":{', '"article":{"blocks":3,"b":{'),
    ],
    ids=["no record", "odd place", "odd title", "odd blocks"],
)
def test_a_damaged_record_leaves_the_page(
    library: Library, other: Library, tmp_path: Path, damage: tuple[str, str]
) -> None:
    folder = exported(library, "html", tmp_path / "out")
    [file] = folder.glob("*.html")
    text = file.read_text()
    assert damage[0] in text
    file.write_text(text.replace(*damage))
    assert import_any(other, folder).report.done == 1
    [article] = kept(other)
    assert "before the autumn storms" in article.text


def test_bytes_that_are_no_letters_cost_an_export_nothing_but_themselves(
    library: Library, other: Library, tmp_path: Path
) -> None:
    folder = exported(library, "markdown", tmp_path / "out")
    [file] = folder.glob("*.md")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"the council decided", b"the council \xff decided"))
    assert import_any(other, folder).report.done == 1
    [article] = kept(other)
    assert "before the autumn storms come, the council \ufffd decided" in article.text
    assert (article.title, article.authors, article.url) == ("Wall & “pier”", ("Ada Moreno",), URL)


def test_what_an_export_says_steers_no_terminal(library: Library, other: Library, tmp_path: Path) -> None:
    folder = exported(library, "markdown", tmp_path / "out")
    [file] = folder.glob("*.md")
    file.write_text(file.read_text().replace("Coast Courier", "Coast\\u001b]0;x\\u0007\\u202e"))
    import_any(other, folder)
    [article] = kept(other)
    assert article.site
    assert article.site.isprintable()
