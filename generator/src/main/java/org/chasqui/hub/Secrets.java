package org.chasqui.hub;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.site.Hub;

/** Looks up what is named for a hub, then what is named for its host. */
final class Secrets {
  private final HubOptions options;
  private final List<String> prefixes;

  Secrets(Hub hub, String host, HubOptions options) {
    this.options = options;
    String own = "CHASQUI_HUB_" + name(hub.id()) + "_";
    this.prefixes =
        host.isEmpty() ? List.of(own) : List.of(own, "CHASQUI_HOST_" + name(host) + "_");
  }

  private static String name(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The value of a name, {@code TOKEN} or the like. */
  Optional<String> look(String what) {
    return prefixes.stream().flatMap(prefix -> options.secret(prefix + what).stream()).findFirst();
  }

  /** What people should set. */
  String hint(String what) {
    return "Set "
        + String.join(" or ", prefixes.stream().map(prefix -> prefix + what).toList())
        + ".";
  }
}
