package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chasqui.site.OutputPath;

/** What can be said of a publication before it is sent: its size, and what learners receive. */
final class Forecast {
  private final HubOptions options;
  private final Comparison comparison;
  private final HubRun run;
  private final Base base;
  private final Remote remote;

  Forecast(HubRun run, Remote remote, Base base, Comparison comparison) {
    this.options = run.setting().options();
    this.run = run;
    this.remote = remote;
    this.base = base;
    this.comparison = comparison;
  }

  HubDetails details() throws IOException, Trouble {
    SortedMap<OutputPath, String> overwritten = new TreeMap<>();
    comparison.overwritten().forEach((path, blob) -> overwritten.put(path, blob.name()));
    List<String> notes = new ArrayList<>();
    long size = comparison.nothing() ? 0 : size(notes);
    HubAttributes attributes = HubAttributes.of(remote, base, run.hub());
    attributes.refuse(comparison.published());
    notes.addAll(attributes.notes(comparison.files().keySet()));
    return new HubDetails(
        base.tip().commit().map(id -> id.name()),
        state(),
        List.copyOf(comparison.adopted()),
        overwritten,
        losses(),
        size,
        notes);
  }

  private List<MergeLoss> losses() throws IOException, Trouble {
    return run.setting().merges().losses(remote, base, comparison);
  }

  // What a learner's first clone brings of ours; what others keep in the repository is not known.
  private long size(List<String> notes) throws Trouble {
    long size = run.setting().contents().packed(run.content());
    if (size > options.warnBytes()) {
      notes.add(
          "The lessons take "
              + megabytes(size)
              + " in every learner's first clone; more than "
              + megabytes(options.warnBytes())
              + " is slow over bad networks.");
    }
    return size;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }

  // Equal for equal plans, whoever makes them.
  private String state() {
    StringBuilder text = new StringBuilder(HubRun.name(base)).append('\n');
    for (Map.Entry<OutputPath, Manifest.Entry> file : comparison.files().entrySet()) {
      text.append(file.getKey()).append(' ').append(file.getValue().blob().name()).append('\n');
    }
    comparison.published().forEach(path -> text.append("> ").append(path).append('\n'));
    comparison.kept().forEach(path -> text.append("= ").append(path).append('\n'));
    return Contents.Content.of(text.toString().getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /** Refuses what is too large, and with strict rules what learners would not receive in full. */
  void refuse(HubDetails details) throws Trouble {
    for (Map.Entry<OutputPath, Long> file : Contents.sizes(run.content()).entrySet()) {
      if (file.getValue() > options.mostFileBytes()) {
        throw new Trouble(
            Trouble.Code.QUOTA,
            file.getKey()
                + " has "
                + megabytes(file.getValue())
                + "; a file may have "
                + megabytes(options.mostFileBytes())
                + ".");
      }
    }
    if (details.size() > options.mostBytes()) {
      throw new Trouble(
          Trouble.Code.QUOTA,
          "The lessons take "
              + megabytes(details.size())
              + " in a first clone; they may take "
              + megabytes(options.mostBytes())
              + ".");
    }
    if (options.strictMerge() && !details.losses().isEmpty()) {
      throw new Trouble(
          Trouble.Code.MERGE,
          "Learners would not receive these cells: "
              + String.join(
                  ", ",
                  details.losses().stream()
                      .map(loss -> loss.path() + "#" + loss.cell())
                      .distinct()
                      .toList())
              + ".");
    }
  }
}
