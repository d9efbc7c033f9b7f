package org.chasqui.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Language;
import org.chasqui.site.Page;
import org.chasqui.theme.HeadView;
import org.chasqui.theme.Html;
import org.chasqui.theme.LanguageLinkView;

/** What machines read in the head of a page. */
final class Heads {
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6} .*$");
  private static final Pattern MORE = Pattern.compile("(?m)^ {0,3}<!-- *more *-->[ \\t\\r]*$");

  private Heads() {}

  /**
   * The head of a page. A page that is not translated is known under the address of its source, and
   * takes no part in hreflang: search engines would take it for a copy.
   */
  static HeadView of(
      Frame frame, List<LanguageLinkView> languages, String picture, Html structuredData) {
    PageContext context = frame.context();
    Language source = context.scene().config().sourceLanguage();
    Frame.Variant original = frame.variants().get(source);
    boolean real = frame.real();
    List<LanguageLinkView> translated =
        languages.stream().filter(LanguageLinkView::translated).toList();
    List<LanguageLinkView> alternates = real && translated.size() > 1 ? translated : List.of();
    return new HeadView(
        context.absolute(real || original == null ? context.path() : original.path()),
        alternates,
        alternates.isEmpty() ? "" : fallback(alternates, source),
        frame.description(),
        real,
        type(frame.kind()),
        picture,
        structuredData,
        Territories.locale(context.language()),
        alternates.stream()
            .map(link -> Language.of(link.tag()))
            .filter(other -> !other.equals(context.language()))
            .map(Territories::locale)
            .toList());
  }

  private static String fallback(List<LanguageLinkView> alternates, Language source) {
    return alternates.stream()
        .filter(link -> link.tag().equals(source.tag()))
        .findFirst()
        .orElse(alternates.get(0))
        .absolute();
  }

  private static String type(String kind) {
    return switch (kind) {
      case "post", "episode", "job", "event" -> "article";
      case "person" -> "profile";
      default -> "website";
    };
  }

  /** What stands before {@code <!--more-->}, where an author ended the summary with it. */
  static Optional<String> excerpt(Page page) {
    String text = page.body().markdown();
    Matcher more = MORE.matcher(text);
    return more.find() ? Optional.of(line(text.substring(0, more.start()))) : Optional.empty();
  }

  private static String line(String markdown) {
    return Markdown.plain(markdown).strip().replaceAll("\\s+", " ");
  }

  // A heading before a sentence would read as its beginning. Code is no part of a description.
  private static String withoutHeadings(String markdown) {
    return HEADING.matcher(markdown).replaceAll("");
  }

  /** A description for machines: the summary, or the beginning of the text. */
  static String description(Page page) {
    String summary = PageContext.plain(page.header().summary());
    if (!summary.isEmpty()) {
      return summary;
    }
    Optional<String> excerpt = excerpt(page);
    String text = excerpt.orElseGet(() -> line(withoutHeadings(page.body().markdown())));
    if (text.length() <= 160 || excerpt.isPresent()) {
      return text;
    }
    int end = text.lastIndexOf(' ', 157);
    return text.substring(0, end < 80 ? 157 : end) + "…";
  }
}
