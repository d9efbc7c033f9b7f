package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;

/**
 * A PO or POT file: a catalogue of messages and their translations. Immutable, and lossless: the
 * {@link #text()} of a file that nobody changed is the text it was read from, and of a changed one
 * only changed entries are written anew, as {@code msgcat} would.
 *
 * <pre>{@code
 * PoFile file = PoFile.parse(source, diagnostics::add);
 * file.header().get("Language");
 * }</pre>
 *
 * <p>The format is described in the GNU gettext manual, "The Format of PO Files".
 */
public final class PoFile {
  private final List<PoEntry> entries;
  private final String tail;
  private final String lineEnd;
  private final Wrap wrap;

  PoFile(List<PoEntry> entries, String tail, String lineEnd) {
    this(entries, tail, lineEnd, Wrap.NONE);
  }

  private PoFile(List<PoEntry> entries, String tail, String lineEnd, Wrap wrap) {
    this.entries = List.copyOf(entries);
    this.tail = tail;
    this.lineEnd = lineEnd;
    this.wrap = wrap;
  }

  /** A file of these entries, the header among them. */
  public static PoFile of(List<PoEntry> entries) {
    return new PoFile(entries, "", "\n");
  }

  /**
   * Reads a file. What cannot be understood is reported as {@code po-syntax} and left out; after an
   * error the text must not be written back.
   *
   * @param source the file
   * @param problems told of every problem: {@code po-syntax}, {@code po-duplicate}, {@code
   *     po-charset}
   */
  public static PoFile parse(SourceFile source, Consumer<Diagnostic> problems) {
    return new PoParser(source, problems).parse();
  }

  /** All entries in order, the header and obsolete ones among them. */
  public List<PoEntry> entries() {
    return entries;
  }

  /** The messages in use: neither the header nor obsolete. */
  public List<PoEntry> messages() {
    return entries.stream().filter(entry -> !entry.isHeader() && !entry.obsolete()).toList();
  }

  /** The header entry, if there is one. */
  public Optional<PoEntry> headerEntry() {
    return entries.stream().filter(PoEntry::isHeader).findFirst();
  }

  /** The header's fields; none if there is no header. */
  public PoHeader header() {
    return PoHeader.parse(headerEntry().map(PoEntry::translation).orElse(""));
  }

  /** The same file with other entries. */
  public PoFile withEntries(List<PoEntry> other) {
    return new PoFile(other, tail, lineEnd, wrap);
  }

  /** The same file, whose changed entries are written with such lines. */
  public PoFile wrapped(Wrap newWrap) {
    return new PoFile(entries, tail, lineEnd, newWrap);
  }

  /** The same file as gettext's own tools would write it: every entry, changed or not. */
  public PoFile formatted(Wrap newWrap) {
    List<PoEntry> fresh = new ArrayList<>();
    entries.stream().filter(e -> !e.obsolete()).map(PoEntry::withoutOrigin).forEach(fresh::add);
    entries.stream().filter(PoEntry::obsolete).map(PoEntry::withoutOrigin).forEach(fresh::add);
    return new PoFile(fresh, tail, lineEnd, newWrap);
  }

  /** The file's text. */
  public String text() {
    return PoWriter.write(entries, tail, lineEnd, wrap);
  }
}
