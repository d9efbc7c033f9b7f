#!/usr/bin/env bash
# run.sh [PAGES [TURNS]]: compares our Markdown with bare flexmark on plain pages, in one process.
# run.sh features [PAGES [TURNS]]: the same pages with each part of the dialect left out, beside the whole of it.
# run.sh notebooks [EPISODES [TURNS]]: makes the notebooks of a big site in three languages.
# Needs a build: ./mvnw -q -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
classes=../target/classes
[ -d "$classes/org/chasqui/markdown" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
path="$classes:$(printf '%s:' ../target/lib/*.jar)${BENCH_CLASSPATH:-}"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
run() {
  javac -nowarn -proc:none -d "$out" -cp "$path" "$1.java"
  java -Xmx1g "${@:3}" -cp "$out:$path" "$2.$1" "${arguments[@]}"
}
case "${1:-}" in
  notebooks)
    arguments=("${@:2}")
    # As ./chasqui runs Java.
    run NotebookBenchmark org.chasqui.pipeline -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ;;
  features)
    arguments=("${2:-40}" "${3:-60}" features)
    run MarkdownBenchmark org.chasqui.markdown -XX:+UseSerialGC ;;
  *)
    arguments=("$@")
    run MarkdownBenchmark org.chasqui.markdown -XX:+UseSerialGC ;;
esac
