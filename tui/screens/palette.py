"""The command palette: every action that a key has on this screen."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.panes.footer import key_name


class BoundCommands(Provider):
    """The bindings in force where the palette was called, and the app's own commands."""

    def _commands(self) -> dict[str, Binding]:
        found: dict[str, Binding] = {}
        every = sorted(self.screen.active_bindings.values(), key=lambda active: not active.binding.show)
        for active in every:
            binding = active.binding
            if binding.description and binding.id and active.enabled and binding.action != "app.command_palette":
                found.setdefault(binding.description.capitalize(), binding)
        return found

    async def discover(self) -> Hits:
        for name, binding in self._commands().items():
            yield DiscoveryHit(name, partial(self.app.simulate_key, binding.key), help=key_name(binding.key))
        for command in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(command.title, command.callback, help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, binding in self._commands().items():
            if (score := matcher.match(name)) > 0:
                press = partial(self.app.simulate_key, binding.key)
                yield Hit(score, matcher.highlight(name), press, help=key_name(binding.key))
        for command in self.app.get_system_commands(self.screen):
            if (score := matcher.match(command.title)) > 0:
                yield Hit(score, matcher.highlight(command.title), command.callback, help=command.help)


class Palette(CommandPalette):
    """Textual's palette, which pages through its list also where that has no line on the screen yet, and fails."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command_list" and parameters in (("page_up",), ("page_down",)):
            return any(commands.scrollable_content_region.area for commands in self.query(CommandList))
        return super().check_action(action, parameters)
