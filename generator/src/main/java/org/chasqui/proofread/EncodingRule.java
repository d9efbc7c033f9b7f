package org.chasqui.proofread;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;

/**
 * Text that went through the wrong encoding ({@code Ã©} for é), letters that only look like others,
 * and characters that nobody sees.
 */
final class EncodingRule implements Rule {
  private static final Pattern RUN = Pattern.compile("[^\\x00-\\x7F]{2,}");
  private static final Pattern UNSEEN =
      Pattern.compile("[\u200B\uFEFF\u202A-\u202E\u2066-\u2069\u0080-\u009F]");
  private static final Pattern LOST = Pattern.compile("\uFFFD");
  private static final Pattern DROPPED = Pattern.compile("[\u200B\uFEFF]");
  private static final Pattern MIXED =
      Pattern.compile(
          "\\p{L}*(?:\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}&&[^\u00B5\u03BC]]"
              + "|[\\p{IsCyrillic}\\p{IsGreek}&&[^\u00B5\u03BC]]\\p{IsLatin})\\p{L}*");
  private static final Pattern LONE = Pattern.compile("(?:^|\\s)\\p{Mn}");
  private static final int LONGEST = 32;
  private static final List<Wrong> WRONG =
      Stream.of("windows-1252", "x-MacRoman")
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .map(Wrong::of)
          .toList();

  /**
   * An encoding that texts are taken for.
   *
   * @param charset the encoding
   * @param letters the character of each byte
   */
  private record Wrong(Charset charset, String letters) {
    static Wrong of(Charset charset) {
      byte[] bytes = new byte[256];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) i;
      }
      return new Wrong(charset, new String(bytes, charset));
    }

    // UTF-8 writes such a character with a byte that says how many there are, and others.
    boolean mayBegin(String run) {
      int first = letters.indexOf(run.charAt(0));
      int second = letters.indexOf(run.charAt(1));
      return first >= 0xC2 && first <= 0xF4 && second >= 0x80 && second <= 0xBF;
    }
  }

  @Override
  public String code() {
    return "mojibake";
  }

  @Override
  public void check(Text text, Consumer<Diagnostic> found) {
    String translation = text.translation();
    if (text.signs().ascii()) {
      return;
    }
    boolean rightToLeft = text.language().direction().equals("rtl");
    if (!repair(translation).equals(translation)) {
      Matcher run = RUN.matcher(translation);
      int at = 0;
      while (run.find() && repairedParts(run.group()).equals(run.group())) {
        at = run.end();
      }
      report(text, at, "Letters are garbled: the text was read in the wrong encoding.", found);
    }
    if (translation.chars().allMatch(EncodingRule::isPlain)) {
      return;
    }
    first(LOST, text, "A letter was lost here (U+FFFD).", found);
    if (!rightToLeft) {
      first(UNSEEN, text, "There is a character here that nobody sees.", found);
      if (translation.chars().anyMatch(EncodingRule::looksLatin)) {
        first(MIXED, text, "This word mixes letters of two scripts that look alike.", found);
      }
    }
    first(LONE, text, "An accent stands here without its letter.", found);
  }

  // What European languages are written with: nothing that is looked for below is among it.
  private static boolean isPlain(int c) {
    return c < 0x80
        || (c >= 0xA0 && c < 0x250)
        || (c >= 0x2010 && c < 0x2028)
        || c == 0x202F
        || (c >= 0x2030 && c < 0x2060)
        || (c >= 0x20A0 && c < 0x20D0);
  }

  // Greek and Cyrillic, with all their blocks.
  private static boolean looksLatin(int c) {
    return (c >= 0x370 && c <= 0x52F)
        || (c >= 0x1C80 && c <= 0x1DBF)
        || (c >= 0x1F00 && c <= 0x1FFF)
        || c >= 0x2126;
  }

  private void first(Pattern pattern, Text text, String message, Consumer<Diagnostic> found) {
    Matcher matcher = pattern.matcher(text.translation());
    if (matcher.find()) {
      report(text, matcher.start(), message, found);
    }
  }

  private static void report(Text text, int at, String message, Consumer<Diagnostic> found) {
    found.accept(
        Diagnostic.error("mojibake", text.span(at, at + 1), message)
            .help("'chasqui translate check --fix' mends what can be mended; else type it anew."));
  }

  @Override
  public String mend(Text text) {
    if (text.signs().ascii()) {
      return text.translation();
    }
    String mended = repair(text.translation());
    return text.language().direction().equals("rtl")
        ? mended
        : DROPPED.matcher(mended).replaceAll("");
  }

  /** The text with every run of garbled letters turned back. */
  static String repair(String text) {
    return RUN.matcher(text)
        .replaceAll(run -> Matcher.quoteReplacement(repairedParts(run.group())));
  }

  // A right letter may stand beside a garbled one.
  private static String repairedParts(String run) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < run.length()) {
      int end = Math.min(run.length(), at + LONGEST);
      Optional<String> right = Optional.empty();
      for (; end > at + 1 && right.isEmpty(); end--) {
        right = repaired(run.substring(at, end));
      }
      out.append(right.orElse(run.substring(at, at + 1)));
      at = right.isPresent() ? end + 1 : at + 1;
    }
    return out.toString();
  }

  // A run that is UTF-8 when its letters are bytes again was UTF-8 once; chance hardly does that.
  private static Optional<String> repaired(String run) {
    for (Wrong wrong : WRONG) {
      if (!wrong.mayBegin(run)) {
        continue;
      }
      try {
        ByteBuffer bytes =
            wrong
                .charset
                .newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(run));
        String right = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        if (right.codePoints().allMatch(EncodingRule::usual)) {
          return Optional.of(right);
        }
      } catch (CharacterCodingException e) {
        // Not this one.
      }
    }
    return Optional.empty();
  }

  private static boolean usual(int c) {
    return (c >= 0xA0 && c <= 0x17F)
        || (c >= 0x2010 && c <= 0x203A)
        || c == 0x20AC
        || c == 0xFE0F
        || (c >= 0x2190 && c <= 0x27BF)
        || c >= 0x1F000;
  }
}
