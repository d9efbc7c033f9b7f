package org.chasqui.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Language;
import org.chasqui.site.Wording;

/** The theme's words from its catalogues: as much of PO as they use. Unknown ids fail the test. */
final class PoWording implements Wording {
  private static final Pattern LINE =
      Pattern.compile("(msgctxt|msgid|msgid_plural|msgstr)(?:\\[(\\d)\\])? \"(.*)\"");

  private final Language language;
  private final Map<String, List<String>> texts = new HashMap<>();

  private PoWording(Language language, Path file, boolean template) throws IOException {
    this.language = language;
    String id = "";
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      String text = matcher.group(3).replace("\\\"", "\"").replace("\\\\", "\\");
      String key = matcher.group(1);
      if (key.equals("msgctxt")) {
        id = text;
      } else if (!id.isEmpty()
          && key.startsWith("msgid") == template
          && (template || key.equals("msgstr"))) {
        texts.computeIfAbsent(id, i -> new ArrayList<>()).add(text);
      }
    }
  }

  /** The English of {@code ui.pot}, or the translation below {@code locales}. */
  static PoWording of(Language language) {
    try {
      Path root = Path.of(System.getProperty("chasqui.root"));
      return language.equals(Language.ENGLISH)
          ? new PoWording(language, root.resolve("themes/chasqui/ui.pot"), true)
          : new PoWording(language, root.resolve("locales/" + language + "/ui.po"), false);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public String text(String id, Map<String, ?> arguments) {
    return fill(forms(id).get(0), arguments);
  }

  @Override
  public String plural(String id, long n, Map<String, ?> arguments) {
    boolean one = language.tag().equals("fr") ? n <= 1 : n == 1;
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("n", n);
    return fill(forms(id).get(one ? 0 : 1), all);
  }

  private List<String> forms(String id) {
    List<String> forms = texts.get(id);
    if (forms == null) {
      throw new AssertionError("no text for the id " + id + " in " + language);
    }
    return forms;
  }

  private static String fill(String text, Map<String, ?> arguments) {
    String filled = text;
    for (Map.Entry<String, ?> argument : arguments.entrySet()) {
      filled = filled.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
    }
    return filled;
  }
}
