package org.chasqui.gettext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoMergeTest {
  private static final MergeOptions HELPERS =
      new MergeOptions(Optional.empty(), true, Optional.empty());

  private static PoEntry message(String id) {
    return PoEntry.message(
        PoEntry.Key.of(id), Optional.empty(), List.of("paragraph"), List.of("a.md"));
  }

  private static List<PoEntry> template(String... ids) {
    return java.util.Arrays.stream(ids).map(PoMergeTest::message).toList();
  }

  private static PoFile translated(String... ids) {
    List<PoEntry> entries = new ArrayList<>(PoFileTest.read(PoFileTest.HEADER).entries());
    for (String id : ids) {
      entries.add(message(id).withTranslations(List.of("ES " + id)));
    }
    return PoFileTest.read(PoFile.of(entries).text());
  }

  private static PoEntry entry(PoFile file, String id) {
    return file.entries().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void nothingNewChangesNoByte() {
    PoFile file = translated("One sentence here.", "Another thing altogether.");
    PoFile merged =
        PoMerge.merge(file, template("One sentence here.", "Another thing altogether."), HELPERS);
    assertEquals(file.text(), merged.text());
  }

  @Test
  void whatGoesWaitsAndComesBackAsItWas() {
    String odd =
        "# mine\n#. paragraph\n#: a.md\nmsgid \"Going \"\n\"away\"\nmsgstr \"Se \"\n\"va\"\n";
    PoFile file = PoFileTest.read(PoFileTest.HEADER + odd);
    PoFile gone = PoFileTest.read(PoMerge.merge(file, List.of(), HELPERS).text());
    assertEquals(
        PoFileTest.HEADER
            + "# mine\n#~ msgid \"Going \"\n#~ \"away\"\n#~ msgstr \"Se \"\n#~ \"va\"\n",
        gone.text());
    assertEquals(file.text(), PoMerge.merge(gone, template("Going away"), HELPERS).text());
  }

  @Test
  void aFuzzyEntryKeepsTheOldestText() {
    PoFile one = translated("Use the ls command to list files.");
    PoFile two = PoMerge.merge(one, template("Use the ls command to list all files."), HELPERS);
    PoFile three =
        PoMerge.merge(
            PoFileTest.read(two.text()),
            template("Use the ls command to list all the files."),
            HELPERS);
    PoEntry entry = entry(three, "Use the ls command to list all the files.");
    assertTrue(entry.fuzzy());
    assertEquals("Use the ls command to list files.", entry.previous().orElseThrow().key().id());
    PoFile back =
        PoMerge.merge(
            PoFileTest.read(three.text()), template("Use the ls command to list files."), HELPERS);
    assertEquals(one.text(), back.text());
  }

  @Test
  void bothHalvesOfASplitTextAndTheWholeOfAJoinedOneAreFound() {
    String first = "Short opening words.";
    String second =
        "The rest of the paragraph is a good deal longer and goes on to speak of other matters.";
    PoFile split =
        PoMerge.merge(translated(first + " " + second), template(first, second), HELPERS);
    for (String half : List.of(first, second)) {
      assertEquals(first + " " + second, entry(split, half).previous().orElseThrow().key().id());
    }
    PoFile joined = PoMerge.merge(translated(first), template(first + " " + second), HELPERS);
    assertTrue(entry(joined, first + " " + second).fuzzy());
    PoFile strict =
        PoMerge.merge(translated(first), template(first + " " + second), MergeOptions.STRICT);
    assertFalse(entry(strict, first + " " + second).hasTranslation());
  }

  @Test
  void ofEquallyNearTextsTheFirstWins() {
    PoFile file = translated("Read the table A now", "Read the table B now");
    PoFile merged = PoMerge.merge(file, template("Read the table C now"), HELPERS);
    assertEquals("ES Read the table A now", entry(merged, "Read the table C now").translation());
  }

  @Test
  void aPluralThatAppearsMakesFormsFuzzy() {
    PoEntry plural =
        PoEntry.message(PoEntry.Key.of("One file"), Optional.of("{n} files"), List.of(), List.of());
    PoFile merged = PoMerge.merge(translated("One file"), List.of(plural), HELPERS);
    PoEntry entry = entry(merged, "One file");
    assertTrue(entry.fuzzy());
    assertEquals(List.of("ES One file", "ES One file"), entry.translations());
  }

  @Test
  void doesWhatMsgmergeDoesOnRandomEdits(@TempDir Path folder) throws Exception {
    GettextTools.need();
    Random random = new Random(11);
    int same = 0;
    int rounds = 60;
    for (int round = 0; round < rounds; round++) {
      PoFile catalogue = randomCatalogue(random);
      List<PoEntry> template = edited(catalogue, random);
      List<PoEntry> pot = new ArrayList<>();
      pot.add(catalogue.entries().get(0).withOrigin(null));
      pot.addAll(template);
      String theirs =
          GettextTools.msgcat(
              folder, GettextTools.msgmerge(folder, catalogue.text(), PoFile.of(pot).text()));
      String ours =
          GettextTools.msgcat(
              folder, PoMerge.merge(catalogue, template, MergeOptions.STRICT).text());
      if (theirs.equals(ours)) {
        same++;
      } else {
        assertEquals(states(theirs), states(ours));
      }
    }
    assertTrue(same >= rounds * 0.99, same + " of " + rounds);
  }

  // What is translated and what is obsolete must be the same whatever else differs.
  private static List<String> states(String text) {
    return PoFileTest.read(text).entries().stream()
        .filter(e -> e.obsolete() || e.translated())
        .map(e -> e.obsolete() + e.id())
        .toList();
  }

  private static PoFile randomCatalogue(Random random) {
    List<PoEntry> entries = new ArrayList<>(PoFileTest.read(PoFileTest.HEADER).entries());
    List<PoEntry> obsolete = new ArrayList<>();
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    while (ids.size() < 40) {
      ids.add(RandomText.sentence(random, 2 + random.nextInt(25)));
    }
    for (String id : ids) {
      String translation = random.nextInt(9) == 0 ? "" : "ES " + id;
      PoEntry entry = message(id).withTranslations(List.of(translation));
      if (random.nextInt(10) == 0 && !translation.isEmpty()) {
        PoEntry.Previous old = new PoEntry.Previous(PoEntry.Key.of(id + " then"), Optional.empty());
        entry = entry.withState(true, Optional.of(old));
      }
      if (random.nextInt(10) == 0 && !translation.isEmpty()) {
        obsolete.add(entry.asObsolete());
      } else {
        entries.add(entry);
      }
    }
    entries.addAll(obsolete);
    return PoFileTest.read(PoFile.of(entries).text());
  }

  private static List<PoEntry> edited(PoFile catalogue, Random random) {
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    for (PoEntry entry : catalogue.entries()) {
      if (!entry.isHeader()) {
        switch (random.nextInt(10)) {
          case 0 -> ids.add(edit(entry.id(), random));
          case 1 -> ids.add(RandomText.sentence(random, 3 + random.nextInt(20)));
          case 2 -> {
            // deleted
          }
          default -> ids.add(entry.id());
        }
      }
    }
    List<String> order = new ArrayList<>(ids);
    if (random.nextBoolean()) {
      Collections.swap(order, 0, order.size() - 1);
    }
    return order.stream().map(PoMergeTest::message).toList();
  }

  private static String edit(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    words.set(random.nextInt(words.size()), RandomText.sentence(random, 1));
    words.add(random.nextInt(words.size()), RandomText.sentence(random, 1));
    return String.join(" ", words);
  }
}
