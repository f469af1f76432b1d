"""A small export of each form that is read, in words of our own, with what a reader of the file would count."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

LAMP, QUAY, TIDE = "https://coast.example/lamp", "https://coast.example/quay", "https://coast.example/tide"
TEXT = "<p>The lamp of the old lighthouse was lit again on Monday, after eleven years in the dark.</p>"


@dataclass(frozen=True)
class Sample:
    """An export: its bytes, the form that it must be taken for, and the counts."""

    body: bytes
    form: str
    kept: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    doubled: int = 0
    feeds: int = 0


def csv(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file; the same bytes at any time, since tests are named by them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


POCKET_PART = csv(
    "title,url,time_added,cursor,tags,status",
    f'"Lamp, lit again",{LAMP},1690000000,,light|on foot,unread',
    f"{QUAY},{QUAY},1690000100,,,archive",
    f'"Lamp, lit again",{LAMP}#top,1690000200,,stone,unread',
)
POCKET_SECOND = csv(
    "title,url,time_added,tags,status",
    f"Łódź i „latarnia”,{TIDE}?utm_source=mail,1700000000,port,archive",
    "Chart,ftp://coast.example/chart,1700000001,,unread",
)
POCKET_HIGHLIGHTS = json.dumps([{"url": LAMP, "title": "Lamp", "highlights": [{"quote": "lit again"}] * 2}]).encode()
POCKET_FILES = {
    "part_000000.csv": POCKET_PART,
    "part_000001.csv": POCKET_SECOND,
    "annotations/part_000000.json": POCKET_HIGHLIGHTS,
}
OMNIVORE = {
    "slug": "lamp-1",
    "title": "Lamp",
    "author": "R. Sand",
    "url": LAMP,
    "state": "Active",
    "readingProgress": 50,
    "labels": ["light", "Letters"],
    "savedAt": "2023-03-04T05:06:07.890Z",
    "publishedAt": "2023-03-01T00:00:00.000Z",
}
OMNIVORE_GONE = {**OMNIVORE, "slug": "gone-2", "title": "Quay", "url": QUAY, "state": "Archived", "publishedAt": None}
OMNIVORE_FILES = {
    "metadata_0_to_1.json": json.dumps([OMNIVORE], indent=2).encode(),
    "metadata_1_to_2.json": json.dumps([OMNIVORE_GONE]).encode(),
    "content/lamp-1.html": f"<DIV class='page' id='readability-page-1'>{TEXT}{TEXT}</DIV>".encode(),
    "highlights/lamp-1.md": b"> The lamp was lit.\n\nWhy now?\n\n> In the dark.\n",
}
WALLABAG = [
    {
        "id": 7,
        "is_archived": 1,
        "is_starred": 0,
        "tags": ["light", "a:b"],
        "title": "Lamp",
        "url": LAMP,
        "given_url": f"{LAMP}?utm_source=x",
        "content": TEXT,
        "created_at": "2024-02-03T10:00:00+0000",
        "published_at": "2024-02-01T08:00:00+0100",
        "published_by": ["R. Sand"],
        "annotations": [{"quote": "in the dark", "ranges": []}],
        "language": "en",
    },
    {
        "id": "8",
        "is_archived": False,
        "is_starred": True,
        "tags": [],
        "title": None,
        "url": QUAY,
        "content": "<p>wallabag can't retrieve contents for this article. Please try again.</p>",
        "created_at": "2024-02-03 10:00:00",
        "annotations": [],
    },
]
CHROME = {
    "checksum": "0",
    "roots": {
        "bookmark_bar": {
            "children": [
                {"date_added": "13343645105000000", "name": "Lamp", "type": "url", "url": LAMP},
                {
                    "children": [{"date_added": "0", "name": "Quay", "type": "url", "url": QUAY}],
                    "name": "Harbour",
                    "type": "folder",
                },
                {"date_added": "0", "name": "Settings", "type": "url", "url": "chrome://settings"},
            ],
            "name": "Bookmarks bar",
            "type": "folder",
        },
        "other": {"children": [], "name": "Other bookmarks", "type": "folder"},
    },
    "version": 1,
}
SAFARI = {
    "Children": [
        {
            "Title": "com.apple.ReadingList",
            "Children": [
                {
                    "URLString": LAMP,
                    "URIDictionary": {"title": "Lamp"},
                    "ReadingList": {"DateAdded": datetime(2024, 2, 3), "DateLastViewed": datetime(2024, 2, 4)},
                }
            ],
        },
        {"Title": "BookmarksBar", "Children": [{"URLString": QUAY, "URIDictionary": {"title": "Quay"}}]},
    ]
}
KARAKEEP = {
    "bookmarks": [
        {
            "createdAt": 1735700000,
            "title": "Lamp",
            "tags": ["light"],
            "content": {"type": "link", "url": LAMP},
            "note": "see",
            "archived": False,
            "favourited": True,
            "lists": ["l2"],
        },
        {"createdAt": 1735700000, "title": "Shopping", "content": {"type": "text", "text": "rope"}, "tags": []},
    ],
    "lists": [{"id": "l1", "name": "Coast", "parentId": None}, {"id": "l2", "name": "Towers", "parentId": "l1"}],
}
LINKWARDEN = {
    "name": "someone",
    "collections": [
        {
            "id": 2,
            "name": "Towers",
            "parentId": 1,
            "links": [
                {"name": "Lamp", "url": LAMP, "tags": [{"name": "light"}], "createdAt": "2025-01-02T00:00:00.000Z"}
            ],
        },
        {"id": 1, "name": "Coast", "parentId": None, "links": []},
    ],
}
CITED = [
    {
        "id": "a",
        "type": "article-newspaper",
        "title": "Lamp",
        "container-title": "Coast Post",
        "URL": LAMP,
        "language": "en-GB",
        "author": [{"family": "Sand", "given": "R."}, {"literal": "Harbour Desk"}],
        "issued": {"date-parts": [["1985", 3, 4]]},
        "accessed": {"date-parts": [[2024, 5, 6]]},
    },
    {"id": "b", "type": "book", "title": "A Book of Piers"},
]
FIREFOX = f"""\ufeff

<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DL><p>
        <DT><A HREF="{LAMP}" ADD_DATE="1600000000" ICON="data:image/png;base64,iVBORw0KGgo=" TAGS="light,stone">Lamp</A>
        <DD>What is said of it
        <DT><H3 ADD_DATE="0">Piers / Quays</H3>
        <DL><p>
            <DT><A FEEDURL="https://coast.example/feed.xml" HREF="https://coast.example/">News of the coast</A>
            <DT><A HREF="javascript:void(0)">button</A>
            <DT><A HREF="place:sort=8">Recent</A>
            <DT><A HREF="{QUAY}">Quay &lt;east&gt;</A>
            <HR>
        </DL><p>
    </DL><p>
    <!-- <DT><A HREF="{TIDE}">not shown</A> -->
</DL>
"""
LINKDING = f"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<H1>Bookmarks</H1>
<DL><p>
<DT><A HREF="{LAMP}?a=1&copy=2" ADD_DATE="1700000000" PRIVATE="1" TOREAD="1" TAGS="light">Lamp &amp; fog</A>
<DD>About it[linkding-notes]A *note*[/linkding-notes]
<DT><A HREF="{QUAY}" ADD_DATE="1600000000" PRIVATE="0" TOREAD="1" TAGS="linkding:archived">Quay</A>
</DL><p>
""".replace("\n", "\n\r")
POCKET_PAGE = f"""<!DOCTYPE html>
<html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1>
<ul><li><a href="{LAMP}?a=1&amp;b=2" time_added="1690000000" tags="light,on foot">Lamp &amp; fog</a></li></ul>
<h1>Read Archive</h1>
<ul><li><a href="{QUAY}" time_added="1400000000" tags="">{QUAY}</a></li></ul>
</body></html>
"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Coast"><outline type="rss" text="News"
xmlUrl="https://coast.example/feed.xml"/></outline><outline type="link" text="x" url="https://coast.example/"/>
</body></opml>"""
NEWSBOAT = """https://coast.example/feed.xml coast "~News of the coast"
"query:Unread:unread = \\"yes\\""
"exec:make-feed"
"""

SAMPLES: dict[str, Sample] = {
    "pocket.zip": Sample(
        zipped(POCKET_FILES), "Pocket", 3, {"not an address of the web": 1, "highlights": 2}, doubled=1
    ),
    "pocket.csv": Sample(POCKET_PART, "Pocket", 2, doubled=1),
    "pocket.html": Sample(POCKET_PAGE.encode(), "Pocket", 2),
    "instapaper_old.csv": Sample(
        csv(
            "URL,Title,Selection,Folder",
            f"{LAMP},Lamp,,Unread",
            f'{QUAY},"Quay, starred","Chosen, with a comma",Starred',
            f"{TIDE},Tide,,Archive",
        ),
        "Instapaper",
        3,
        {"highlights": 1},
    ),
    "instapaper.csv": Sample(
        csv(
            "URL,Title,Selection,Folder,Timestamp,Tags",
            f'{LAMP},Lamp,,Towers,1700000003,"[""light"", ""née""]"',
            ",A note,Only words,Unread,1700000002,[]",
        ),
        "Instapaper",
        1,
        {"notes": 1},
    ),
    "omnivore.zip": Sample(zipped(OMNIVORE_FILES), "Omnivore", 2, {"highlights": 2}),
    "wallabag.json": Sample(json.dumps(WALLABAG).encode(), "wallabag", 2, {"highlights": 1}),
    "wallabag.csv": Sample(
        csv(
            'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"',
            f'Lamp;{LAMP};"{TEXT.replace("Monday,", "Monday;")}',
            '<p>A second ""line"".</p>";"light, a:b";text/html;en;"03/02/2024 10:00:00"',
        ),
        "wallabag",
        1,
    ),
    "reader.csv": Sample(
        csv(
            "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen",
            f'Lamp,{LAMP},01,"[\'light\', ""keeper\'s log""]",2022-11-06 04:33:50+00:00,0.42,archive,True',
            f"From a feed,{QUAY},02,[],2024-04-01 00:00:00+00:00,0,feed,False",
            "A mail,mailto:someone/x,03,[],2024-04-01 00:00:00+00:00,0,new,False",
        ),
        "Readwise Reader",
        1,
        {"came from a feed, nobody saved it": 1, "not an address of the web": 1},
    ),
    "highlights.csv": Sample(
        csv(
            "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at",
            '"Lit again.',
            'After years.",Lamp,R. Sand,,,yellow,,order,12,2024-01-02 03:04:05+00:00',
            "On foot.,Quay,R. Sand,,Ask her.,yellow,,order,14,2024-01-02 03:04:06+00:00",
        ),
        "Readwise highlights",
        0,
        {"highlights": 2, "notes": 1},
    ),
    "raindrop.csv": Sample(
        csv(
            "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite",
            '1,"Lamp, ""lit""","one',
            f'two",ex,{LAMP}?utm_source=raindrop&keep=1#part,Coast/Towers,"light, on foot, light, "'
            ",2024-01-02T03:04:05.123Z,,Highlight:Lit.,true",
            f"2,Quay,,,{QUAY},Unsorted,,2024-01-02T03:04:05.000Z,,,false",
        ),
        "Raindrop",
        2,
        {"notes": 1, "highlights": 1},
    ),
    "linkding.html": Sample(LINKDING.encode(), "linkding", 2, {"notes": 1}),
    "firefox.html": Sample(FIREFOX.encode(), "bookmarks", 2, {"not an address of the web": 2}, feeds=1),
    "Bookmarks": Sample(json.dumps(CHROME).encode(), "Chrome", 2, {"not an address of the web": 1}),
    "Bookmarks.plist": Sample(
        plistlib.dumps(SAFARI, fmt=plistlib.FMT_BINARY), "Safari", 1, {"bookmarks outside the reading list": 1}
    ),
    "Bookmarks.xml": Sample(plistlib.dumps(SAFARI), "Safari", 1, {"bookmarks outside the reading list": 1}),
    "linkwarden.json": Sample(json.dumps(LINKWARDEN).encode(), "Linkwarden", 1),
    "karakeep.json": Sample(json.dumps(KARAKEEP).encode(), "Karakeep", 1, {"notes": 2}),
    "goodlinks.json": Sample(
        json.dumps(
            [
                {
                    "title": "Lamp",
                    "url": LAMP,
                    "tags": ["light"],
                    "starred": True,
                    "addedAt": 1588600000.5,
                    "readAt": 1589e6,
                }
            ]
        ).encode(),
        "GoodLinks",
        1,
    ),
    "matter_old.csv": Sample(
        csv(
            "Title,Author,Publisher,URL,Word Count,Saved,Read,Highlight Count,Last Interaction Date,File Id",
            f'"Lamp, lit",R. Sand,Coast Post,{LAMP},391,TRUE,FALSE,3,2022-12-18 14:49:11,x',
        ),
        "Matter",
        1,
        {"highlights": 3},
    ),
    "matter.csv": Sample(
        csv(
            "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,"
            "Last Interaction Date,File Id",
            f"Lamp,R. Sand,Coast Post,{LAMP},light;stone,391,False,True,False,0,2024-12-18 14:49:11,",
        ),
        "Matter",
        1,
    ),
    "onetab.txt": Sample(
        f"{LAMP} | Lamp | lit\n{QUAY}\n\nchrome://settings | no\n".encode(),
        "OneTab",
        2,
        {"not an address of the web": 1},
    ),
    "zotero.json": Sample(json.dumps(CITED).encode(), "Zotero", 1, {"no address": 1}),
    "list.txt": Sample(
        f"{LAMP}\n  {QUAY}  \n# a remark\nno address\n".encode(), "a list of addresses", 2, {"no address": 1}
    ),
    "links.csv": Sample(csv("Link,Name,Tags", f'{LAMP},Lamp,"light,stone"'), "a table", 1),
    "feeds.opml": Sample(OPML.encode(), "OPML", 0, {"it is a link, not a feed": 1}, feeds=1),
    "urls": Sample(
        NEWSBOAT.encode(),
        "newsboat",
        0,
        {"searches of newsboat": 1, "it runs a command, which is never done for a list": 1},
        feeds=1,
    ),
}


def write(folder: Path, name: str) -> Path:
    """The file of a sample in a folder."""
    path = folder / name
    path.write_bytes(SAMPLES[name].body)
    return path


SINGLE = [name for name in SAMPLES if not name.endswith(".zip")]
