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
  private static final Set<String> ATTRIBUTES = Set.of("href", "src", "srcset", "poster", "data");
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
    if (tag.name().equals("a")) {
      // Nearly all are links.
      if (tag.has("href")) {
        found.add(new Reference(tag.value("href").strip(), false, false));
      }
      return;
    }
    List<String> attributes = tag.attributes();
    for (int i = 0; i < attributes.size(); i += 2) {
      String attribute = attributes.get(i);
      if (ATTRIBUTES.contains(attribute)
          && (!attribute.equals("data") || tag.name().equals("object"))) {
        add(tag, attribute, found);
      }
    }
  }

  private static void add(Tag tag, String attribute, List<Reference> found) {
    boolean embed = EMBEDS.contains(tag.name());
    boolean loads =
        embed || tag.name().equals("script") || (tag.name().equals("link") && loads(tag));
    boolean content = embed && tag.content();
    if (!attribute.equals("srcset")) {
      found.add(new Reference(tag.value(attribute).strip(), loads, content));
      return;
    }
    for (String candidate : tag.value(attribute).split(",(?=\\s)|,$")) {
      found.add(new Reference(candidate.strip().split("\\s+")[0], loads, content));
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
