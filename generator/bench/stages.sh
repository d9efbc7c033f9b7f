#!/usr/bin/env bash
# stages.sh [JMH OPTION…]: what each stage of a build costs, by JMH, on 102 pages in three languages.
#   stages.sh search          the stages whose names hold a word
#   stages.sh -p pages=334    on 1,002 pages
#   stages.sh -prof gc        with the memory that each allocates
# Needs a build (./mvnw -q -DskipTests package) and python3; JMH is fetched as Maven fetches everything.
set -euo pipefail
cd "$(dirname "$0")"
classes=../target/classes
[ -d "$classes/org/chasqui/pipeline" ] || { echo "Build first: ./mvnw -q -DskipTests package" >&2; exit 2; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
(cd ../.. && ./mvnw -q -B -Pbench -pl generator dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile="$out/path.txt")
path="$classes:$(cat "$out/path.txt")"
mkdir "$out/classes"
javac -nowarn -d "$out/classes" -cp "$path" -processorpath "$path" \
  -processor org.openjdk.jmh.generators.BenchmarkProcessor StageBenchmarks.java
# The flags are those of ./chasqui.
java -cp "$out/classes:$path" org.openjdk.jmh.Main -foe true \
  -jvmArgs "-Xmx2g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dchasqui.home=$(cd ../.. && pwd)" "$@"
