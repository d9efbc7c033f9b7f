package org.chasqui.render;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes small XML documents. */
final class Xml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Xml() {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** Begins an element on a line of its own; attributes are name, value, name, value. */
  Xml open(String name, String... attributes) {
    try {
      out.writeCharacters("\n");
      out.writeStartElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  Xml close() {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** An element that holds only text. */
  Xml leaf(String name, String content, String... attributes) {
    try {
      open(name, attributes);
      out.writeCharacters(legal(content));
      return close();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  Xml empty(String name, String... attributes) {
    try {
      out.writeCharacters("\n");
      out.writeEmptyElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], legal(attributes[i + 1]));
    }
  }

  // XML 1.0 has no way to say control characters, not even escaped.
  private static String legal(String content) {
    char[] letters = content.toCharArray();
    for (char c : letters) {
      if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c >= '\uFFFE') {
        return content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
      }
    }
    return content;
  }

  String finish() {
    try {
      out.writeEndDocument();
      out.flush();
      return text + "\n";
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("writing to a string cannot fail", e);
  }
}
