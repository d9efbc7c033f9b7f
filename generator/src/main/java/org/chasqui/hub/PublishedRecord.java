package org.chasqui.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.Hub;
import org.chasqui.site.HubEdition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the hubs were last known to have: {@code .chasqui/published.json}, written by whoever asked
 * them and read by the build, which asks nobody. It may be thrown away: {@code hubs status} writes
 * it anew from what the hubs' own manifests say.
 *
 * <pre>{@code
 * {
 *   "hubs" : {
 *     "rio-ejemplo" : {
 *       "commit" : "8ab6…",
 *       "lessons" : {
 *         "es/first-steps" : { "notebooks" : 4, "publication" : 2, "since" : "2026-03-01T10:00:00Z" }
 *       },
 *       "place" : "https://git.example.org/rio/cuadernos main ",
 *       "publication" : 3, "since" : "2026-03-02T10:00:00Z", "source" : "41c0…"
 *     }
 *   },
 *   "schema" : 1
 * }
 * }</pre>
 */
public final class PublishedRecord {
  private static final JsonFactory JSON = new JsonFactory();

  private PublishedRecord() {}

  private static Path file(Path siteFolder) {
    return siteFolder.resolve(".chasqui").resolve("published.json");
  }

  /** What is known of a hub, and the repository, branch and folder it was found in. */
  private record Line(HubEdition edition, String place) {}

  /** What is known of each hub, by id; nothing if nobody has asked or the file is not ours. */
  public static SortedMap<String, HubEdition> read(Path siteFolder) {
    SortedMap<String, HubEdition> hubs = new TreeMap<>();
    lines(siteFolder).forEach((id, line) -> hubs.put(id, line.edition()));
    return hubs;
  }

  /**
   * The numbers of the last publications that are known of repositories elsewhere, by hub id: a
   * branch that has a lower one was rewritten. A hub that has moved since is not among them.
   */
  public static Map<String, Integer> publications(Path siteFolder, Collection<Hub> hubs) {
    SortedMap<String, Line> lines = lines(siteFolder);
    Map<String, Integer> numbers = new TreeMap<>();
    for (Hub hub : hubs) {
      Line line = lines.get(hub.id());
      boolean elsewhere = hub.repository() instanceof Hub.Repository.Remote;
      if (elsewhere && line != null && line.place().equals(placeOf(hub))) {
        numbers.put(hub.id(), line.edition().publication());
      }
    }
    return numbers;
  }

  private static String placeOf(Hub hub) {
    String repository =
        hub.repository() instanceof Hub.Repository.Remote remote ? remote.url() : "embedded";
    return repository + " " + hub.branch() + " " + hub.folder();
  }

  private static SortedMap<String, Line> lines(Path siteFolder) {
    Path file = file(siteFolder);
    SortedMap<String, Line> hubs = new TreeMap<>();
    if (!Files.isRegularFile(file)) {
      return hubs;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean here = json.currentName().equals("hubs");
        if (json.nextToken() == JsonToken.START_OBJECT && here) {
          readHubs(json, hubs);
        } else {
          json.skipChildren();
        }
      }
      return hubs;
    } catch (IOException | JacksonException | DateTimeParseException e) {
      return new TreeMap<>();
    }
  }

  private static void readHubs(JsonParser json, SortedMap<String, Line> hubs) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String id = json.currentName();
      Facts facts = new Facts();
      json.nextToken();
      facts.read(json);
      hubs.put(id, new Line(facts.hub(), facts.values.getOrDefault("place", "")));
    }
  }

  /** An object of the file: its plain values, and the lessons in it. */
  private static final class Facts {
    private final Map<String, String> values = new TreeMap<>();
    private final SortedMap<String, HubEdition.Lesson> lessons = new TreeMap<>();

    void read(JsonParser json) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue()) {
          values.put(name, String.valueOf(json.getString()));
        } else if (name.equals("lessons") && value == JsonToken.START_OBJECT) {
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String lesson = json.currentName();
            Facts inner = new Facts();
            json.nextToken();
            inner.read(json);
            lessons.put(
                lesson,
                new HubEdition.Lesson(
                    inner.number("publication"), inner.time(), inner.number("notebooks")));
          }
        } else {
          json.skipChildren();
        }
      }
    }

    int number(String name) {
      String text = values.getOrDefault(name, "");
      return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    Instant time() {
      return Instant.parse(values.getOrDefault("since", ""));
    }

    HubEdition hub() {
      @Nullable String source = values.get("source");
      return new HubEdition(
          number("publication"),
          values.getOrDefault("commit", ""),
          Optional.ofNullable(source),
          time(),
          lessons);
    }
  }

  /**
   * Adds what was found out of some hubs; what is known of the others stays.
   *
   * @return whether that was news
   */
  public static boolean add(Path siteFolder, Map<Hub, HubEdition> found) throws IOException {
    SortedMap<String, Line> before = lines(siteFolder);
    SortedMap<String, Line> hubs = new TreeMap<>(before);
    found.forEach((hub, edition) -> hubs.put(hub.id(), new Line(edition, placeOf(hub))));
    if (hubs.equals(before)) {
      return false;
    }
    Path file = file(siteFolder);
    Path parent = Objects.requireNonNull(file.getParent());
    Files.createDirectories(parent);
    Path draft = parent.resolve(".published-" + ProcessHandle.current().pid());
    Files.write(draft, bytes(hubs));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static byte[] bytes(SortedMap<String, Line> hubs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(new ManifestFormat.Pretty(), bytes)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("hubs");
      hubs.forEach((id, line) -> write(json, id, line));
      json.writeEndObject();
      json.writeNumberProperty("schema", 1);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String id, Line line) {
    HubEdition edition = line.edition();
    json.writeObjectPropertyStart(id);
    json.writeStringProperty("commit", edition.commit());
    json.writeObjectPropertyStart("lessons");
    edition
        .lessons()
        .forEach(
            (name, lesson) -> {
              json.writeObjectPropertyStart(name);
              json.writeNumberProperty("notebooks", lesson.notebooks());
              json.writeNumberProperty("publication", lesson.publication());
              json.writeStringProperty("since", lesson.since().toString());
              json.writeEndObject();
            });
    json.writeEndObject();
    json.writeStringProperty("place", line.place());
    json.writeNumberProperty("publication", edition.publication());
    json.writeStringProperty("since", edition.since().toString());
    edition.source().ifPresent(source -> json.writeStringProperty("source", source));
    json.writeEndObject();
  }
}
