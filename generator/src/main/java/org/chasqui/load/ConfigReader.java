package org.chasqui.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Language;
import org.chasqui.site.SiteConfig;
import org.chasqui.site.Text;

/** Reads {@code site.yaml}. */
final class ConfigReader {
  /** Where it lies below the site's folder. */
  static final String PATH = "site-content/site.yaml";

  private static final URI NOWHERE = URI.create("http://localhost:8000/");
  private static final String HELP = "The keys of site.yaml are described in the manual.";

  private final SourceFile file;
  private final Diagnostics diagnostics;

  private ConfigReader(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads it.
   *
   * @throws RunStopped.Usage if it is not there
   */
  static SiteConfig read(Path siteFolder, Diagnostics diagnostics) {
    Path path = siteFolder.resolve(PATH);
    if (!Files.isRegularFile(path)) {
      throw new RunStopped.Usage(
          "There is no "
              + PATH
              + " below "
              + siteFolder
              + ". Give the folder of a site with --site DIR, or make that file with two lines:"
              + " 'title: My site' and 'languages: [en]'.");
    }
    SourceFile file = DocReader.withUnixLines(SourceTree.read(siteFolder, path, diagnostics));
    return new ConfigReader(file, diagnostics).config(siteFolder);
  }

  private SiteConfig config(Path siteFolder) {
    Mapping mapping = Nodes.record(file, diagnostics);
    LocaleReader locales =
        new LocaleReader(
            siteFolder, languages(Fields.of(mapping, Language.ENGLISH, diagnostics)), diagnostics);
    List<Language> languages = locales.languages();
    Fields fields = Fields.of(mapping, languages.get(0), diagnostics);
    fields.reportUnknown(Key.SITE, HELP);
    Text nameless = new Text("", languages.get(0), file.top());
    return new SiteConfig(
        file,
        fields.text(Key.TITLE).orElseGet(() -> untitled(nameless)),
        fields.text(Key.DESCRIPTION).orElse(nameless),
        baseUrl(fields),
        languages,
        PageReader.zone(fields.word(Key.TIME_ZONE), ZoneOffset.UTC, diagnostics),
        new MenuReader(fields, languages).menu(),
        externalPaths(fields),
        new LookReader(fields).theme(),
        fields.string(Key.EDIT_URL),
        new ArrangementReader(languages, locales.fallbacks(), diagnostics).read(fields));
  }

  private Text untitled(Text nameless) {
    diagnostics.add(
        Diagnostic.warning("front-matter-missing", file.top(), "The site has no title.")
            .help("Write 'title: …' into site.yaml."));
    return nameless;
  }

  private List<Language> languages(Fields fields) {
    List<Language> languages = new ArrayList<>();
    for (Scalar word : fields.words(Key.LANGUAGES)) {
      Optional<Language> language = Languages.parse(word.text());
      if (language.isEmpty()) {
        diagnostics.add(
            Diagnostic.error(
                    "language-unknown", word.span(), "'" + word.text() + "' is no language tag.")
                .help("Write tags like 'en', 'es' or 'pt-BR'."));
      }
      language.filter(found -> !languages.contains(found)).ifPresent(languages::add);
    }
    return languages.isEmpty() ? List.of(Language.ENGLISH) : languages;
  }

  private URI baseUrl(Fields fields) {
    Optional<Scalar> word = fields.word(Key.BASE_URL);
    if (word.isEmpty()) {
      return NOWHERE;
    }
    String written = word.get().text().strip();
    try {
      URI uri = new URI(written.endsWith("/") ? written : written + "/");
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // reported below, like every other text that is no address
    }
    diagnostics.add(
        Diagnostic.error(
                "base-url-invalid",
                word.get().span(),
                "The site cannot be served at '" + written + "'.")
            .help("Write the whole address of its home page, like https://example.org/site/."));
    return NOWHERE;
  }

  private static List<String> externalPaths(Fields fields) {
    Optional<Fields> links = fields.group(Key.EXTERNAL);
    links.ifPresent(group -> group.reportUnknown(Key.SITE_LINKS, HELP));
    return links
        .map(group -> group.words(Key.EXTERNAL_PATHS).stream().map(w -> w.text().strip()).toList())
        .orElse(List.of());
  }
}
