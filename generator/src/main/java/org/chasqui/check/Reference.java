package org.chasqui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.check.PageTags.Tag;

/**
 * A URL in a finished page.
 *
 * @param url as it stands there
 * @param loads whether a browser fetches it by itself when the page is opened
 * @param content whether it is a picture, film or frame in the text, which an author chose
 */
record Reference(String url, boolean loads, boolean content) {
  private static final List<String> ATTRIBUTES = List.of("href", "src", "poster", "data");
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
  static List<Reference> in(List<Tag> tags) {
    List<Reference> found = new ArrayList<>();
    for (Tag tag : tags) {
      if (!tag.attributes().isEmpty()) {
        of(tag, found);
      }
    }
    for (Tag tag : tags) {
      if (tag.name().equals("meta") && tag.is("http-equiv", "refresh")) {
        Matcher url = REFRESH.matcher(tag.value("content"));
        if (url.find()) {
          found.add(new Reference(url.group(1).strip(), false, false));
        }
      }
    }
    found.removeIf(reference -> reference.url.isEmpty());
    return found;
  }

  private static void of(Tag tag, List<Reference> found) {
    String name = tag.name();
    boolean embed = EMBEDS.contains(name);
    boolean loads = embed || name.equals("script") || (name.equals("link") && loads(tag));
    boolean content = embed && tag.content();
    for (String attribute : ATTRIBUTES) {
      if (tag.has(attribute) && (!attribute.equals("data") || name.equals("object"))) {
        found.add(new Reference(tag.value(attribute).strip(), loads, content));
      }
    }
    if (tag.has("srcset")) {
      for (String candidate : tag.value("srcset").split(",(?=\\s)|,$")) {
        String url = candidate.strip().split("\\s+")[0];
        found.add(new Reference(url, loads, content));
      }
    }
  }

  private static boolean loads(Tag link) {
    for (String relation : link.value("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
      if (LOADING_RELATIONS.contains(relation)) {
        return true;
      }
    }
    return false;
  }
}
