#!/bin/sh
# Usage: ensure-venv.sh DIRECTORY
# Makes the virtual environment with the first Python found that is 3.11 or newer (or with $PYTHON).
set -eu
venv=$1
here=$(dirname "$0")

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    return 1
}

if ! python=$(find_python); then
    sh "$here/install-or-say.sh" "Python 3.11 or newer" python3-venv python@3.13
    python=$(find_python) || { echo "This system's Python is older than 3.11: install a newer one." >&2; exit 1; }
fi

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian keeps this part of Python in a package of its own.
    sh "$here/install-or-say.sh" "Python's venv" "python$version-venv" "python@$version"
fi

echo "Making a virtual environment with Python $version in $venv."
"$python" -m venv --clear "$venv"
