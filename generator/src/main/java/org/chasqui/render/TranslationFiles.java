package org.chasqui.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.PageRef;
import org.chasqui.site.SitePath;
import org.chasqui.site.TranslationReport;
import org.chasqui.site.TranslationReport.Change;
import org.chasqui.site.TranslationReport.Counts;
import org.chasqui.site.TranslationReport.Mode;
import org.chasqui.site.TranslationReport.OfLanguage;
import org.chasqui.site.TranslationReport.OfPage;
import org.chasqui.theme.Html;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs and README files take from the status of translations: {@code l10n/status.json},
 * whose fields are documented in the manual for translators, and a badge for each language.
 */
final class TranslationFiles {
  /** The address of the data. */
  static final SitePath STATUS = new SitePath("/l10n/status.json");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int SCHEMA = 1;
  private static final int GOOD = 90;
  private static final int FAIR = 50;

  private TranslationFiles() {}

  /** The address of a language's badge. */
  static SitePath badge(Language language) {
    return new SitePath("/l10n/" + language.tag() + ".svg");
  }

  static List<OutputFile> of(Scene scene) {
    List<OutputFile> files = new ArrayList<>();
    if (TranslationPages.any(scene)) {
      files.add(new OutputFile.Text(STATUS.output(), json(scene)));
      for (OfLanguage language : scene.input().translations().languages()) {
        files.add(new OutputFile.Text(badge(language.language()).output(), svg(language)));
      }
    }
    return files;
  }

  // No date of its own: the same sources give the same bytes.
  private static String json(Scene scene) {
    TranslationReport report = scene.input().translations();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    Map<String, Object> locales = new LinkedHashMap<>();
    for (OfLanguage language : report.languages()) {
      locales.put(language.language().tag(), json(scene, language));
    }
    all.put("source", scene.config().sourceLanguage().tag());
    all.put("locales", locales);
    return JSON.writeValueAsString(all).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, Object> json(Scene scene, OfLanguage language) {
    Map<String, Object> map = counts(language.total());
    map.put("obsolete", language.pages().stream().mapToInt(OfPage::obsolete).sum());
    language.oldestStale().map(LocalDate::toString).ifPresent(day -> map.put("oldestStale", day));
    map.put("translators", TranslationPages.translators(language));
    map.put("pages", language.pages().stream().map(p -> json(scene, language, p)).toList());
    return map;
  }

  private static Map<String, Object> json(Scene scene, OfLanguage language, OfPage page) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", page.name());
    map.put("mode", mode(page.mode()));
    map.put("file", page.file());
    map.putAll(counts(page.counts()));
    map.put("obsolete", page.obsolete());
    page.revised().ifPresent(day -> map.put("revised", day.toString()));
    map.put("changed", page.changes().stream().map(TranslationFiles::json).toList());
    String edit = Edits.url(scene, page.file());
    if (!edit.isEmpty()) {
      map.put("edit", edit);
    }
    page.page()
        .flatMap(id -> scene.site().page(new PageRef(id, language.language())))
        .ifPresent(said -> map.put("preview", said.path().value()));
    return map;
  }

  private static String mode(Mode mode) {
    return switch (mode) {
      case CATALOGUE -> "po";
      case WHOLE_PAGE -> "page";
      case NONE -> "none";
    };
  }

  private static Map<String, Object> counts(Counts counts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("segments", counts.messages());
    map.put("translated", counts.translated());
    map.put("cosmetic", counts.cosmetic());
    map.put("outdated", counts.outdated());
    map.put("suggested", counts.suggested());
    map.put("draft", counts.drafts());
    map.put("untranslated", counts.untranslated());
    map.put("refused", counts.refused());
    map.put("inherited", counts.inherited());
    map.put("percent", counts.percent());
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("total", counts.words());
    words.put("todo", counts.wordsToDo());
    map.put("words", words);
    return map;
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("anchor", change.anchor());
    map.put("old", change.before());
    map.put("new", change.now());
    map.put("cosmetic", change.cosmetic());
    return map;
  }

  // The language's name on the left, how far it is on the right.
  private static String svg(OfLanguage of) {
    String name = of.language().ownName();
    String value = of.total().percent() + "%";
    int left = 12 + name.codePointCount(0, name.length()) * 7;
    int right = 12 + value.length() * 8;
    String colour =
        of.total().percent() >= GOOD
            ? "#2e7d32"
            : of.total().percent() >= FAIR ? "#8a6100" : "#b3261e";
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"20\" role=\"img\""
            + " aria-label=\"%s: %s\"><title>%s: %s</title><rect width=\"%d\" height=\"20\""
            + " fill=\"#444\"/><rect x=\"%d\" width=\"%d\" height=\"20\" fill=\"%s\"/><g"
            + " fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,DejaVu Sans,sans-serif\""
            + " font-size=\"11\"><text x=\"%d\" y=\"14\" textLength=\"%d\">%s</text><text x=\"%d\""
            + " y=\"14\">%s</text></g></svg>\n",
        left + right,
        Html.escape(name).markup(),
        value,
        Html.escape(name).markup(),
        value,
        left,
        left,
        right,
        colour,
        left / 2,
        left - 12,
        Html.escape(name).markup(),
        left + right / 2,
        value);
  }
}
