#!/bin/sh
# Usage: took.sh FILE MINUTES
# Prints how long make test took since the second that FILE holds, and the bar in MINUTES that it should stay under.
set -eu
seconds=$(($(date +%s) - $(cat "$1")))
echo "make test took $((seconds / 60)) min $((seconds % 60)) s (bar: $2)"
