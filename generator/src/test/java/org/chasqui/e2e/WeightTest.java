package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.chasqui.testing.SiteFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A maintainer asks what the site weighs and what readers who come back fetch; and packs it. */
class WeightTest {
  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Rain
      base_url: https://rain.example.org/below/
      languages: [en, es]
      -- site-content/index.md --
      # Home

      ::: {.note}
      See [about](about.md).
      :::
      -- site-content/about.md --
      # About

      ![Grains](grains.svg)
      -- site-content/grains.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>
      -- lessons/soil/lesson.yaml --
      title: Soil
      -- lessons/soil/01-sand.md --
      # Sand

      ## Wet sand

      It is dark.
      -- lessons/soil/02-clay.md --
      # Clay

      It sticks.
      """;

  @TempDir Path temp;
  private Path site;

  @BeforeEach
  void unpack() throws IOException {
    site = SiteFile.unpack(temp.resolve("site"), SITE);
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = site.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from), file);
    Files.writeString(path, text.replace(from, to));
  }

  private static JsonNode weight(Chasqui.Ran ran) {
    return JsonMapper.shared().readTree(ran.out()).path("weight");
  }

  /** What has to be fetched for a page: each file without its hash, and why. */
  private static Map<String, String> again(JsonNode weight, String page) {
    Map<String, String> why = new TreeMap<>();
    for (JsonNode told : weight.path("again")) {
      if (told.path("page").asString().equals(page)) {
        for (JsonNode file : told.path("files")) {
          String name = file.path("file").asString().replaceAll("\\.[0-9a-f]{8}\\.", ".");
          why.put(name, file.path("why").asString());
        }
      }
    }
    return why;
  }

  @Test
  void bytesAreThoseThatGzipSends() throws IOException {
    JsonNode weight = weight(Chasqui.run(site, "build", "--weight", "--json").expect(0));
    Path output = site.resolve("public");
    JsonNode sand = page(weight, "lessons/soil/sand/index.html");
    int html = gzip(Files.readAllBytes(output.resolve("lessons/soil/sand/index.html")));
    assertEquals(html, sand.path("html").asInt(), 12);
    long rest = sand.path("css").asLong() + sand.path("javascript").asLong();
    long icon = sand.path("pictures").asLong();
    assertEquals(sand.path("bytes").asLong(), sand.path("html").asLong() + rest + icon);
    assertEquals(4, sand.path("requests").asInt(), "page, style sheet, script, icon");
    JsonNode about = page(weight, "about/index.html");
    assertTrue(about.path("pictures").asLong() > icon, about.toString());
    assertTrue(weight.path("pages").path(0).path("largest").size() == 4, "of the heaviest");
    assertTrue(weight.path("pages").toString().contains("{\"name\":\"theme/style."));
    long sum = 0;
    for (JsonNode type : weight.path("types")) {
      sum += type.path("files").asLong();
    }
    long files =
        Tree.files(output).stream()
            .filter(f -> !Tree.name(output, f).matches("weight\\..*|\\.chasqui.*"))
            .count();
    assertEquals(files, sum, "every file is of one type");
    assertTrue(
        weight.path("types").path("search").path("files").asInt() >= 4,
        weight.path("types").toString());
  }

  private static JsonNode page(JsonNode weight, String name) {
    for (JsonNode page : weight.path("pages")) {
      if (page.path("page").asString().equals(name)) {
        return page;
      }
    }
    throw new AssertionError(name + " is not weighed: " + weight.path("pages"));
  }

  private static int gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.size();
  }

  @Test
  void whoComesBackFetchesWhatHasChangedAndIsToldWhy() throws IOException {
    Chasqui.run(site, "build", "--weight").expect(0);
    Path manifest = Files.copy(site.resolve("public/weight.json"), temp.resolve("weight.json"));
    Path folder = temp.resolve("deployed");
    Tree.copy(site.resolve("public"), folder);
    JsonNode none = weight(since(manifest));
    assertTrue(none.path("again").isArray() && none.path("again").isEmpty(), none.toString());
    assertTrue(
        Chasqui.run(site, "build", "--weight-since", folder.toString())
            .expect(0)
            .out()
            .contains("Nothing: every page is as it was deployed last."));

    change("lessons/soil/01-sand.md", "It is dark.", "It is *dark* and heavy.");
    change("lessons/soil/02-clay.md", "It sticks.", "It *sticks*.");
    change("site-content/grains.svg", "M0 0h9v9z", "M0 0h9v8z");
    change("lessons/soil/lesson.yaml", "title: Soil", "title: Soils");
    JsonNode weight = weight(since(manifest));
    assertEquals(weight, weight(since(folder)), "the folder tells what its weight.json tells");
    assertEquals(
        Map.of("lessons/soil/sand/index.html", "text"),
        again(weight, "lessons/soil/sand/index.html"));
    assertEquals(
        Map.of("site-content/grains.svg", "picture").values().toString(),
        again(weight, "about/index.html").values().toString());
    assertEquals(
        "markup",
        again(weight, "lessons/soil/clay/index.html").get("lessons/soil/clay/index.html"));
    assertEquals(Map.of(), again(weight, "404.html"), "it is as before");
  }

  private Chasqui.Ran since(Path place) {
    return Chasqui.run(site, "build", "--json", "--weight-since", place.toString()).expect(0);
  }

  @Test
  void aStyleSheetMakesEveryPageNewOnlyByItsName() throws IOException {
    Chasqui.run(site, "build", "--weight").expect(0);
    Path manifest = Files.copy(site.resolve("public/weight.json"), temp.resolve("weight.json"));
    Tree.copy(Chasqui.ROOT.resolve("themes"), site.resolve("themes"));
    change("themes/chasqui/assets/style.css", "}", "}\n");
    change("themes/chasqui/assets/style.css", "color", "colour");
    JsonNode weight = weight(since(manifest));
    assertEquals(
        Map.of("lessons/soil/sand/index.html", "names", "theme/style.css", "styles"),
        again(weight, "lessons/soil/sand/index.html"));

    change("site-content/site.yaml", "title: Rain", "title: Snow");
    assertEquals(
        "navigation",
        again(weight(since(manifest)), "lessons/soil/sand/index.html")
            .get("lessons/soil/sand/index.html"));
    change("site-content/site.yaml", "title: Snow", "title: Rain");
    Files.writeString(site.resolve("lessons/soil/03-silt.md"), "# Silt\n");
    assertEquals(
        "new-page",
        again(weight(since(manifest)), "lessons/soil/silt/index.html")
            .get("lessons/soil/silt/index.html"));
  }

  @Test
  void thePageSaysItInTheMaintainersLanguageAndTwiceTheSame() throws IOException {
    Chasqui.run(site, "build", "--weight").expect(0);
    Path deployed = Files.copy(site.resolve("public/weight.json"), temp.resolve("weight.json"));
    change("lessons/soil/01-sand.md", "It is dark.", "It is black.");
    String[] call = {"build", "--lang", "es", "--weight-since", deployed.toString()};
    String said = Chasqui.run(site, call).expect(0).out();
    Path file = site.resolve("public/weight.html");
    String html = Files.readString(file);
    Chasqui.run(site, call).expect(0);
    assertEquals(html, Files.readString(file));
    Document page = Jsoup.parse(html);
    assertEquals("es", page.select("html").attr("lang"));
    assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
    assertFalse(page.text().contains("changed"), page.text());
    assertTrue(page.text().contains("su texto ha cambiado"), page.text());
    assertTrue(said.contains("su texto ha cambiado"), said);
    for (Element link : page.select("td a")) {
      Path target = site.resolve("public").resolve(link.attr("href") + "index.html").normalize();
      boolean other = link.attr("href").endsWith(".html");
      assertTrue(other || Files.exists(target), link.attr("href"));
    }
  }

  @Test
  void whatIsNoDeploymentIsRefusedAndNothingIsWritten() throws IOException {
    Path empty = Files.createDirectories(temp.resolve("empty"));
    Path other =
        Files.writeString(temp.resolve("other.json"), "{\"schema\":1,\"files\":{\"a\":[]}}");
    for (Path place : List.of(empty, other, temp.resolve("none"))) {
      Chasqui.Ran ran = Chasqui.run(site, "build", "--weight-since", place.toString()).expect(2);
      assertTrue(ran.err().contains("is no folder with a finished site"), ran.err());
      assertFalse(Files.exists(site.resolve("public")));
    }
  }

  @Test
  void theWholeSiteInAnArchiveNamesAFileInEveryLink() throws IOException {
    Path zip = temp.resolve("rain.zip");
    String said = Chasqui.run(site, "build", "--zip", zip.toString()).expect(0).out();
    assertTrue(said.contains("pages into " + zip + ": "), said);
    byte[] first = Files.readAllBytes(zip);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    List<String> dead = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          if (name.endsWith(".html")) {
            dead.addAll(dead(name, Jsoup.parse(text), files));
          }
        });
    assertEquals(List.of(), dead);
    assertTrue(files.containsKey("rain/es/search/index.js"), files.keySet().toString());
    assertTrue(files.containsKey("rain/lessons/soil/sand/index.html"));
    assertTrue(
        files.keySet().stream()
            .noneMatch(name -> name.matches(".*(\\.zip|\\.epub|sw\\.js|\\.xml)")),
        files.keySet().toString());
    Chasqui.run(site, "build", "--zip", zip.toString()).expect(0);
    assertTrue(java.util.Arrays.equals(first, Files.readAllBytes(zip)), "the same bytes twice");
  }

  private static List<String> dead(String name, Document page, Map<String, String> files) {
    List<String> dead = new ArrayList<>();
    for (String attribute : List.of("href", "src", "action")) {
      for (String url : page.select("[" + attribute + "]").eachAttr(attribute)) {
        Path target = Path.of(name).resolveSibling(url.replaceFirst("[#?].*", "")).normalize();
        boolean web = url.startsWith("https:") || url.startsWith("#");
        if (!web && !files.containsKey(target.toString())) {
          dead.add(name + " -> " + url);
        }
      }
    }
    return dead;
  }
}
