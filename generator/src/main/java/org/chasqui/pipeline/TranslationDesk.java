package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;
import org.chasqui.gettext.PoHeader;
import org.chasqui.localize.Desk;
import org.chasqui.proofread.Proofreader;
import org.chasqui.site.Language;
import org.jspecify.annotations.Nullable;

/**
 * The desk at which a translator works in a browser. What it says is made of maps, lists, texts and
 * numbers, ready to be written as JSON. Safe for several threads.
 */
public final class TranslationDesk {
  private static final PoEntry HEADER =
      PoEntry.header(new PoHeader(List.of("Content-Type: text/plain; charset=UTF-8")), List.of());

  private final Supplier<BuildRequest> requests;
  private @Nullable TranslationRun run;

  /** A desk of the site that a request names; asked anew whenever sources have changed. */
  public TranslationDesk(Supplier<BuildRequest> requests) {
    this.requests = requests;
  }

  /**
   * Says that sources have changed. Catalogues that are what this desk wrote, or that changed
   * alone, cost no more than reading them.
   *
   * @param changed the files
   */
  public synchronized void refresh(Set<Path> changed) {
    Path folder = requests.get().siteFolder().toAbsolutePath().normalize();
    for (Path file : changed) {
      Path path = file.toAbsolutePath().normalize();
      boolean catalogue =
          path.startsWith(folder.resolve("locales")) && path.toString().endsWith(".po");
      TranslationRun now = run;
      run =
          catalogue && now != null
              ? now.reread(folder.relativize(path).toString().replace('\\', '/')).orElse(null)
              : null;
    }
  }

  private synchronized TranslationRun run() {
    TranslationRun now = run;
    if (now == null) {
      now = new TranslationRun(requests.get(), new Diagnostics(), step -> {});
      run = now;
    }
    return now;
  }

  /** The languages that can be translated to. */
  public List<Language> languages() {
    return run().targets();
  }

  /** The language that authors write in. */
  public Language source() {
    return run().source();
  }

  /** Everything there is to translate: name, title, how many messages, how many to do. */
  public List<Map<String, Object>> sheets(Language language) {
    Map<String, TranslationRun.Count> counts = new LinkedHashMap<>();
    run().status().stream()
        .filter(status -> status.language().equals(language))
        .flatMap(status -> status.catalogues().stream())
        .forEach(count -> counts.put(count.name(), count));
    List<Map<String, Object>> sheets = new ArrayList<>();
    for (Desk.Sheet sheet : run().desk().sheets(language)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", sheet.name());
      row.put("title", sheet.title());
      TranslationRun.Count count = counts.get(sheet.name());
      row.put("messages", count == null ? 0 : count.messages());
      row.put("translated", count == null ? 0 : count.translated());
      sheets.add(row);
    }
    return sheets;
  }

  /** One sheet with all its messages; nothing if there is none of that name. */
  public Optional<Map<String, Object>> sheet(Language language, String name) {
    Desk desk = run().desk();
    Proofreader proofreader = run().proofreader();
    return desk.sheet(language, name)
        .map(
            sheet -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("name", sheet.name());
              map.put("title", sheet.title());
              map.put("preview", sheet.preview().orElse(""));
              map.put("broken", desk.isBroken(language, name));
              map.put(
                  "entries",
                  desk.rows(language, name).stream()
                      .map(row -> row(row, language, proofreader))
                      .toList());
              return map;
            });
  }

  private static Map<String, Object> row(Desk.Row row, Language language, Proofreader proofreader) {
    PoEntry entry = row.entry();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("context", entry.key().context().orElse(""));
    map.put("id", entry.id());
    map.put("plural", entry.plural().orElse(""));
    map.put("translations", entry.translations());
    map.put("state", row.state());
    map.put("previous", entry.previous().map(previous -> previous.key().id()).orElse(""));
    map.put("comments", entry.comments());
    map.put("about", entry.extracted());
    map.put("terms", proofreader.terms(language, entry.id()));
    map.put(
        "suggestions",
        row.suggestions().stream()
            .map(s -> Map.of("source", s.source(), "text", s.translation(), "percent", s.percent()))
            .toList());
    map.put("problems", problems(language, entry, proofreader));
    return map;
  }

  private static List<Map<String, Object>> problems(
      Language language, PoEntry entry, Proofreader proofreader) {
    // Read as it would stand in a file, so that each remark has its place.
    PoEntry alone = entry.withState(false, Optional.empty());
    String text = PoFile.of(List.of(HEADER, alone)).text();
    PoFile file = PoFile.parse(new SourceFile("desk.po", text), problem -> {});
    return proofreader.check(List.of(new Proofreader.Catalogue(language, file))).stream()
        .map(TranslationDesk::problem)
        .toList();
  }

  private static Map<String, Object> problem(Diagnostic diagnostic) {
    return Map.of(
        "severity", diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT),
        "code", diagnostic.code(),
        "message", diagnostic.message());
  }

  /**
   * A message and a translation that somebody types.
   *
   * @param language the language
   * @param sheet the name of the sheet
   * @param context the message's context; empty if it has none
   * @param id the message
   * @param translations one for each form
   */
  public record Draft(
      Language language, String sheet, String context, String id, List<String> translations) {
    /** Copies, so that nobody can change it. */
    public Draft {
      translations = List.copyOf(translations);
    }

    private PoEntry.Key key() {
      return new PoEntry.Key(Optional.of(context).filter(c -> !c.isEmpty()), id);
    }
  }

  /** What a careful reader would say about a draft; nothing if the message is not there. */
  public Optional<List<Map<String, Object>>> check(Draft draft) {
    return run()
        .desk()
        .change(draft.language, draft.sheet, draft.key(), draft.translations)
        .map(change -> problems(draft.language, change.entry(), run().proofreader()));
  }

  /** Whether the catalogue of a sheet is there but cannot be read, so that nothing is written. */
  public synchronized boolean isBroken(Language language, String sheet) {
    return run().desk().isBroken(language, sheet);
  }

  /** What a message is translated as now; nothing if it is not there any more. */
  public synchronized Optional<List<String>> now(Draft draft) {
    return run().desk().rows(draft.language, draft.sheet).stream()
        .map(Desk.Row::entry)
        .filter(entry -> entry.key().equals(draft.key()))
        .map(PoEntry::translations)
        .findFirst();
  }

  /**
   * Writes a translation into its catalogue.
   *
   * @param draft what to write
   * @param before what the translator saw before
   * @return the message as it is now; nothing if somebody else has changed it meanwhile, it is not
   *     there any more, or the catalogue cannot be read: then nothing is written
   */
  public synchronized Optional<Map<String, Object>> save(Draft draft, List<String> before) {
    Optional<String> path = run().desk().path(draft.language, draft.sheet);
    run = path.flatMap(run()::reread).orElse(null);
    Desk desk = run().desk();
    boolean same =
        desk.rows(draft.language, draft.sheet).stream()
            .filter(row -> row.entry().key().equals(draft.key()))
            .anyMatch(row -> row.entry().translations().equals(before));
    Optional<Desk.Change> change =
        same
            ? desk.change(draft.language, draft.sheet, draft.key(), draft.translations)
            : Optional.empty();
    return change.map(
        c -> {
          run().write(Map.of(c.path(), c.text()));
          run = run().reread(c.path()).orElse(null);
          boolean done = c.entry().translated();
          return row(
              new Desk.Row(c.entry(), done ? "translated" : "untranslated", List.of()),
              draft.language,
              run().proofreader());
        });
  }
}
