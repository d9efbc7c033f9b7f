package org.chasqui.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chasqui.check.PageTags.Tag;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.SentBytes;

/**
 * Whether pages stay light enough for readers on slow links: what a page weighs before its
 * pictures, compressed as servers send it. Of the whole limit of a page, usually 20 KB, its own
 * HTML may take twelve parts of twenty, each style sheet five, all scripts four; and all of it
 * comes in four files. Safe for use by many threads.
 */
final class PageWeights {
  private static final int REQUESTS = 4;
  private static final int TOLD = 4;

  /** What a page loads by itself, apart from pictures. */
  private record Loads(List<PagePart> styles, List<PagePart> scripts, int requests) {
    static int sum(List<PagePart> parts) {
      return parts.stream().mapToInt(PagePart::bytes).sum();
    }
  }

  private final OutputIndex output;
  private final long limit;
  private final Map<OutputPath, OutputFile> files = new HashMap<>();
  private final Map<OutputPath, Integer> weighed = new ConcurrentHashMap<>();

  /**
   * @param limit how many bytes a page may weigh
   */
  PageWeights(RenderedSite rendered, OutputIndex output, long limit) {
    this.output = output;
    this.limit = limit;
    for (OutputFile file : rendered.files()) {
      String name = file.path().fileName();
      if (name.endsWith(".css") || name.endsWith(".js")) {
        files.put(file.path(), file);
      }
    }
  }

  /** What of the configuration its answers depend on. */
  String settings() {
    return String.valueOf(limit);
  }

  /** What is too heavy about a page that somebody wrote. */
  List<Finding> of(OutputFile.Text file, List<Tag> tags, Page page) {
    if (limit == Long.MAX_VALUE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Loads loads = loads(file.path(), tags);
    theme(file, loads).forEach(heavy -> findings.add(heavy));
    long styles = Math.min(Loads.sum(loads.styles()), share(5));
    long scripts = Math.min(Loads.sum(loads.scripts()), share(4));
    long own = Math.min(share(12), limit - styles - scripts);
    weight(file.content(), own)
        .ifPresent(
            html ->
                findings.add(
                    Finding.of(
                        page.ref(),
                        "",
                        page(file, tags, html, loads, page.header().title().span()))));
    return findings;
  }

  /** What a page loads that is in the site, and what it weighs. */
  Map<String, Integer> loaded(OutputPath page, List<Tag> tags) {
    Map<String, Integer> parts = new HashMap<>();
    Loads loads = loads(page, tags);
    loads.styles().forEach(part -> parts.put(part.name(), part.bytes()));
    loads.scripts().forEach(part -> parts.put(part.name(), part.bytes()));
    return parts;
  }

  /** Whether files still weigh what they weighed. */
  boolean weigh(Map<String, Integer> parts) {
    return parts.entrySet().stream()
        .allMatch(
            part -> {
              OutputPath path = OutputPath.of(part.getKey());
              return files.containsKey(path)
                  && weighed.computeIfAbsent(path, this::weigh).equals(part.getValue());
            });
  }

  private long share(int twentieths) {
    return limit * twentieths / 20;
  }

  private Diagnostic page(
      OutputFile.Text file, List<Tag> tags, int html, Loads loads, SourceSpan place) {
    List<PagePart> parts = new ArrayList<>(PagePart.sections(file.content(), tags));
    parts.addAll(loads.styles());
    parts.addAll(loads.scripts());
    int whole = html + Loads.sum(loads.styles()) + Loads.sum(loads.scripts());
    String told =
        parts.stream()
            .sorted(Comparator.comparing(PagePart::bytes).reversed())
            .limit(TOLD)
            .map(PagePart::toString)
            .collect(Collectors.joining(", "));
    Diagnostic heavy =
        Diagnostic.warning(
            "page-heavy",
            place,
            "The page weighs "
                + PagePart.kilobytes(whole)
                + " before its pictures, "
                + PagePart.kilobytes(html)
                + " of it is HTML.");
    return file.content().contains(";base64,")
        ? heavy.help("Its largest parts: " + told + ". Save what is in it as data in files.")
        : heavy.help(
            "Readers on slow lines need it below "
                + PagePart.kilobytes(limit)
                + ", the HTML below "
                + PagePart.kilobytes(share(12))
                + ". Its largest parts: "
                + told
                + ".");
  }

  private List<Finding> theme(OutputFile.Text file, Loads loads) {
    List<Finding> findings = new ArrayList<>();
    for (PagePart style : loads.styles()) {
      if (style.bytes() > share(5)) {
        String message =
            "The style sheet weighs "
                + PagePart.kilobytes(style.bytes())
                + ", more than "
                + PagePart.kilobytes(share(5))
                + ".";
        findings.add(heavyTheme(style.name(), message, new SourceFile(style.name(), "").top()));
      }
    }
    if (Loads.sum(loads.scripts()) > share(4)) {
      String scripts = names(loads.scripts());
      String message =
          "The scripts of a page weigh "
              + PagePart.kilobytes(Loads.sum(loads.scripts()))
              + ", more than "
              + PagePart.kilobytes(share(4))
              + ": "
              + scripts
              + ".";
      findings.add(heavyTheme(scripts, message, start(file)));
    }
    if (loads.requests() > REQUESTS) {
      String all = names(loads.styles()) + ", " + names(loads.scripts());
      String message =
          "A page comes in "
              + loads.requests()
              + " files before its pictures, more than "
              + REQUESTS
              + ": itself, "
              + all
              + ".";
      findings.add(heavyTheme(all, message, start(file)));
    }
    return findings;
  }

  private static Finding heavyTheme(String key, String message, SourceSpan span) {
    return Finding.ofSite(
        key,
        Diagnostic.warning("theme-heavy", span, message)
            .help(
                "Every reader pays for it: leave out what pages do not need, join what is left."));
  }

  private static SourceSpan start(OutputFile.Text file) {
    return new SourceFile(file.path().value(), file.content()).span(0, 0);
  }

  private static String names(List<PagePart> parts) {
    return parts.stream().map(PagePart::toString).collect(Collectors.joining(", "));
  }

  private Loads loads(OutputPath page, List<Tag> tags) {
    List<PagePart> styles = new ArrayList<>();
    List<PagePart> scripts = new ArrayList<>();
    int requests = 1;
    for (Tag tag : tags) {
      boolean style =
          tag.name().equals("link")
              && (" " + tag.value("rel").toLowerCase(Locale.ROOT) + " ").contains(" stylesheet ");
      boolean script = tag.name().equals("script") && tag.has("src");
      if (style || script) {
        requests++;
        part(page, tag.value(style ? "href" : "src")).ifPresent((style ? styles : scripts)::add);
      }
    }
    return new Loads(styles, scripts, requests);
  }

  private Optional<PagePart> part(OutputPath page, String url) {
    return output
        .resolve(page, url)
        .flatMap(output::ownPath)
        .filter(output::answers)
        .map(output::file)
        .filter(files::containsKey)
        .map(path -> new PagePart(path.value(), weighed.computeIfAbsent(path, this::weigh)));
  }

  private int weigh(OutputPath path) {
    OutputFile file = files.get(path);
    if (file instanceof OutputFile.Text text) {
      return SentBytes.compressed(text.content().getBytes(StandardCharsets.UTF_8));
    }
    try {
      return file instanceof OutputFile.Copy copy
          ? SentBytes.compressed(Files.readAllBytes(copy.from()))
          : 0;
    } catch (IOException unreadable) {
      return 0; // Writing the site will say so.
    }
  }

  // What a page weighs, if that is more than allowed. Most are never compressed for it: words with
  // their HTML shrink to a third, even mere digits to five ninths; only bytes of a picture, written
  // into it as letters, do not.
  private static Optional<Integer> weight(String html, long allowed) {
    if (html.length() <= allowed / 3
        || (html.length() <= allowed * 9 / 5
            && bulk(html) <= allowed * 9 / 5
            && !html.contains(";base64,"))) {
      return Optional.empty();
    }
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return SentBytes.fits(bytes, allowed)
        ? Optional.empty()
        : Optional.of(SentBytes.compressed(bytes));
  }

  // Bytes in UTF-8, without making them; signs of scripts that have thousands, which compress less
  // well, count for one more.
  private static long bulk(String html) {
    long bytes = html.length();
    // An array: the compiler that starts quickly reads strings slowly.
    char[] letters = html.toCharArray();
    for (char c : letters) {
      bytes += c < 0x80 ? 0 : c < 0x800 ? 1 : 3;
    }
    return bytes;
  }
}
