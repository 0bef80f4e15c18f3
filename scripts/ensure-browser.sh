#!/bin/sh
# Prints the path of a Chromium or Chrome; installs one, or says how, where there is none.
set -eu
here=$(dirname "$0")

find_browser() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "$HOME/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$name" ] && command -v "$name"; then
            return
        fi
    done
    return 1
}

if ! find_browser; then
    sh "$here/install-or-say.sh" Chromium chromium "--cask chromium"
    find_browser
fi
