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
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** Rules on the records of hubs: what makes publishing to them impossible. */
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

  private void check(Hub hub) {
    checkBranch(hub);
    checkFolder(hub);
    try {
      checkTarget(hub, HubAddress.of(siteFolder, hub));
    } catch (IllegalArgumentException e) {
      found.add(
          Diagnostic.error("hub-repository-invalid", hub.span(), String.valueOf(e.getMessage()))
              .help(
                  "Write the address without names and passwords; they are looked up in the"
                      + " environment when the server asks."));
    }
  }

  private void checkBranch(Hub hub) {
    if (!Repository.isValidRefName(Constants.R_HEADS + hub.branch())) {
      found.add(
          Diagnostic.error(
                  "hub-branch-invalid",
                  hub.span(),
                  "git takes no branch of the name \"" + hub.branch() + "\".")
              .help("Use letters, digits and dashes, for example main."));
    }
  }

  private void checkFolder(Hub hub) {
    boolean safe = hub.folder().isEmpty() || OutputPath.isSafe(hub.folder());
    if (!safe) {
      found.add(
          Diagnostic.error(
                  "hub-folder-invalid",
                  hub.span(),
                  "\"" + hub.folder() + "\" is not a folder inside a repository.")
              .help("Write a relative path such as lessons, or leave folder out."));
    }
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
