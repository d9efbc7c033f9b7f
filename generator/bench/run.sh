#!/usr/bin/env bash
# run.sh [PAGES [TURNS]]: compares our Markdown with bare flexmark on plain pages, in one process.
# run.sh notebooks [EPISODES [TURNS]]: makes the notebooks of a big site in three languages.
# Needs a build: ./mvnw -q -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
classes=../target/classes
[ -d "$classes/org/chasqui/markdown" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
path="$classes:$(printf '%s:' ../target/lib/*.jar)${BENCH_CLASSPATH:-}"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
javac -proc:none -d "$out" -cp "$path" ./*.java
if [ "${1:-}" = notebooks ]; then
  shift
  # As ./chasqui runs Java.
  java -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$out:$path" org.chasqui.pipeline.NotebookBenchmark "$@"
  exit
fi
java -Xmx1g -XX:+UseSerialGC -cp "$out:$path" org.chasqui.markdown.MarkdownBenchmark "$@"
