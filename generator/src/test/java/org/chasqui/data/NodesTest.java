package org.chasqui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key and every value of all three formats knows its exact place. */
class NodesTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private Mapping yaml(String text) {
    SourceFile file = new SourceFile("a.md", "---\n" + text);
    return Nodes.yaml(file, 4, file.text().length(), diagnostics).mapping();
  }

  private Mapping toml(String text) {
    SourceFile file = new SourceFile("a.md", "+++\n" + text);
    return Nodes.toml(file, 4, file.text().length(), diagnostics).mapping();
  }

  private Mapping json(String text) {
    return Nodes.json(new SourceFile("a.md", text), 0, diagnostics).mapping();
  }

  /** One line per key: its place and text, then the place and text of its value. */
  private static String places(Node node) {
    StringBuilder text = new StringBuilder();
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries().values()) {
        text.append(shown(entry.keySpan())).append(" = ").append(shown(entry.value().span()));
        text.append('\n').append(places(entry.value()));
      }
    } else if (node instanceof Sequence list) {
      for (Node item : list.items()) {
        text.append("- ").append(shown(item.span())).append('\n').append(places(item));
      }
    }
    return text.toString();
  }

  private static String shown(SourceSpan span) {
    return span.line() + ":" + span.column() + " " + span.text().replace("\n", "\\n");
  }

  private String problems() {
    return diagnostics.sorted().stream().map(NodesTest::problem).collect(Collectors.joining("\n"));
  }

  private static String problem(Diagnostic d) {
    return d.span().line()
        + ":"
        + d.span().column()
        + " "
        + d.code()
        + " "
        + d.message()
        + d.help().map(help -> " " + help).orElse("");
  }

  @Test
  void yamlScalars() {
    Mapping mapping =
        yaml(
            "# remark\ntitle: \"A b\" # x\né: plain value  # c\n'q': 'it''s'\n\"n\" : 3\nempty:\nlast: 1.5");
    assertEquals(
        """
        3:1 title = 3:8 "A b"
        4:1 é = 4:4 plain value
        5:1 'q' = 5:6 'it''s'
        6:1 "n" = 6:7 3
        7:1 empty = 7:7\s
        8:1 last = 8:7 1.5
        """,
        places(mapping));
    assertEquals("", problems());
  }

  @Test
  void yamlCountsCodePointsButWeDoNot() {
    Mapping mapping = yaml("a: 😀😀\nb: [😀, c]\nd: e\n");
    assertEquals(
        """
        2:1 a = 2:4 😀😀
        3:1 b = 3:4 [😀, c]
        - 3:5 😀
        - 3:8 c
        4:1 d = 4:4 e
        """,
        places(mapping));
  }

  @Test
  void yamlBlocks() {
    Mapping mapping =
        yaml(
            "b: |\n  one\n  two\n\n# c\nf: >-\n   x\n   y\nl:\n  - a\n  -  k: v\n     w: x\n# d\nm:\n  n: o\nz: 1\n");
    assertEquals(
        """
        2:1 b = 2:4 |\\n  one\\n  two
        7:1 f = 7:4 >-\\n   x\\n   y
        10:1 l = 11:3 - a\\n  -  k: v\\n     w: x
        - 11:5 a
        - 12:6 k: v\\n     w: x
        12:6 k = 12:9 v
        13:6 w = 13:9 x
        15:1 m = 16:3 n: o
        16:3 n = 16:6 o
        17:1 z = 17:4 1
        """,
        places(mapping));
  }

  @Test
  void yamlAnchorsAndMergedKeys() {
    Mapping mapping = yaml("base: &b {x: 1, y: 2}\nuse: *b\nmore:\n  <<: *b\n  y: 3\n");
    Mapping more = (Mapping) mapping.entries().get("more").value();
    assertEquals("{y=3, x=1}", more.plain().orElseThrow().toString());
    assertEquals(
        "{x=1, y=2}", mapping.entries().get("use").value().plain().orElseThrow().toString());
    assertEquals("", problems());
  }

  @Test
  void yamlAliasesCannotGrowWithoutEnd() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String all = String.join(", ", List.of("*a" + (i - 1)).toArray(String[]::new));
      text.append("a" + i + ": &a" + i + " [" + (all + ", ").repeat(9) + all + "]\n");
    }
    yaml(text.toString());
    assertTrue(problems().contains("front-matter-syntax"), problems());
  }

  @Test
  void yamlWordsForNothingAndTruth() {
    Mapping mapping = yaml("a: ~\nb: Null\nc: True\nd: \"~\"\ne: FALSE\nf: yes\n");
    assertEquals("{c=true, d=~, e=false, f=yes}", mapping.plain().orElseThrow().toString());
  }

  @Test
  void tomlScalarsListsAndTables() {
    Mapping mapping =
        toml(
            """
            # remark
            title = "A # b" # x
            date = 2020-12-09
            when = 2020-12-09T10:00:00Z # then
            list = ["a", 'b, ]',
              3, # three
            ]
            "quoted key" = true
            point = { x = 1, y = "}" }
            text = \"\"\"
            two
            lines\"\"\"
            a.b.c = 1

            [params.deep] # table
            k = "v"
            [[item]]
            n = 1
            [[item]]
            n = -2.5
            [item.sub]
            o = 'p'
            """);
    assertEquals(
        """
        3:1 title = 3:9 "A # b"
        4:1 date = 4:8 2020-12-09
        5:1 when = 5:8 2020-12-09T10:00:00Z
        6:1 list = 6:8 ["a", 'b, ]',\\n  3, # three\\n]
        - 6:9 "a"
        - 6:14 'b, ]'
        - 7:3 3
        9:1 "quoted key" = 9:16 true
        10:1 point = 10:9 { x = 1, y = "}" }
        10:11 x = 10:15 1
        10:18 y = 10:22 "}"
        11:1 text = 11:8 \"""\\ntwo\\nlines\"""
        14:1 a = 14:1 a.b.c = 1
        14:3 b = 14:3 b.c = 1
        14:5 c = 14:9 1
        16:2 params = 16:2 params.deep] # table\\nk = "v"
        16:9 deep = 16:9 deep] # table\\nk = "v"
        17:1 k = 17:5 "v"
        18:3 item = 18:3 item]]\\nn = 1\\n[[item]]\\nn = -2.5\\n[item.sub]\\no = 'p'
        - 18:3 item]]\\nn = 1
        19:1 n = 19:5 1
        - 20:3 item]]\\nn = -2.5\\n[item.sub]\\no = 'p'
        21:1 n = 21:5 -2.5
        22:7 sub = 22:7 sub]\\no = 'p'
        23:1 o = 23:5 'p'
        """,
        places(mapping));
    assertEquals("", problems());
  }

  @Test
  void jsonPlaces() {
    Mapping mapping =
        json(
            "{\n \"title\": \"A \\\"b\\\" 😀\", \"n\": -12.5e3,\n \"l\": [true, null, {\"é\": \"\\u00e9\"}]}\n\nText");
    assertEquals(
        """
        2:2 "title" = 2:11 "A \\"b\\" 😀"
        2:24 "n" = 2:29 -12.5e3
        3:2 "l" = 3:7 [true, null, {"é": "\\u00e9"}]
        - 3:8 true
        - 3:14 null
        - 3:20 {"é": "\\u00e9"}
        3:21 "é" = 3:26 "\\u00e9"
        """,
        places(mapping));
    assertEquals("", problems());
  }

  @Test
  void ofTwoKeysWithOneNameTheLastCounts() {
    Function<Mapping, String> values = mapping -> mapping.plain().orElseThrow().toString();
    assertEquals("{b=2, a=3}", values.apply(yaml("a: 1\nb: 2\na: 3\n")));
    assertEquals("{b=2, a=3}", values.apply(toml("a = 1\nb = 2\na = 3\n")));
    assertEquals("{b=2, a=3}", values.apply(json("{\"a\": 1, \"b\": 2,\n\n\n\"a\": 3}")));
    String message =
        "front-matter-duplicate-key The key 'a' stands here a second time; this value counts.";
    assertEquals(
        String.join(
            "\n",
            "4:1 " + message + " Remove the one in line 2.",
            "4:1 " + message + " Remove the one in line 2.",
            "4:1 " + message + " Remove the one in line 1."),
        problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: a: b\n|2:9|mapping values are not allowed here|it has a colon",
        "title: [a\nx: 1\n|3:2|expected ',' or ']'|",
        "\ttitle: a\n|2:1|found character '\\t(TAB)'|Indent with spaces",
        "title: \"say \"hello\" now\"\n|2:14|expected <block end>|quotation marks",
        "just words\n|2:1|there are no keys here|key: value",
        "- a\n|2:1|there are no keys here|",
        "😀: 1\ntitle: a: b\n|3:9|mapping values|",
        "title: @me\n|2:8|found character '@'|in quotation marks",
        "a: 1\ntitle: \"x\n|3:8|end of stream|never closed",
        "title: *nope\n|2:8|there is no anchor for *nope|in quotation marks",
        "title: *Important*\n|2:18|unexpected character|in quotation marks",
        "title: {{ name }}\n|2:10|in braces|in quotation marks",
        "a: b\n  c: d\n|3:4|mapping values|",
        "a: 1\nb: x\u0001y\n|3:5|a control character|",
      })
  void brokenYaml(String row) {
    String[] cells = row.split("\\|", -1);
    assertEquals("", places(yaml(cells[0])));
    String told = problems();
    assertTrue(told.startsWith(cells[1] + " front-matter-syntax This is not valid YAML: "), told);
    assertTrue(told.contains(cells[2]) && told.contains(cells[3]), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title = A\n|2:9|unknown token|quotation marks",
        "title = \"A\n|2:11|newline not permitted|",
        "[[a]]\n[a]\n|3:|",
      })
  void brokenToml(String row) {
    String[] cells = row.split("\\|", -1);
    toml(cells[0]);
    String told = problems();
    assertTrue(told.startsWith(cells[1]), told);
    assertTrue(told.contains("front-matter-syntax This is not valid TOML: "), told);
    assertTrue(told.contains(cells[2]), told);
  }

  @Test
  void brokenJson() {
    json("{\n \"title\": A }");
    assertTrue(problems().startsWith("2:1"), problems());
    assertTrue(
        problems().contains("front-matter-syntax This is not valid JSON: unrecognized token 'A'"),
        problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[[",
        "a",
        "a =",
        "a = [",
        "a = {",
        "a = \"",
        "a = '''",
        "=",
        "a..b = 1",
        "[a",
        "\"",
        "a = \"\\",
        "a = [1 2",
        "]",
        "a = 1 ]"
      })
  void placesOfTextThatIsNoTomlDoNotLoop(String text) {
    toml(text);
    assertTrue(text.isEmpty() || !problems().isEmpty() || !toml(text).entries().isEmpty());
  }

  @Test
  void scalarsSayWhatTheyAre() {
    Scalar scalar = (Scalar) yaml("a: 99999999999999999999\n").entries().get("a").value();
    assertEquals("99999999999999999999", scalar.plain().orElseThrow());
  }
}
