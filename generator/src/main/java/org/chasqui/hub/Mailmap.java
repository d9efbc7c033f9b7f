package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * How people want to be called, whatever name their commits have: git's {@code .mailmap}, which
 * also brings together what one person wrote under two names.
 */
final class Mailmap {
  private static final Pattern LINE =
      Pattern.compile("([^<#]*)<([^>]*)>(?:([^<#]*)<([^>]*)>)?\\s*(?:#.*)?");

  private final Map<String, String> names = new HashMap<>();

  /** What the file of this name in a folder says; nothing if there is none that can be read. */
  static Mailmap of(Path folder) throws IOException {
    try {
      return new Mailmap(Files.readAllLines(folder.resolve(".mailmap")));
    } catch (NoSuchFileException | CharacterCodingException e) {
      return new Mailmap(List.of());
    }
  }

  Mailmap(List<String> lines) {
    for (String line : lines) {
      Matcher found = LINE.matcher(line.strip());
      if (found.matches() && !found.group(1).isBlank()) {
        boolean two = found.group(4) != null;
        String written = two ? found.group(3) : "";
        names.put(key(written, found.group(two ? 4 : 2)), found.group(1).strip());
      }
    }
  }

  /** The name of who wrote a commit. A line with this very name counts more than one without. */
  String name(PersonIdent person) {
    String written = person.getName().strip();
    String byBoth = names.get(key(written, person.getEmailAddress()));
    return byBoth != null ? byBoth : names.getOrDefault(key("", person.getEmailAddress()), written);
  }

  /** All that it says: two of the same text are the same. */
  @Override
  public String toString() {
    return new TreeMap<>(names).toString();
  }

  private static String key(String name, String address) {
    return (name.strip() + "<" + address.strip()).toLowerCase(Locale.ROOT);
  }
}
