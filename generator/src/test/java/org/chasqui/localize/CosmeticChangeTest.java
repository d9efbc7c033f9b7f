package org.chasqui.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chasqui.site.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosmeticChangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This alows you to read files. | This allows you to read files.",
        "Open the file | Open the file.",
        "Open the data frame, then look. | Open the dataframe; then look!",
        "You can read the file. | You can also read that file.",
        "Use *tidy* data | Use **tidy** data",
        "Use tidy data | Use *tidy* data",
        "open the hub | Open the Hub",
        "Colour the colums | Colour the columns",
      })
  void formOnly(String before, String now) {
    assertEquals(true, CosmeticChange.between(before, now, Language.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The file is open. | The file is not open.",
        "You can do it. | You can't do it.",
        "You must save. | You may save.",
        "Turn left. | Turn up.",
        "Make it green. | Make it blue.",
        "Wait 5 minutes. | Wait 15 minutes.",
        "Wait five minutes. | Wait nine minutes.",
        "From 5 to 10 | From 10 to 5",
        "Run `ls` now. | Run `ls -F` now.",
        "If x < 5 stop. | If x > 5 stop.",
        "See [this](a.md). | See [this](b.md).",
        "See <https://a.example/>. | See <https://b.example/>.",
        "Press <kbd>A</kbd> | Press <kbd>B</kbd>",
        "Saved as {name} | Saved as {title}",
        "The mean $x$ is shown | The mean $y$ is shown",
        "Do this before that happens | Do this after that happens",
        "This is possible here. | This is impossible here.",
        "Save files. | Save files. Then close the editor.",
        "It costs 10 $ | It costs 10 €",
        "Temperature -5 | Temperature 5",
        "Install it | Uninstall it",
        "Check all boxes | Check any boxes",
        "Levels | Level",
      })
  void meaning(String before, String now) {
    assertFalse(CosmeticChange.between(before, now, Language.ENGLISH));
  }

  @Test
  void inALanguageWeDoNotKnowOnlyPunctuationAndCase() {
    Language spanish = Language.of("es");
    assertEquals(true, CosmeticChange.between("Abra el archivo", "Abra el Archivo.", spanish));
    assertFalse(CosmeticChange.between("Abra el archivo", "Abra el archvo", spanish));
  }

  @Test
  void noEditOfNumbersCodeLinksOrNegationsPasses() {
    Random random = new Random(5);
    List<String> words =
        List.of("data", "table", "reads", "column", "learner", "plots", "value", "notebook");
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder("Here");
      for (int w = 0; w < 3 + random.nextInt(10); w++) {
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      int at = text.indexOf(" ", random.nextInt(Math.max(1, text.length() - 12)));
      String[] edit =
          switch (i % 4) {
            case 0 -> new String[] {"", " not"};
            case 1 -> new String[] {" " + random.nextInt(9), " " + (10 + random.nextInt(90))};
            case 2 -> new String[] {" `ls`", " `ls -" + (char) ('a' + random.nextInt(26)) + "`"};
            default -> new String[] {" [x](a.md)", " [x](b" + random.nextInt(9) + ".md)"};
          };
      String before = new StringBuilder(text).insert(at, edit[0]).toString();
      String now = new StringBuilder(text).insert(at, edit[1]).toString();
      assertFalse(CosmeticChange.between(before, now, Language.ENGLISH), before + " / " + now);
    }
  }

  @Test
  void isSafeUnderATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(true, CosmeticChange.between("INSTALL IT", "install it", Language.ENGLISH));
    } finally {
      Locale.setDefault(before);
    }
  }
}
