#!/bin/sh
# Build the wheel, compare it with the tree, and use it from an environment of its own.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git archive --format=tar HEAD | tar -x -C "$work" --one-top-level=tree
"$python" -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$work" "$work/tree"
"$python" .ci/wheel_contents.py "$work"/*.whl "$work/tree"
"$python" -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --require-hashes -r requirements/runtime.lock
"$work/env/bin/python" -m pip install --quiet --no-deps "$work"/*.whl
cd "$work"
env/bin/backchannel build --out seed
env/bin/backchannel ask last-contact --graph seed > answer.txt
env/bin/python -c "import backchannel; print(backchannel.open('seed').title)"
