#!/bin/sh
# Usage: none-skipped.sh REPORT
# Fails when pytest's report in JUnit's format tells of a skipped test: it counts as failed.
set -eu
grep -q ' skipped="0"' "$1" || { echo "A skipped test counts as failed: see SKIPPED above." >&2; exit 1; }
