#!/bin/sh
# Rewrites the two lock files from pyproject.toml. They carry hashes and no addresses, so that a
# machine behind a mirror installs the same bytes (docs/decisions/0005).
set -eu
cd "$(dirname "$0")/.."
uv=$(python3 tools/bootstrap.py --print-uv)
common="--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet"
$uv pip compile $common "$@" pyproject.toml -o requirements/run.lock
$uv pip compile $common "$@" pyproject.toml --group dev -c requirements/run.lock -o requirements/dev.lock
