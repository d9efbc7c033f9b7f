package org.chasqui.ipynb;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * A drawing with nothing in it that could act: no scripts, no handlers of events, no foreign
 * documents, no references to other places than its own.
 */
final class SafeSvg {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "foreignobject",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "animate",
          "set",
          "animatetransform",
          "animatemotion",
          "handler",
          "listener");

  private SafeSvg() {}

  /** The drawing without them; nothing if it is no XML. */
  static Optional<byte[]> of(String svg) {
    XMLInputFactory in = XMLInputFactory.newDefaultFactory();
    in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      String text = svg.strip().replaceFirst("(?s)<!DOCTYPE[^>\\[]*>", "");
      XMLEventReader reader = in.createXMLEventReader(new StringReader(text));
      XMLEventWriter writer =
          XMLOutputFactory.newDefaultFactory()
              .createXMLEventWriter(bytes, StandardCharsets.UTF_8.name());
      copy(reader, writer);
      writer.flush();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
    return Optional.of(bytes.toByteArray());
  }

  private static void copy(XMLEventReader reader, XMLEventWriter writer) throws XMLStreamException {
    int leaving = 0;
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (event.isStartElement()) {
        StartElement start = event.asStartElement();
        leaving += leaving > 0 || leftOut(start) ? 1 : 0;
        if (leaving == 0) {
          writer.add(cleaned(start));
        }
      } else if (event.isEndElement() && leaving > 0) {
        leaving--;
      } else if (leaving == 0
          && !event.isProcessingInstruction()
          && event.getEventType() != XMLEvent.COMMENT
          && event.getEventType() != XMLEvent.DTD) {
        writer.add(event);
      }
    }
  }

  private static boolean leftOut(StartElement start) {
    return LEFT_OUT.contains(start.getName().getLocalPart().toLowerCase(Locale.ROOT));
  }

  private static XMLEvent cleaned(StartElement start) {
    XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    java.util.List<Attribute> kept = new java.util.ArrayList<>();
    for (Iterator<Attribute> all = start.getAttributes(); all.hasNext(); ) {
      Attribute attribute = all.next();
      if (harmless(attribute)) {
        kept.add(attribute);
      }
    }
    return events.createStartElement(start.getName(), kept.iterator(), start.getNamespaces());
  }

  private static boolean harmless(Attribute attribute) {
    String name = attribute.getName().getLocalPart().toLowerCase(Locale.ROOT);
    String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("on")) {
      return false;
    }
    if (name.equals("href") || name.equals("src")) {
      return value.startsWith("#") || value.matches("(?s)data:image/(png|jpeg|gif);base64,.*");
    }
    return !value.replaceAll("\\s", "").matches("(?s).*(url\\((?!['\"]?#)|javascript:|@import).*");
  }
}
