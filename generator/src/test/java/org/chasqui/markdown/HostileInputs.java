package org.chasqui.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Texts made to be slow, to go too deep or to be lost: each can be had in any length. */
final class HostileInputs {
  private HostileInputs() {}

  /** By name, in a fixed order: length in characters to a text of about that length. */
  static Map<String, IntFunction<String>> all() {
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    brackets(all);
    emphasis(all);
    html(all);
    nesting(all);
    blocks(all);
    dialect(all);
    noise(all);
    HostileDialect.add(all);
    return all;
  }

  private static void brackets(Map<String, IntFunction<String>> all) {
    for (String piece :
        new String[] {
          "[",
          "]",
          "![",
          "[a](",
          "![a](",
          "[a][",
          "[[",
          "[a](<b",
          "[a](b (",
          "[a](b \"",
          "[ (](",
          "[a][b] ",
          "[a] ",
          "![[]()",
          "[a](b)",
          "![a](b)",
          "[![a](b)](c) ",
          "[^",
          "[^a",
          "[^a] ",
          "^[a",
          "[a]{.b",
          "[a]{",
          "a](b)",
          "[](((",
          "[a]: ",
          "![a]\n",
          "[a](\n",
          "[`a`]( ",
          "\\[a]"
        }) {
      repeat(all, piece);
    }
    all.put("brackets in brackets", n -> "[".repeat(n / 2) + "a" + "]".repeat(n / 2));
    all.put("links in links", n -> "[".repeat(n / 6) + "a" + "](b)".repeat(n / 6));
    all.put("parentheses", n -> "[a](" + "(".repeat(n / 2) + ")".repeat(n / 2));
    all.put("bracket lines", n -> "[a\n".repeat(n / 3));
    all.put("definitions repeated", n -> "[a]: u\n".repeat(n / 7));
    all.put("definitions", n -> lines(n, "[a%d]: u\n") + "\n[a1]");
    all.put("definitions apart", n -> lines(n, "[a%d]: u\n\n"));
    all.put("definitions used", n -> lines(n / 2, "[a%d]: u\n") + "\n" + lines(n / 2, "[a%d] "));
    all.put("definition without end", n -> "[a]: <" + "b".repeat(n));
    all.put("title without end", n -> "[a]: b \"" + "c\n".repeat(n / 2));
    all.put("label without end", n -> "[" + "a ".repeat(n / 2) + "\n");
    all.put("label lines", n -> "[a b\n\n".repeat(n / 6));
    all.put("footnotes", n -> lines(n, "[^a%d]: b\n\n"));
    all.put("footnotes close", n -> lines(n, "[^a%d]: b\n"));
    all.put("footnotes used", n -> lines(n / 2, "[^a%d]: b\n\n") + "\n" + lines(n / 2, "[^a%d] "));
    all.put("one footnote used", n -> "[^a] ".repeat(n / 5) + "\n\n[^a]: b\n");
    all.put("footnotes in footnotes", n -> lines(n, "[^a%1$d]: [^a%1$d] b\n\n"));
  }

  private static void emphasis(Map<String, IntFunction<String>> all) {
    for (String piece :
        new String[] {
          "*", "_", "**", "__", "~", "~~", "~~a ", "~a ", "**a ", "*a ", "*a_ ", "*a**", "_a__",
          "a*", "a_", "*a **a ", "***a** ", "* a ", "_a", "a**b", "c* ", "*~~_", "==a ", "^a",
          "*a*", "**a**"
        }) {
      repeat(all, piece);
    }
    all.put("emphasis in emphasis", n -> "*a ".repeat(n / 6) + "b" + " a*".repeat(n / 6));
    all.put("strong in strong", n -> "**a ".repeat(n / 8) + "b" + " a**".repeat(n / 8));
    all.put("stars then underscores", n -> "*".repeat(n / 2) + "a" + "_".repeat(n / 2));
    all.put("delimiter mix", n -> "a**b" + "c* ".repeat(n / 3));
    all.put("backticks growing", HostileInputs::growingBackticks);
    for (String piece :
        new String[] {"`", "`a", "``a`", "`a``b```", "` ", "`a`", "$a ", "$", "$$", "$$a "}) {
      repeat(all, piece);
    }
    all.put("dollars and backslash", n -> "$a\\".repeat(n / 3));
    all.put("dollar lines", n -> "$$\na\n".repeat(n / 5));
  }

  private static void html(Map<String, IntFunction<String>> all) {
    for (String piece :
        new String[] {
          "<",
          "<a ",
          "a<!--",
          "a<?",
          "a<![CDATA[",
          "a<!A ",
          "&",
          "&a",
          "&#",
          "&amp;",
          "<a>",
          "</a>",
          "<a b=\"",
          "<a b='",
          "<a@b",
          "<http:",
          "<b",
          "< a",
          "<a href=b ",
          "\\\\",
          "\\<",
          "<!-",
          "&#x1"
        }) {
      repeat(all, piece);
    }
    for (String piece :
        new String[] {"<!--", "<?", "<![CDATA[", "<!A", "<pre>", "<div>", "<script>", "<a"}) {
      lineOf(all, piece);
      all.put("line and blank: " + piece, n -> (piece + "\n\n").repeat(n / (piece.length() + 2)));
    }
    all.put("attributes without end", n -> "<a" + " b=c".repeat(n / 4));
    all.put("attributes of a block", n -> "<div" + " b=\"c\"".repeat(n / 6) + ">\n");
    all.put("attribute without end", n -> "a <a b=\"" + "c ".repeat(n / 2));
    all.put("details nested", n -> "<details>\n\n".repeat(n / 11));
    all.put(
        "details closed", n -> "<details>\n\n".repeat(n / 22) + "</details>\n\n".repeat(n / 22));
    all.put("details in a line", n -> "<details>".repeat(n / 9));
    all.put("ids", n -> lines(n, "<a id=\"a%d\">\n\n"));
    all.put("comment controls", n -> "<!-- i18n:off -->\n".repeat(n / 18));
    all.put("comments in a line", n -> "a <!-- b -->".repeat(n / 12));
  }

  private static void nesting(Map<String, IntFunction<String>> all) {
    for (String piece :
        new String[] {"> ", ">", "- ", "1. ", "+ ", "* ", "- > ", "> - ", "1) ", "    - "}) {
      repeat(all, piece);
    }
    all.put("lines of an item", n -> "- a\n" + "  b\n".repeat(n / 4));
    all.put("lines of an item, lazy", n -> "- a\n" + "b\n".repeat(n / 2));
    all.put("lines of a box", n -> "> [!NOTE]\n" + "> b *c*\n".repeat(n / 8));
    all.put("lines of a quote, lazy", n -> "> a\n" + "b\n".repeat(n / 2));
    all.put("lines of a quote, blanks", n -> "> a\n" + ">   b\n".repeat(n / 6));
    all.put("heading of quoted lines", n -> "> a\n".repeat(n / 4) + "> ===\n");
    all.put("headings of quoted lines", n -> "> a\n> ===\n".repeat(n / 10));
    all.put("table in a quote", n -> "> |a|b|\n> |-|-|\n" + "> |c|d|\n".repeat(n / 8));
    all.put("terms in a quote", n -> "> a\n".repeat(n / 8) + "> : b\n".repeat(n / 12));
    all.put("code in a quote", n -> "> ```python\n" + "> a = 1\n".repeat(n / 8));
    all.put("html in a quote", n -> "> <div>\n" + "> <b>c</b>\n".repeat(n / 11));
    all.put("indented code in a quote", n -> ">     a\n".repeat(n / 8));
    all.put("directive in a quote", n -> "> ```{note}\n" + "> a\n".repeat(n / 4));
    all.put("literal in a quote", n -> "> ```{code-block}\n" + "> a\n".repeat(n / 4));
    all.put("formula in a quote", n -> "> $$\n" + "> a\n".repeat(n / 4));
    all.put("code in an item", n -> "- ```\n" + "  a\n".repeat(n / 4));
    all.put("html in an item", n -> "- <div>\n" + "  <b>\n".repeat(n / 6));
    all.put("footnote of lines", n -> "[^a]\n\n[^a]: b\n" + "    c\n".repeat(n / 6));
    all.put("quote lines", n -> ">\n".repeat(n / 2));
    all.put("quotes growing", n -> growing(n, "> ", "a\n"));
    all.put("lists growing", n -> growing(n, "  ", "- a\n"));
    all.put("lists growing by four", n -> growing(n, "    ", "- a\n"));
    all.put("numbers growing", n -> growing(n, "   ", "1. a\n"));
    all.put("quotes deep again", n -> (">".repeat(500) + "a\n").repeat(n / 502));
    all.put("lists deep again", n -> ("- ".repeat(250) + "a\n").repeat(n / 502));
    all.put("quotes shrinking", n -> shrinking(n, ">", "a\n"));
    all.put("colons nested", n -> "::: a\n".repeat(n / 6));
    all.put("colons nested and closed", n -> "::: a\n".repeat(n / 10) + ":::\n".repeat(n / 10));
    all.put("colons growing", n -> growing(n, ":", "::: a\n"));
    all.put("colon directives", n -> ":::{note}\n".repeat(n / 10));
    all.put("colon closers", n -> ":::\n".repeat(n / 4));
    all.put("fences nested", n -> "```{note}\n".repeat(n / 10));
    all.put("fences growing", n -> growing(n, "`", "```{note}\n"));
    all.put("fences shrinking", n -> shrinking(n, "`", "```{note}\n"));
    all.put("fences opened", n -> "```a\n".repeat(n / 5));
    all.put("fences in colons", n -> "::: a\n```\n".repeat(n / 10));
    all.put("fences growing plain", n -> growing(n, "`", "```\n"));
    all.put("shortcodes never closed", n -> "{{< a >}}\n".repeat(n / 10));
    all.put("shortcodes nested", n -> "{{< a >}}\n".repeat(n / 21) + "{{< /a >}}\n".repeat(n / 21));
    all.put("percent nested", n -> "{{% a %}}\n".repeat(n / 21) + "{{% /a %}}\n".repeat(n / 21));
    all.put(
        "shortcodes with text",
        n -> "{{< a >}}\nb\n".repeat(n / 24) + "{{< /a >}}\nb\n".repeat(n / 24));
    all.put("list of quotes", n -> "- > a\n".repeat(n / 6));
    all.put("items", n -> "- a\n".repeat(n / 4));
    all.put("items apart", n -> "- a\n\n".repeat(n / 5));
    all.put("numbers", n -> lines(n, "%d. a\n"));
    all.put("items changing", n -> "- a\n+ a\n".repeat(n / 8));
    all.put("items with paragraphs", n -> "- a\n\n  b\n".repeat(n / 9));
    all.put("code in items", n -> "-     a\n".repeat(n / 8));
    all.put("tasks", n -> "- [ ] a\n".repeat(n / 8));
    all.put("task fragments", n -> "- [x".repeat(n / 4));
  }

  private static void blocks(Map<String, IntFunction<String>> all) {
    for (String line :
        new String[] {
          "# a",
          "## a",
          "a\n===",
          "a\n---",
          "a\n===\n",
          "a\n---\n",
          "a\n: b",
          "a\n: b\n",
          ": b",
          "a\n\n: b\n",
          "| a ",
          "| a",
          "a | b",
          "|-|-|",
          "| a |\n|---|",
          "| a |\n|---|\n",
          "---",
          "    a",
          "    a\n",
          "% a",
          "%",
          "(a)=",
          "(a)=\n",
          "+++",
          "+++\n",
          "^^^",
          "*[A]: b",
          "```",
          "~~~",
          "> [!NOTE]",
          "> a",
          "> a *b",
          "> a  ",
          "> [a]: b",
          "> > a",
          "  a",
          "> [!NOTE]\n",
          "{: .a}",
          "a\n{: .a}\n",
          "a {#b}",
          "# a {#b}",
          "# a {.b",
          "# {a=b}",
          "[TOC]",
          "a\\",
          "a  ",
          "![a](b)\n",
          "![a](b \"c\")\n",
          "::: a\n\n:::\n",
          ":::{note}\nb\n:::\n",
          "```{note}\nb\n```\n",
          "```{code-cell}\na\n```\n",
          "$$\na\n$$\n",
          "$$ a $$ (b)\n",
          "a\n",
          "a",
          "---\n",
          "::: a\n:::",
          "{{< a >}}",
          "{{< youtube a >}}\n",
          "{{< figure src=\"a\" >}}\n",
          "    - a",
          "\t- a",
          "1. a\n   - b",
          ":::{literalinclude} a",
          "```{include} a\n```\n",
          "<!-- a -->\n",
          "<hr>\n",
          "a<br>",
          "# a\n\nb\n"
        }) {
      lineOf(all, line);
    }
    all.put("table wide", n -> table(n / 4, 1));
    all.put("table wide and long", n -> table((int) Math.sqrt(n / 4.0), (int) Math.sqrt(n / 4.0)));
    all.put("table long", n -> "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(n / 6));
    all.put("table ragged", n -> "|a|b|\n|-|-|\n" + growing(n, "|c", "|\n"));
    all.put("table wide, rows short", n -> table(n / 8, 0) + "\n|a|".repeat(n / 8));
    all.put("table without rows", n -> "|a".repeat(n / 2) + "\n" + "|-".repeat(n / 2));
    all.put("separator without end", n -> "|a|\n" + "|-".repeat(n / 2) + "x");
    all.put("pipes", n -> "|".repeat(n));
    all.put("cells in a paragraph", n -> "a | b\nc | d\n".repeat(n / 12));
    all.put("cells escaped", n -> "|a|\n|-|\n|" + "\\|".repeat(n / 2));
    all.put("terms", n -> "a\n".repeat(n / 4) + ": b\n".repeat(n / 4));
    all.put("definitions of one term", n -> "a\n" + ": b\n".repeat(n / 4));
    all.put("headings alike", n -> "# a b c\n\n".repeat(n / 9));
    all.put("headings each its own", n -> lines(n, "# a%d\n"));
    all.put("headings with numbers", n -> "# a\n" + lines(n, "# a-%d\n"));
    all.put("heading of hashes", n -> "# a " + "#".repeat(n));
    all.put("underline long", n -> "a\n" + "=".repeat(n));
    all.put("rule long", n -> "- ".repeat(n / 2) + "a");
    all.put("stars apart", n -> "* ".repeat(n / 2));
    all.put("lines apart", n -> "_ ".repeat(n / 2));
    all.put("code of a million lines", n -> "```python\n" + "# a\n".repeat(n / 4));
    all.put("code of one line", n -> "```python\n" + "a('b').".repeat(n / 7));
    all.put("code of quotes", n -> "```python\n" + "'\"".repeat(n / 2));
    all.put("code with triple quotes", n -> "```python\n" + "\"\"\" a ".repeat(n / 6));
    all.put("shell of quotes", n -> "```bash\n" + "$(a \"".repeat(n / 5));
    all.put("diff", n -> "```diff\n" + "+a\n-b\n".repeat(n / 6));
    all.put("html of tags", n -> "```html\n" + "<a b='".repeat(n / 6));
    all.put("c of comments", n -> "```c\n" + "/* a ".repeat(n / 5));
    all.put("json of brackets", n -> "```json\n" + "[{\"a\":".repeat(n / 6));
  }

  private static void dialect(Map<String, IntFunction<String>> all) {
    for (String piece :
        new String[] {
          "{{< a ",
          "{{<",
          "{{< a >}}",
          "{{< a >}} ",
          "{{% a %}}",
          "{{% a \"",
          "{{< a b=\"",
          "{{</* a",
          "{{",
          "{ref}",
          "{ref}`",
          "{ref}`a",
          "{ref}`a` ",
          "{numref}`a` ",
          "{term}`a` ",
          "{a}`",
          "{a=b}",
          "{a=b",
          "{#a ",
          "{.a",
          "`a`{.b ",
          "`a`{.b}",
          "[a](b){.c} ",
          "{: ",
          "{:.a}",
          ":a:",
          ":a",
          ":+1:",
          ":tada:",
          "https://a",
          "https://a ",
          "https://a.b/",
          "https://a.b/(",
          "http",
          "www.",
          "www.a ",
          "www.a.b",
          "a@b.c",
          "a@b.c ",
          "a@",
          "a.",
          "@",
          "a_b@c.d ",
          "h",
          "w",
          "[a](#b) ",
          "[](a) ",
          "[](#a) ",
          "[a]({{< ref b >}}) ",
          "[a]({{< ",
          "(a)="
        }) {
      repeat(all, piece);
    }
    all.put("abbreviations", n -> lines(n / 2, "*[A%d]: b\n") + "\n" + lines(n / 2, "A%d "));
    all.put("one abbreviation used", n -> "*[A]: b\n\n" + "A ".repeat(n / 2));
    all.put("abbreviations alike", n -> prefixes(n / 2) + "\n" + "A".repeat(n / 2));
    all.put("references to nothing", n -> lines(n, "{ref}`a%d` "));
    all.put("references to headings", n -> lines(n / 2, "# a%d\n") + lines(n / 2, "{ref}`a%d` "));
    all.put(
        "targets and references", n -> lines(n / 2, "(a%d)=\n\n") + lines(n / 2, "{ref}`a%d` "));
    all.put("target of parentheses", n -> "[a](" + "(a)".repeat(n / 3));
    all.put("address of parentheses", n -> "https://a.b/" + "(".repeat(n));
    all.put("address of signs", n -> "https://a.b/" + "?!".repeat(n / 2));
    all.put("address of entities", n -> "https://a.b/" + "&amp;".repeat(n / 5));
    all.put("glossary", n -> "```{glossary}\n" + lines(n, "a%d\n: b\n\n") + "```\n");
    all.put("figures", n -> lines(n, ":::{figure} a\n:name: a%d\nb\n:::\n"));
    all.put("options without end", n -> ":::{note}\n" + lines(n, ":a%d: b\n"));
    all.put("attributes of a heading", n -> "# a {" + ".b ".repeat(n / 3) + "}");
    all.put("attribute sets", n -> "# a " + "{.b} ".repeat(n / 5));
    all.put("tabs", n -> "::::{tab-set}\n" + ":::{tab-item} a\nb\n:::\n".repeat(n / 23) + "::::\n");
    all.put("arguments of a shortcode", n -> "{{< a " + lines(n, "b%d=\"c\" ") + ">}}\n");
    all.put("shortcode in quotes", n -> "{{< a \"" + "b\\".repeat(n / 2));
  }

  private static void noise(Map<String, IntFunction<String>> all) {
    for (String piece :
        new String[] {
          "\r", "\u0000", "\uFEFF", "\r\n", "a\r", "\t", " ", "\n", "a\n", "\u00A0", "\uD83D",
          "\u0085"
        }) {
      repeat(all, piece);
    }
    all.put("one line", "a"::repeat);
    all.put("one line of words", n -> "word ".repeat(n / 5));
    all.put("line and sign", n -> "a".repeat(n) + "*");
    all.put("paragraph of lines", n -> "word word\n".repeat(n / 10));
    all.put("empty lines", n -> "a\n" + "\n".repeat(n / 5) + "b\n");
    all.put("empty lines in a list", n -> "- a\n" + "\n".repeat(n / 5) + "  b\n");
    all.put("empty lines in a quote", n -> "> a\n" + ">\n".repeat(n / 2) + "> b\n");
    all.put("empty lines in code", n -> "    a\n" + "\n".repeat(n / 5) + "    b\n");
    all.put("blanks at line ends", n -> "a" + " ".repeat(n) + "\nb");
    all.put("lines of blanks", n -> "    \n".repeat(n / 5));
    all.put("tabs and marks", n -> "\t>".repeat(n / 2));
    all.put(
        "everything",
        n -> "*_`[a](<b> \"c\n> - 1. ::: d\n\n{{< e >}}$f|g&h;\\i{#j}".repeat(n / 52));
  }

  private static void repeat(Map<String, IntFunction<String>> all, String piece) {
    all.put(visible(piece), n -> piece.repeat(Math.max(1, n / piece.length())) + "a\n");
  }

  private static void lineOf(Map<String, IntFunction<String>> all, String line) {
    String whole = line + "\n";
    all.put("lines: " + visible(line), n -> whole.repeat(n / whole.length()));
  }

  private static String visible(String piece) {
    StringBuilder out = new StringBuilder();
    for (char c : piece.toCharArray()) {
      out.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return out.toString();
  }

  private static String lines(int length, String format) {
    StringBuilder out = new StringBuilder(length + 64);
    for (int i = 1; out.length() < length; i++) {
      out.append(String.format(format, i));
    }
    return out.toString();
  }

  private static String prefixes(int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < 60 && out.length() < length; i++) {
      out.append("*[").append("A".repeat(i)).append("]: b\n");
    }
    return out.toString();
  }

  private static String growing(int length, String indent, String line) {
    StringBuilder out = new StringBuilder(length + 2_000);
    for (int i = 0; out.length() < length; i++) {
      out.append(indent.repeat(i)).append(line);
    }
    return out.toString();
  }

  private static String shrinking(int length, String indent, String line) {
    StringBuilder out = new StringBuilder(length + 2_000);
    for (int i = (int) Math.sqrt(2.0 * length); i >= 0 && out.length() < length; i--) {
      out.append(indent.repeat(i)).append(line);
    }
    return out.toString();
  }

  private static String growingBackticks(int length) {
    StringBuilder out = new StringBuilder(length + 2_000);
    for (int i = 1; out.length() < length; i++) {
      out.append("e").append("`".repeat(i));
    }
    return out.toString();
  }

  private static String table(int columns, int rows) {
    return "|a".repeat(columns)
        + "\n"
        + "|-".repeat(columns)
        + ("\n" + "|b".repeat(columns)).repeat(rows);
  }
}
