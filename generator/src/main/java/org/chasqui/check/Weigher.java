package org.chasqui.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.chasqui.check.PageTags.Tag;
import org.chasqui.site.ContentHash;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Parallel;
import org.chasqui.site.SentBytes;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.SiteWeight;
import org.chasqui.site.SiteWeight.Content;
import org.chasqui.site.SiteWeight.FileWeight;
import org.chasqui.site.SiteWeight.Kind;
import org.chasqui.site.SiteWeight.PageWeight;
import org.chasqui.site.SiteWeight.Part;

/**
 * Weighs the files of a finished site: all of them, and what each page brings along. The files may
 * be those of a build or those of a folder in which an earlier one lies.
 */
public final class Weigher {
  // Of a picture in several sizes the narrowest that is sharp on a phone.
  private static final int WIDTH = 720;
  private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|gif|webp|avif|svg|ico)");
  private static final Pattern DOWNLOAD =
      Pattern.compile(".*\\.(zip|epub|pdf|ipynb|csv|tsv|ics|py|r|sh|md|mp[34]|webm|ogg)");
  private static final Pattern HASH =
      Pattern.compile("([\\w-])\\.[0-9a-f]{8,16}\\.(?=\\w{2,5}\\b)");
  private static final Pattern NAVIGATION = Pattern.compile("(?s)<nav\\b.*?</nav>");

  private final SiteConfig config;
  private final OutputIndex output;
  private final Map<OutputPath, OutputFile> files = new HashMap<>();

  /**
   * Of the files of a site.
   *
   * @param config where it is served, and where its search is
   */
  public Weigher(SiteConfig config, List<OutputFile> files) {
    this.config = config;
    this.output = new OutputIndex(config, files);
    files.forEach(file -> this.files.put(file.path(), file));
  }

  /** What they weigh. */
  public SiteWeight weigh() {
    NavigableMap<OutputPath, FileWeight> weights = new ConcurrentSkipListMap<>();
    NavigableMap<OutputPath, PageWeight> pages = new ConcurrentSkipListMap<>();
    Parallel.each(
        files.values(),
        file -> {
          byte[] bytes = content(file);
          Kind kind = kind(file.path());
          int sent = SentBytes.of(file.path().value(), bytes);
          weights.put(file.path(), new FileWeight(kind, sent, ContentHash.of(bytes)));
          if (kind == Kind.HTML) {
            page(file.path(), new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(page -> pages.put(file.path(), page));
          }
        });
    return new SiteWeight(weights, pages);
  }

  /** What a page is made of: its sections, each as it adds to those before it. */
  public List<Part> sections(OutputPath page) {
    OutputFile file = files.get(page);
    if (file == null) {
      return List.of();
    }
    String html = new String(content(file), StandardCharsets.UTF_8);
    return PagePart.sections(html, PageTags.of(html)).stream()
        .map(part -> new Part(part.name(), part.bytes()))
        .toList();
  }

  private static byte[] content(OutputFile file) {
    if (file instanceof OutputFile.Text text) {
      return text.content().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Files.readAllBytes(((OutputFile.Copy) file).from());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Kind kind(OutputPath path) {
    String name = path.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".html")) {
      return Kind.HTML;
    } else if (name.endsWith(".css")) {
      return Kind.CSS;
    } else if (name.endsWith(".js")) {
      return isSearch(path) ? Kind.SEARCH : Kind.JAVASCRIPT;
    } else if (PICTURE.matcher(name).matches()) {
      return Kind.PICTURES;
    }
    return DOWNLOAD.matcher(name).matches() ? Kind.DOWNLOADS : Kind.OTHER;
  }

  private boolean isSearch(OutputPath path) {
    for (Language language : config.languages()) {
      String folder = config.searchPage(language).value().substring(1);
      if (path.value().equals(folder + path.fileName())) {
        return true;
      }
    }
    return false;
  }

  private Optional<PageWeight> page(OutputPath path, String html) {
    List<Tag> tags = PageTags.of(html);
    if (tags.stream().anyMatch(t -> t.name().equals("meta") && t.is("http-equiv", "refresh"))) {
      return Optional.empty(); // nobody reads it
    }
    TreeSet<OutputPath> loads = new TreeSet<>();
    TreeSet<OutputPath> later = new TreeSet<>();
    Optional<String> chosen = Optional.empty();
    for (Tag tag : tags) {
      if (tag.name().equals("picture")) {
        chosen = Optional.empty();
      } else if (tag.name().equals("source") && chosen.isEmpty() && tag.has("srcset")) {
        chosen = candidate(tag.value("srcset"));
      } else if (tag.name().equals("img")) {
        Optional<String> sized = chosen.or(() -> candidate(tag.value("srcset")));
        file(path, sized.orElse(tag.value("src")))
            .ifPresent((tag.is("loading", "lazy") ? later : loads)::add);
        chosen = Optional.empty();
      } else {
        loaded(tag).flatMap(url -> file(path, url)).ifPresent(loads::add);
      }
    }
    later.removeAll(loads);
    List<OutputPath> all = new ArrayList<>(loads);
    all.addAll(later);
    all.sort(OutputPath::compareTo);
    return Optional.of(new PageWeight(all, 1 + loads.size(), content(html)));
  }

  private static Optional<String> loaded(Tag tag) {
    if (tag.name().equals("script") && tag.has("src")) {
      return Optional.of(tag.value("src"));
    }
    String relation = " " + tag.value("rel").toLowerCase(Locale.ROOT) + " ";
    boolean link = relation.contains(" stylesheet ") || relation.contains(" icon ");
    return tag.name().equals("link") && link ? Optional.of(tag.value("href")) : Optional.empty();
  }

  // The narrowest that is wide enough, or the widest.
  private static Optional<String> candidate(String srcset) {
    TreeMap<Integer, String> widths = new TreeMap<>();
    for (String entry : srcset.strip().split(",\\s+")) {
      String[] parts = entry.strip().split("\\s+");
      if (parts.length == 2 && parts[1].matches("[0-9]{1,6}w")) {
        widths.put(Integer.parseInt(parts[1].substring(0, parts[1].length() - 1)), parts[0]);
      }
    }
    if (widths.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<Integer, String> wide = widths.ceilingEntry(WIDTH);
    return Optional.of(wide == null ? widths.lastEntry().getValue() : wide.getValue());
  }

  private Optional<OutputPath> file(OutputPath page, String url) {
    return output
        .resolve(page, url)
        .flatMap(output::ownPath)
        .filter(output::answers)
        .map(output::file)
        .filter(path -> kind(path) != Kind.HTML);
  }

  private static Content content(String page) {
    String html = HASH.matcher(page).replaceAll("$1.");
    int body = Math.max(0, html.indexOf("<body"));
    int start = Math.max(body, html.indexOf("<main"));
    int end = Math.max(start, html.lastIndexOf("</main>"));
    String main = html.substring(start, end);
    String text = NAVIGATION.matcher(main).replaceAll("");
    StringBuilder around = new StringBuilder(html.substring(body, start));
    NAVIGATION.matcher(main).results().forEach(found -> around.append(found.group()));
    around.append(html, end, html.length());
    String words = text.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    return new Content(
        ContentHash.of(words),
        ContentHash.of(text),
        ContentHash.of(around.toString()),
        ContentHash.of(html.substring(0, body)));
  }
}
