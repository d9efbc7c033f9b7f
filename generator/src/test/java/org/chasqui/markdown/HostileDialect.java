package org.chasqui.markdown;

import java.util.Map;
import java.util.function.IntFunction;

/** Hostile texts of what the dialect adds to CommonMark, and of what code is coloured in. */
final class HostileDialect {
  private static final String[] LANGUAGES = {
    "python",
    "r",
    "bash",
    "sql",
    "yaml",
    "json",
    "toml",
    "javascript",
    "java",
    "c",
    "html",
    "css",
    "diff",
    "dockerfile"
  };

  private HostileDialect() {}

  static void add(Map<String, IntFunction<String>> all) {
    boxes(all);
    shortcodes(all);
    references(all);
    tables(all);
    html(all);
    code(all);
    lists(all);
  }

  private static void boxes(Map<String, IntFunction<String>> all) {
    all.put("boxes unknown", n -> lines(n, "::: a%d\n:::\n"));
    all.put("directives unknown", n -> lines(n, "```{a%d}\nb\n```\n"));
    all.put("name of a box", n -> "::: " + "a".repeat(n) + "\n:::\n");
    all.put("name of a directive", n -> "```{" + "a".repeat(n) + "}\n```\n");
    all.put("title of a box", n -> ":::{note} " + "*a [".repeat(n / 4) + "\n:::\n");
    all.put("titles of boxes", n -> ":::{note} [a](b)\n:::\n".repeat(n / 21));
    all.put("classes of a box", n -> "::: {" + lines(n, ".a%d ") + "}\n:::\n");
    all.put("attributes of a box", n -> "::: {" + lines(n, "a%d=b ") + "}\n:::\n");
    all.put("option of a box", n -> ":::{note}\n:class: " + "a ".repeat(n / 2) + "\n:::\n");
    all.put("options in YAML", n -> "```{note}\n---\n" + lines(n, "a%d: b\n") + "---\n```\n");
    all.put("options in YAML, no end", n -> "```{figure} a\n---\n" + lines(n, "a%d: b\n"));
    all.put("boxes with headings", n -> "::: challenge\n## a\n\nb\n:::\n".repeat(n / 26));
    all.put("boxes in items", n -> "- ::: note\n  a\n  :::\n".repeat(n / 22));
    all.put("boxes open in items", n -> "- ::: note\n".repeat(n / 11));
    all.put("boxes open in quotes", n -> "> ::: note\n".repeat(n / 11));
    all.put("boxes open, apart", n -> "> ::: note\n\n".repeat(n / 12));
    all.put("cards", n -> ":::{card} a\nb\n^^^\nc\n+++\nd\n:::\n".repeat(n / 32));
    all.put("parts of a card", n -> ":::{card} a\n" + "^^^\n+++\n".repeat(n / 8) + ":::\n");
    all.put("grid", n -> "::::{grid} 2\n" + ":::{grid-item}\na\n:::\n".repeat(n / 22) + "::::\n");
    all.put("tabs open", n -> "::::{tab-set}\n:::{tab-item} a\n".repeat(n / 32));
    all.put("tabs of a theme", n -> "::: tab\n\n" + "### a\n\nb\n\n".repeat(n / 10) + ":::\n");
    all.put("alerts with titles", n -> "> [!NOTE] a *b\n> c\n\n".repeat(n / 21));
    all.put("alert, long title", n -> "> [!NOTE] " + "a [".repeat(n / 3));
    all.put("quotes made boxes", n -> "> a\n{: .note}\n\n".repeat(n / 16));
    all.put("attribute lines", n -> "a\n\n" + "{: .a}\n".repeat(n / 7));
    all.put("glossary without definitions", n -> ":::{glossary}\n" + lines(n, "a%d\n") + ":::\n");
    all.put("terms of a glossary used", n -> termsUsed(n));
    all.put("comments of MyST", n -> "% a\n".repeat(n / 4));
    all.put("targets before headings", n -> lines(n, "(a%d)=\n# b\n\n"));
    all.put("targets alike", n -> "(a)=\n# b\n\n".repeat(n / 10));
  }

  private static void shortcodes(Map<String, IntFunction<String>> all) {
    all.put("shortcodes unknown", n -> lines(n, "{{< a%d >}}\n\n"));
    all.put("name of a shortcode", n -> "{{< " + "a".repeat(n) + " >}}\n");
    all.put("shortcodes in a line", n -> "b {{< a >}} c {{< /a >}} ".repeat(n / 25));
    all.put("shortcodes open in a line", n -> "b " + "{{< a >}}".repeat(n / 9));
    all.put("shortcodes around each other", n -> around(n, "{{< a >}}", "{{< /a >}}"));
    all.put("shortcodes and emphasis", n -> "{{< a >}} *{{< b >}}* ".repeat(n / 22));
    all.put("shortcodes and links", n -> "{{< a >}} [{{< b >}}](c) ".repeat(n / 25));
    all.put("shortcodes crossed", n -> "{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}".repeat(n / 38));
    all.put("closers of shortcodes", n -> "{{< /a >}}\n\n".repeat(n / 12));
    all.put("markers and a shortcode", n -> "- ".repeat(n / 2) + "\n\n{{< a >}}\n");
    all.put("numbers and a shortcode", n -> "1. ".repeat(n / 3) + "\n\n{{< a >}}\n");
    all.put("target of shortcodes", n -> "[a](" + "{{<b".repeat(n / 4) + ")");
    all.put("target of shortcodes, closed", n -> "[a](" + "{{<ref b>}}".repeat(n / 11) + ")");
    all.put("figures of shortcodes", n -> lines(n, "{{< figure src=\"a%d\" title=\"b\" >}}\n\n"));
    all.put("videos", n -> lines(n, "{{< youtube a%d >}}\n\n"));
    all.put("shortcode of lines", n -> "{{< a\n" + "b=\"c\"\n".repeat(n / 6) + ">}}\n");
    all.put("shortcode in ticks", n -> "{{< a `" + "b ".repeat(n / 2));
    all.put("shortcodes in ticks", n -> "{{< a `b` >}}\n\n".repeat(n / 15));
    all.put("escaped shortcodes", n -> "{{</* a */>}} ".repeat(n / 14));
    all.put("escaped shortcodes open", n -> "{{</* a ".repeat(n / 8));
    all.put("fences and shortcodes", n -> "```{note}\n{{< a >}}\n".repeat(n / 20));
  }

  private static void references(Map<String, IntFunction<String>> all) {
    all.put("roles unknown", n -> lines(n, "{a%d}`b` "));
    all.put("name of a role", n -> "{" + "a".repeat(n) + "}`b`");
    all.put("role of blanks", n -> "{ref}`a" + " ".repeat(n) + "b`");
    all.put("role of angles", n -> "{ref}`" + "a<".repeat(n / 2) + "`");
    all.put("roles with titles", n -> lines(n, "{ref}`a <b%d>` "));
    all.put("roles in ticks", n -> "{ref}" + "`".repeat(n));
    all.put("figures numbered", HostileDialect::figures);
    all.put("formulas numbered", HostileDialect::formulas);
    all.put("citations", n -> lines(n, "{cite}`a%d` "));
    all.put("citations in brackets", n -> lines(n, "[@a%d; @b] "));
    all.put("formula of one line", n -> "$" + "a".repeat(n) + "$");
    all.put("formula of braces", n -> "$$\n" + "\\frac{".repeat(n / 6) + "\n$$\n");
    all.put("formulas in a line", n -> "$a$ ".repeat(n / 4));
    all.put("formula and blanks", n -> "$$ a $$" + " ".repeat(n) + "(b) c\n");
    all.put("dollars and blanks", n -> ("$$" + " ".repeat(50)).repeat(n / 52));
    all.put(
        "abbreviations long", n -> lines(n / 2, "*[A b c d e f %d]: b\n") + "A b ".repeat(n / 8));
    all.put("meaning of an abbreviation", n -> "*[A]: " + "b ".repeat(n / 4) + "\n\nA\n");
    all.put(
        "meanings many times", n -> "*[A]: " + "b".repeat(1_000) + "\n\n" + "A ".repeat(n / 1_000));
    all.put("notes undefined", n -> lines(n, "[^a%d] "));
    all.put("notes with paragraphs", n -> lines(n, "[^a%d]: b\n\n    c\n\n"));
    all.put("notes in items", n -> lines(n, "- [^a%1$d]\n\n  [^a%1$d]: b\n\n"));
    all.put("notes in quotes", n -> lines(n, "> [^a%d]: b\n"));
    all.put("notes in each other", n -> lines(n, "[^%d]: b [^a]\n\n") + "[^a]: [^1]\n");
    all.put("definitions in quotes", n -> lines(n, "> [a%d]: b\n"));
    all.put("definitions in items", n -> lines(n, "- [a%d]: b\n"));
    all.put("definitions with titles", n -> lines(n, "[a%d]: b 'c'\n"));
    all.put("definitions with wrong titles", n -> lines(n, "[a%d]: b 'c' d\n"));
    all.put("definitions, then text", n -> lines(n, "[a%d]: b\n") + "c\n".repeat(n / 8));
    all.put("definitions of sharp s", n -> lines(n, "[\u00df%d]: b\n") + "\n[SS1]\n");
    all.put("labels of capitals", n -> "[\u0130\u00df] ".repeat(n / 5));
    all.put("label of entities", n -> "[" + "&amp;".repeat(190) + "] ");
    all.put("links in headings", n -> "# " + "[a](b) ".repeat(n / 7));
    all.put("notes in headings", n -> "# " + "<sup class=\"footnote-ref\">".repeat(n / 26));
    all.put("headings with one id", n -> "# a {#b}\n".repeat(n / 9));
    all.put("headings that count", n -> "# a\n# a 1\n".repeat(n / 10));
    all.put("headings counted backwards", HostileDialect::backwards);
    all.put("heading of emoji", n -> "# " + ":tada: ".repeat(n / 7));
    all.put("heading of lines", n -> "a\n".repeat(n / 2) + "===\n");
    all.put("emoji long", n -> ":" + "a".repeat(n) + ":");
    all.put("address of closers", n -> "https://a.b/" + ")".repeat(n));
    all.put("address of pairs", n -> "https://a.b/" + "()".repeat(n / 2));
    all.put("address of ends", n -> "https://a.b/" + "&a;".repeat(n / 3));
    all.put("address of underscores", n -> "www." + "a_".repeat(n / 2) + ".b");
    all.put("mail of dots", n -> "a@" + "b.".repeat(n / 2));
    all.put("mail of signs", n -> "a+".repeat(n / 2) + "@b.c");
    all.put("mails", n -> "a@b".repeat(n / 3));
    all.put("addresses one in another", n -> "http://".repeat(n / 7));
  }

  private static void tables(Map<String, IntFunction<String>> all) {
    all.put("bars in emphasis", n -> "|a|b|\n|-|-|\n|" + "*a|b* |".repeat(n / 7) + "\n");
    all.put("bars in one emphasis", n -> "|a|\n|-|\n|*" + "a|".repeat(n / 2) + "*|\n");
    all.put("bars in links", n -> "|a|\n|-|\n|" + "[a|b](c) |".repeat(n / 10) + "\n");
    all.put("bars in code", n -> "|a|\n|-|\n|" + "`a|b` |".repeat(n / 7) + "\n");
    all.put("ticks in cells", n -> "|a|\n|-|\n" + "|`|\n".repeat(n / 4));
    all.put("ticks in one row", n -> "|a|\n|-|\n" + "|`".repeat(n / 2) + "\n");
    all.put("brackets in cells", n -> "|a|\n|-|\n" + "|[|\n".repeat(n / 4));
    all.put("tables close", n -> "|a|b|\n|-|-|\n".repeat(n / 12));
    all.put("tables in items", n -> "- |a|\n  |-|\n  |b|\n".repeat(n / 18));
    all.put(
        "table of a list", n -> ":::{list-table}\n" + "* - a\n  - b\n".repeat(n / 12) + ":::\n");
    all.put("table of values", n -> "```{csv-table}\n" + "a,b\n".repeat(n / 4) + "```\n");
    all.put("table of quotes", n -> "```{csv-table}\n" + "\"a,".repeat(n / 3) + "\n```\n");
    all.put("table of commas", n -> "```{csv-table}\n" + ",".repeat(n) + "\n```\n");
    all.put("table of ragged values", n -> "```{csv-table}\n" + ragged(n) + "```\n");
    all.put("table with a name", n -> ":::{table} a\n|a|\n|-|\n" + "|b|\n".repeat(n / 4) + ":::\n");
  }

  private static void html(Map<String, IntFunction<String>> all) {
    all.put("blanks in a comment", n -> "<!-- i18n:" + " ".repeat(n) + "a --> b\n");
    all.put("blanks in comments", n -> ("<!-- i18n:" + " ".repeat(500) + "-->b\n").repeat(n / 515));
    all.put("comments of translation", n -> "a <!-- i18n: comment=b -->\n\n".repeat(n / 29));
    all.put(
        "comments on and off", n -> "<!-- i18n:off -->\na\n<!-- i18n:on -->\n\n".repeat(n / 38));
    all.put("links in HTML", n -> "<div>\n" + "<a href=\"b\">\n".repeat(n / 13) + "</div>\n");
    all.put("links in HTML, open", n -> "<div>\n" + "<a href=\"b\" ".repeat(n / 12));
    all.put("quotes in HTML, open", n -> "<div>\n" + "<a href='b\" ".repeat(n / 12));
    all.put("blanks in HTML", n -> "<div>\n<a href" + " ".repeat(n) + ">\n");
    all.put("ids in HTML", n -> "<div>\n" + lines(n, "<a id=b%d name='c\n"));
    all.put("comments in HTML, open", n -> "<div>\n" + "<!-- a ".repeat(n / 7));
    all.put("scripts", n -> "<script>\na\n</script>\n".repeat(n / 21));
    all.put("scripts open in HTML", n -> "<div>\n" + "<script>a".repeat(n / 9));
    all.put("texts in HTML", n -> "<div>\n" + "<p>a</p>\n".repeat(n / 9) + "</div>\n");
    all.put("attributes in HTML", n -> "<div>\n" + "<img alt=\"a\" title='b'>\n".repeat(n / 24));
    all.put(
        "summaries", n -> "<details><summary>a</summary>\n\nb\n\n</details>\n\n".repeat(n / 49));
    all.put("terms in HTML, open", n -> "<dl>\n" + "<dt>a\n".repeat(n / 6));
    all.put("spans in a line", n -> "a " + "<b>".repeat(n / 3));
    all.put("entities long", n -> "&CounterClockwiseContourIntegral;".repeat(n / 33));
    all.put("address in angles", n -> "<https://" + "a".repeat(n) + ">");
  }

  private static void code(Map<String, IntFunction<String>> all) {
    for (String language : LANGUAGES) {
      String fence = "```" + language + "\n";
      all.put(language + ": one word", n -> fence + "a".repeat(n) + "\n```\n");
      all.put(language + ": hyphens", n -> fence + "a-".repeat(n / 2) + "\n```\n");
      all.put(language + ": marks", n -> fence + "\"'`".repeat(n / 3) + "\n```\n");
      all.put(language + ": openers", n -> fence + "<!--/*<?{%$(".repeat(n / 12) + "\n```\n");
      all.put(language + ": blanks", n -> fence + " ".repeat(n) + "\n```\n");
      all.put(language + ": words", n -> fence + "a: b; # 1\n".repeat(n / 10) + "```\n");
      all.put(language + ": digits", n -> fence + "1".repeat(n) + "\n```\n");
      all.put(language + ": signs", n -> fence + "-.:=@&%".repeat(n / 7) + "\n```\n");
    }
    all.put("lines marked", n -> "```python {" + lines(n / 2, "%d,") + "}\n" + "a\n".repeat(n / 4));
    all.put(
        "ranges marked",
        n -> "```python {" + "1-99999,".repeat(n / 16) + "}\n" + "a\n".repeat(n / 4));
    all.put("marks of Hugo", n -> "```python " + "hl_lines=[".repeat(n / 10) + "\na\n```\n");
    all.put("marks of braces", n -> "```python " + "{1, ".repeat(n / 4) + "\na\n```\n");
    all.put("info string", n -> "```python " + "a=\"b\" ".repeat(n / 6) + "\na\n```\n");
    all.put(
        "emphasised lines",
        n -> "```{code-block} r\n:emphasize-lines: 1-99999\n" + "a\n".repeat(n / 2));
    all.put("diagram", n -> "```mermaid\n" + "a-->b\n".repeat(n / 6) + "```\n");
    all.put(
        "comments for translators",
        n -> "```python\n" + "# a b c\nd = 1\n".repeat(n / 14) + "```\n");
    all.put("programs", n -> "```python\na = 1\n```\n\n".repeat(n / 21));
    all.put(
        "cells of a notebook", n -> "```{code-cell}\na\n```\n\n```{code-cell}\n".repeat(n / 38));
  }

  private static void lists(Map<String, IntFunction<String>> all) {
    all.put("items four in", n -> "- a\n" + "   - b\n    - c\n".repeat(n / 16));
    all.put("items one further in", n -> "- a\n - b\n  - c\n   - d\n    - e\n\n".repeat(n / 31));
    all.put("definitions in definitions", n -> "a\n: b\n: : c\n".repeat(n / 11));
    all.put("definitions with blocks", n -> "a\n: b\n\n  - c\n\n".repeat(n / 14));
    all.put("definitions growing", HostileDialect::definitionsGrowing);
    all.put("terms of many lines", n -> ("a\n".repeat(50) + ": b\n\n").repeat(n / 105));
    all.put("tasks in tasks", n -> "- [ ] ".repeat(n / 6));
    all.put("programs in items", n -> "- a\n\n  ```\n  b\n  ```\n".repeat(n / 21));
    all.put("numbers with nine digits", n -> "999999999. a\n".repeat(n / 13));
    all.put("quotes and items", n -> "> - a\n>   b\n".repeat(n / 12));
    all.put("items and headings", n -> "- # a\n".repeat(n / 6));
    all.put("items empty", n -> "-\n".repeat(n / 2));
    all.put("items empty, apart", n -> "-\n\n".repeat(n / 3));
    all.put("items with tabs", n -> "-\t\ta\n".repeat(n / 5));
  }

  private static String termsUsed(int length) {
    return "```{glossary}\n"
        + lines(length / 2, "a%d\n: b\n\n")
        + "```\n\n"
        + lines(length / 2, "{term}`a%d` ");
  }

  private static String figures(int length) {
    return lines(length / 2, "```{figure} a.png\n:name: f%d\nb\n```\n\n")
        + lines(length / 2, "{numref}`f%d` ");
  }

  private static String formulas(int length) {
    return lines(length / 2, "$$\na\n$$ (e%d)\n\n") + lines(length / 2, "{eq}`e%d` ");
  }

  private static String backwards(int length) {
    StringBuilder out = new StringBuilder(length + 64);
    for (int i = length / 16; i > 0; i--) {
      out.append("# a-").append(i).append("\n# a\n");
    }
    return out.toString();
  }

  private static String ragged(int length) {
    StringBuilder out = new StringBuilder(length + 2_000);
    for (int i = 1; out.length() < length; i++) {
      out.append(",a".repeat(i)).append('\n');
    }
    return out.toString();
  }

  private static String definitionsGrowing(int length) {
    StringBuilder out = new StringBuilder(length + 2_000);
    for (int i = 0; out.length() < length; i++) {
      out.append("  ".repeat(i)).append("a\n").append("  ".repeat(i)).append(": b\n\n");
    }
    return out.toString();
  }

  private static String around(int length, String open, String close) {
    int times = length / (open.length() + close.length());
    return "b " + open.repeat(times) + "c" + close.repeat(times);
  }

  private static String lines(int length, String format) {
    StringBuilder out = new StringBuilder(length + 64);
    for (int i = 1; out.length() < length; i++) {
      out.append(String.format(format, i));
    }
    return out.toString();
  }
}
