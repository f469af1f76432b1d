"""What holds for every test of the screens."""

from loop_guard import nothing_asks_the_library_on_the_loop  # noqa: F401 - a fixture that each test uses
