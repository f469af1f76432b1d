"""The command palette: every action that a key has on this screen."""

from __future__ import annotations

from functools import partial

from textual.binding import ActiveBinding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tui.panes.footer import key_name


class BoundCommands(Provider):
    """The bindings in force where the palette was called, and the app's own commands."""

    def _commands(self) -> dict[str, ActiveBinding]:
        commands: dict[str, ActiveBinding] = {}
        every = sorted(self.screen.active_bindings.values(), key=lambda active: not active.binding.show)
        for active in every:
            binding = active.binding
            if binding.description and binding.id and active.enabled and binding.action != "app.command_palette":
                commands.setdefault(binding.description.capitalize(), active)
        return commands

    def _run(self, active: ActiveBinding) -> IgnoreReturnCallbackType:
        return partial(self.app.run_action, active.binding.action, active.node)

    async def discover(self) -> Hits:
        for name, active in self._commands().items():
            yield DiscoveryHit(name, self._run(active), help=key_name(active.binding.key))
        for command in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(command.title, command.callback, help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, active in self._commands().items():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), self._run(active), help=key_name(active.binding.key))
        for command in self.app.get_system_commands(self.screen):
            if (score := matcher.match(command.title)) > 0:
                yield Hit(score, matcher.highlight(command.title), command.callback, help=command.help)


class Palette(CommandPalette):
    """Textual's palette, which pages through its list also where that has no line on the screen yet, and fails."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command_list" and parameters in (("page_up",), ("page_down",)):
            return any(commands.scrollable_content_region.area for commands in self.query(CommandList))
        return super().check_action(action, parameters)
