#!/bin/sh
# Usage: install-or-say.sh WHAT DEBIAN_PACKAGE HOMEBREW_ARGUMENTS
# Root on Debian: installs the package. Anyone else: says the one line to run, and stops.
set -eu
what=$1 package=$2 brew=$3

install_package() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
}

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $what (Debian package $package)." >&2
    install_package 2>/dev/null && exit 0
    # A fresh machine may have no package lists yet.
    apt-get update -qq >&2 && install_package >&2 && exit 0
fi

case $(uname) in
    Darwin) line="brew install $brew" ;;
    *) line="sudo apt-get install -y $package" ;;
esac
echo "$what is missing. Run: $line" >&2
exit 1
