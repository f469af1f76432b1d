"""A warning is stored as its sentence and known by it again."""

import pytest

from tui.convert.article_body import CUT_ARTICLE
from tui.convert.body.embedded_data import TAKEN
from tui.convert.body.paywall import paywall_warning
from tui.convert.conversion import NO_SPEAKERS
from tui.convert.guard import guarded
from tui.convert.input.page_kind import CUT
from tui.convert.left_out.record import MUCH
from tui.fetch.http import CUT_SHORT
from tui.model import faults
from tui.model.article import Article, Block
from tui.model.kept_json import pack, unpack
from tui.model.warning import Warning, read_back


def fault() -> Warning:
    """The warning of a part that could not be read."""

    def fail() -> None:
        raise IndexError

    warnings: list[Warning] = []
    before = faults.heard_by(None)
    guarded(fail, None, warnings, "the captions")
    faults.heard_by(before)
    return warnings[0]


FAULT = fault()
WALL = paywall_warning(b'"isAccessibleForFree": false', (Block("paragraph", "The wall stood."),))
MORE = paywall_warning(b"", (Block("paragraph", "The wall stood…"),))


@pytest.mark.parametrize("warning", [CUT_ARTICLE, NO_SPEAKERS, TAKEN, CUT, CUT_SHORT, FAULT, WALL, MORE, MUCH])
def test_every_warning_there_is_keeps_its_kind_when_it_is_stored(warning: Warning) -> None:
    article = Article("a", "t", (), "", warnings=(warning,))
    assert f'"warnings":["{warning.text}"]' in pack(article)
    assert unpack(pack(article)).warnings == (warning,)


def test_a_sentence_that_is_not_known_is_kept_as_it_is() -> None:
    assert read_back("the page is in verse") == Warning("other", "the page is in verse")


def test_only_that_nobody_is_looked_for_leaves_the_text_whole() -> None:
    assert not NO_SPEAKERS.is_of_text
    assert all(warning.is_of_text for warning in (CUT, TAKEN, FAULT, read_back("of a later version")))
