package org.chasqui.gettext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.gettext.PoLexer.Keyword;
import org.chasqui.gettext.PoLexer.Quoted;
import org.chasqui.gettext.PoLexer.Token;
import org.chasqui.gettext.PoLexer.Trouble;

/** Reads a PO file line by line. After an error it goes on behind the next empty line. */
final class PoParser {
  private final SourceFile source;
  private final String text;
  private final Consumer<Diagnostic> problems;
  private final List<PoEntry> entries = new ArrayList<>();
  private final Map<PoEntry.Key, PoEntry> seen = new HashMap<>();
  private PendingEntry pending;
  private boolean skipping;
  private boolean emptyLine;
  private int consumed;

  PoParser(SourceFile source, Consumer<Diagnostic> problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
    this.pending = new PendingEntry(source);
  }

  PoFile parse() {
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int next = feed < 0 ? text.length() : feed + 1;
      line(at, contentEnd(at, next), next);
      at = next;
    }
    finish();
    String lineEnd = text.indexOf('\r') >= 0 && text.contains("\r\n") ? "\r\n" : "\n";
    return new PoFile(entries, text.substring(consumed), lineEnd);
  }

  private int contentEnd(int start, int next) {
    int end = next;
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  private void line(int start, int end, int next) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == end) {
      skipping = false;
      emptyLine = true;
      return;
    }
    if (skipping) {
      consumed = next;
      return;
    }
    try {
      if (text.charAt(at) == '#') {
        comment(start, at, end, next);
      } else {
        tokens(start, at, end, next, PendingEntry.Mark.NONE);
      }
    } catch (Trouble trouble) {
      report(trouble);
      pending = new PendingEntry(source);
      skipping = true;
      consumed = next;
    }
  }

  private void comment(int start, int at, int end, int next) throws Trouble {
    if (text.startsWith("#~|", at)) {
      tokens(start, at + 3, end, next, PendingEntry.Mark.OBSOLETE_PREVIOUS);
    } else if (text.startsWith("#~", at)) {
      tokens(start, at + 2, end, next, PendingEntry.Mark.OBSOLETE);
    } else if (text.startsWith("#|", at)) {
      tokens(start, at + 2, end, next, PendingEntry.Mark.PREVIOUS);
    } else {
      if (pending.complete()) {
        finish();
      }
      pending.comment(start, at, end, next);
    }
  }

  private void tokens(int line, int at, int end, int next, PendingEntry.Mark mark) throws Trouble {
    for (Token token : new PoLexer(source, at, end).tokens()) {
      if (token instanceof Keyword keyword) {
        if (pending.complete() && (!keyword.word().equals("msgstr") || startsAnew(keyword))) {
          finish();
        }
        emptyLine = false;
        pending.keyword(keyword, mark, line);
      } else if (token instanceof Quoted quoted) {
        pending.string(quoted, mark);
      }
      pending.endsAt(next);
    }
  }

  // A msgstr that has lost its msgid, rather than a second one of the message above.
  private boolean startsAnew(Keyword keyword) {
    return emptyLine && keyword.index() <= 0;
  }

  private void finish() {
    try {
      Optional<PoEntry> entry = pending.entry();
      if (entry.isPresent()) {
        consumed = pending.end();
        add(entry.get());
      }
    } catch (Trouble trouble) {
      consumed = Math.max(consumed, pending.end());
      report(trouble);
    }
    pending = new PendingEntry(source);
  }

  private void add(PoEntry entry) {
    PoEntry first = seen.putIfAbsent(entry.key(), entry);
    if (first != null) {
      SourceSpan here = entry.idSpan().orElse(source.top());
      int line = first.idSpan().orElse(source.top()).line();
      problems.accept(
          Diagnostic.error("po-duplicate", here, "This message stands in the file twice.")
              .help("It is already on line " + line + ": keep one of the two."));
      return;
    }
    if (entry.isHeader()) {
      checkCharset(entry);
    }
    entries.add(entry);
  }

  private void checkCharset(PoEntry header) {
    String type = PoHeader.parse(header.translation()).get("Content-Type").orElse("");
    int at = type.indexOf("charset=");
    String charset = at < 0 ? "UTF-8" : type.substring(at + "charset=".length()).strip();
    if (!charset.equalsIgnoreCase("UTF-8") && !charset.equalsIgnoreCase("utf8")) {
      SourceSpan where = header.translationSpan(0).orElse(source.top());
      int found = text.indexOf(charset, where.start());
      SourceSpan span =
          found < 0 || charset.isEmpty() ? where : source.span(found, found + charset.length());
      problems.accept(
          Diagnostic.error("po-charset", span, "This file says that it is " + charset + ".")
              .help("Save it as UTF-8 and write charset=UTF-8 (msgconv -t UTF-8 does both)."));
    }
  }

  private void report(Trouble trouble) {
    problems.accept(
        Diagnostic.error(
                "po-syntax",
                source.span(trouble.start, trouble.end),
                String.valueOf(trouble.getMessage()))
            .help(trouble.help));
  }
}
