package org.chasqui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A URL in a finished page.
 *
 * @param url as it stands there
 * @param loads whether a browser fetches it by itself when the page is opened
 * @param content whether it is a picture, film or frame in the text, which an author chose
 */
record Reference(String url, boolean loads, boolean content) {
  private static final Set<String> EMBEDS =
      Set.of("img", "iframe", "video", "audio", "source", "track", "embed", "object");
  private static final Set<String> LOADING_RELATIONS =
      Set.of(
          "stylesheet",
          "icon",
          "preload",
          "prefetch",
          "modulepreload",
          "preconnect",
          "dns-prefetch",
          "manifest",
          "apple-touch-icon");
  private static final Pattern REFRESH =
      Pattern.compile("\\d+\\s*[;,]\\s*(?:url\\s*=\\s*)?['\"]?([^'\"]+)", Pattern.CASE_INSENSITIVE);

  /** Every URL of a page, in order. */
  static List<Reference> in(Document document) {
    List<Reference> found = new ArrayList<>();
    for (Element element : document.select("[href],[src],[srcset],[poster],object[data]")) {
      String tag = element.normalName();
      boolean embed = EMBEDS.contains(tag);
      boolean loads = embed || tag.equals("script") || (tag.equals("link") && loads(element));
      boolean content = embed && element.closest("main, article") != null;
      for (String attribute : List.of("href", "src", "poster", "data")) {
        if (element.hasAttr(attribute) && (!attribute.equals("data") || tag.equals("object"))) {
          found.add(new Reference(element.attr(attribute).strip(), loads, content));
        }
      }
      for (String candidate : element.attr("srcset").split(",(?=\\s)|,$")) {
        String url = candidate.strip().split("\\s+")[0];
        found.add(new Reference(url, loads, content));
      }
    }
    for (Element refresh : document.select("meta[http-equiv=refresh]")) {
      Matcher url = REFRESH.matcher(refresh.attr("content"));
      if (url.find()) {
        found.add(new Reference(url.group(1).strip(), false, false));
      }
    }
    found.removeIf(reference -> reference.url.isEmpty());
    return found;
  }

  private static boolean loads(Element link) {
    for (String relation : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
      if (LOADING_RELATIONS.contains(relation)) {
        return true;
      }
    }
    return false;
  }
}
