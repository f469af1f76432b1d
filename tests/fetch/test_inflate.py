from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.fetch.inflate import PIECE, BrokenStreamError, Layers


def inflated(codings: list[str], packed: bytes, step: int = 1000) -> bytes:
    layers = Layers(codings)
    plain = b"".join(p for at in range(0, len(packed), step) for p in layers.feed(packed[at : at + step]))
    layers.close()
    return plain


@given(st.binary(max_size=5000), st.integers(1, 700))
def test_whatever_was_packed_comes_out_again_in_any_steps(plain: bytes, step: int) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert inflated(["gzip"], gzip.compress(plain), step) == plain
    assert inflated(["deflate"], zlib.compress(plain), step) == plain
    assert inflated(["gzip"], gzip.compress(plain) + gzip.compress(plain), step) == plain * 2
    assert inflated(["deflate", "gzip"], gzip.compress(zlib.compress(plain)), step) == plain
    if step > 2:  # the two bytes that tell zlib's header come together
        assert inflated(["deflate"], raw.compress(plain) + raw.flush(), step) == plain


def test_a_bomb_comes_out_in_small_pieces() -> None:
    layers = Layers(["gzip"])
    packed = gzip.compress(bytes(20 * PIECE))
    assert max(len(piece) for piece in layers.feed(packed)) <= PIECE


@pytest.mark.parametrize("cut", [5, 30, -1])
def test_an_early_end_is_noticed(cut: int) -> None:
    packed = gzip.compress(bytes(range(256)) * 40)
    with pytest.raises(BrokenStreamError):
        inflated(["gzip"], packed[:cut])


def test_damage_is_noticed() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 40))
    packed[40:60] = bytes(20)
    with pytest.raises(BrokenStreamError):
        inflated(["gzip"], bytes(packed))


def test_padding_after_the_last_member_is_passed_over() -> None:
    assert inflated(["gzip"], gzip.compress(b"wall") + bytes(512)) == b"wall"


def test_a_page_that_is_only_said_to_be_compressed_is_read_as_it_is() -> None:
    assert inflated(["gzip"], b"<html><p>Plain</html>" * 200) == b"<html><p>Plain</html>" * 200
