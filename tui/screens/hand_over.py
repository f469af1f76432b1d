"""What leaves for other programs: a text for the clipboard, an address for the browser, a file for its viewer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tui.intake.reading_list import ReadingList
from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.screens.base import AppServices
from tui.screens.confirm import BrowseScreen
from tui.system.background import run_detached
from tui.system.clipboard import copy as copy_locally
from tui.system.opener import launch as hand_over
from tui.text.cleaning import web_address


async def copy(services: AppServices, text: str, what: str) -> None:
    """Copy by a program of the system, if there is one; say which way the text took."""
    if services.is_web:  # the machine's own clipboard is not the one of who reads
        services.say(f"The {what} was handed to the browser")
        return
    program = await run_detached(copy_locally, text)
    way = f"with {program} and through the terminal" if program else "through the terminal (by OSC 52)"
    services.say(f"Copied the {what} {way}")


def browse(services: AppServices, address: str) -> None:
    """Ask what to do with an address, its true host shown first."""

    async def do(wish: str | None) -> None:
        if wish == "browser":
            run_beside(services, partial(launch, services, address))
        elif wish == "read":
            await services.read(ReadingList((address,)))
        elif wish == "copy":
            services.copy(address, "address")

    if web_address(address):
        services.push_screen(BrowseScreen(address), do)
    else:
        services.say(f"Not a web address, not opened: {address}", severity="warning")


async def launch(services: AppServices, target: str | Path) -> None:
    """Hand a web address or a file to the system's program, or to the browser that shows the app; say what failed."""
    if services.is_web:
        if isinstance(target, Path):
            services.deliver_binary(target, open_method="browser")
        elif web_address(target):
            services.open_url(target)
        return
    try:
        await run_detached(hand_over, target)
    except ReadingError as error:
        services.say(f"{target}: {error}", severity="error")
