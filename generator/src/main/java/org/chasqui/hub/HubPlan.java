package org.chasqui.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.HubOutcome;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A plan that somebody saved, to be carried out as it is or not at all.
 *
 * @param hubs by hub id: where its branch was, and the digest of all that was to be done to it
 */
public record HubPlan(SortedMap<String, Planned> hubs) {
  /**
   * What was planned for a hub.
   *
   * @param base where its branch was: a commit, or empty if it was not there
   * @param state {@link HubDetails#state}
   */
  public record Planned(String base, String state) {}

  /**
   * Reads what {@code hubs plan --json} wrote; empty if it is something else. Hubs for which no
   * plan could be made are not in it.
   */
  public static Optional<HubPlan> read(String text) {
    SortedMap<String, Planned> hubs = new TreeMap<>();
    boolean plan = false;
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("command") && value == JsonToken.VALUE_STRING) {
          plan = json.getString().equals("hubs plan");
        } else if (name.equals("hubs") && value == JsonToken.START_ARRAY) {
          readHubs(json, hubs);
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return plan ? Optional.of(new HubPlan(hubs)) : Optional.empty();
  }

  private static void readHubs(JsonParser json, SortedMap<String, Planned> hubs) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> values = new TreeMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          values.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
      String hub = values.get("hub");
      String state = values.getOrDefault("state", "");
      if (hub != null && !state.isEmpty()) {
        hubs.put(hub, new Planned(values.getOrDefault("base", ""), state));
      }
    }
  }

  /** Where branches must still be, by hub id. */
  public Map<String, String> bases() {
    Map<String, String> bases = new TreeMap<>();
    hubs.forEach((hub, planned) -> bases.put(hub, planned.base()));
    return bases;
  }

  /** Why it can no longer be carried out, in sentences, given plans made now; empty if it can. */
  public List<String> obstacles(List<HubReport> now) {
    Map<String, HubReport> reports = new TreeMap<>();
    now.forEach(report -> reports.put(report.hub().id(), report));
    List<String> obstacles = new ArrayList<>();
    hubs.forEach(
        (hub, planned) -> {
          HubReport report = reports.get(hub);
          if (report == null) {
            obstacles.add(hub + ": The site has no such hub any more.");
          } else if (!planned.state().equals(report.details().state())) {
            obstacles.add(hub + ": " + obstacle(planned, report));
          }
        });
    return obstacles;
  }

  private static String obstacle(Planned planned, HubReport report) {
    if (!report.outcome().fine() || report.outcome() instanceof HubOutcome.Retired) {
      return "It cannot be planned any more.";
    }
    String base = report.details().base().orElse("");
    return base.equals(planned.base())
        ? "The lessons have changed since the plan was made."
        : "The branch has moved since the plan was made.";
  }
}
