"""Tests of the look at the system before Qt starts."""

import importlib.util
import socket
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def preflight() -> ModuleType:
    # packaging/ is no package on purpose: it would hide the PyPI module of that name.
    spec = importlib.util.spec_from_file_location("preflight", ROOT / "packaging" / "preflight.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LDD = """\
\tlinux-vdso.so.1 (0x0000)
\tlibQt6Gui.so.6 => /x/libQt6Gui.so.6 (0x0000)
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
"""


def test_what_ldd_cannot_find_is_named_once(preflight: ModuleType) -> None:
    assert preflight.not_found(LDD) == {"libEGL.so.1", "libxcb-cursor.so.0"}


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "sudo apt-get install libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("zypper", "sudo zypper install 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("pacman", "sudo pacman -S --needed libglvnd xcb-util-cursor"),
        ("other", None),
    ],
)
def test_the_command_fits_the_package_manager(
    preflight: ModuleType, manager: str, command: str | None
) -> None:
    missing = ["libxcb-cursor.so.0", "libEGL.so.1"]
    assert preflight.install_command(missing, {manager: True}) == command


def test_the_tests_platform_lacks_nothing_here(preflight: ModuleType) -> None:
    assert preflight.missing_libraries("offscreen") == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")
class TestDisplay:
    def test_none_is_set(self, preflight: ModuleType) -> None:
        platforms, reason = preflight.display_platforms({})
        assert platforms == []
        assert reason == "neither DISPLAY nor WAYLAND_DISPLAY is set"

    @pytest.mark.parametrize(
        "environment", [{"DISPLAY": ":4711"}, {"DISPLAY": "rubbish"}, {"WAYLAND_DISPLAY": "w-9"}]
    )
    def test_one_that_cannot_be_reached(
        self, preflight: ModuleType, environment: dict[str, str]
    ) -> None:
        platforms, reason = preflight.display_platforms(environment)
        assert platforms == []
        assert reason.endswith("cannot be reached")

    def test_a_wayland_compositor_that_listens(self, preflight: ModuleType, tmp_path: Path) -> None:
        with socket.socket(socket.AF_UNIX) as compositor:
            compositor.bind(str(tmp_path / "w-0"))
            compositor.listen()
            environment = {"WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": str(tmp_path)}
            assert preflight.display_platforms(environment) == (["wayland"], "")

    def test_a_platform_that_shows_nothing_is_no_display(self, preflight: ModuleType) -> None:
        environment = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}
        assert preflight.display_platforms(environment)[0] == []
