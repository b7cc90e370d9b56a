#!/bin/sh
# Makes or refreshes .venv: the pinned packages with their hashes, and the project itself, editable.
# Does nothing when what it was made from has not changed. PYTHON=… chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
python=$venv/bin/python
stamp=$venv/.made-from
lock=packaging/requirements.lock

say() { printf '%s\n' "$*" >&2; }

# What the environment depends on: where it lies (an editable install names the folder), and these files.
made_from() {
    pwd -P
    cksum "$lock" packaging/setup.sh
}
project_from() { cksum pyproject.toml; }

works() { "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(made_from; project_from)" ] && works; then
    exit 0
fi

# In a container there is often no sudo.
sudo="sudo "
if [ "$(id -u)" = 0 ]; then sudo=; fi

install_hint() {
    if command -v apt-get >/dev/null 2>&1; then
        say "  ${sudo}apt-get install python3 python3-venv"
        say "If that Python is older than 3.11, use a newer release of the system, or python.org."
    elif command -v dnf >/dev/null 2>&1; then
        say "  ${sudo}dnf install python3.12"
    elif command -v pacman >/dev/null 2>&1; then
        say "  ${sudo}pacman -S python"
    elif command -v zypper >/dev/null 2>&1; then
        say "  ${sudo}zypper install python312"
    elif command -v brew >/dev/null 2>&1; then
        say "  brew install python@3.13"
    else
        say "  Debian, Ubuntu: sudo apt-get install python3 python3-venv"
        say "  Fedora:         sudo dnf install python3.12"
        say "  Arch:           sudo pacman -S python"
        say "  elsewhere:      python.org"
    fi
}

find_python() {
    without_venv=
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            found=$candidate
            return
        fi
        without_venv=${without_venv:-$candidate}
    done
    if [ -n "$without_venv" ]; then
        version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        say "Python $version is here, but its module for making environments (venv) is not. Install it with:"
        if command -v apt-get >/dev/null 2>&1; then
            say "  ${sudo}apt-get install python$version-venv"
        else
            install_hint
        fi
    else
        say "Interview Coach needs Python 3.11 or newer, and none was found${PYTHON:+ under PYTHON=$PYTHON}. Install it with:"
        install_hint
    fi
    say "Then run the same command again."
    exit 1
}

# Settings of a person's shell that would lead Python elsewhere.
unset PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

if ! [ -f "$stamp" ] || ! works || [ "$(head -n 3 "$stamp")" != "$(made_from)" ]; then
    find_python
    say "Making $venv with $("$found" --version) and the pinned packages. This takes a minute, once."
    rm -f "$stamp"
    "$found" -m venv --clear "$venv"
    "$python" -m pip --disable-pip-version-check --quiet install \
        --require-hashes --no-deps --only-binary :all: --compile -r "$lock" || {
        say "The packages could not be installed: pip says why above. Without a connection, or on a"
        say "processor or system that one of them has no build for, this cannot work."
        exit 1
    }
fi

rm -f "$stamp"
# hatchling is in the lock, so that nothing is fetched here.
"$python" -m pip --disable-pip-version-check --quiet install \
    --no-deps --no-build-isolation --no-index --editable .
# The first start must not be the one that compiles everything.
"$python" -m compileall -q interview_coach
{ made_from; project_from; } >"$stamp"
