package org.chasqui.markdown;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links and pictures of raw HTML. Authors write their targets as the source tree has them, as
 * they do in Markdown; a page may well stand elsewhere, in another language to begin with.
 */
final class HtmlLinks {
  private static final Pattern TARGET =
      Pattern.compile(
          "\\s(?:src|href|poster)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'=<>`]+))",
          Pattern.CASE_INSENSITIVE);

  private HtmlLinks() {}

  /** A piece of HTML with the URLs that the resolver knows in the place of what was written. */
  static CharSequence resolved(CharSequence html, LinkResolver links) {
    String text = html.toString();
    if (text.indexOf('=') < 0) {
      return html;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    HtmlTags tags = new HtmlTags(text);
    while (tags.find()) {
      if (tags.name().isEmpty() || tags.isClosing()) {
        continue;
      }
      Matcher target = TARGET.matcher(text).region(tags.attributes(), tags.end());
      while (target.find()) {
        int group = target.group(1) != null ? 1 : target.group(2) != null ? 2 : 3;
        Optional<String> url = links.inHtml(Escaping.unescapeHtml(target.group(group)));
        if (url.isPresent()) {
          out.append(text, done, target.start(group));
          Html.escape(out, url.get());
          done = target.end(group);
        }
      }
    }
    return done == 0 ? html : out.append(text, done, text.length());
  }
}
