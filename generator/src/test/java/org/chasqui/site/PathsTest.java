package org.chasqui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
  @ParameterizedTest
  @CsvSource({
    "/, /, ./",
    "/a/, /, ../",
    "/, /a/, a/",
    "/a/b/, /a/c/, ../c/",
    "/a/b/, /a/b/, ./",
    "/a/b/, /a/b/x.ipynb, x.ipynb",
    "/es/lessons/x/, /lessons/x/, ../../../lessons/x/",
    "/a/b/, /a/bc/, ../bc/",
    "/a/b.html, /a/c.html, c.html",
    "/a/, /a/x:y, ./x:y",
  })
  void relativeUrls(String from, String to, String expected) {
    assertEquals(expected, new SitePath(from).relativize(new SitePath(to)));
  }

  /** The JDK's own resolver is the judge: what we made relative leads back to the target. */
  @Test
  void everyRelativeUrlLeadsToItsTarget() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      SitePath from = randomPath(random);
      SitePath to = randomPath(random);
      URI base = URI.create("https://example.org" + from);
      assertEquals("https://example.org" + to, base.resolve(from.relativize(to)).toString());
    }
  }

  private static SitePath randomPath(Random random) {
    StringBuilder path = new StringBuilder("/");
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      path.append((char) ('a' + random.nextInt(3))).append('/');
    }
    return new SitePath(random.nextInt(4) == 0 ? path + "file.txt" : path.toString());
  }

  @Test
  @DisplayName("G15 F58 output paths cannot leave their root")
  void outputPathsCannotLeaveTheirRoot() {
    for (String bad :
        new String[] {"", "/x", "../x", "a/../b", "a//b", "a/./b", "a\\b", "a/.git/x"}) {
      assertFalse(OutputPath.isSafe(bad), bad);
      assertThrows(IllegalArgumentException.class, () -> OutputPath.of(bad), bad);
    }
    assertTrue(OutputPath.isSafe("es/índice/.nojekyll"));
  }

  @Test
  void aPageIsAFolderWithAnIndex() {
    assertEquals("index.html", SitePath.ROOT.output().value());
    assertEquals("es/a/index.html", new SitePath("/es/a/").output().value());
    assertEquals("es/feed.xml", new SitePath("/es/feed.xml").output().value());
  }
}
