package org.chasqui.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a message that a translation must keep. */
final class Tokens {
  /** Codes of the problems, with the word for what differs. */
  static final Map<String, String> KINDS = kinds();

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[^{}\\n]*\\}\\}|\\{%[^%\\n]*%\\}|\\{[A-Za-z_][\\w.-]*\\}");
  private static final Pattern FOOTNOTE = Pattern.compile("(?<!\\\\)\\[\\^[^\\[\\]\\s]+\\]");

  private static final String PLAIN = " .,;:()'\"?%/«»¿¡…’“”–—-\u00A0";

  private final Map<String, List<String>> byKind = new HashMap<>();
  private final List<String> urls = new ArrayList<>();

  private Tokens() {}

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("code-span", phrase("the code {1}"));
    kinds.put("link-internal", phrase("the link target {1}"));
    kinds.put("link-external", phrase("the link target {1}"));
    kinds.put("footnote", phrase("the footnote {1}"));
    kinds.put("math", phrase("the formula {1}"));
    kinds.put("html", phrase("the HTML {1}"));
    kinds.put("shortcode", phrase("the shortcode {1}"));
    kinds.put("placeholder", phrase("the placeholder {1}"));
    kinds.put("emphasis", phrase("the emphasis {1}"));
    return kinds;
  }

  // Marks what the program says, for those who collect it to be translated.
  private static String phrase(String text) {
    return text;
  }

  static Tokens of(String message) {
    Tokens tokens = new Tokens();
    return tokens.simple(message.strip()) ? tokens : parsed(message);
  }

  /** The same by the parser, whatever the message looks like. */
  static Tokens parsed(String message) {
    Tokens tokens = new Tokens();
    Document document = Dialect.parse(LineStart.escape(message.strip()));
    tokens.collect(document, 0);
    return tokens;
  }

  // Most messages are one line of words with code at most. A parser for one line costs more than
  // ten times what reading it does, and every translation is compared.
  private boolean simple(String text) {
    if (!isSimple(text)) {
      return false;
    }
    int at = 0;
    for (int open = text.indexOf('`'); open >= 0; open = text.indexOf('`', at)) {
      text(text.substring(at, open));
      int close = text.indexOf('`', open + 1);
      add("code-span", "`" + PlainText.code(text.substring(open + 1, close)) + "`");
      at = close + 1;
    }
    text(text.substring(at));
    return true;
  }

  // One line that begins with a letter, so that it is a paragraph; nothing in it but code has a
  // meaning in Markdown, and every code has one mark at each end.
  private static boolean isSimple(String text) {
    boolean code = false;
    int opened = -1;
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c == '`') {
        if (i > 0 && letters[i - 1] == '`') {
          return false;
        }
        code = !code;
        opened = i;
      } else if (code ? c == '{' || c == '\n' || c == '\r' : !isPlain(c)) {
        return false;
      }
    }
    return !code && opened != 0 && !text.isEmpty() && Character.isLetter(text.charAt(0));
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || c == ' '
        || Character.isLetterOrDigit(c)
        || PLAIN.indexOf(c) >= 0;
  }

  List<String> all(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** How many links and pictures there are. */
  int links() {
    return all("link-internal").size() + all("link-external").size();
  }

  List<String> urls() {
    return urls;
  }

  @Override
  public String toString() {
    return new TreeMap<>(byKind) + " " + urls;
  }

  private void add(String kind, String token) {
    byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(token);
  }

  private void collect(Node parent, int depth) {
    if (depth > Rendering.DEEPEST) {
      return;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      node(node);
      if (!(node instanceof Code)) {
        collect(node, depth + 1);
      }
    }
  }

  private void node(Node node) {
    if (node instanceof Code code) {
      add("code-span", "`" + PlainText.code(code.getText()) + "`");
    } else if (node instanceof LinkNodeBase link) {
      link(Escaping.unescapeString(link.getUrl()));
    } else if (node instanceof AutoLink || node instanceof MailLink) {
      link(node.getChars().toString());
    } else if (node instanceof Text) {
      text(node.getChars().toString());
    } else if (node instanceof Nodes.InlineMath math) {
      add("math", PlainText.collapse(math.getChars()));
    } else if (node instanceof HtmlInlineComment) {
      return;
    } else if (node instanceof HtmlInline) {
      html(node.getChars().toString());
    } else if (node instanceof Emphasis || node instanceof StrongEmphasis) {
      add("emphasis", node instanceof Emphasis ? "*" : "**");
    } else {
      other(node);
    }
  }

  private void other(Node node) {
    if (node instanceof Nodes.InlineShortcode shortcode) {
      shortcode(shortcode.tag);
    } else if (node instanceof Nodes.ShortcodeBlock shortcode) {
      shortcode(shortcode.tag);
    } else if (node instanceof Nodes.Role role) {
      String target = Roles.isTranslated(role) ? "" : Roles.target(role);
      String text = Roles.isTranslated(role) ? "" : "`" + role.text + "`";
      add("shortcode", "{" + role.name + "}" + (target.isEmpty() ? text : target));
    } else if (node instanceof Nodes.MathBlock) {
      add("math", PlainText.collapse(node.getChars()));
    } else if (node instanceof HtmlBlockBase) {
      HtmlTags tag = new HtmlTags(node.getChars());
      while (tag.find()) {
        html(tag.written());
      }
    } else if (node instanceof FencedCodeBlock) {
      add("code-span", node.getChars().toString());
    } else if (node instanceof com.vladsch.flexmark.ext.footnotes.Footnote) {
      add("footnote", node.getChars().toString());
    } else if (node instanceof com.vladsch.flexmark.ast.RefNode) {
      Matcher footnote = FOOTNOTE.matcher(node.getChars());
      if (footnote.matches()) {
        add("footnote", footnote.group());
      }
    }
  }

  private void shortcode(ShortcodeTag tag) {
    if (tag.kind() == ShortcodeTag.Kind.ESCAPED) {
      return;
    }
    StringBuilder token = new StringBuilder(tag.kind() == ShortcodeTag.Kind.CLOSE ? "/" : "");
    token.append(tag.name());
    for (ShortcodeTag.Argument argument : tag.arguments()) {
      boolean free = SegmentRules.TEXT_ARGUMENTS.contains(argument.key());
      token.append(' ').append(argument.key()).append('=').append(free ? "" : argument.value());
    }
    add("shortcode", token.toString());
  }

  private void link(String url) {
    urls.add(url);
    boolean external = url.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*|<.*>");
    add(external ? "link-external" : "link-internal", url);
  }

  // Alt texts and titles are words: only that they are there counts.
  private void html(String tag) {
    String shape =
        PlainText.collapse(tag)
            .replaceAll("(?i)(\\s(?:alt|title|aria-label|placeholder)=)(\"[^\"]*\"|'[^']*')", "$1")
            .replaceAll("\\s*/>", ">");
    add("html", shape);
  }

  private void text(String text) {
    if (text.indexOf('{') >= 0) {
      Matcher placeholder = PLACEHOLDER.matcher(text);
      while (placeholder.find()) {
        add("placeholder", placeholder.group().replaceAll("\\s+", " "));
      }
    }
    if (!Autolinks.mayBeIn(text)) {
      return;
    }
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = Autolinks.begins(c) ? Autolinks.end(text, i) : -1;
      if (end > 0) {
        link(text.substring(i, end));
        i = end;
      } else {
        i++;
      }
    }
  }
}
