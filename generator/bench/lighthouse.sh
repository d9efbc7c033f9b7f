#!/usr/bin/env bash
# lighthouse.sh SITE [WORD …]: serves the built site in the folder SITE from this machine, compressed as hosts do, lets
# Lighthouse look at the heaviest page of each template in each language, and prints the four scores (performance,
# accessibility, best practices, search engines) of each and every audit that is not passed whole. With WORDs: only pages
# whose address has one of them. A page below 100 is looked at again, up to RUNS times (default 3), and the median told.
# CATEGORIES="accessibility seo" asks for these alone.
# Needs python3, chromium (or CHROME_PATH) and Lighthouse 12: LIGHTHOUSE=FILE, else npx fetches it (Node 18.20 or newer).
# Times are simulated from what was traced: a busy machine still spoils "performance"; its load is printed.
set -euo pipefail
here=$(dirname "$0")
exec python3 "$here/lighthouse.py" "$@"
