#!/bin/sh
# Usage: base-site.sh PYTHON COMMIT FOLDER
# Builds the site of another commit into FOLDER, with the packages of this one, without touching what is checked out here.
set -eu
python=$1 commit=$2 folder=$3
[ -n "$commit" ] || { echo "BASE: name a commit, as make pictures BASE=origin/main." >&2; exit 2; }

python=$(cd "$(dirname "$python")" && pwd)/$(basename "$python")
site=$(mkdir -p "$(dirname "$folder")" && cd "$(dirname "$folder")" && pwd)/$(basename "$folder")
tree=$(mktemp -d)/base
git worktree add --quiet --detach "$tree" "$commit"
trap 'git worktree remove --force "$tree"' EXIT
(cd "$tree" && PYTHONPATH="$tree/hooks" "$python" -m guide site --site-dir "$site")
