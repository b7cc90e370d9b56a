"""The window as it is on the screen: started, read, spoken to through AT-SPI and by real keys."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

from tests.accessible import reading, rules  # noqa: E402
from tests.accessible.nodes import Node  # noqa: E402

PATIENCE = 12.0
QUIET_MS = 25


class Lost(Exception):
    """Something that should be there is not."""


class Screen:
    """One running program, and the person before it who sees nothing and has only keys."""

    def __init__(self, command: list[str]) -> None:
        self._context = GLib.MainContext.default()
        self._focused: list[Any] = []
        self._said: list[str] = []
        Atspi.init()
        # It complains of what went while we looked, which is usual.
        GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, reading.hush, None)
        Atspi.set_timeout(5000, 20000)
        self._listener = Atspi.EventListener.new(self._heard)
        for event in ("object:state-changed:focused", "object:announcement"):
            self._listener.register(event)
        self.process = subprocess.Popen(command)
        self.app = self._appear()

    # --- waiting ------------------------------------------------------------------------------

    def pump(self, milliseconds: int) -> None:
        """Let events come for that long."""
        over: list[bool] = []
        GLib.timeout_add(milliseconds, lambda: over.append(True))
        while not over:
            self._context.iteration(True)

    def until(self, what: Callable[[], Any], fault: str, patience: float = PATIENCE) -> Any:
        """Wait until something is so; gives what it was."""
        end = time.monotonic() + patience
        while True:
            try:
                found = what()
            except GLib.Error:
                found = None  # it went while we looked
            if found:
                return found
            if self.process.poll() is not None:
                raise Lost(f"{fault}: the program has ended ({self.process.returncode})")
            if time.monotonic() > end:
                raise Lost(fault)
            self.pump(40)

    def _appear(self) -> Any:
        def found() -> Any:
            desktop = Atspi.get_desktop(0)
            for at in range(desktop.get_child_count()):
                app = desktop.get_child_at_index(at)
                if app is not None and app.get_process_id() == self.process.pid:
                    return app if app.get_child_count() else None
            return None

        app = self.until(found, "the program's window did not appear", 30.0)
        # Qt does not tell of every change: read afresh each time.
        app.set_cache_mask(Atspi.Cache.NONE)
        return app

    def _heard(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self._said.append(str(event.any_data))
        elif event.detail1:
            self._focused.append(event.source)

    # --- reading ------------------------------------------------------------------------------

    def front(self) -> Any:
        """The window that has the keys: an open dialog, else the main window."""
        shown = []
        for at in range(self.app.get_child_count()):
            child = self.app.get_child_at_index(at)
            if child is not None and child.get_state_set().contains(reading.STATES["showing"]):
                shown.append(child)
        if not shown:
            raise Lost("no window is shown")
        dialogs = [w for w in shown if w.get_role_name() in {"dialog", "alert", "popup menu"}]
        return (dialogs or shown)[-1]

    def read(self, handle: Any = None) -> Node:
        """Take down what is shown of a window, the front one if none is given."""
        root = handle if handle is not None else self.front()
        return reading.take_down(root)

    def read_all(self, handle: Any) -> Node:
        """Take down a part of a window with what is not shown, such as the actions of closed menus."""
        return reading.take_down(handle, hidden=True)

    def find(self, name: str, role: str = "", *, app: bool = False) -> Any:
        """The first shown thing of that name, or None; the beginning is enough if it ends with ….

        It is looked for in what is in front, or in all windows of the program.
        """
        try:
            return reading.find(self.app if app else self.front(), name, role)
        except GLib.Error:
            return None  # it went while we looked

    def wait_for(self, name: str, role: str = "", *, app: bool = False) -> Any:
        """Wait until something of that name is shown."""
        fault = f"no {role or 'thing'} “{name}”"
        try:
            return self.until(lambda: self.find(name, role, app=app), fault)
        except Lost as lost:
            there = {f"{n.role} “{n.name}”" for n in self.read() if n.name and role in n.role}
            raise Lost(f"{lost}; there is: {'; '.join(sorted(there))}") from None

    def gone(self, name: str, role: str = "") -> None:
        """Wait until nothing of that name is shown."""
        self.until(lambda: self.find(name, role) is None, f"still there: {role} “{name}”")

    @staticmethod
    def is_shown(thing: Any) -> bool:
        """Whether it is still there: a note at the bottom goes by itself."""
        try:
            return reading.is_shown(thing)
        except GLib.Error:
            return False

    @staticmethod
    def is_checked(thing: Any) -> bool:
        """Whether a box is ticked or a choice is on."""
        return bool(thing.get_state_set().contains(reading.STATES["checked"]))

    def value_of(self, name: str, role: str = "") -> float:
        """The value of a slider."""
        return float(self.wait_for(name, role).get_value_iface().get_current_value())

    def text_of(self, name: str, role: str = "text") -> str:
        """The text in a field."""
        field = self.wait_for(name, role)
        return str(Atspi.Text.get_text(field, 0, -1))

    # --- doing --------------------------------------------------------------------------------

    def keys(self, *keys: str) -> None:
        """Press keys, by their names in X11."""
        subprocess.run(["xdotool", "key", "--delay", "4", *keys], check=True)

    def keys_until(self, keys: tuple[str, ...], what: Callable[[], Any], fault: str) -> Any:
        """Press keys until something is so: under load the display now and then loses one."""
        for _ in range(4):
            self.keys(*keys)
            try:
                return self.until(what, fault, 2.0)
            except Lost:
                continue
        raise Lost(fault)

    def keys_to(self, keys: str, name: str, role: str = "") -> Any:
        """Press keys until what they lead to is shown: a page may not hear them before it has come."""
        return self.keys_until(
            (keys,), lambda: self.find(name, role), f"{keys} does not lead to “{name}”"
        )

    def open_menu(self, keys: str, action: str) -> None:
        """Open a menu by its keys, until this action of it is shown."""
        self.keys_until(
            (keys,),
            lambda: self.find(action, "menu item", app=True),
            f"{keys} does not open the menu with “{action}”",
        )

    def close_menu(self, action: str) -> None:
        """Close the menu that shows this action, and leave the bar, which has the focus then."""
        self.keys_until(
            ("Escape",),
            lambda: self.find(action, "menu item", app=True) is None,
            f"Esc does not close the menu with “{action}”",
        )
        self.keys("Escape")
        self.quiet()

    def leave_menus(self) -> None:
        """Give the keys back to the page when the bar of menus has them.

        Alt with a digit whose press the loaded display lost is Alt alone, which goes to the menus.
        """
        self.quiet()
        for _ in range(4):
            if not any(n.has("focused") and n.role in rules.MENU_ROLES for n in self.read()):
                return
            self.keys("Escape")
            self.quiet()

    def open_popup(self, keys: str, action: str) -> Node:
        """Open a menu that is no part of the bar and take it down; the arrows move in it.

        It stands in nobody's tree: a screen reader learns of it when the focus goes to its actions.
        """
        met = "nothing"
        for _ in range(4):
            self.quiet()
            self.keys(keys)
            self.pump(150)
            there = self.step("Down")
            met = f"{there.get_role_name()} “{there.get_name()}”" if there else "nothing"
            if there is not None and there.get_role_name() in {"menu item", "check menu item"}:
                menu = self.read_all(there.get_parent())
                if any(node.name == action for node in menu):
                    return menu
            self.keys("Escape")
        raise Lost(f"{keys} opens no menu with “{action}”: then Down goes to {met}")

    def close_popup(self, menu: Node) -> None:
        """Close a menu."""
        self.keys_until(
            ("Escape",), lambda: not self.is_shown(menu.handle), "Esc does not close the menu"
        )

    def choose(self, keys: str, action: str) -> None:
        """Open a menu by its keys and use one of its actions through the interface."""
        menu = self.open_popup(keys, action)
        node = next(node for node in menu if node.name == action)
        node.handle.get_action_iface().do_action(0)

    def go(self, keys: str, page: str) -> None:
        """Go to a page by its keys: the window's name tells that one is there."""
        self.keys_until(
            (keys,), lambda: self.front().get_name().startswith(page), f"{keys} is not {page}"
        )

    def active(self) -> bool:
        """Whether the front window has the keys."""
        return bool(self.front().get_state_set().contains(reading.STATES["active"]))

    def type(self, text: str) -> None:
        """Type where the focus is."""
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)

    def focus(self, name: str, role: str = "") -> Any:
        """Put the focus on something through its interface."""
        thing = self.wait_for(name, role)
        self.focus_on(thing)
        return thing

    def focus_on(self, thing: Any) -> None:
        """Put the focus there and wait until it is."""
        for _ in range(3):
            thing.get_component_iface().grab_focus()
            try:
                self.until(lambda: self.has_focus(thing), "no focus", 1.5)
                return
            except Lost:
                continue
        raise Lost(f"the focus cannot be put on {thing.get_role_name()} “{thing.get_name()}”")

    @staticmethod
    def has_focus(thing: Any) -> bool:
        """Whether it, or what it hands the focus to, has the focus."""
        try:
            return reading.focused_in(thing, 3)
        except GLib.Error:
            return False

    def press(self, name: str, role: str = "push button") -> None:
        """Focus a button and press Space on it."""
        self.focus(name, role)
        self.keys("space")

    def act(self, name: str, role: str = "push button", action: str = "Press") -> None:
        """Use an action of the interface, as switch access and voice control do."""
        iface = self.wait_for(name, role).get_action_iface()
        names = [iface.get_action_name(at) for at in range(iface.get_n_actions())]
        if action not in names:
            raise Lost(f"{role} “{name}” has no action {action}, only {names}")
        iface.do_action(names.index(action))

    def write(self, name: str, text: str) -> None:
        """Set the text of a field through its interface, as dictation does."""
        field = self.focus(name, "text")
        iface = field.get_editable_text_iface()
        if iface is None:
            raise Lost(f"text “{name}” cannot be edited through its interface")
        iface.set_text_contents(text)
        self.until(lambda: self.text_of(name) == text, f"“{name}” did not take “{text}”", 3.0)

    # --- the focus's way ----------------------------------------------------------------------

    def quiet(self) -> list[Any]:
        """Let what is under way end; the things that were given the focus meanwhile."""
        while True:
            before = len(self._focused)
            self.pump(QUIET_MS)
            if len(self._focused) == before:
                taken, self._focused = self._focused, []
                return taken

    def step(self, key: str = "Tab", patience: float = 0.8) -> Any:
        """Press a key; what got the focus, or None. A late word of an earlier step does not count."""
        self.pump(5)
        self._focused.clear()
        self.keys(key)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.pump(10)
            if not self._focused:
                continue
            last = self.quiet()[-1]
            if reading.is_focused(last):
                return last
        return None

    def heard(self) -> list[str]:
        """What was announced since the last time."""
        self.pump(QUIET_MS)
        said, self._said = self._said, []
        return said

    def stop(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
