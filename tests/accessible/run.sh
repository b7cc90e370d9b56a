#!/bin/sh
# The first journey through the accessibility tree of the real window, as a screen reader sees it.
#
#     tests/accessible/run.sh [--tree]
#
# Everything is private and thrown away: the display, the session bus, the home, the data folder.
# `--tree` prints every control of every page beside the table.
set -u
cd "$(dirname "$0")/../.." || exit 1

LIMIT=${LIMIT:-600}
python=.venv/bin/python
reader=/usr/bin/python3

[ -x "$python" ] || { echo "There is no .venv yet: make setup." >&2; exit 1; }

missing=
for pair in Xvfb:xvfb xdotool:xdotool openbox:openbox dbus-run-session:dbus timeout:coreutils; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair##*:}"
done
ls /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher 2>/dev/null | grep -q . ||
    missing="$missing at-spi2-core"
"$reader" -c "import pyatspi" 2>/dev/null || missing="$missing python3-pyatspi gir1.2-atspi-2.0"
for pair in libxcb-cursor.so.0:libxcb-cursor0 libxkbcommon-x11.so.0:libxkbcommon-x11-0 \
    libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libEGL.so.1:libegl1 \
    libGL.so.1:libgl1; do
    "$python" -c "import ctypes, sys; ctypes.CDLL(sys.argv[1])" "${pair%%:*}" 2>/dev/null ||
        missing="$missing ${pair##*:}"
done
if [ -n "$missing" ]; then
    echo "To drive the window this machine lacks:$missing;" \
        "apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

room=$(mktemp -d "${TMPDIR:-/tmp}/interview-coach-accessible-XXXXXX") || exit 1
screen='' journey=''
end() {
    # It passes the signal on to all that it started.
    [ -n "$journey" ] && kill "$journey" 2>/dev/null && wait "$journey" 2>/dev/null
    [ -n "$screen" ] && kill "$screen" 2>/dev/null && wait "$screen" 2>/dev/null
    rm -rf "$room"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mkdir -m 700 "$room/home" "$room/run" "$room/data"
mkfifo "$room/number"
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>"$room/number" >"$room/screen.log" 2>&1 &
screen=$!
read -r number <"$room/number" || { cat "$room/screen.log" >&2; exit 1; }

# A clean environment: no desktop of the person's, no zone but one with summer time.
env -i PATH="$PATH" LANG=C.UTF-8 TZ=Europe/Berlin DISPLAY=":$number" NO_AT_BRIDGE=0 \
    HOME="$room/home" XDG_RUNTIME_DIR="$room/run" XDG_CONFIG_HOME="$room/home/config" \
    XDG_DATA_HOME="$room/home/data" XDG_CACHE_HOME="$room/home/cache" \
    PYTHONFAULTHANDLER=1 TMPDIR="$room" GSETTINGS_BACKEND=memory QT_QPA_PLATFORM=xcb QT_ACCESSIBILITY=1 \
    QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_LOGGING_RULES="qt.accessibility.atspi.warning=false" \
    timeout --kill-after=5 "$LIMIT" dbus-run-session -- sh -c 'exec "$@" 2>&4' sh \
    "$reader" -m tests.accessible.driver --python "$python" --data "$room/data" "$@" \
    4>&2 2>"$room/desktop.log" &
journey=$!
wait "$journey"
told=$?
journey=
if [ "$told" -eq 124 ] || [ "$told" -eq 137 ]; then
    cat "$room/desktop.log" >&2
    echo "Stopped: the journey was not over after $LIMIT seconds." >&2
fi
exit "$told"
