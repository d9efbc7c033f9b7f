package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a notebook, held against what Jupyter's own library writes. */
class NotebookFormatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "attachments",
        "controls",
        "crlf",
        "empty-source",
        "empty",
        "long-id",
        "newlines",
        "numbers",
        "python-splitlines",
        "raw",
        "surrogate-sort",
        "tags",
        "unicode"
      })
  void writesWhatJupyterWrites(String name) throws IOException {
    Json.Members model =
        JsonReader.object(new String(read(name + ".model.json"), StandardCharsets.UTF_8));
    byte[] written = NotebookFormat.write(model).getBytes(StandardCharsets.UTF_8);
    byte[] expected = read(name + ".ipynb");
    assertEquals(
        new String(expected, StandardCharsets.UTF_8),
        new String(written, StandardCharsets.UTF_8),
        name);
    assertArrayEquals(expected, written);
  }

  @Test
  void cellsAreWrittenInTheSameBytesAsTheTreeOfThem() {
    Json.Members tags =
        new Json.Members(
            Map.of(
                "tags",
                new Json.Items(List.of(Json.of("b\"c"))),
                "deletable",
                new Json.Truth(false)));
    Json.Members metadata = new Json.Members(Map.of("kernelspec", tags));
    for (long seed = 0; seed < 200; seed++) {
      List<Cell> cells = new ArrayList<>();
      for (String piece : RandomEpisode.pieces(seed)) {
        int number = cells.size();
        cells.add(
            number % 3 == 0
                ? new Cell(
                    "c" + number, Cell.Kind.CODE, piece, number % 2 == 0 ? tags : Json.empty())
                : Cell.markdown("c" + number, piece + "\r\n\u2028\f"));
      }
      assertEquals(
          NotebookFormat.write(tree(cells, metadata)), NotebookFormat.write(cells, metadata));
    }
    assertEquals(
        NotebookFormat.write(tree(List.of(), metadata)), NotebookFormat.write(List.of(), metadata));
  }

  private static Json.Members tree(List<Cell> cells, Json.Members metadata) {
    return new Json.Members(
        Map.of(
            "cells",
            new Json.Items(cells.stream().<Json>map(NotebookFormatTest::tree).toList()),
            "metadata",
            metadata,
            "nbformat",
            Json.of(4),
            "nbformat_minor",
            Json.of(5)));
  }

  private static Json.Members tree(Cell cell) {
    Map<String, Json> members = new HashMap<>();
    members.put("cell_type", Json.of(cell.kind() == Cell.Kind.CODE ? "code" : "markdown"));
    members.put("id", Json.of(cell.id()));
    members.put("metadata", cell.metadata());
    members.put("source", Json.of(cell.source()));
    if (cell.kind() == Cell.Kind.CODE) {
      members.put("execution_count", new Json.Nothing());
      members.put("outputs", new Json.Items(List.of()));
    }
    return new Json.Members(members);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "-0.0, -0.0",
    "0.1, 0.1",
    "1e16, 1e+16",
    "123456789012345680, 1.2345678901234568e+17",
    "9999999999999998, 9999999999999998.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "5e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2.0e-3, 0.002",
    "1e22, 1e+22",
    "1e23, 1e+23",
    "5.684341886080802e-14, 5.684341886080802e-14",
    "-1234.5, -1234.5"
  })
  void writesFractionsAsPythonDoes(double number, String expected) {
    assertEquals(expected, JsonWriter.pythonRepr(number));
  }

  @Test
  void fractionsAreWrittenAsPythonDoesWhateverTheirBits() {
    Random random = new Random(7);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      numbers.add(Double.isFinite(any) ? any : random.nextDouble());
      numbers.add(random.nextInt(100_000) / 1000.0);
      numbers.add(Math.scalb(1.0, random.nextInt(600) - 300));
    }
    StringBuilder program = new StringBuilder("import struct\nfor b in (");
    numbers.forEach(n -> program.append(Double.doubleToRawLongBits(n)).append(','));
    program.append("):\n  print(repr(struct.unpack('>d', struct.pack('>q', b))[0]))\n");
    List<String> expected = Jupyter.python(program.toString()).lines().toList();
    List<String> written = numbers.stream().map(JsonWriter::pythonRepr).toList();
    assertEquals(expected, written);
  }

  @Test
  void refusesWhatUtf8CannotHold() {
    assertThrows(IllegalArgumentException.class, () -> JsonWriter.write(new Json.Text("a\ud800b")));
    assertThrows(IllegalArgumentException.class, () -> JsonWriter.write(new Json.Text("\udc00")));
    assertThrows(
        IllegalArgumentException.class, () -> JsonWriter.write(new Json.Fraction(Double.NaN)));
    assertTrue(JsonWriter.write(new Json.Text("\ud83d\ude00")).contains("\ud83d\ude00"));
  }

  static byte[] read(String name) throws IOException {
    try (InputStream in = NotebookFormatTest.class.getResourceAsStream("/notebook/" + name)) {
      return in.readAllBytes();
    }
  }
}
