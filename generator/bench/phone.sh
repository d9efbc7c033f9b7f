#!/usr/bin/env bash
# phone.sh: opens the sample site in Chromium as on a slow phone on a slow line (400 kbit/s, 400 ms, processor slowed four
# times) and prints bytes, requests, first and largest paint and layout shift of each page. Needs chromium and chromedriver.
# The times are this machine's: nothing else should run meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -f generator/target/first-visit.txt
./mvnw -q -B -pl generator test-compile surefire:test -Dtest=FirstVisitTest -Dexcluded.tags= \
  -Dsurefire.failIfNoSpecifiedTests=true
cat generator/target/first-visit.txt
