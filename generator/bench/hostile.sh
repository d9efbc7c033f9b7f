#!/usr/bin/env bash
# hostile.sh [LENGTH [ROWS [NAME...]]]: what texts made to be slow cost, the dearest first, in seconds of processor time. NAMEs pick those whose names have one of them in them. Needs a build: ./mvnw -q -DskipTests package
set -euo pipefail
cd "$(dirname "$0")"
classes=../target/classes
[ -d "$classes/org/chasqui/markdown" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
path="$classes:$(printf '%s:' ../target/lib/*.jar)${BENCH_CLASSPATH:-}"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
javac -nowarn -proc:none -d "$out" -cp "$path" HostileTable.java ../src/test/java/org/chasqui/markdown/Hostile{Inputs,Dialect}.java
java -Xmx2g -XX:+UseSerialGC -cp "$out:$path" org.chasqui.markdown.HostileTable "$@"
