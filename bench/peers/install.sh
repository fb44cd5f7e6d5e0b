#!/usr/bin/env bash
# Installs the systems that `npm run bench:peers` compares with, on Debian and its relatives, as root.
set -euo pipefail
cd "$(dirname "$0")"
apt-get update
apt-get install --yes --no-install-recommends ghc libghc-logict-dev libghc-mtl-dev swi-prolog-nox chezscheme
npm install --prefix dist --no-save tau-prolog@0.3.4
