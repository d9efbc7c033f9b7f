#!/usr/bin/env bash
# hostile.sh [LENGTH [ROWS [NAME...]]]: what texts made to be slow cost, in seconds of processor time: each as it is read, the ROWS
# dearest at the end. NAMEs pick those whose names have one of them in them. It fails when one takes over LIMIT seconds (default 2).
# All of them with a megabyte each take about ten minutes. Needs a build: ./mvnw -q -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
classes=../target/classes
[ -d "$classes/org/chasqui/markdown" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
path="$classes:$(printf '%s:' ../target/lib/*.jar)${BENCH_CLASSPATH:-}"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
javac -nowarn -proc:none -d "$out" -cp "$path" HostileTable.java ../src/test/java/org/chasqui/markdown/Hostile{Inputs,Dialect}.java
java -Xmx2g -XX:+UseSerialGC -Dlimit="${LIMIT:-2}" -cp "$out:$path" org.chasqui.markdown.HostileTable "$@"
