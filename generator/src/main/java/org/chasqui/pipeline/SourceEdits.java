package org.chasqui.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.output.SingleFiles;

/** Changes of files that people wrote: only the bytes of the changed stretches change. */
final class SourceEdits {
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Map<String, List<Edit>> edits = new TreeMap<>();

  private record Edit(int start, int end, String text) {}

  /** Puts a text in the place of a stretch. */
  void replace(SourceSpan span, String text) {
    files.put(span.file().path(), span.file());
    edits
        .computeIfAbsent(span.file().path(), path -> new ArrayList<>())
        .add(new Edit(span.start(), span.end(), text));
  }

  /** The files that change, with their text before, as it was read. */
  Map<String, SourceFile> files() {
    return new TreeMap<>(files);
  }

  /** The new text of a file as it was read: with the line ends of Unix. */
  String changed(String path) {
    SourceFile file = files.get(path);
    return file == null ? "" : apply(file.text(), path, new Positions(file.text()), "\n");
  }

  /**
   * Writes the files.
   *
   * @throws RunStopped.Usage if somebody changed a file since it was read
   */
  void write(Path siteFolder) {
    Map<String, String> contents = new TreeMap<>();
    for (SourceFile file : files.values()) {
      String raw = read(siteFolder.resolve(file.path()));
      Positions positions = new Positions(raw);
      if (!positions.unix().equals(file.text())) {
        throw new RunStopped.Usage(
            file.path() + " has changed in the meantime; nothing was written.");
      }
      contents.put(
          file.path(), apply(raw, file.path(), positions, raw.contains("\r\n") ? "\r\n" : "\n"));
    }
    SingleFiles.replace(siteFolder, contents);
  }

  private String apply(String raw, String path, Positions positions, String lineEnd) {
    StringBuilder text = new StringBuilder(raw);
    edits.getOrDefault(path, List.of()).stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(
            edit ->
                text.replace(
                    positions.raw(edit.start()),
                    positions.raw(edit.end()),
                    edit.text().replace("\n", lineEnd)));
    return text.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not read " + file + ": " + e, e);
    }
  }

  /** The text as the loader reads it, and where each of its characters stands in the file. */
  private static final class Positions {
    private final StringBuilder unix = new StringBuilder();
    private final int[] raw;

    Positions(String text) {
      raw = new int[text.length() + 1];
      int from = text.startsWith("\uFEFF") ? 1 : 0;
      for (int i = from; i < text.length(); i++) {
        raw[unix.length()] = i;
        char c = text.charAt(i);
        unix.append(c == '\r' ? '\n' : c);
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
      }
      raw[unix.length()] = text.length();
    }

    String unix() {
      return unix.toString();
    }

    int raw(int offset) {
      return raw[Math.min(offset, unix.length())];
    }
  }
}
