package org.chasqui.pipeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Coverage.Fingerprint;

/** Writes into the front matter of a page what it is a translation of; nothing else changes. */
final class TouchedPage {
  private static final Pattern YAML =
      Pattern.compile(
          "\\A(\\s*---[ \\t]*\\n)(.*?)(^(?:---|\\.\\.\\.))", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TOML =
      Pattern.compile(
          "\\A(\\s*\\+\\+\\+[ \\t]*\\n)(.*?)(^\\+\\+\\+)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern JSON = Pattern.compile("\\A(\\s*\\{)(?=\\s*[\"}])");
  private static final Pattern OURS =
      Pattern.compile("^(?:source *[:=] *\"?sha256:|source_parts *[:=]).*\\n", Pattern.MULTILINE);
  private static final Pattern OURS_IN_JSON =
      Pattern.compile("\\s*\"source(?:_parts\"\\s*:\\s*\"|\"\\s*:\\s*\"sha256:)[^\"]*\",?");

  private TouchedPage() {}

  /** A page with its fingerprint: in the place of a former one, else below its other keys. */
  static String text(String page, Fingerprint fingerprint) {
    Matcher yaml = YAML.matcher(page);
    if (yaml.find()) {
      return with(page, yaml, lines(fingerprint, ": "));
    }
    Matcher toml = TOML.matcher(page);
    if (toml.find()) {
      return with(page, toml, lines(fingerprint, " = "));
    }
    Matcher json = JSON.matcher(page);
    if (json.find()) {
      String rest = OURS_IN_JSON.matcher(page.substring(json.end())).replaceAll("");
      return json.group(1) + json(fingerprint, rest.strip().startsWith("}")) + rest;
    }
    return "---\n" + lines(fingerprint, ": ") + "---\n\n" + page;
  }

  // In TOML a key below the line of a table would be the table's.
  private static String with(String page, Matcher matter, String lines) {
    Matcher former = OURS.matcher(matter.group(2));
    String keys = former.replaceAll("");
    boolean toml = matter.group(1).strip().startsWith("+");
    return matter.group(1) + (toml ? lines + keys : keys + lines) + page.substring(matter.start(3));
  }

  private static String lines(Fingerprint fingerprint, String is) {
    return "source"
        + is
        + "\""
        + fingerprint.hash()
        + "\"\nsource_parts"
        + is
        + "\""
        + String.join(" ", fingerprint.parts())
        + "\"\n";
  }

  private static String json(Fingerprint fingerprint, boolean alone) {
    return "\n  \"source\": \""
        + fingerprint.hash()
        + "\",\n  \"source_parts\": \""
        + String.join(" ", fingerprint.parts())
        + "\""
        + (alone ? "" : ",");
  }
}
