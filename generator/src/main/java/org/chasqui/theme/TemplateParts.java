package org.chasqui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Digests;
import org.chasqui.diagnostic.SourceFile;

/**
 * Which templates a template is made of: itself, and what it includes or imports, as far as that is
 * written in it. One that may name others only while it is filled counts as made of all. Safe for
 * many threads.
 */
final class TemplateParts {
  // Freemarker's directives are written with < or [. What follows a name must not make another one
  // of it.
  private static final Pattern NAMED =
      Pattern.compile(
          "[<\\[]#(?:import|include)\\s+([\"'])([^\"'${}#*\\\\]+)\\1"
              + "(?=\\s*(?:/?[>\\]]|as\\s|\\w+\\s*=))");
  // The built-ins ?eval and ?interpret make templates of strings, a special variable looks one up.
  private static final Pattern ANY =
      Pattern.compile(
          "#(?:import|include)\\b|\\?\\s*(?:eval|interpret)|get_?[oO]ptional_?[tT]emplate");

  private final SortedMap<String, SourceFile> templates;
  private final Map<String, Set<String>> parts = new ConcurrentHashMap<>();
  private final Map<List<String>, String> digests = new ConcurrentHashMap<>();

  /**
   * @param templates all templates, by their names with extension
   */
  TemplateParts(SortedMap<String, SourceFile> templates) {
    this.templates = templates;
  }

  /** What tells some of them, with all that they are made of, from every other state of them. */
  String digest(Collection<String> names) {
    return digests.computeIfAbsent(List.copyOf(new TreeSet<>(names)), this::made);
  }

  private String made(List<String> names) {
    Map<String, String> all = new TreeMap<>();
    for (String name : names) {
      all.put(name, "");
      for (String part : parts.computeIfAbsent(name, this::parts)) {
        all.put(part, Objects.requireNonNull(templates.get(part)).text());
      }
    }
    return Digests.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> parts(String name) {
    Set<String> found = new TreeSet<>();
    return templates.containsKey(name) && !collect(name, found) ? templates.keySet() : found;
  }

  // Whether all of them are known.
  private boolean collect(String name, Set<String> found) {
    SourceFile template = templates.get(name);
    if (template == null) {
      return false;
    }
    if (!found.add(name)) {
      return true;
    }
    String text = template.text();
    Matcher named = NAMED.matcher(text);
    int known = 0;
    for (; named.find(); known++) {
      if (!collect(resolved(name, named.group(2)), found)) {
        return false;
      }
    }
    return known == ANY.matcher(text).results().count();
  }

  // As Freemarker does: relative to the template, unless it begins with a slash.
  private static String resolved(String name, String written) {
    String folder = written.startsWith("/") ? "" : name.substring(0, name.lastIndexOf('/') + 1);
    String path = folder + (written.startsWith("/") ? written.substring(1) : written);
    path = path.replaceAll("(?<=^|/)(?:\\./)+", "");
    String before;
    do {
      before = path;
      path = path.replaceFirst("(?<=^|/)(?!\\.\\./)[^/]+/\\.\\./", "");
    } while (!path.equals(before));
    return path;
  }
}
