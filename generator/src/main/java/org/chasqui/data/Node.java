package org.chasqui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.SourceSpan;

/**
 * A value of front matter or of a record, which knows exactly where it was written. Three formats
 * (YAML, TOML, JSON) become this one shape.
 */
public sealed interface Node {
  /** Where it was written: the value alone, with its quotation marks. */
  SourceSpan span();

  /** What it is called in a message: "a list". */
  String described();

  /** The value for shortcodes: String, Boolean, Long, Double, List or Map; null if it is null. */
  Optional<Object> plain();

  /** What a scalar is. */
  enum Kind {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL
  }

  /**
   * One word, number or text.
   *
   * @param text its value as text, unquoted
   * @param kind what it is
   * @param span where
   */
  record Scalar(String text, Kind kind, SourceSpan span) implements Node {
    @Override
    public String described() {
      return switch (kind) {
        case STRING -> "'" + shortened() + "'";
        case INTEGER, DECIMAL -> "the number " + text;
        case BOOLEAN -> text;
        case NULL -> "nothing";
      };
    }

    private String shortened() {
      return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }

    @Override
    public Optional<Object> plain() {
      return switch (kind) {
        case STRING -> Optional.of(text);
        case BOOLEAN -> Optional.of(Boolean.valueOf(text));
        case NULL -> Optional.empty();
        case INTEGER, DECIMAL -> Optional.of(number());
      };
    }

    private Object number() {
      try {
        return kind == Kind.INTEGER ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
      } catch (NumberFormatException e) {
        return text; // longer than any number we reckon with
      }
    }

    /** Whether there is nothing in it. */
    public boolean blank() {
      return kind == Kind.NULL || text.isBlank();
    }
  }

  /**
   * A list.
   *
   * @param items what is in it
   * @param span from the first to the last of them, or from bracket to bracket
   */
  record Sequence(List<Node> items, SourceSpan span) implements Node {
    @Override
    public String described() {
      return "a list";
    }

    @Override
    public Optional<Object> plain() {
      List<Object> values = new ArrayList<>();
      items.forEach(item -> item.plain().ifPresent(values::add));
      return Optional.of(values);
    }
  }

  /**
   * Keys with values, in the order of the file, each key once.
   *
   * @param entries the keys with their values
   * @param span from the first key to the last value, or from brace to brace
   */
  record Mapping(Map<String, Entry> entries, SourceSpan span) implements Node {
    /** None at all, at a place. */
    public static Mapping empty(SourceSpan span) {
      return new Mapping(Map.of(), span);
    }

    @Override
    public String described() {
      return "a group of keys";
    }

    @Override
    public Optional<Object> plain() {
      Map<String, Object> values = new LinkedHashMap<>();
      entries.forEach(
          (key, entry) -> entry.value().plain().ifPresent(value -> values.put(key, value)));
      return Optional.of(values);
    }
  }

  /**
   * A key with its value.
   *
   * @param key the key
   * @param keySpan where it stands, with its quotation marks
   * @param value its value
   */
  record Entry(String key, SourceSpan keySpan, Node value) {
    /** Whether somebody wrote the key and left the rest for later. */
    public boolean blank() {
      return value instanceof Scalar scalar && scalar.blank()
          || value instanceof Sequence list && list.items().isEmpty();
    }
  }
}
