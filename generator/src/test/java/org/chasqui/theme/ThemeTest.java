package org.chasqui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.RunStopped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {
  private static final Phrases ECHO =
      new Phrases() {
        @Override
        public String text(String id, Map<String, ?> arguments) {
          return "<" + id + " " + arguments.values() + ">";
        }

        @Override
        public String plural(String id, long count, Map<String, ?> arguments) {
          return id + " " + count;
        }

        @Override
        public String number(long n) {
          return "no. " + n;
        }

        @Override
        public String list(List<String> items) {
          return String.join(" & ", items);
        }
      };

  @TempDir Path folder;

  @BeforeEach
  void words() throws Exception {
    Files.writeString(folder.resolve("ui.pot"), "");
  }

  private String render(String template, Map<String, ?> model) throws Exception {
    Files.writeString(folder.resolve("a.ftlh"), template);
    return Theme.open(folder).render("a", model, ECHO);
  }

  @Test
  void strings_are_escaped_and_html_is_not() throws Exception {
    assertEquals(
        "a &lt; b, <b>c</b>",
        render("${x}, ${y}", Map.of("x", "a < b", "y", new Html("<b>c</b>"))));
  }

  @Test
  void records_are_read_by_the_names_of_their_components() throws Exception {
    LinkView link = new LinkView("../", new Html("<i>x</i>"), true, "EN");
    assertEquals(
        "../ <i>x</i> yes EN",
        render("${l.href} ${l.label} ${l.current?then('yes','no')} ${l.note}", Map.of("l", link)));
  }

  @Test
  void empty_html_has_no_content() throws Exception {
    assertEquals(
        "none", render("<#if x?has_content>some<#else>none</#if>", Map.of("x", Html.EMPTY)));
  }

  @Test
  void phrases_are_escaped_but_the_html_put_into_them_is_not() throws Exception {
    assertEquals("&lt;a [1 &amp; 2]&gt;", render("${t('a', {'x': '1 & 2'})}", Map.of()));
    assertEquals(
        "&lt;a [<b>1</b>]&gt;", render("${t('a', {'x': y})}", Map.of("y", new Html("<b>1</b>"))));
    assertEquals("b 1234", render("${n('b', c)}", Map.of("c", 1234)));
  }

  @Test
  void numbers_are_written_for_machines() throws Exception {
    assertEquals("1234567", render("${x}", Map.of("x", 1234567)));
  }

  @Test
  void what_is_missing_is_told_with_its_place() {
    ThemeProblem problem =
        assertThrows(
            ThemeProblem.Evaluation.class,
            () -> render("one\n  ${x.y.z} two", Map.of("x", Map.of())));
    assertEquals(2, problem.span().line());
    assertEquals(5, problem.span().column());
    assertTrue(problem.span().file().path().endsWith("/a.ftlh"));
  }

  @Test
  void what_cannot_be_read_is_told_with_its_place() {
    ThemeProblem problem =
        assertThrows(ThemeProblem.Syntax.class, () -> render("one\n<#if x>two", Map.of()));
    assertTrue(problem.getMessage().length() < 300, problem.getMessage());
  }

  @Test
  void templates_cannot_make_java_objects() {
    assertThrows(
        ThemeProblem.class,
        () -> render("${'freemarker.template.utility.Execute'?new()('id')}", Map.of()));
    assertThrows(ThemeProblem.class, () -> render("${x?api.class}", Map.of("x", "y")));
  }

  @Test
  void a_missing_template_is_told() throws Exception {
    Theme theme = Theme.open(folder);
    assertThrows(ThemeProblem.Missing.class, () -> theme.render("nosuch", Map.of(), ECHO));
    assertEquals(Optional.empty(), theme.shortcode("nosuch", Map.of(), ECHO));
    assertEquals(Optional.empty(), theme.shortcode("../a", Map.of(), ECHO));
  }

  @Test
  void a_folder_without_a_theme_is_told() {
    assertThrows(RunStopped.Usage.class, () -> Theme.open(folder.resolve("nosuch")));
  }

  @Test
  void files_to_publish_are_those_below_assets() throws Exception {
    Files.createDirectories(folder.resolve("assets/pictures"));
    Files.writeString(folder.resolve("assets/style.css"), "");
    Files.writeString(folder.resolve("assets/pictures/a.svg"), "");
    Theme theme = Theme.open(folder);
    assertEquals(
        List.of("pictures/a.svg", "style.css"),
        theme.assets().stream().map(theme::assetName).toList());
  }

  @Test
  void a_child_has_what_its_parent_has_and_its_own_instead() throws Exception {
    Path parent = Files.createDirectories(folder.resolve("old/assets")).getParent();
    Files.writeString(parent.resolve("layout.ftlh"), "<#macro frame>old <#nested></#macro>");
    Files.writeString(
        parent.resolve("a.ftlh"), "<#import \"layout.ftlh\" as l><@l.frame>a</@l.frame>");
    Files.writeString(parent.resolve("b.ftlh"), "b");
    Files.writeString(parent.resolve("assets/style.css"), "x");
    Files.writeString(parent.resolve("assets/script.js"), "y");
    Files.writeString(
        parent.resolve("ui.pot"),
        "msgctxt \"one\"\nmsgid \"1\"\nmsgstr \"\"\n\nmsgctxt \"two\"\nmsgid \"2\"\nmsgstr \"\"\n");
    Path child = Files.createDirectories(folder.resolve("new/assets")).getParent();
    Files.writeString(child.resolve("theme.yaml"), "# mine\nparent: old\n");
    Files.writeString(child.resolve("layout.ftlh"), "<#macro frame>new <#nested></#macro>");
    Files.writeString(child.resolve("assets/style.css"), "z");
    Files.writeString(child.resolve("ui.pot"), "msgctxt \"two\"\nmsgid \"II\"\nmsgstr \"\"\n");
    assertEquals("old", Theme.parentOf(child).orElseThrow().text());
    assertEquals(Optional.empty(), Theme.parentOf(parent));
    Theme theme = Theme.open(child, Optional.of(Theme.open(parent)));
    assertEquals("new a", theme.render("a", Map.of(), ECHO));
    assertEquals("b", theme.render("b", Map.of(), ECHO));
    assertEquals(
        List.of("script.js", "style.css"), theme.assets().stream().map(theme::assetName).toList());
    assertEquals("z", Files.readString(theme.assets().get(1)));
    assertEquals(
        "msgctxt \"two\"\nmsgid \"II\"\nmsgstr \"\"\n\nmsgctxt \"one\"\nmsgid \"1\"\nmsgstr \"\"\n",
        theme.uiTemplate().text());
    assertEquals("old a", Theme.open(parent).render("a", Map.of(), ECHO), "nothing happened to it");
  }
}
