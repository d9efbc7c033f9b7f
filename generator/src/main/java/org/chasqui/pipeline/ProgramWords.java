package org.chasqui.pipeline;

import java.util.List;
import java.util.Optional;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.gettext.PluralForms;
import org.chasqui.gettext.PoEntry;
import org.chasqui.gettext.PoFile;

/** Reads what the program itself says from a PO file, for those who may not know of PO files. */
public final class ProgramWords {
  private ProgramWords() {}

  /**
   * A phrase.
   *
   * @param english how the sources say it, with placeholders {@code {1}}
   * @param plural likewise of many; {@code {1}} is the number
   * @param translations one, or one for each plural form
   * @param forms which form is for which number
   */
  public record Word(
      String english, Optional<String> plural, List<String> translations, PluralForms forms) {
    /** Copies, so that nobody can change it. */
    public Word {
      translations = List.copyOf(translations);
    }

    /** The translation, for what stands in the place of the first placeholder. */
    public String translation(String first) {
      return plural.isPresent() && first.matches("\\d{1,18}")
          ? forms.choose(translations, Long.parseLong(first))
          : translations.get(0);
    }
  }

  /** The phrases of a language that are translated. */
  public static List<Word> read(String language, String text) {
    PoFile file = PoFile.parse(new SourceFile("program_" + language + ".po", text), d -> {});
    PluralForms forms =
        file.header()
            .get("Plural-Forms")
            .flatMap(PluralForms::parse)
            .orElse(PluralForms.of(language));
    return file.messages().stream()
        .filter(PoEntry::translated)
        .map(entry -> new Word(entry.id(), entry.plural(), entry.translations(), forms))
        .toList();
  }
}
