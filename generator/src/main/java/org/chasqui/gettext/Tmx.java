package org.chasqui.gettext;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;

/**
 * Translation memories as other tools write them: TMX 1.4b, of which units and their texts are read
 * and all else is left alone. Markup inside a text ({@code <bpt>}, {@code <ph>} …) is dropped with
 * what it holds.
 */
public final class Tmx {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private Tmx() {}

  /**
   * What a memory says.
   *
   * @param file the memory
   * @param source tag of the language that is looked up; a region more or less does not matter
   * @param into tag of the language that is wanted; the same holds
   * @param problems told of {@code tmx-syntax}: then what stands before is used
   */
  public static List<TranslationMemory.Unit> read(
      SourceFile file, String source, String into, Consumer<Diagnostic> problems) {
    List<TranslationMemory.Unit> units = new ArrayList<>();
    XMLInputFactory factory = XMLInputFactory.newInstance();
    // A memory from elsewhere must not make us read other files, or grow without end.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(file.text()));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && is(reader, "tu")) {
          Map<String, String> texts = unit(reader);
          String said = texts.getOrDefault(into.toLowerCase(Locale.ROOT), texts.get(base(into)));
          String of = texts.getOrDefault(source.toLowerCase(Locale.ROOT), texts.get(base(source)));
          if (said != null && of != null && !said.isBlank() && !of.isBlank()) {
            units.add(new TranslationMemory.Unit(of, said, file.path()));
          }
        }
      }
    } catch (XMLStreamException e) {
      int line = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
      int at = file.lineStart(Math.min(line, file.line(file.text().length())));
      problems.accept(
          Diagnostic.warning(
                  "tmx-syntax", file.span(at, at), "This translation memory is no sound XML.")
              .help("What stands before this line is used. Export the memory again as TMX."));
    }
    return units;
  }

  // Texts by language; of es-419 also as es, if there is no other.
  private static Map<String, String> unit(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    String language = "";
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT || !is(reader, "tu")) {
      if (event == XMLStreamConstants.START_ELEMENT && is(reader, "tuv")) {
        String tag = reader.getAttributeValue(XML, "lang");
        tag = tag == null ? reader.getAttributeValue(null, "lang") : tag;
        language = tag == null ? "" : tag.replace('_', '-').toLowerCase(Locale.ROOT);
      } else if (event == XMLStreamConstants.START_ELEMENT && is(reader, "seg")) {
        String text = segment(reader).strip().replaceAll("\\s+", " ");
        texts.put(language, text);
        texts.putIfAbsent(base(language), text);
      }
      event = reader.next();
    }
    return texts;
  }

  private static String segment(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 1) {
            text.append(reader.getText());
          }
        }
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
    return text.toString();
  }

  private static String base(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  private static boolean is(XMLStreamReader reader, String name) {
    return reader.getLocalName().equals(name);
  }
}
