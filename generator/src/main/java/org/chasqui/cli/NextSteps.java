package org.chasqui.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** What to do next when a hub is in trouble: one step for each code, in the user's language. */
final class NextSteps {
  private final Properties steps = new Properties();

  private NextSteps() {}

  /** The steps in the language of {@code LC_ALL}, {@code LC_MESSAGES} or {@code LANG}. */
  static NextSteps of(Console console) {
    NextSteps steps = new NextSteps();
    steps.load("next-steps.properties");
    String locale =
        List.of("LC_ALL", "LC_MESSAGES", "LANG").stream()
            .map(name -> console.env().getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    String language = locale.toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
    if (language.equals("es") || language.equals("fr")) {
      steps.load("next-steps_" + language + ".properties");
    }
    return steps;
  }

  private void load(String name) {
    try (InputStream in = NextSteps.class.getResourceAsStream(name)) {
      if (in != null) {
        steps.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** What to do about a code. */
  Optional<String> after(String code) {
    return Optional.ofNullable(steps.getProperty(code));
  }
}
