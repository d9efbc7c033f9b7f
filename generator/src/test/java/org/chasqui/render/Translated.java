package org.chasqui.render;

import java.util.Map;
import org.chasqui.site.Language;

/** A few texts of the sample in Spanish and French; others stay, marked with the language. */
final class Translated {
  private static final Map<String, String> SPANISH =
      Map.ofEntries(
          Map.entry("Learn where the data is", "Aprender donde están los datos"),
          Map.entry("First steps", "Primeros pasos"),
          Map.entry("Starting a notebook", "Abrir un cuaderno"),
          Map.entry("Reading rain data", "Leer datos de lluvia"),
          Map.entry("cloud", "nube"),
          Map.entry("teaching", "enseñanza"),
          Map.entry("What is a notebook?", "¿Qué es un cuaderno?"),
          Map.entry("Three hubs, one week", "Tres hubs, una semana"));

  private Translated() {}

  static String say(Language language, String text) {
    String plain = language.tag().equals("es") ? SPANISH.get(text) : null;
    return plain == null ? text + " (" + language + ")" : plain;
  }
}
