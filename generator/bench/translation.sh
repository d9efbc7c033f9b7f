#!/usr/bin/env bash
# translation.sh [PAGES [PARAGRAPHS]]: how long translators wait, on two cores with 512 MB. Needs a build: ./mvnw -q -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
classes=../target/classes
[ -d "$classes/org/chasqui/pipeline" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
path="$classes:$(printf '%s:' ../target/lib/*.jar)${BENCH_CLASSPATH:-}"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
javac -proc:none -d "$out" -cp "$path" TranslationBenchmark.java
# The flags are those of ./chasqui.
java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir="$out" -Dchasqui.home=../.. -cp "$out:$path" org.chasqui.pipeline.TranslationBenchmark "$@"
