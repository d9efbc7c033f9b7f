package org.chasqui.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.data.Node.Mapping;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads YAML, TOML and JSON into located nodes; the one place that starts a Jackson parser.
 *
 * <pre>{@code
 * SourceFile file = new SourceFile("site.yaml", "title: A site\n");
 * Mapping keys = Nodes.record(file, diagnostics);
 * keys.entries().get("title").value().span(); // site.yaml:1:8
 * }</pre>
 */
public final class Nodes {
  private static final String TOO_DEEP = "its lists and groups stand too deep in each other";
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final TomlFactory TOML = new TomlFactory();
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * What a text turned out to be.
   *
   * @param mapping its keys; those before the fault if it is broken
   * @param end where it ends in the file
   * @param broken whether a syntax error was reported
   */
  public record Result(Mapping mapping, int end, boolean broken) {}

  private Nodes() {}

  /** The keys of a whole record file, which may be YAML or JSON. */
  public static Mapping record(SourceFile file, Diagnostics diagnostics) {
    return yaml(file, 0, file.text().length(), diagnostics).mapping();
  }

  /**
   * The whole of a data file, in the format that its name tells: {@code .toml}, else YAML, of which
   * JSON is a part. What is no data is reported, and nothing is the answer.
   */
  public static Optional<Node> tree(SourceFile file, Diagnostics diagnostics) {
    int length = file.text().length();
    if (file.path().toLowerCase(Locale.ROOT).endsWith(".toml")) {
      Result toml = toml(file, 0, length, diagnostics);
      return toml.broken() ? Optional.empty() : Optional.of(toml.mapping());
    }
    YamlNodes nodes = new YamlNodes(file, 0, length, diagnostics);
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), file.text())) {
      JsonToken first = parser.nextToken();
      return Optional.of(first == null ? Mapping.empty(file.top()) : nodes.value(parser));
    } catch (YamlNodes.Fault e) {
      diagnostics.add(problem("YAML", e.span, e.reason()).help(e.help));
    } catch (JacksonException e) {
      diagnostics.add(YamlFault.of(e, file, 0, length).diagnostic());
    }
    return Optional.empty();
  }

  /** The keys of a stretch of YAML. It must begin at the beginning of a line. */
  public static Result yaml(SourceFile file, int start, int end, Diagnostics diagnostics) {
    return yaml(file, start, end, file.text(start, end), diagnostics);
  }

  private static Result yaml(
      SourceFile file, int start, int end, String text, Diagnostics diagnostics) {
    YamlNodes nodes = new YamlNodes(file, start, end, diagnostics);
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return empty(file, start, end, false);
      }
      if (nodes.value(parser) instanceof Mapping mapping) {
        return new Result(mapping, end, false);
      }
      SourceSpan span = file.span(start + indexOfText(text), start + indexOfText(text));
      diagnostics.add(
          problem("YAML", span, "there are no keys here").help("Write one 'key: value' per line."));
    } catch (YamlNodes.Fault e) {
      diagnostics.add(problem("YAML", e.span, e.reason()).help(e.help));
    } catch (JacksonException e) {
      YamlFault fault = YamlFault.of(e, file, start, end);
      String mended = YamlFault.withoutLooseBlanks(text);
      if (fault.isLooseBlank() && !mended.equals(text)) {
        diagnostics.add(fault.looseBlank());
        return yaml(file, start, end, mended, diagnostics);
      }
      diagnostics.add(fault.diagnostic());
    }
    return empty(file, start, end, true);
  }

  private static int indexOfText(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The keys of a stretch of TOML. */
  public static Result toml(SourceFile file, int start, int end, Diagnostics diagnostics) {
    TomlPlaces places = TomlPlaces.of(file, start, end);
    if (places.tooDeep()) {
      diagnostics.add(problem("TOML", file.span(start, start), TOO_DEEP));
      return empty(file, start, end, true);
    }
    TomlNodes nodes = new TomlNodes(file, places, diagnostics);
    String text = withoutDuplicates(file, start, end, places.duplicates(), nodes);
    try (JsonParser parser = TOML.createParser(ObjectReadContext.empty(), text)) {
      return new Result(nodes.document(parser), end, false);
    } catch (JacksonException e) {
      SourceSpan span = place(file, start, end, e);
      String reason = sentence(e.getOriginalMessage());
      diagnostics.add(problem("TOML", span, reason).help(tomlHelp(reason)));
      return empty(file, start, end, true);
    }
  }

  // TOML forbids a second value for a key. We take the last, as in YAML, and warn: the earlier
  // statement is blanked out, so that all offsets stay.
  private static String withoutDuplicates(
      SourceFile file, int start, int end, List<TomlPlaces.Duplicate> duplicates, NodeReader told) {
    StringBuilder text = new StringBuilder(file.text(start, end));
    for (TomlPlaces.Duplicate duplicate : duplicates) {
      SourceSpan statement = duplicate.statement();
      for (int i = statement.start() - start; i < statement.end() - start; i++) {
        if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          text.setCharAt(i, ' ');
        }
      }
      told.duplicate(duplicate.name(), duplicate.earlier(), duplicate.later());
    }
    return text.toString();
  }

  /** The keys of the JSON object that begins at an offset. */
  public static Result json(SourceFile file, int start, Diagnostics diagnostics) {
    JsonNodes nodes = new JsonNodes(file, start, diagnostics);
    String text = file.text().substring(start);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Mapping mapping = nodes.mapping(parser);
      return new Result(mapping, nodes.end(parser), false);
    } catch (JacksonException e) {
      int length = file.text().length();
      SourceSpan span = place(file, start, length, e);
      diagnostics.add(
          problem("JSON", span, sentence(e.getOriginalMessage()))
              .help("A file that begins with '{' begins with JSON front matter."));
      return empty(file, start, length, true);
    }
  }

  private static Result empty(SourceFile file, int start, int end, boolean broken) {
    return new Result(Mapping.empty(file.span(start, start)), end, broken);
  }

  /** A syntax error. */
  static Diagnostic problem(String format, SourceSpan span, String reason) {
    return Diagnostic.error(
        "front-matter-syntax", span, "This is not valid " + format + ": " + reason + ".");
  }

  private static SourceSpan place(SourceFile file, int start, int end, JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? file.span(start, start)
        : place(file, start, end, location.getLineNr(), location.getColumnNr());
  }

  /** The place of a line and a column in code points, both from 1, of a stretch of a file. */
  static SourceSpan place(SourceFile file, int start, int end, int line, int column) {
    int at = line == 1 ? start : file.lineStart(file.line(start) + line - 1);
    for (int i = 1; i < column && at < end; i++) {
      at += Character.charCount(file.text().codePointAt(at));
    }
    return file.span(Math.min(at, end), Math.min(at, end));
  }

  /** The first line of a message as part of a sentence of ours. */
  static String sentence(String message) {
    if (message.contains("nesting depth")) {
      return TOO_DEEP;
    }
    int line = message.indexOf('\n');
    String first = (line < 0 ? message : message.substring(0, line)).strip();
    int cut = first.length();
    while (cut > 0 && ".:".indexOf(first.charAt(cut - 1)) >= 0) {
      cut--;
    }
    return cut == 0 ? "it cannot be read" : uncapitalised(first.substring(0, cut));
  }

  private static String uncapitalised(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static Optional<String> tomlHelp(String reason) {
    return reason.contains("unknown token")
        ? Optional.of("Texts stand in quotation marks: title = \"Welcome\".")
        : Optional.empty();
  }
}
