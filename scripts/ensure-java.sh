#!/bin/sh
# Prints the path of a Java that runs; installs one, or says how, where there is none.
set -eu
here=$(dirname "$0")

# macOS has a /usr/bin/java that only says that there is no Java, so each one found is tried.
# Homebrew does not put its own on the path.
find_java() {
    for name in "${JAVA_HOME:+$JAVA_HOME/bin/java}" java \
        /opt/homebrew/opt/openjdk/bin/java /usr/local/opt/openjdk/bin/java; do
        if [ -n "$name" ] && "$name" -version >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

if ! find_java; then
    sh "$here/install-or-say.sh" Java default-jre-headless openjdk
    find_java
fi
