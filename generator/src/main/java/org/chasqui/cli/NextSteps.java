package org.chasqui.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What to do next when a hub is in trouble: one step for each code, in the user's language. */
final class NextSteps {
  private final Properties steps = new Properties();

  private NextSteps() {}

  /** The steps in the user's language. */
  static NextSteps of(Console console) {
    NextSteps steps = new NextSteps();
    steps.load("next-steps.properties");
    String language = console.words().language();
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
