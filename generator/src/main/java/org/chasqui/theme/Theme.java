package org.chasqui.theme;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A theme: a folder of Freemarker templates, files that go into the site, and the words of the
 * interface. Read once, then immutable; safe for many threads.
 *
 * <pre>
 * themes/chasqui/
 *   theme.yaml              only of a theme that stands on another: parent: NAME
 *   post.ftlh …             a template for each kind of page, and what they share
 *   shortcodes/figure.ftlh  a template for each shortcode
 *   assets/style.css …      published under a name that has a hash of the content in it
 *   ui.pot                  the words, in English
 * </pre>
 */
public final class Theme {
  private static final String SHORTCODES = "shortcodes/";
  private static final String ASSETS = "assets/";
  private static final String SUFFIX = ".ftlh";
  private static final Pattern PARENT = Pattern.compile("(?m)^parent[ \\t]*:[ \\t]*([\\w-]+)");
  private static final Pattern ID = Pattern.compile("(?m)^msgctxt \"[^\"]*\"");

  private final Path folder;
  private final SortedMap<String, SourceFile> templates;
  private final SortedMap<String, Path> assets;
  private final SourceFile uiTemplate;
  private final Configuration freemarker;
  private final TemplateParts parts;

  private Theme(Path folder, Optional<Theme> parent) throws IOException {
    this.folder = folder;
    this.templates = new TreeMap<>(parent.map(p -> p.templates).orElseGet(TreeMap::new));
    this.assets = new TreeMap<>(parent.map(p -> p.assets).orElseGet(TreeMap::new));
    for (Path file : files(folder, SUFFIX)) {
      SourceFile template = read(file);
      templates.put(relative(file), template);
    }
    Path published = folder.resolve("assets");
    for (Path file : Files.isDirectory(published) ? files(published, "") : List.<Path>of()) {
      assets.put(relative(file).substring(ASSETS.length()), file);
    }
    this.uiTemplate = words(parent);
    this.freemarker = configure();
    this.parts = new TemplateParts(templates);
  }

  /**
   * Reads a theme that stands by itself.
   *
   * @throws RunStopped.Usage if there is no theme there
   */
  public static Theme open(Path folder) {
    return open(folder, Optional.empty());
  }

  /**
   * Reads a theme that may stand on another one: what it does not have itself, its parent has.
   *
   * @param parent the theme whose name {@link #parentOf} gives
   * @throws RunStopped.Usage if there is no theme there
   */
  public static Theme open(Path folder, Optional<Theme> parent) {
    if (parent.isEmpty() && !Files.isRegularFile(folder.resolve("ui.pot"))) {
      throw new RunStopped.Usage(
          "There is no theme in " + folder + ": a theme has templates (*.ftlh) and a file ui.pot.");
    }
    try {
      return new Theme(folder, parent);
    } catch (IOException e) {
      throw new RunStopped.Environment("The theme in " + folder + " cannot be read.", e);
    }
  }

  /**
   * Fills a template.
   *
   * @param template its name without extension: {@code post}
   * @param model what it may use, by name: view records, strings, numbers, booleans, lists, maps
   * @param phrases the words, for {@code t}, {@code n}, {@code number} and {@code joined}
   * @throws ThemeProblem if the template is missing or wrong
   */
  public String render(String template, Map<String, ?> model, Phrases phrases) {
    return fill(template + SUFFIX, model, phrases);
  }

  /** Likewise the template of a shortcode, or nothing if the theme does not know the shortcode. */
  public Optional<String> shortcode(String name, Map<String, ?> model, Phrases phrases) {
    String template = SHORTCODES + name + SUFFIX;
    return templates.containsKey(template)
        ? Optional.of(fill(template, model, phrases).strip())
        : Optional.empty();
  }

  /** The names of all shortcodes that it knows. */
  public SortedSet<String> shortcodes() {
    SortedSet<String> names = new TreeSet<>();
    for (String template : templates.keySet()) {
      if (template.startsWith(SHORTCODES)) {
        names.add(template.substring(SHORTCODES.length(), template.length() - SUFFIX.length()));
      }
    }
    return names;
  }

  /**
   * The paths of the files that are nothing but templates, as messages name them: {@code
   * themes/chasqui/post.ftlh}.
   */
  public SortedSet<String> templatePaths() {
    SortedSet<String> paths = new TreeSet<>();
    templates.forEach(
        (name, file) -> {
          if (!name.startsWith(ASSETS)) {
            paths.add(file.path());
          }
        });
    return paths;
  }

  /** What tells its templates by their names, and those of shortcodes as a whole, from others. */
  public String digest() {
    Set<String> everywhere = new TreeSet<>();
    shortcodes().forEach(name -> everywhere.add(SHORTCODES + name));
    return String.join(" ", templates.keySet()) + " " + digest(everywhere);
  }

  /**
   * What tells some templates, with all that they include and import, from every other state of
   * them.
   *
   * @param names without extension; of those that it does not have only this counts
   */
  public String digest(Collection<String> names) {
    return parts.digest(names.stream().map(name -> name + SUFFIX).toList());
  }

  /** Whether it has a template of this name. */
  public boolean has(String template) {
    return templates.containsKey(template + SUFFIX);
  }

  /**
   * The name of the theme that a theme stands on, where its {@code theme.yaml} says {@code parent:
   * NAME}.
   */
  public static Optional<SourceSpan> parentOf(Path folder) {
    Path settings = folder.resolve("theme.yaml");
    if (!Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    try {
      String path = "themes/" + folder.getFileName() + "/theme.yaml";
      SourceFile file = new SourceFile(path, Files.readString(settings, StandardCharsets.UTF_8));
      Matcher parent = PARENT.matcher(file.text());
      return parent.find()
          ? Optional.of(file.span(parent.start(1), parent.end(1)))
          : Optional.empty();
    } catch (IOException e) {
      throw new RunStopped.Environment("The theme in " + folder + " cannot be read.", e);
    }
  }

  // Its own words first; of its parent's those whose ids it does not use again.
  private SourceFile words(Optional<Theme> parent) throws IOException {
    Path own = folder.resolve("ui.pot");
    if (parent.isEmpty()) {
      return read(own);
    }
    if (!Files.isRegularFile(own)) {
      return parent.get().uiTemplate();
    }
    SourceFile file = read(own);
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(file.text());
    while (id.find()) {
      ids.add(id.group());
    }
    StringBuilder all = new StringBuilder(file.text().strip()).append("\n");
    for (String entry : parent.get().uiTemplate().text().split("\n{2,}")) {
      Matcher named = ID.matcher(entry);
      if (named.find() && !ids.contains(named.group())) {
        all.append("\n").append(entry.strip()).append("\n");
      }
    }
    return new SourceFile(file.path(), all.toString());
  }

  /** The files that it publishes, sorted by their names. */
  public List<Path> assets() {
    return List.copyOf(assets.values());
  }

  /** The name of such a file below the theme's {@code assets}: {@code style.css}. */
  public String assetName(Path asset) {
    return assets.entrySet().stream()
        .filter(entry -> entry.getValue().equals(asset))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The words of the interface: a message template whose contexts are the ids. */
  public SourceFile uiTemplate() {
    return uiTemplate;
  }

  private Configuration configure() {
    StringTemplateLoader loader = new StringTemplateLoader();
    templates.forEach((name, file) -> loader.putTemplate(name, file.text()));
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader);
    configuration.setLocalizedLookup(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setObjectWrapper(new ThemeWrapper());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return configuration;
  }

  private String fill(String template, Map<String, ?> model, Phrases phrases) {
    Map<String, Object> root = new HashMap<>(model);
    PhraseFunctions functions = new PhraseFunctions(phrases);
    root.put("t", functions.text());
    root.put("n", functions.plural());
    root.put("number", functions.number());
    root.put("joined", functions.joined());
    Filled out = new Filled();
    try {
      freemarker.getTemplate(template).process(root, out);
    } catch (TemplateNotFoundException e) {
      SourceSpan place = new SourceFile(path(template), "").top();
      throw new ThemeProblem.Missing(place, "The theme has no template " + template + ".", e);
    } catch (ParseException e) {
      SourceSpan place = place(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber());
      throw new ThemeProblem.Syntax(place, oneSentence(e.getEditorMessage()), e);
    } catch (TemplateException e) {
      int line = orFirst(e.getLineNumber());
      SourceSpan place = place(e.getTemplateSourceName(), line, orFirst(e.getColumnNumber()));
      throw new ThemeProblem.Evaluation(place, oneSentence(e.getMessageWithoutStackTop()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Whether pages look the same in both, as far as that is in their templates and words. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Theme that
        && folder.equals(that.folder)
        && templates.equals(that.templates)
        && assets.equals(that.assets)
        && uiTemplate.equals(that.uiTemplate);
  }

  @Override
  public int hashCode() {
    return folder.hashCode();
  }

  private static int orFirst(Integer number) {
    return number == null ? 1 : number;
  }

  private SourceSpan place(String template, int line, int column) {
    SourceFile file = templates.get(template == null ? "" : template);
    if (file == null) {
      return new SourceFile(path(template == null ? "" : template), "").top();
    }
    int start = file.lineStart(line);
    int at = Math.min(start + Math.max(0, column - 1), file.text().length());
    return file.span(at, at);
  }

  // Freemarker's messages go on for paragraphs of advice; the first says what is wrong.
  private static String oneSentence(String message) {
    String first = message.strip().split("\\R\\R|\\R----|\\RTip:", 2)[0];
    return first.replaceAll("\\s+", " ").strip();
  }

  private String path(String name) {
    return "themes/" + folder.getFileName() + "/" + name;
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private SourceFile read(Path file) throws IOException {
    return new SourceFile(path(relative(file)), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }
}
