package org.chasqui.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Hub;

/** Rules on the records of hubs that only all of them together can break. */
final class HubRecords {
  private final Path siteFolder;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<List<String>, Hub> targets = new HashMap<>();

  HubRecords(Path siteFolder) {
    this.siteFolder = siteFolder;
  }

  List<Diagnostic> check(Collection<Hub> hubs) {
    hubs.stream()
        .filter(hub -> hub.status() != Hub.Status.RETIRED)
        .sorted(Comparator.comparing(Hub::id))
        .forEach(this::check);
    return found.stream().sorted().toList();
  }

  // A record with an address that is none has been told about where it was read.
  private void check(Hub hub) {
    HubAddress.find(siteFolder, hub).ifPresent(address -> checkTarget(hub, address));
  }

  private void checkTarget(Hub hub, HubAddress address) {
    Hub other = targets.putIfAbsent(List.of(address.key(), hub.branch(), hub.folder()), hub);
    if (other != null) {
      found.add(
          Diagnostic.error(
                  "hub-target-shared",
                  hub.span(),
                  "The hubs \""
                      + other.id()
                      + "\" and \""
                      + hub.id()
                      + "\" publish to the same folder of the same branch of one repository.")
              .help("Give one of them another folder or another branch."));
    }
  }
}
