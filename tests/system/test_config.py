"""Settings are checked on start; what is wrong is said in one line and costs nothing else."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.system.config import MAX_CONFIG_BYTES, Config, load


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == (Config(), ())


def test_what_is_set_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, 'measure = 66\njustify = true\ntheme = "paper"\n[keys]\n"article.down" = "e"\n')
    config, problems = load(path, themes=frozenset({"paper"}), bindings=frozenset({"article.down"}))
    assert config == Config(measure=66, justify=True, theme="paper", keys={"article.down": "e"})
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("measure = 20", "line 2: measure: must be a whole number of columns from 40 to 100; the default, 80, is used"),
        ("measure = true", "line 2: measure: must be a whole number of columns from 40 to 100"),
        ('justify = "yes"', "line 2: justify: must be true or false; the default, false, is used"),
        ('theme = "plaid"', "line 2: theme: no such theme; there are paper"),
        ("colour = 3", "line 2: colour: no such setting; there are theme, measure"),
        ("keys = 3", "line 2: keys: must be a table"),
        ('[keys]\n"article.fly" = "f"', "line 3: article.fly: no such action; there are article.down"),
        ('[keys]\n"cart.fly" = "f"', "line 3: cart.fly: no such action; an action begins with one of article"),
        ('[keys]\n"article.down" = 4', "line 3: article.down: must be keys in quotation marks"),
        ('[keys]\n"article.down" = "e, qqqq"', "line 3: article.down: no such key: qqqq; a key is one sign, or a name"),
    ],
)
def test_a_wrong_line_is_named_and_the_rest_is_used(tmp_path: Path, line: str, said: str) -> None:
    path = written(tmp_path, f"hyphenate = true\n{line}\n")
    config, problems = load(
        path, themes=frozenset({"paper"}), bindings=frozenset({"article.down"}), is_key=lambda key: len(key) == 1
    )
    assert config == Config(hyphenate=True)
    assert len(problems) == 1
    assert problems[0].startswith(f"{path}, {said}")


def test_an_action_that_went_is_answered_with_its_successor(tmp_path: Path) -> None:
    path = written(tmp_path, '[keys]\n"article.back" = "e"\n')
    config, problems = load(path, bindings=frozenset({"article.up"}), successors={"article.back": "article.up"})
    assert config == Config()
    assert problems == (f"{path}, line 2: article.back: no such action any more; use article.up",)


def test_what_is_no_toml_names_its_line(tmp_path: Path) -> None:
    config, (problem,) = load(written(tmp_path, "measure = 70\nmeasure ="))
    assert config == Config()
    assert "line 2" in problem


@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 5_000])
def test_a_value_beyond_all_bounds_is_said_in_plain_words(tmp_path: Path, value: str) -> None:
    path = written(tmp_path, f"measure = {value}")
    said = f"{path}: a number or a nest of brackets in it is too long to be read; the defaults are used"
    assert load(path) == (Config(), (said,))


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert load(path)[1] == (f"{path}: cannot be read (it is not UTF-8 text); the defaults are used",)


def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    os.mkfifo(path)
    assert load(path) == (Config(), (f"{path}: cannot be read (a pipe); the defaults are used",))


def test_a_file_too_large_for_settings_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, "#" * MAX_CONFIG_BYTES)
    assert load(path)[1] == ()
    path = written(tmp_path, "#" * (MAX_CONFIG_BYTES + 1))
    assert load(path)[1] == (f"{path}: cannot be read (too large); the defaults are used",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="measurethjky=[]\"'0123456789 \n.#\x1b{}", max_size=80))
def test_no_text_raises_or_steers_the_terminal(tmp_path: Path, text: str) -> None:
    _, problems = load(written(tmp_path, text))
    assert not any("\x1b" in problem or "\n" in problem for problem in problems)
