package org.chasqui.migrate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;

/**
 * Makes records of authors who have none. Hugo gives everybody whom a page names a page of their
 * own, with or without a file about them, and other pages link to it.
 */
final class Authors {
  private static final List<String> RECORDS = List.of("authors", "author", "people");

  private final Draft draft;
  private final Set<String> known = new TreeSet<>();
  private final Map<String, String> unknown = new TreeMap<>();

  Authors(Draft draft) {
    this.draft = draft;
  }

  /** Makes them for the authors of the pages below a folder. */
  void make(String content) {
    Source source = draft.source();
    List<String> pages = source.below(content).stream().filter(Source::isMarkdown).toList();
    boolean people =
        pages.stream().anyMatch(page -> isRecord(page.substring(content.length() + 1)));
    if (!people) {
      return;
    }
    for (String page : pages) {
      String local = page.substring(content.length() + 1);
      Mapping keys = frontMatter(source.text(page));
      if (isRecord(local)) {
        know(local.split("/")[1].replaceFirst("\\..*$", ""));
        Optional.ofNullable(keys.entries().get("title")).ifPresent(title -> know(text(title)));
      } else {
        new Config(keys, draft).words("authors", "author").forEach(this::named);
      }
    }
    known.forEach(unknown::remove);
    unknown.forEach(
        (slug, name) -> {
          String to = "site-content/people/" + slug + ".yaml";
          if (!draft.holds(to)) {
            draft.make(to, new Yaml().put("name", name).text());
          }
        });
  }

  private static boolean isRecord(String local) {
    int slash = local.indexOf('/');
    return slash > 0 && RECORDS.contains(local.substring(0, slash)) && !local.endsWith("/");
  }

  private void know(String name) {
    known.add(slug(name));
  }

  private void named(Scalar author) {
    String name = author.text().strip();
    String slug = slug(name);
    if (!slug.isEmpty() && name.indexOf(',') < 0) {
      unknown.putIfAbsent(slug, name);
    }
  }

  private static String text(Entry entry) {
    return entry.value() instanceof Scalar scalar ? scalar.text().strip() : "";
  }

  private static String slug(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String words = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return words.replaceAll("^-+|-+$", "");
  }

  private static Mapping frontMatter(SourceFile file) {
    String text = file.text();
    String mark = text.startsWith("---\n") ? "---" : text.startsWith("+++\n") ? "+++" : "";
    int end = mark.isEmpty() ? -1 : text.indexOf("\n" + mark, 3);
    if (end < 0) {
      return Mapping.empty(file.top());
    }
    Diagnostics told = new Diagnostics(); // by the build, in the new place
    return mark.equals("---")
        ? Nodes.yaml(file, 4, end + 1, told).mapping()
        : Nodes.toml(file, 4, end + 1, told).mapping();
  }
}
