"""Scripts by which bash, zsh and fish complete what is typed after ``newsreader``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.commands import PROGRAM
from tui.commands.parser_words import Level, Option

BASH = """\
# {program} completion for bash
_{program}() {{
    local IFS=$'\\n' word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" place="" i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$place ${{COMP_WORDS[i]}}" in
{places}
        esac
    done
    case "$place $before" in
{values}
    esac
    case "$place" in
{levels}
    esac
}}
complete -o filenames -F _{program} {program}
"""
ZSH = """\
#compdef {program}
_{program}() {{
    local place="" before="${{words[CURRENT-1]}}" failed=1 i
    local -a options found
    for ((i = 2; i < CURRENT; i++)); do
        case "$place ${{words[i]}}" in
{places}
        esac
    done
    case "$place $before" in
{values}
    esac
    case "$place" in
{levels}
    esac
    return $failed
}}
if [[ "$funcstack[1]" == _{program} ]]; then _{program} "$@"; else compdef _{program} {program}; fi
"""
FISH = """\
# {program} completion for fish
function __{program}_at
    set -l place ""
    for word in (commandline -opc)[2..-1]
        switch "$place $word"
            case {places}
                set place (string trim "$place $word")
        end
    end
    test "$place" = "$argv[1]"
end
{lines}
"""


def bash(levels: Sequence[Level]) -> str:
    """For ``source <(newsreader completion bash)``."""

    def offer(words: Iterable[str], files: bool) -> str:
        """The command that offers words, and files."""
        listed = "".join(word + r"\n" for word in words)
        offers = [f"compgen -W $'{listed}' -- \"$word\""] * bool(listed) + ['compgen -f -- "$word"'] * files
        return f"COMPREPLY=($({'; '.join(offers)}))" if offers else "COMPREPLY=()"

    def level(one: Level) -> str:
        options = offer((name for option in one.options for name in option.names), False)
        words = offer((word for word, _ in one.words), one.files)
        return f"if [[ $word == -* ]]; then {options}; else {words}; fi"

    return _script(BASH, levels, lambda option: f"{offer(option.values, option.files)}; return", level)


def zsh(levels: Sequence[Level]) -> str:
    """For a file ``_newsreader`` in a folder of ``fpath``, or to be sourced."""

    def value(option: Option) -> str:
        offered = f"compadd -- {' '.join(option.values)}" if option.values else "_files" if option.files else ":"
        return f"{offered}; return"

    def level(one: Level) -> str:
        options = ((name, option.purpose) for option in one.options for name in option.names)
        lines = [f"options=({_described(options)})", f"found=({_described(one.words)})"]
        lines.append("if [[ $PREFIX == -* ]]; then _describe -o option options; return; fi")
        lines.append("(( $#found )) && _describe word found && failed=0")
        lines += ["_files && failed=0"] * one.files
        return "\n            ".join(lines)

    return _script(ZSH, levels, value, level)


def fish(levels: Sequence[Level]) -> str:
    """For a file ``newsreader.fish`` in fish's folder ``completions``."""
    lines = []
    for level in levels:
        start = f"complete -c {PROGRAM} -n {_quoted(f'__{PROGRAM}_at {_quoted(level.place)}')}"
        if not level.files:
            lines.append(f"{start} -f")
        lines += [f"{start} -a {word} -d {_quoted(purpose)}" for word, purpose in level.words]
        lines += [f"{start} {_fish_option(option)}" for option in level.options]
    places = " ".join(_quoted(_step(level)) for level in levels if level.path)
    return FISH.format(program=PROGRAM, places=places, lines="\n".join(lines))


SCRIPTS = {"bash": bash, "zsh": zsh, "fish": fish}


def _script(form: str, levels: Sequence[Level], value: Callable[[Option], str], level: Callable[[Level], str]) -> str:
    """A script of cases: where the words before lead to, what follows an option, what may come at a level."""
    places = [f'            "{_step(one)}") place="{one.place}" ;;' for one in levels if one.path]
    values = [
        f'        "{one.place} {name}") {value(option)} ;;'
        for one in levels
        for option in one.options
        if option.takes_value
        for name in option.names
    ]
    cases = [f'        "{one.place}") {level(one)} ;;' for one in levels]
    return form.format(program=PROGRAM, places="\n".join(places), values="\n".join(values), levels="\n".join(cases))


def _step(level: Level) -> str:
    """The place before and the word that leads from there to a level: " list", "feeds show"."""
    return f"{' '.join(level.path[:-1])} {level.path[-1]}"


def _described(words: Iterable[tuple[str, str]]) -> str:
    """Words with what they are for, as zsh's ``_describe`` takes them."""
    return " ".join(_quoted(f"{word}:{purpose}" if purpose else word) for word, purpose in words)


def _fish_option(option: Option) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    follows = ["-r" if option.files else "-x"] * option.takes_value
    values = [f"-a {_quoted(' '.join(option.values))}"] * bool(option.values)
    return " ".join([*names, *follows, *values, "-d", _quoted(option.purpose)])


def _quoted(text: str) -> str:
    """A text as one word of bash and zsh; of fish, too, where it holds no backslash."""
    return "'" + text.replace("'", "'\\''") + "'"
