package org.chasqui.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.site.Hub;
import org.chasqui.site.OutputPath;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What {@code .gitattributes} of a hub's repository do to files of ours: some rewrite notebooks
 * when they are checked out, so that learners receive other bytes than we published, or merge them
 * line by line into what is no notebook. Our bytes are never rewritten by them.
 */
final class HubAttributes {
  private static final ObjectId OURS =
      Contents.Content.of(CommitMaker.ATTRIBUTES.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .blob();

  private final List<AttributesRule> rules = new ArrayList<>();
  private final Hub hub;

  private HubAttributes(Hub hub) {
    this.hub = hub;
  }

  /** Those of the top of the repository and of the hub's folder. */
  static HubAttributes of(Remote remote, Base base, Hub hub) throws IOException, Trouble {
    HubAttributes all = new HubAttributes(hub);
    Set<String> places = new TreeSet<>(Set.of(".gitattributes"));
    places.add(Comparison.inRepository(hub, ".gitattributes"));
    for (String place : places) {
      Optional<ObjectId> blob = base.tree().file(place);
      if (blob.isPresent() && !blob.get().equals(OURS)) {
        AttributesNode node = new AttributesNode();
        node.parse(new ByteArrayInputStream(remote.blob(blob.get())));
        all.rules.addAll(node.getRules());
      }
    }
    return all;
  }

  /** What is done to a file, in the words of the file: {@code eol=crlf}. */
  private List<String> done(OutputPath path) {
    TreeMap<String, String> found = new TreeMap<>();
    for (AttributesRule rule : rules) {
      boolean whole = rule.isMatch(Comparison.inRepository(hub, path.value()), false);
      if (whole || rule.isMatch(path.value(), false)) {
        for (Attribute attribute : rule.getAttributes()) {
          found.put(attribute.getKey(), attribute.toString());
        }
      }
    }
    return found.values().stream().filter(HubAttributes::isHarmful).toList();
  }

  private static boolean isHarmful(String attribute) {
    return attribute.equals("eol=crlf")
        || attribute.equals("export-ignore")
        || attribute.startsWith("working-tree-encoding=")
        || attribute.startsWith("filter=")
        || attribute.equals("merge=union")
        || attribute.equals("merge=ours");
  }

  /** What people should know of it. */
  List<String> notes(Iterable<OutputPath> paths) {
    Set<String> what = new TreeSet<>();
    for (OutputPath path : paths) {
      what.addAll(done(path));
    }
    return what.isEmpty()
        ? List.of()
        : List.of(
            "The repository's .gitattributes change our files for whoever pulls them ("
                + String.join(", ", what)
                + "); except *.ipynb from these rules.");
  }

  /** Refuses files that git LFS would have to hold: as plain files they break every clone. */
  void refuse(Iterable<OutputPath> paths) throws Trouble {
    for (OutputPath path : paths) {
      if (done(path).contains("filter=lfs")) {
        throw new Trouble(
            Trouble.Code.HOOK,
            path
                + " falls under git LFS by the repository's .gitattributes; except our folder from it.");
      }
    }
  }
}
