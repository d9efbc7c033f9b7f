package org.chasqui.ipynb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookSourceTest {
  private static final String DOT = "iVBORw0KGgo=";

  private final Diagnostics diagnostics = new Diagnostics();

  private NotebookSource.Converted read(String path, String json) {
    return NotebookSource.read(new SourceFile(path, json), true, diagnostics);
  }

  private NotebookSource.Converted cells(String cells) {
    return read(
        "lessons/x/01-a.ipynb",
        """
        {"cells": [
        %s
        ],
         "metadata": {"kernelspec": {"name": "python3", "language": "python"}},
         "nbformat": 4, "nbformat_minor": 4}
        """
            .formatted(cells.strip()));
  }

  private List<String> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }

  @Test
  void cellsBecomeAPage() {
    NotebookSource.Converted notebook =
        cells(
            """
            {"cell_type": "markdown", "metadata": {}, "source": ["# Title\\n", "\\n", "Ünïcode"]},
            {"cell_type": "raw", "metadata": {}, "source": "raw"},
            {"cell_type": "code", "execution_count": 1, "id": "abc",
             "metadata": {"tags": ["raises-exception", "x"]},
             "outputs": [
              {"output_type": "stream", "name": "stdout", "text": ["a\\n", "b\\n"]},
              {"output_type": "execute_result", "execution_count": 1, "metadata": {},
               "data": {"text/plain": "```7", "application/vnd.jupyter.widget-view+json": {}}},
              {"output_type": "error", "ename": "E", "evalue": "bad", "traceback": []}],
             "source": ["x = 1\\n", "y"]},
            {"cell_type": "code", "execution_count": null, "metadata": {"tags": ["remove-cell"]},
             "outputs": [], "source": "hidden()"}
            """);
    assertEquals(
        """
        # Title

        Ünïcode

        ```{code-cell} python
        :tags: [raises-exception, x]
        :id: abc
        x = 1
        y
        ```

        ````output
        a
        b
        ```7
        ````

        ```error
        E: bad
        ```

        """,
        notebook.page().text());
    assertEquals(List.of(), codes());
  }

  @Test
  void aPlaceIsTheLineInTheNotebook() {
    SourceFile page =
        cells(
                """
                {"cell_type": "markdown", "metadata": {}, "source": "one\\ntwo \\"q\\" here"},
                {"cell_type": "code", "metadata": {}, "outputs": [],
                 "source": ["a\\n",
                  "bad"]}
                """)
            .page();
    int bad = page.text().indexOf("bad");
    SourceSpan span = page.span(bad, bad + 3);
    assertEquals(5, span.line());
    assertEquals("  \"bad\"]}", span.lineText());
    assertEquals(4, span.column());
    int two = page.text().indexOf("two");
    assertEquals("lessons/x/01-a.ipynb:2:59", page.span(two, two + 3).location());
  }

  @Test
  void picturesBecomeFiles() {
    NotebookSource.Converted notebook =
        cells(
            """
            {"cell_type": "markdown", "metadata": {}, "source": "![a](attachment:d.png)",
             "attachments": {"d.png": {"image/png": "%s"}}},
            {"cell_type": "code", "metadata": {}, "source": "#| fig-alt: A dot\\nshow()",
             "outputs": [{"output_type": "display_data", "metadata": {},
              "data": {"image/png": "%s", "text/plain": "<Figure>"}}]}
            """
                .formatted(DOT, DOT));
    assertEquals(1, notebook.files().size());
    String path = notebook.files().firstKey();
    assertTrue(notebook.page().text().contains("![a](" + path + ")"), notebook.page().text());
    assertTrue(notebook.page().text().contains("![A dot](" + path + ")"));
    assertFalse(notebook.page().text().contains("Figure>"));
    assertEquals(List.of(), codes());
  }

  @Test
  void tablesComeWithNothingButTheirText() {
    String page =
        cells(
                """
                {"cell_type": "code", "metadata": {}, "source": "df",
                 "outputs": [{"output_type": "execute_result", "metadata": {},
                  "data": {"text/plain": "x", "text/html":
                   "<style>b{}</style><table><thead><tr><th></th><th onclick='x'>a|b</th></tr></thead><tr><td>1</td><td><script>alert(1)</script>&lt;i&gt;</td></tr></table>"}}]}
                """)
            .page()
            .text();
    assertTrue(page.contains("|  | a\\|b |\n|---|---|\n| 1 | \\<i\\> |\n"), page);
    assertFalse(page.contains("alert") || page.contains("onclick"), page);
  }

  @Test
  void drawingsLoseWhatCouldAct() {
    String svg =
        "<?xml version='1.0'?><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg' onload='x()'>"
            + "<script>alert(1)</script><a href='javascript:x'><rect fill='url(#g)'/></a>"
            + "<image href='https://elsewhere.example/x.png'/><foreignObject><p/></foreignObject>"
            + "</svg>";
    String safe = new String(SafeSvg.of(svg).orElseThrow(), StandardCharsets.UTF_8);
    assertTrue(safe.contains("<rect fill=\"url(#g)\""), safe);
    for (String word : List.of("onload", "script", "elsewhere", "foreignObject")) {
      assertFalse(safe.contains(word), safe);
    }
    assertTrue(SafeSvg.of("<svg").isEmpty());
    assertTrue(
        SafeSvg.of("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>")
            .map(bytes -> !new String(bytes, StandardCharsets.UTF_8).contains("root:"))
            .orElse(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cells\": [\n<<<<<<< HEAD\n]}|notebook-merge-markers|2",
        "{\"cells\": [\n{\"a\": }]}|notebook-format|2",
        "{\"worksheets\": [],\n\"nbformat\": 3}|notebook-format|2",
        "|notebook-format|1",
        "[]|notebook-format|1",
      })
  void faultsAreToldAtTheirLine(String row) {
    String[] parts = row.split("\\|");
    assertEquals("", read("lessons/x/a.ipynb", parts[0]).page().text());
    Diagnostic told = diagnostics.sorted().get(0);
    assertEquals(parts[1] + " " + parts[2], told.code() + " " + told.span().line());
  }

  @Test
  void hygieneIsLookedAt() {
    cells(
        """
        {"cell_type": "code", "id": "a", "metadata": {}, "source": "1", "outputs": [
         {"output_type": "error", "ename": "E", "evalue": "", "traceback": []}]},
        {"cell_type": "code", "id": "a", "metadata": {}, "source": "2", "outputs": [
         {"output_type": "stream", "name": "stdout", "text": "%s"}]},
        {"cell_type": "markdown", "metadata": {}, "source": "![x](attachment:no.png)"},
        {"cell_type": "code", "metadata": {}, "source": "3", "outputs": [
         {"output_type": "display_data", "metadata": {}, "data": {"image/png": "%s"}}]}
        """
            .formatted("x".repeat(100_001), DOT));
    assertEquals(
        List.of(
            "notebook-error-output",
            "notebook-cell-id",
            "notebook-output-size",
            "notebook-attachment",
            "output-alt"),
        codes());
    read("lessons/x/Untitled3.ipynb", "{\"nbformat\": 4, \"cells\": [], \"metadata\": {}}");
    assertTrue(codes().contains("notebook-name"));
  }
}
