#!/bin/sh
# Writes packaging/requirements.lock anew from pyproject.toml: one lock for every system and Python,
# with hashes, and without a word about where the packages came from.
# Settings of this machine (other indexes, folders of packages) are left out on purpose.
#
#   packaging/lock.sh                     only what pyproject.toml demands changes
#   packaging/lock.sh --upgrade           the newest of everything
#   packaging/lock.sh --upgrade-package sqlmodel
set -eu
cd "$(dirname "$0")/.."

tool=build/lock
if ! [ -x "$tool/bin/uv" ]; then
    .venv/bin/python -m venv "$tool"
    "$tool/bin/python" -m pip --disable-pip-version-check --quiet install "uv>=0.9"
fi

for name in $(env | sed -n 's/^\(\(UV\|PIP\)_[A-Z_]*\)=.*/\1/p'); do
    unset "$name"
done
"$tool/bin/uv" --no-config --quiet pip compile pyproject.toml --group dev \
    --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate \
    --custom-compile-command "make lock" \
    --output-file packaging/requirements.lock "$@"
