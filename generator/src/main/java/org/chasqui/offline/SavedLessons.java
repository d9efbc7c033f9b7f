package org.chasqui.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.ContentHash;
import org.chasqui.site.ImageFile;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Parallel;
import org.chasqui.site.SentBytes;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser must fetch to keep a lesson: {@code offline.json} beside the home page of each
 * lesson in each language. The script of the lesson's page reads it when somebody asks to save the
 * lesson, and again to tell what a saved one would have to fetch to be as new as the site.
 *
 * <p>{@code bytes} are those that come over the network: of texts compressed, as every host sends
 * them. Of a picture in several sizes one is fetched, {@code also} are the others that it stands
 * for.
 */
public final class SavedLessons {
  // A phone's width twice over: sharp enough, and a quarter of what a laptop is sent.
  private static final int WIDTH = 720;

  private final FinishedFiles files;
  private final Map<SitePath, ImageFile> images;

  private SavedLessons(FinishedFiles files, Map<SitePath, ImageFile> images) {
    this.files = files;
    this.images = images;
  }

  /**
   * The list of a lesson.
   *
   * @param file the list, at its address
   * @param bytes how many bytes saving the lesson takes
   */
  public record Saved(OutputFile.Text file, long bytes) {}

  /**
   * The lists of all lessons of a site.
   *
   * @param finished every finished file
   * @param images what is known of pictures, by address
   */
  public static List<Saved> of(
      Site site, List<OutputFile> finished, Map<SitePath, ImageFile> images) {
    if (!site.config().arrangement().offline()) {
      return List.of();
    }
    FinishedFiles files = new FinishedFiles(site, finished);
    List<LessonHome> homes = new ArrayList<>();
    for (Language language : site.config().languages()) {
      homes.addAll(site.pages(LessonHome.class, language));
    }
    return Parallel.map(
        homes.stream().filter(home -> files.page(home.path()).isPresent()).toList(),
        home -> new SavedLessons(files, images).list(home));
  }

  private Saved list(LessonHome home) {
    LessonFiles lesson = LessonFiles.of(home, files.site(), files);
    SitePath address = home.savedList();
    SortedMap<SitePath, OutputFile> all = new TreeMap<>();
    lesson
        .pages()
        .forEach(
            (path, page) -> {
              // It holds all the others once more.
              if (!path.equals(home.path().resolve("all/"))) {
                all.put(path, page);
                all.putAll(files.loaded(path, page.content()));
              }
            });
    List<Map<String, Object>> entries = new ArrayList<>();
    all.forEach((path, file) -> entries.add(entry(address, path, file)));
    long bytes = entries.stream().mapToLong(entry -> (Long) entry.get("bytes")).sum();
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("schema", 1);
    list.put("title", home.header().title().value());
    list.put("language", home.language().tag());
    list.put("bytes", bytes);
    list.put("files", entries);
    String json = JsonMapper.shared().writeValueAsString(list) + "\n";
    return new Saved(new OutputFile.Text(address.output(), json), bytes);
  }

  private Map<String, Object> entry(SitePath list, SitePath path, OutputFile file) {
    Optional<ImageFile> image = Optional.ofNullable(images.get(path));
    Optional<ImageFile.Size> chosen = image.flatMap(SavedLessons::chosen);
    byte[] content = chosen.map(size -> read(size.file())).orElseGet(() -> content(file));
    Map<String, Object> entry = new LinkedHashMap<>();
    SitePath fetched = chosen.map(ImageFile.Size::path).orElse(path);
    entry.put("url", relative(list, fetched));
    entry.put("bytes", (long) SentBytes.of(file.path().value(), content));
    entry.put("hash", ContentHash.of(content));
    List<String> also = new ArrayList<>();
    if (chosen.isPresent()) {
      also.add(relative(list, path));
      image.orElseThrow().copies().stream()
          .filter(size -> !size.path().equals(fetched))
          .forEach(size -> also.add(relative(list, size.path())));
    }
    if (!also.isEmpty()) {
      entry.put("also", also);
    }
    return entry;
  }

  // The narrowest that is sharp on a phone.
  private static Optional<ImageFile.Size> chosen(ImageFile image) {
    List<ImageFile.Size> copies = image.webP().isEmpty() ? image.sizes() : image.webP();
    return copies.stream()
        .filter(size -> size.width() >= WIDTH)
        .findFirst()
        .or(() -> image.webP().stream().reduce((first, last) -> last));
  }

  private static String relative(SitePath from, SitePath to) {
    String target = to.value().endsWith("/") ? to.value() + "index.html" : to.value();
    String path = Links.relative(from.value().substring(1), target.substring(1));
    return to.value().endsWith("/")
        ? "./" + path.substring(0, path.length() - "index.html".length())
        : path;
  }

  private static byte[] content(OutputFile file) {
    return file instanceof OutputFile.Text text
        ? text.content().getBytes(StandardCharsets.UTF_8)
        : read(((OutputFile.Copy) file).from());
  }

  private static byte[] read(java.nio.file.Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
