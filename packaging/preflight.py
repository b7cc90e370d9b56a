"""Looks whether Qt can start here, before it does, and says what is missing in words.

Owns what a person sees when a system library or the display is missing: Qt itself aborts with one line
about a plugin. Standard library only, so that it runs when nothing else would.

    preflight.py check          can the tests run (off-screen)? Names what is missing, exit status 1
    preflight.py tour DIR       the guided tour off-screen, pictures in DIR
    preflight.py run [ARGS…]    the program; without a display the tour in build/tour
"""

import ctypes
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOUR = Path("build/tour")

# Library: its package on Debian and Ubuntu, its package on Arch. dnf and zypper find a package by the
# library's own name, so they need no table.
PACKAGES: dict[str, tuple[str, str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "gcc-libs"),
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "wayland"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "zstd"),
}
PLUGINS = {"offscreen": "libqoffscreen.so", "wayland": "libqwayland.so", "xcb": "libqxcb.so"}
LIBRARIES = ("libQt6Widgets.so.6", "libQt6Svg.so.6", "libQt6Network.so.6", "libQt6DBus.so.6")
# Without ldd only this can be asked: what each platform is known to want.
ALWAYS = ("libEGL", "libGL", "libX11.", "libdbus", "libfont", "libfree", "libg", "libxkbcommon.")
KNOWN = {
    "offscreen": ALWAYS,
    "wayland": (*ALWAYS, "libwayland"),
    "xcb": (*ALWAYS, "libX11", "libx"),
}


def not_found(ldd_output: str) -> set[str]:
    """Return the libraries that ldd could not find."""
    return {
        line.split()[0] for line in ldd_output.splitlines() if line.rstrip().endswith("not found")
    }


def qt_folder() -> Path | None:
    """Return where the wheel keeps Qt, without importing it."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "Qt"


def missing_libraries(platform: str) -> list[str]:
    """Return the system libraries that this platform of Qt needs and this system lacks."""
    folder = qt_folder()
    if not sys.platform.startswith("linux") or folder is None:
        return []
    ldd = shutil.which("ldd")
    if ldd is None:
        return [name for name in PACKAGES if name.startswith(KNOWN[platform]) and not loads(name)]
    files = [folder / "plugins" / "platforms" / PLUGINS[platform]]
    files += [folder / "lib" / name for name in LIBRARIES]
    missing: set[str] = set()
    for file in files:
        if file.exists():
            result = subprocess.run([ldd, str(file)], capture_output=True, text=True, check=False)
            missing |= not_found(result.stdout)
    return sorted(missing)


def loads(library: str) -> bool:
    """Say whether the system's linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_command(missing: Iterable[str], has_command: Mapping[str, bool]) -> str | None:
    """Return the command that installs the libraries, or None where no known package manager is."""
    names = sorted(missing)
    by_library = [f"'{name}()(64bit)'" for name in names]
    if has_command.get("apt-get"):
        packages = sorted({PACKAGES[name][0] for name in names if name in PACKAGES})
        return f"sudo apt-get install {' '.join(packages)}" if packages else None
    if has_command.get("dnf"):
        return f"sudo dnf install {' '.join(by_library)}"
    if has_command.get("zypper"):
        return f"sudo zypper install {' '.join(by_library)}"
    if has_command.get("pacman"):
        packages = sorted({PACKAGES[name][1] for name in names if name in PACKAGES})
        return f"sudo pacman -S --needed {' '.join(packages)}" if packages else None
    return None


def explain_missing(missing: list[str]) -> str:
    """Return the sentences that name missing libraries and how to install them."""
    managers = ("apt-get", "dnf", "zypper", "pacman")
    command = install_command(missing, {name: shutil.which(name) is not None for name in managers})
    lines = ["Qt needs system libraries that are missing here:", *(f"  {name}" for name in missing)]
    if command is None:
        lines.append(
            "Install the packages of your system that hold them, then run the same command again."
        )
    else:
        if os.geteuid() == 0:  # in a container there is often no sudo
            command = command.removeprefix("sudo ")
        lines += ["Install them with:", f"  {command}", "then run the same command again."]
    return "\n".join(lines)


def x11_answers(display: str) -> bool:
    """Say whether the X server that DISPLAY names lets us in."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in {"", "unix"} and not host.startswith("/"):
        try:  # libxcb would wait for minutes for a host that does not answer
            socket.create_connection((host, 6000 + int(number)), timeout=3).close()
        except OSError:
            return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # missing_libraries() says it better
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """Say whether the Wayland compositor that WAYLAND_DISPLAY names listens."""
    name = environment.get("WAYLAND_DISPLAY", "")
    path = (
        Path(environment.get("XDG_RUNTIME_DIR", "/nowhere")) / name
    )  # an absolute name stands alone
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(3)
            connection.connect(str(path))
    except OSError:
        return False
    return True


def display_platforms(environment: Mapping[str, str]) -> tuple[list[str], str]:
    """Return Qt's platforms that can show a window here, or none and the reason."""
    if not sys.platform.startswith("linux"):
        return ["native"], ""
    asked = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if asked in {"offscreen", "minimal"}:
        return [], f"QT_QPA_PLATFORM is {asked}"
    if asked and asked.partition(";")[0] not in PLUGINS:
        return ["native"], ""  # someone knows what they do: vnc, eglfs, linuxfb
    wayland, x11 = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    found = []
    if wayland and wayland_answers(environment):
        found.append("wayland")
    if x11 and x11_answers(x11):
        found.append("xcb")
    if found:
        return found, ""
    if not wayland and not x11:
        return [], "neither DISPLAY nor WAYLAND_DISPLAY is set"
    tried = [f"DISPLAY={x11}"] * bool(x11) + [f"WAYLAND_DISPLAY={wayland}"] * bool(wayland)
    return [], f"{' and '.join(tried)} cannot be reached"


def say(text: str) -> None:
    """Print a line for the person at once."""
    print(text, flush=True)


def check() -> int:
    """Say what the off-screen platform misses; the exit status."""
    missing = missing_libraries("offscreen")
    if missing:
        say(explain_missing(missing))
    return 1 if missing else 0


def tour(folder: Path) -> int:
    """Run the guided tour off-screen; the exit status."""
    if check() != 0:
        return 1
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "interview_coach", "--tour", str(folder)]
    status = subprocess.run(command, env=environment, check=False).returncode
    if status == 0:
        pictures = len(list(folder.rglob("*.png")))
        say(f"The guided tour is done: {pictures} pictures are in {folder.resolve()}")
    else:
        say(f"The guided tour stopped early (exit status {status}).")
    return 1 if status else 0


def run(arguments: list[str]) -> int:
    """Open the program, or run the tour where nothing can be shown; the exit status."""
    platforms, reason = display_platforms(os.environ)
    if not platforms:
        say(f"There is no display here ({reason}), so the guided tour runs instead of the window.")
        return tour(TOUR)
    lacking = {name: missing_libraries(name) for name in platforms if name in PLUGINS}
    usable = [name for name in platforms if not lacking.get(name)]
    if not usable:
        say(explain_missing(lacking[platforms[-1]]))
        return 1
    environment = dict(os.environ)
    if lacking.get(platforms[0]):  # Qt would take the first one and stop
        environment["QT_QPA_PLATFORM"] = usable[0]
    command = [sys.executable, "-m", "interview_coach", *arguments]
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130  # the program has had the Ctrl+C too


def main(arguments: list[str]) -> int:
    """Do what the first argument says; the exit status."""
    os.chdir(ROOT)
    match arguments:
        case ["check"]:
            return check()
        case ["tour", folder]:
            return tour(Path(folder))
        case ["run", *rest]:
            return run(rest)
        case _:
            say(__doc__ or "")
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
