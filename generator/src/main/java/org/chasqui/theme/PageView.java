package org.chasqui.theme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page has, whatever its kind.
 *
 * @param kind {@code home}, {@code page}, {@code post}, {@code job}, {@code event}, {@code lesson},
 *     {@code episode}, {@code person}, {@code organisation}, {@code hub}, {@code list}, {@code
 *     tags}
 * @param id what it is, in whatever language: {@code lessons/git/intro}; empty for a list
 * @param language its language's tag
 * @param direction {@code ltr} or {@code rtl}
 * @param title its title
 * @param plainTitle its title without markup
 * @param summary what it is about; may be empty
 * @param trail the way from the home page to the page above it
 * @param languages the page in each language of the site
 * @param notice if it is not wholly translated
 * @param body its text
 * @param contents the headings of its text
 * @param date when it was published
 * @param updated when it was last changed
 * @param authors who wrote it; without {@code href} if they have no page
 * @param translators who translated it
 * @param tags its terms
 * @param picture the picture that stands for it
 * @param edit where its source can be edited; may be empty
 * @param params whatever else its front matter holds
 */
public record PageView(
    String kind,
    String id,
    String language,
    String direction,
    Html title,
    String plainTitle,
    Html summary,
    List<LinkView> trail,
    List<LanguageLinkView> languages,
    @Nullable NoticeView notice,
    Html body,
    List<HeadingView> contents,
    @Nullable DateView date,
    @Nullable DateView updated,
    List<LinkView> authors,
    List<String> translators,
    List<LinkView> tags,
    @Nullable PictureView picture,
    String edit,
    Map<String, Object> params) {

  /**
   * Words of prose that adults read in a minute, from the IReST texts; 200 where nobody counted.
   */
  private static final Map<String, Integer> WORDS_A_MINUTE =
      Map.of("en", 228, "es", 218, "fr", 195, "pt", 181, "ar", 138);

  private static final int CODE_WORDS_A_MINUTE = 100;

  /** How many minutes it takes to read its text: prose as its language is read, code slowly. */
  public long readingMinutes() {
    String markup = body.markup();
    long code = 0;
    long plain = 0;
    int from = 0;
    for (int open = codeAt(markup, 0); open >= 0; open = codeAt(markup, from)) {
      int close = markup.indexOf("</pre>", open);
      if (close < 0) {
        break;
      }
      plain += words(markup, from, open);
      code += words(markup, open, close);
      from = close;
    }
    plain += words(markup, from, markup.length());
    int speed = WORDS_A_MINUTE.getOrDefault(language.replaceFirst("-.*", ""), 200);
    return Math.round(plain / (double) speed + code / (double) CODE_WORDS_A_MINUTE);
  }

  private static int codeAt(String markup, int from) {
    int open = markup.indexOf("<pre", from);
    while (open >= 0
        && open + 4 < markup.length()
        && Character.isLetterOrDigit(markup.charAt(open + 4))) {
      open = markup.indexOf("<pre", open + 4);
    }
    return open;
  }

  // Stretches without blanks and tags in which there is a letter or a digit. Asked of every page,
  // letter by letter.
  private static long words(String markup, int from, int to) {
    char[] letters = new char[to - from];
    markup.getChars(from, to, letters, 0);
    long words = 0;
    boolean within = false;
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c == '<') {
        int close = markup.indexOf('>', from + i);
        if (close >= 0 && close < to) {
          i = close - from;
          within = false;
          continue;
        }
      }
      if (c <= ' ') {
        within = false;
      } else if (!within && isOfAWord(letters, i)) {
        within = true;
        words++;
      }
    }
    return words;
  }

  private static boolean isOfAWord(char[] letters, int at) {
    char c = letters[at];
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(Character.codePointAt(letters, at));
  }

  /** Whether its text has tabs, of which the script folds all but one. */
  public boolean hasTabs() {
    return body.markup().contains("class=\"tab-set");
  }

  /** Whether its text has formulas: MathML, which needs a few rules in a style sheet. */
  public boolean hasFormulas() {
    return body.markup().contains("<math") || body.markup().contains(" class=\"math");
  }
}
