package org.chasqui.gettext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  @Test
  void agreesWithTheTextbookTable() {
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      String a = RandomText.sentence(random, random.nextInt(40));
      String b = i % 2 == 0 ? RandomText.sentence(random, random.nextInt(40)) : edited(a, random);
      assertEquals(slow(a, b), Similarity.of(a, b), 1e-12, a + " / " + b);
    }
  }

  private static String edited(String text, Random random) {
    int cut = text.isEmpty() ? 0 : random.nextInt(text.length());
    return text.substring(0, cut) + "new words" + text.substring(Math.min(text.length(), cut + 9));
  }

  private static double slow(String one, String other) {
    byte[] a = one.getBytes(StandardCharsets.UTF_8);
    byte[] b = other.getBytes(StandardCharsets.UTF_8);
    if (a.length + b.length == 0) {
      return 1;
    }
    int[][] table = new int[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        table[i][j] =
            a[i - 1] == b[j - 1]
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return 2.0 * table[a.length][b.length] / (a.length + b.length);
  }
}
