package org.chasqui.gettext;

import java.util.List;
import java.util.Optional;

/** An expression of the language C in the variable {@code n}, over unsigned whole numbers. */
@FunctionalInterface
interface PluralExpression {
  /** Its value; -1 if it has none. */
  long value(long n);

  /** Reads one; nothing if it is not well formed. */
  static Optional<PluralExpression> parse(String text) {
    return new Parser(text).whole();
  }

  /** By recursive descent, a method for {@code ?:} and one for all binary operators by level. */
  final class Parser {
    // Loosest first; within a level longer operators before those they begin with.
    private static final List<List<String>> LEVELS =
        List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    Optional<PluralExpression> whole() {
      try {
        PluralExpression all = choice();
        return next().isEmpty() ? Optional.of(all) : Optional.empty();
      } catch (Malformed e) {
        return Optional.empty();
      }
    }

    private static final class Malformed extends Exception {
      private static final long serialVersionUID = 1L;
    }

    private String next() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.substring(at);
    }

    private boolean take(String token) {
      if (next().startsWith(token)) {
        at += token.length();
        return true;
      }
      return false;
    }

    private PluralExpression choice() throws Malformed {
      if (++depth > DEEPEST) {
        throw new Malformed();
      }
      PluralExpression condition = binary(0);
      if (take("?")) {
        PluralExpression yes = choice();
        if (!take(":")) {
          throw new Malformed();
        }
        PluralExpression no = choice();
        depth--;
        return n -> condition.value(n) != 0 ? yes.value(n) : no.value(n);
      }
      depth--;
      return condition;
    }

    private PluralExpression binary(int level) throws Malformed {
      if (level == LEVELS.size()) {
        return unary();
      }
      PluralExpression left = binary(level + 1);
      while (true) {
        String operator = LEVELS.get(level).stream().filter(this::take).findFirst().orElse("");
        if (operator.isEmpty()) {
          return left;
        }
        left = combine(operator, left, binary(level + 1));
      }
    }

    private PluralExpression unary() throws Malformed {
      if (!next().startsWith("!=") && take("!")) {
        if (++depth > DEEPEST) {
          throw new Malformed();
        }
        PluralExpression inner = unary();
        depth--;
        return n -> inner.value(n) == 0 ? 1 : 0;
      }
      if (take("(")) {
        PluralExpression inner = choice();
        if (!take(")")) {
          throw new Malformed();
        }
        return inner;
      }
      if (take("n")) {
        return n -> n;
      }
      int start = at;
      while (at < text.length() && at < start + 9 && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw new Malformed();
      }
      long number = Long.parseLong(text.substring(start, at));
      return n -> number;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static PluralExpression combine(
        String operator, PluralExpression a, PluralExpression b) {
      return switch (operator) {
        case "||" -> n -> a.value(n) != 0 || b.value(n) != 0 ? 1 : 0;
        case "&&" -> n -> a.value(n) != 0 && b.value(n) != 0 ? 1 : 0;
        case "==" -> n -> a.value(n) == b.value(n) ? 1 : 0;
        case "!=" -> n -> a.value(n) != b.value(n) ? 1 : 0;
        case "<=" -> n -> a.value(n) <= b.value(n) ? 1 : 0;
        case ">=" -> n -> a.value(n) >= b.value(n) ? 1 : 0;
        case "<" -> n -> a.value(n) < b.value(n) ? 1 : 0;
        case ">" -> n -> a.value(n) > b.value(n) ? 1 : 0;
        case "+" -> n -> a.value(n) + b.value(n);
        case "-" -> n -> a.value(n) - b.value(n);
        case "*" -> n -> a.value(n) * b.value(n);
        case "/" -> n -> b.value(n) == 0 ? -1 : a.value(n) / b.value(n);
        default -> n -> b.value(n) == 0 ? -1 : a.value(n) % b.value(n);
      };
    }
  }
}
