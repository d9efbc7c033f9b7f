package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PoLexer.Keyword;
import org.chasqui.gettext.PoLexer.Quoted;
import org.chasqui.gettext.PoLexer.Trouble;
import org.jspecify.annotations.Nullable;

/** An entry while it is being read. */
final class PendingEntry {
  /** What stands before a keyword. */
  enum Mark {
    NONE,
    OBSOLETE,
    PREVIOUS,
    OBSOLETE_PREVIOUS;

    boolean previous() {
      return this == PREVIOUS || this == OBSOLETE_PREVIOUS;
    }
  }

  private final SourceFile file;
  private final List<String> comments = new ArrayList<>();
  private final List<String> extracted = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final Map<String, Growing> parts = new LinkedHashMap<>(4);
  private final Map<String, Growing> previous = new LinkedHashMap<>();
  private final List<Growing> translations = new ArrayList<>();
  private @Nullable Growing current;
  private Mark mark = Mark.NONE;
  private int start = -1;
  private int message = -1;
  private int end;

  PendingEntry(SourceFile file) {
    this.file = file;
  }

  /** A string that may go on over several lines. */
  private static final class Growing {
    final Keyword keyword;
    final Mark mark;
    // Most strings are one line: what was read of it is taken as it is.
    private String first = "";
    private @Nullable StringBuilder several;
    private List<PoString.Run> runs = List.of();
    int start = -1;
    int end = -1;

    Growing(Keyword keyword, Mark mark) {
      this.keyword = keyword;
      this.mark = mark;
    }

    void add(Quoted quoted) {
      append(quoted);
      if (start < 0 || runs.isEmpty() || start == end) {
        start = quoted.start() + 1;
      }
      if (end < 0 || !quoted.value().isEmpty()) {
        end = quoted.end() - 1;
      }
    }

    private void append(Quoted quoted) {
      if (first.isEmpty()) {
        first = quoted.value();
        runs = quoted.runs();
        return;
      }
      StringBuilder all = several;
      if (all == null) {
        all = new StringBuilder(first);
        several = all;
        runs = new ArrayList<>(runs);
      }
      for (PoString.Run run : quoted.runs()) {
        runs.add(new PoString.Run(all.length() + run.value(), run.file()));
      }
      all.append(quoted.value());
    }

    String value() {
      return several == null ? first : several.toString();
    }

    PoString place(SourceFile file) {
      return new PoString(file.span(start, end), runs);
    }
  }

  /** Whether it could end here. */
  boolean complete() {
    return !translations.isEmpty();
  }

  int end() {
    return end;
  }

  void endsAt(int offset) {
    end = offset;
  }

  void comment(int line, int at, int lineEnd, int next) throws Trouble {
    if (!parts.isEmpty()) {
      throw missingTranslation();
    }
    begin(line);
    end = next;
    String comment = file.text().substring(at + 1, lineEnd);
    switch (comment.isEmpty() ? ' ' : comment.charAt(0)) {
      case '.' -> extracted.add(unindented(comment.substring(1)));
      case ':' -> references.addAll(references(comment.substring(1)));
      case ',' -> flags(comment.substring(1));
      default -> comments.add(unindented(comment));
    }
  }

  private void begin(int line) {
    if (start < 0) {
      start = line;
    }
  }

  private static String unindented(String line) {
    String text = line.startsWith(" ") ? line.substring(1) : line;
    return text.isBlank() ? "" : text;
  }

  private void flags(String line) {
    Arrays.stream(line.split(","))
        .map(String::strip)
        .filter(flag -> !flag.isEmpty() && !flags.contains(flag))
        .forEach(flags::add);
  }

  // A path with spaces stands between U+2068 and U+2069.
  private static List<String> references(String line) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      int stop;
      if (c == '\u2068' && line.indexOf('\u2069', at) > 0) {
        stop = line.indexOf('\u2069', at);
        found.add(line.substring(at + 1, stop));
        stop++;
      } else if (Character.isWhitespace(c)) {
        stop = at + 1;
      } else {
        stop = at;
        while (stop < line.length() && !Character.isWhitespace(line.charAt(stop))) {
          stop++;
        }
        found.add(line.substring(at, stop));
      }
      at = stop;
    }
    return found;
  }

  void keyword(Keyword keyword, Mark newMark, int line) throws Trouble {
    begin(line);
    Growing growing = new Growing(keyword, newMark);
    current = growing;
    if (newMark.previous()) {
      if (!parts.isEmpty()) {
        throw trouble(keyword, "The former text must stand before the message.", "");
      }
      if (previous.put(keyword.word(), growing) != null || keyword.word().equals("msgstr")) {
        throw trouble(keyword, "A former text has no second " + keyword.word() + ".", "");
      }
      return;
    }
    if (parts.isEmpty()) {
      message = line;
      mark = newMark;
    } else if (mark != newMark) {
      throw trouble(
          keyword,
          "Only some lines of this message are marked #~.",
          "Mark all lines of a message that is no longer used, or none.");
    }
    if (keyword.word().equals("msgstr")) {
      translation(keyword, growing);
    } else {
      part(keyword, growing);
    }
  }

  private void part(Keyword keyword, Growing growing) throws Trouble {
    switch (keyword.word()) {
      case "domain" ->
          throw trouble(keyword, "Domains are not supported.", "Use one file for each domain.");
      case "msgid_plural" -> {
        if (!parts.containsKey("msgid")) {
          throw trouble(keyword, "A msgid must stand before msgid_plural.", "");
        }
      }
      case "msgctxt" -> {
        if (!parts.isEmpty()) {
          throw missingTranslation();
        }
      }
      default -> {
        if (parts.containsKey("msgid")) {
          throw missingTranslation();
        }
      }
    }
    if (parts.put(keyword.word(), growing) != null) {
      throw missingTranslation();
    }
  }

  private void translation(Keyword keyword, Growing growing) throws Trouble {
    if (!parts.containsKey("msgid")) {
      throw trouble(keyword, "This msgstr has no msgid.", "Write the msgid before it.");
    }
    boolean plural = parts.containsKey("msgid_plural");
    if (plural && keyword.index() < 0) {
      throw trouble(
          keyword, "A plural message needs numbered forms.", "Write msgstr[0], msgstr[1] ….");
    }
    if (!plural && keyword.index() >= 0) {
      throw trouble(keyword, "This message has no msgid_plural.", "Write msgstr without a number.");
    }
    if (!plural && !translations.isEmpty()) {
      throw trouble(keyword, "This message has two translations.", "Keep one msgstr.");
    }
    if (plural && keyword.index() != translations.size()) {
      throw trouble(
          keyword,
          "Plural form " + keyword.index() + " stands where " + translations.size() + " should.",
          "Number the forms in order, from 0.");
    }
    translations.add(growing);
  }

  void string(Quoted quoted, Mark newMark) throws Trouble {
    Growing growing = current;
    if (growing == null || newMark != growing.mark) {
      throw new Trouble(
          "This text belongs to no keyword.",
          quoted.start(),
          quoted.end(),
          Optional.of("Write msgid or msgstr before it."));
    }
    growing.add(quoted);
  }

  /** The entry, if there is one: comments alone are none. */
  Optional<PoEntry> entry() throws Trouble {
    if (parts.isEmpty() && previous.isEmpty()) {
      return Optional.empty();
    }
    Growing id = parts.get("msgid");
    if (translations.isEmpty() || id == null) {
      throw missingTranslation();
    }
    for (Growing part : all()) {
      if (part.start < 0) {
        throw trouble(part.keyword, "No text follows " + part.keyword.word() + ".", "Write \"\".");
      }
    }
    PoEntry parsed = parsed();
    PoEntry.Origin origin =
        new PoEntry.Origin(
            parsed,
            file.span(start, end),
            message,
            id.place(file),
            translations.stream().map(t -> t.place(file)).toList());
    return Optional.of(parsed.withOrigin(origin));
  }

  private List<Growing> all() {
    List<Growing> all = new ArrayList<>(previous.values());
    all.addAll(parts.values());
    all.addAll(translations);
    return all;
  }

  private PoEntry parsed() {
    Optional<PoEntry.Previous> old =
        previous.containsKey("msgid")
            ? Optional.of(new PoEntry.Previous(key(previous), value(previous, "msgid_plural")))
            : Optional.empty();
    return new PoEntry(
        comments,
        extracted,
        references,
        flags,
        old,
        key(parts),
        value(parts, "msgid_plural"),
        translations.stream().map(Growing::value).toList(),
        mark == Mark.OBSOLETE,
        Optional.empty());
  }

  private static PoEntry.Key key(Map<String, Growing> from) {
    return new PoEntry.Key(value(from, "msgctxt"), value(from, "msgid").orElse(""));
  }

  private static Optional<String> value(Map<String, Growing> from, String keyword) {
    return Optional.ofNullable(from.get(keyword)).map(Growing::value);
  }

  private Trouble missingTranslation() {
    Growing last = all().get(all().size() - 1);
    return trouble(last.keyword, "This message has no msgstr.", "Write msgstr \"\" after it.");
  }

  private static Trouble trouble(Keyword keyword, String message, String help) {
    return new Trouble(
        message,
        keyword.start(),
        keyword.end(),
        help.isEmpty() ? Optional.empty() : Optional.of(help));
  }
}
