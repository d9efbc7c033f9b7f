#!/usr/bin/env bash
# compare.sh [PAGES [RUNS]]: builds the same PAGES x en, es, fr (default 3334: 10,002 pages, 68 MB of Markdown) with
# Chasqui and with every peer there is, RUNS times each (default 5), and prints medians and ratios of this run.
# Peers: hugo of the PATH or HUGO=FILE; ZOLA=FILE. The program: CHASQUI=FILE, else ./chasqui of this checkout.
# Needs python3 and space for four copies of the site in TMPDIR (1.5 GB for 10,002 pages).
set -euo pipefail
cd "$(dirname "$0")"
exec python3 compare.py "$@"
