package org.chasqui.markdown;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input made to be slow or to go too deep: it must cost no more than its length. */
class PathologicalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "colons;:;50000",
        "stars;*;20000",
        "emphasis;*a **a ;5000",
        "brackets;[;10000",
        "backticks;`a``b```;5000",
        "dollars;$a ;10000",
        "braces;{#a ;10000",
        "roles;{a}`;5000",
        "attributes;`a`{.b ;5000",
        "shortcodes;{{< ;5000",
        "unclosed tags;{{< a >}};3000",
        "angle brackets;<;20000",
        "backslashes;\\;20000",
        "entities;&;20000",
        "pipes;|;5000",
        "lists on a line;- ;50000",
        "quotes;> ;50000",
        "stars apart;* ;3000",
        "lines apart;_ ;3000",
        "addresses;https://a.b/;3000",
        "mail;a.;20000",
        "emoji;:a;20000",
        "link openings;[a](;30000",
        "angle openings;[a](<b;30000",
        "title openings;[a](b (;30000",
        "picture openings;![a](;30000",
        "references;{ref}`a` ;10000",
        "strike;~~a ~b ;3000"
      })
  void isLinear(String name, String piece, int times) {
    String text = piece.repeat(times) + "a\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          Markdown.render(text, RenderOptions.PLAIN);
          Markdown.splice(text, s -> Optional.of(s.message()));
          Markdown.blocks(text);
          Markdown.plain(text);
        });
  }
}
