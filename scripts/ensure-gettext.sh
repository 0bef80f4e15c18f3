#!/bin/sh
# Prints the path of gettext's msgfmt; installs gettext's tools, or says how, where there are none.
set -eu
here=$(dirname "$0")

# Homebrew does not always put its own on the path.
find_gettext() {
    for name in msgfmt /opt/homebrew/opt/gettext/bin/msgfmt /usr/local/opt/gettext/bin/msgfmt; do
        if command -v "$name"; then
            return
        fi
    done
    return 1
}

if ! find_gettext; then
    sh "$here/install-or-say.sh" "gettext" gettext gettext
    find_gettext
fi
