package org.chasqui.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.site.Episode;
import org.chasqui.site.Hub;
import org.chasqui.site.HubEdition;
import org.chasqui.site.HubPage;
import org.chasqui.site.Language;
import org.chasqui.site.LaunchLink;
import org.chasqui.site.LessonHome;
import org.chasqui.site.NotebookFile;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code hubs.json}: what the page of all hubs tells, for programs. Its shape is described in
 * {@code docs/hub-keepers.md}; keys are added, never taken away while {@code schema} is 1.
 */
final class HubsFile {
  /** Where it is. */
  static final SitePath PATH = new SitePath("/hubs.json");

  private static final int SCHEMA = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Scene scene;
  private final HubViews views;

  private HubsFile(Scene scene) {
    this.scene = scene;
    this.views =
        new HubViews(new PageContext(scene, scene.config().sourceLanguage(), SitePath.ROOT));
  }

  static OutputFile of(Scene scene) {
    HubsFile file = new HubsFile(scene);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    all.put("site", scene.config().absolute(SitePath.ROOT));
    all.put(
        "hubs",
        file.views.pages().stream()
            .sorted(java.util.Comparator.comparing(page -> page.hub().id()))
            .map(file::hub)
            .toList());
    String text = JSON.writeValueAsString(all).replace("\r\n", "\n") + "\n";
    return new OutputFile.Text(PATH.output(), text);
  }

  private Map<String, @Nullable Object> hub(HubPage page) {
    Hub hub = page.hub();
    Optional<HubEdition> edition = views.edition(hub);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("id", hub.id());
    facts.put("name", hub.name());
    facts.put("page", scene.config().absolute(page.path()));
    facts.put("status", word(hub.status()));
    facts.put("kind", word(hub.delivery().kind()));
    facts.put("address", hub.address().orElse(null));
    facts.put("repository", LaunchLink.repository(hub).orElse(null));
    facts.put("branch", hub.branch());
    facts.put("folder", hub.folder());
    facts.put("target", hub.target());
    facts.put("variant", word(hub.style().variant()));
    facts.put("languages", hub.languages().stream().map(Language::tag).toList());
    facts.put("publication", edition.map(HubEdition::publication).orElse(null));
    facts.put("commit", edition.map(HubEdition::commit).orElse(null));
    facts.put("source", edition.flatMap(HubEdition::source).orElse(null));
    facts.put("since", edition.map(known -> known.since().toString()).orElse(null));
    facts.put("lessons", lessons(hub, edition));
    return facts;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Map<String, @Nullable Object>> lessons(Hub hub, Optional<HubEdition> edition) {
    List<Map<String, @Nullable Object>> lessons = new ArrayList<>();
    for (LessonHome home : scene.site().pages(LessonHome.class, scene.config().sourceLanguage())) {
      if (!hub.wants(home.lesson().name())) {
        continue;
      }
      Map<Language, HubEdition.Lesson> there = views.there(hub, home, edition);
      for (Language language : hub.languages()) {
        List<Map<String, @Nullable Object>> notebooks = notebooks(hub, home, language);
        if (!notebooks.isEmpty()) {
          lessons.add(lesson(home, language, there.get(language), notebooks));
        }
      }
    }
    return lessons;
  }

  private static Map<String, @Nullable Object> lesson(
      LessonHome home,
      Language language,
      HubEdition.@Nullable Lesson there,
      List<Map<String, @Nullable Object>> notebooks) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("lesson", home.lesson().name());
    facts.put("language", language.tag());
    facts.put("publication", there == null ? null : there.publication());
    facts.put("since", there == null ? null : there.since().toString());
    facts.put("notebooks", notebooks);
    return facts;
  }

  private List<Map<String, @Nullable Object>> notebooks(
      Hub hub, LessonHome home, Language language) {
    List<Map<String, @Nullable Object>> notebooks = new ArrayList<>();
    for (Episode episode : scene.site().episodes(home.lesson(), language)) {
      if (scene.notebook(episode).isPresent()) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("path", NotebookFile.pathOf(episode).value());
        facts.put("page", scene.config().absolute(episode.path()));
        facts.put("download", scene.config().absolute(Scene.download(episode)));
        facts.put("open", LaunchLink.of(hub, NotebookFile.pathOf(episode)).orElse(null));
        notebooks.add(facts);
      }
    }
    return notebooks;
  }
}
