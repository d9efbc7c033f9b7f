# Sourced by ./chasqui and ./mvnw: finds a Java that is new enough, without starting one.
#
#   find_java jdk|jre     sets java_home, java_version (17, 25 ...) and java_release
#                         (17.0.15); 1 if there is none
#   java_trouble          says in one line what was wrong, after find_java failed

java_minimum=17
java_seen=

# Prints the home of a `java` program, through symbolic links.
java_home_of() {
  program=$1
  if resolved=$(readlink -f "$program" 2>/dev/null) && [ -n "$resolved" ]; then
    program=$resolved
  fi
  home=${program%/bin/*}
  if [ ! -f "$home/release" ]; then
    # A shim (jenv, asdf, macOS' stub): only the program itself knows where it lives.
    home=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  fi
  printf '%s\n' "$home"
}

# Sets java_found to the feature version of a home (0 if it is none).
read_java_version() {
  java_found=0
  if [ -r "$1/release" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in JAVA_VERSION=*) java_found=${line#*=} ;; esac
    done <"$1/release"
  elif [ -x "$1/bin/java" ]; then
    java_found=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([^"]*\)".*/\1/p')
  fi
  java_found=${java_found#\"}
  java_found=${java_found%\"}
  java_release=$java_found
  java_found=${java_found#1.}
  java_found=${java_found%%[!0-9]*}
  java_found=${java_found:-0}
}

# Takes a home if it will do.
try_java() {
  [ -x "$1/bin/java" ] || return 1
  read_java_version "$1"
  if [ "$java_found" -lt "$java_minimum" ]; then
    java_seen="Java $java_found at $1"
    return 1
  fi
  if [ "$2" = jdk ] && [ ! -x "$1/bin/javac" ]; then
    java_seen="a Java $java_found without a compiler (a JRE) at $1"
    return 1
  fi
  java_home=$1
  java_version=$java_found
}

find_java() {
  java_seen=
  if [ -n "${JAVA_HOME:-}" ] && try_java "$JAVA_HOME" "$1"; then return 0; fi
  if on_path=$(command -v java 2>/dev/null) && try_java "$(java_home_of "$on_path")" "$1"; then
    return 0
  fi
  if [ -x /usr/libexec/java_home ]; then
    mac=$(/usr/libexec/java_home -v "$java_minimum+" 2>/dev/null) && try_java "$mac" "$1" && return 0
  fi
  for candidate in ${CHASQUI_JAVA_PLACES-/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
      "$HOME"/.sdkman/candidates/java/current "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk}; do
    if try_java "$candidate" "$1"; then return 0; fi
  done
  return 1
}

java_trouble() {
  what=
  [ -n "$java_seen" ] && what=" Found only $java_seen."
  printf '%s: needs a JDK %s or later.%s %s\n' "$1" "$java_minimum" "$what" \
    'Install one (Debian, Ubuntu: apt install default-jdk) or set JAVA_HOME to it.' >&2
}
