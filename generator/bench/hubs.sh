#!/usr/bin/env bash
# hubs.sh [HUBS [NOTEBOOKS]]: publishes to many hubs, beside a shell script that does the same with the git command line, both over
# "git http-backend" on this machine, in one run. Prints seconds, processor seconds of the publisher and of the server with all its
# gits (which other work on the machine does not lengthen), requests, and ratios. Needs a build: ./mvnw -q -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
hubs=${1:-100} notebooks=${2:-200}
classes=${BENCH_CLASSES:-../target/classes}
[ -d "$classes/org/chasqui/hub" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
path="$classes:$(printf '%s:' ../target/lib/*.jar)${BENCH_CLASSPATH:-}"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=bench GIT_AUTHOR_EMAIL=b@example.org GIT_COMMITTER_NAME=bench GIT_COMMITTER_EMAIL=b@example.org
javac -proc:none -d "$work/classes" -cp "$path" FleetBenchmark.java
# As the launcher does. BENCH_JAVA: more options for the JVM that publishes, to profile it.
publish() { java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${BENCH_JAVA:-} -cp "$work/classes:$path" org.chasqui.hub.FleetBenchmark publish "$@"; }
bench() { java -Xmx256m -XX:+UseSerialGC -cp "$work/classes:$path" org.chasqui.hub.FleetBenchmark "$@"; }

mkdir -p "$work/srv" "$work/shell"
bench write "$notebooks" "$work/notebooks"
git init -q --bare -b main "$work/template.git"
git -C "$work/template.git" config uploadpack.allowFilter true
for who in ours theirs; do
  mkdir -p "$work/srv/$who"
  for i in $(seq 0 $((hubs - 1))); do cp -r "$work/template.git" "$work/srv/$who/$(printf 'hub-%03d.git' "$i")"; done
done
# The function runs in a shell of its own, which has to become the server for "kill" to reach it.
(exec java -Xmx256m -XX:+UseSerialGC -cp "$work/classes:$path" org.chasqui.hub.FleetBenchmark serve "$work/srv" "$work/address") & server=$!
until [ -e "$work/address" ]; do sleep 0.1; done
url=$(cat "$work/address")

# Clone, copy, commit, push: what a careful script does for each hub.
cat > "$work/one.sh" <<'EOF'
set -euo pipefail
hub=$1 url=$2 work=$3
rm -rf "$work/shell/$hub"
git clone -q --depth 1 "${url}theirs/$hub.git" "$work/shell/$hub" 2>/dev/null
cp -r "$work/notebooks/." "$work/shell/$hub/"
cd "$work/shell/$hub"
git add -A
git diff --cached --quiet 2>/dev/null && exit 0
git commit -q -m "Publish lessons"
git push -q origin HEAD:main
EOF
# Seconds, processor seconds of the script, of the server, and requests, as FleetBenchmark prints them.
shell() {
  local before after took
  before=$(bench toll "$url")
  took=$( { TIMEFORMAT='%R %U %S'; time { seq -f 'hub-%03.0f' 0 $((hubs - 1)) | xargs -P 4 -I{} bash "$work/one.sh" {} "$url" "$work"; }; } 2>&1 >/dev/null)
  after=$(bench toll "$url")
  echo "$took $before $after" | awk '{ printf "%.2f %.2f %.2f %d", $1, $2 + $3, $6 - $4, $7 - $5 - 1 }'
}

echo "$hubs hubs, $notebooks notebooks; load$(uptime | sed 's/.*average//')"
read -r -a theirs_first < <(shell; echo)
read -r -a ours < <(publish "${url}ours/" "$hubs" "$work/site" "$work/notebooks" | tail -n 1)
read -r -a theirs_again < <(shell; echo)
row() { printf '%-32s %8s %8s %8s %8s\n' "$@"; }
row '' 'seconds' 'cpu' 'server' 'requests'
row 'first publication: chasqui' "${ours[@]:0:4}"
row '                   shell' "${theirs_first[@]}"
row 'nothing has changed: chasqui' "${ours[@]:4:4}"
row '                     shell' "${theirs_again[@]}"
awk -v a="${ours[0]}" -v b="${theirs_first[0]}" -v c="${ours[4]}" -v d="${theirs_again[0]}" \
  'BEGIN { printf "shell / chasqui: first publication %.2f, nothing has changed %.2f\n", b / a, d / c }'
