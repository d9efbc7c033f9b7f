package org.chasqui.cli;

import java.util.List;
import org.chasqui.site.OutputPath;

/** {@code weight.html}: the tables of a site's weight as one page, for those who keep the site. */
final class WeightPage {
  /** Where it lies. */
  static final OutputPath PATH = OutputPath.of("weight.html");

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem}
      div{overflow-x:auto}
      table{border-collapse:collapse}
      th,td{text-align:start;vertical-align:top;padding:.3rem 1rem .3rem 0;border-bottom:1px solid}
      td{border-color:#8886}
      td:not(:last-child){white-space:nowrap}
      """;

  private final Words words;

  WeightPage(Words words) {
    this.words = words;
  }

  /** The page. */
  String html(List<WeightTables.Table> tables) {
    StringBuilder out = new StringBuilder("<!doctype html>\n<html lang=\"");
    String title = words.say("What the site weighs");
    out.append(words.language()).append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    out.append(title).append("</title>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    out.append("<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n");
    out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n<h1>");
    out.append(title).append("</h1>\n");
    for (int i = 0; i < tables.size(); i++) {
      table(tables.get(i), "table-" + (i + 1), out);
    }
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void table(WeightTables.Table table, String id, StringBuilder out) {
    out.append("<h2 id=\"").append(id).append("\">").append(said(table.title())).append("</h2>\n");
    if (!table.rows().isEmpty()) {
      out.append("<div role=\"region\" tabindex=\"0\" aria-labelledby=\"").append(id);
      out.append("\"><table>\n");
      for (int i = 0; i < table.rows().size(); i++) {
        row(table.rows().get(i), i == 0, out);
      }
      out.append("</table></div>\n");
    }
    if (!table.note().isEmpty()) {
      out.append("<p>").append(said(table.note())).append("</p>\n");
    }
  }

  private void row(String[] cells, boolean heading, StringBuilder out) {
    out.append("<tr>");
    for (String cell : cells) {
      String text = said(cell);
      boolean page = !heading && cell.startsWith("/");
      String name = heading ? "th" : "td";
      out.append('<').append(name).append(heading ? " scope=\"col\">" : ">");
      if (page) {
        out.append("<a href=\".").append(text).append("\">").append(text).append("</a>");
      } else {
        out.append(text);
      }
      out.append("</").append(name).append('>');
    }
    out.append("</tr>\n");
  }

  private String said(String english) {
    return words.say(english).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
