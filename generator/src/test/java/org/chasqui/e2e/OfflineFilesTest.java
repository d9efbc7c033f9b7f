package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers are told to keep. */
class OfflineFilesTest {
  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Rain
      base_url: https://rain.example.org/below/
      languages: [en, es]
      -- site-content/index.md --
      # Home
      -- lessons/soil/lesson.yaml --
      title: Soil
      -- lessons/soil/episodes/01-sand.md --
      # Sand

      ![Grains](dunes.png)

      [Data](grains.csv)
      -- lessons/soil/episodes/grains.csv --
      a,b
      """;

  @TempDir Path temp;

  private Path site() throws IOException {
    Path site = SiteFile.unpack(temp.resolve("site"), SITE);
    BufferedImage image = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
    Random grains = new Random(7);
    for (int x = 0; x < 1600; x++) {
      for (int y = 0; y < 900; y++) {
        image.setRGB(x, y, (x / 40 * 4 + y / 40 * 7 + grains.nextInt(3)) & 0xff);
      }
    }
    ImageIO.write(image, "png", site.resolve("lessons/soil/episodes/dunes.png").toFile());
    return site;
  }

  private static JsonNode list(Path site) throws IOException {
    Path file = site.resolve("public/lessons/soil/offline.json");
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  @Test
  void aLessonIsSavedWithWhatItsPagesShowAndOfEachPictureOneSize() throws IOException {
    Path site = site();
    Chasqui.run(site, "build").expect(0);
    JsonNode list = list(site);
    assertEquals("Soil", list.get("title").asString());
    List<String> urls = new ArrayList<>();
    long bytes = 0;
    for (JsonNode file : list.get("files")) {
      String url = file.get("url").asString();
      urls.add(url.replaceAll("\\.[0-9a-f]{8}\\.", "."));
      bytes += file.get("bytes").asLong();
      List<String> all = new ArrayList<>(List.of(url));
      if (file.has("also")) {
        file.get("also").forEach(other -> all.add(other.asString()));
        assertEquals(
            Files.size(site.resolve("public/lessons/soil").resolve(url)),
            file.get("bytes").asLong());
        assertTrue(all.stream().anyMatch(u -> u.endsWith("dunes.png")), all.toString());
      }
      for (String each : all) {
        Path target = site.resolve("public/lessons/soil").resolve(each).normalize();
        assertTrue(Files.exists(target), target + " is there");
      }
    }
    assertEquals(list.get("bytes").asLong(), bytes);
    assertTrue(
        urls.containsAll(List.of("./", "./sand/", "../../theme/style.css")), urls.toString());
    assertTrue(
        urls.stream().noneMatch(u -> u.contains("all/") || u.endsWith("csv") || u.contains("feed")),
        urls.toString());
    assertEquals(1, urls.stream().filter(u -> u.contains("dunes")).count(), urls.toString());
  }

  @Test
  void onlyWhatHasChangedIsToldToHaveChanged() throws IOException {
    Path site = site();
    Chasqui.run(site, "build").expect(0);
    String worker = Files.readString(site.resolve("public/sw.js"));
    JsonNode before = list(site);
    Path episode = site.resolve("lessons/soil/episodes/01-sand.md");
    Files.writeString(episode, Files.readString(episode) + "\nWet sand is dark.\n");
    Chasqui.run(site, "build").expect(0);
    assertEquals(worker, Files.readString(site.resolve("public/sw.js")), "the worker is the same");
    List<String> changed = new ArrayList<>();
    JsonNode after = list(site);
    assertEquals(before.get("files").size(), after.get("files").size());
    for (int i = 0; i < after.get("files").size(); i++) {
      JsonNode file = after.get("files").get(i);
      if (!file.get("hash").equals(before.get("files").get(i).get("hash"))) {
        changed.add(file.get("url").asString());
      }
    }
    assertEquals(List.of("./sand/"), changed);
  }

  @Test
  void anAuthorsOwnPageAndWorkerAreKept() throws IOException {
    Path site = site();
    Files.writeString(site.resolve("site-content/offline.md"), "# No line\n");
    Files.writeString(site.resolve("site-content/sw.js"), "// mine\n");
    Chasqui.run(site, "build").expect(0);
    assertTrue(Files.readString(site.resolve("public/offline/index.html")).contains("No line"));
    assertEquals("// mine\n", Files.readString(site.resolve("public/sw.js")));
  }

  @Test
  void aSiteMayWantNoneOfThis() throws IOException {
    Path site = site();
    Path config = site.resolve("site-content/site.yaml");
    Chasqui.run(site, "build").expect(0);
    String before = Files.readString(site.resolve("public/sw.js"));
    Files.writeString(config, Files.readString(config) + "offline: false\n");
    Chasqui.run(site, "build").expect(0);
    String after = Files.readString(site.resolve("public/sw.js"));
    assertNotEquals(before, after);
    assertTrue(after.contains("unregister()"), after);
    assertFalse(Files.exists(site.resolve("public/lessons/soil/offline.json")));
    assertFalse(Files.exists(site.resolve("public/offline/index.html")));
    assertFalse(Files.readString(site.resolve("public/index.html")).contains("data-worker"));
  }
}
