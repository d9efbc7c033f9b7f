package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chasqui.data.Node;
import org.chasqui.data.Nodes;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.load.SourceTree;
import org.chasqui.output.SingleFiles;
import org.chasqui.site.Language;

/** Adds a language to a site's configuration: one word, everything else as its author wrote it. */
public final class NewLanguage {
  private static final String CONFIG = "site-content/site.yaml";

  private final Path siteFolder;
  private final SourceFile config;

  /** Reads the configuration of the site in this folder. */
  public NewLanguage(Path siteFolder) {
    this.siteFolder = siteFolder;
    this.config = SourceTree.read(siteFolder, siteFolder.resolve(CONFIG), new Diagnostics());
  }

  /**
   * Writes the language into the configuration.
   *
   * @throws RunStopped.Usage if it is there already, or if there is no list of languages to add to
   */
  public void add(Language language) {
    Node.Mapping mapping = Nodes.record(config, new Diagnostics());
    Optional<Node.Sequence> list =
        Optional.ofNullable(mapping.entries().get("languages"))
            .map(Node.Entry::value)
            .filter(Node.Sequence.class::isInstance)
            .map(Node.Sequence.class::cast)
            .filter(sequence -> !sequence.items().isEmpty());
    if (list.isEmpty()) {
      throw new RunStopped.Usage(
          CONFIG + " has no list of languages. Write 'languages: [en, " + language + "]' there.");
    }
    boolean there =
        list.get().items().stream()
            .flatMap(item -> item.plain().stream())
            .anyMatch(tag -> same(tag.toString(), language));
    if (there) {
      throw new RunStopped.Usage("The site has the language " + language + " already.");
    }
    write(with(list.get(), language));
  }

  private static boolean same(String tag, Language language) {
    return tag.replace('_', '-').equalsIgnoreCase(language.tag());
  }

  private String with(Node.Sequence list, Language language) {
    Node last = list.items().get(list.items().size() - 1);
    int end = last.span().end();
    String text = config.text();
    int line = config.lineStart(last.span().line());
    String before = text.substring(line, last.span().start());
    // In a block each language has its line, in brackets there are commas.
    String added = before.strip().equals("-") ? "\n" + before + language : ", " + language;
    return text.substring(0, end) + added + text.substring(end);
  }

  /** Makes the configuration what it was before. */
  public void undo() {
    write(config.text());
  }

  private void write(String text) {
    SingleFiles.replace(siteFolder, Map.of(CONFIG, text));
  }
}
