package org.chasqui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class TemplatePartsTest {
  private final TreeMap<String, SourceFile> templates = new TreeMap<>();

  TemplatePartsTest() {
    put("post.ftlh", "<#import \"layout.ftlh\" as l><@l.page>Text</@l.page>");
    put("page.ftlh", "Page");
    put("layout.ftlh", "[#include 'parts/head.ftlh']");
    put("parts/head.ftlh", "<#include \"../icons.ftlh\">");
    put("icons.ftlh", "Icon");
    put("shortcodes/video.ftlh", "<#import \"/icons.ftlh\" as i>");
  }

  private void put(String name, String text) {
    templates.put(name, new SourceFile("themes/t/" + name, text));
  }

  private String digest(String... names) {
    return new TemplateParts(templates).digest(List.of(names));
  }

  @Test
  void aTemplateIsMadeOfAllThatItIncludesAndImports() {
    String post = digest("post.ftlh");
    String page = digest("page.ftlh");
    String video = digest("shortcodes/video.ftlh");
    put("icons.ftlh", "Other");
    assertNotEquals(post, digest("post.ftlh"), "three steps away");
    assertNotEquals(video, digest("shortcodes/video.ftlh"), "from the root");
    assertEquals(page, digest("page.ftlh"));
  }

  @Test
  void theOrderOfNamesDoesNotCount() {
    assertEquals(digest("post.ftlh", "page.ftlh"), digest("page.ftlh", "post.ftlh"));
    assertNotEquals(digest("post.ftlh"), digest("post.ftlh", "page.ftlh"));
  }

  @Test
  void whatMayNameOthersOnlyWhileItIsFilledIsMadeOfAll() {
    for (String text :
        List.of(
            "<#include kind + \".ftlh\">",
            "<#include \"${kind}.ftlh\">",
            "<#import \"*/icons.ftlh\" as i>",
            "<@kind?interpret />",
            "${kind?eval}",
            "<@.get_optional_template(kind).include />",
            "<@.getOptionalTemplate(kind).include />",
            "<#include \"post.ftlh\"?replace(\"post\", kind)>",
            "<#include \"missing.ftlh\">")) {
      put("page.ftlh", text);
      put("icons.ftlh", "Icon");
      String page = digest("page.ftlh");
      put("icons.ftlh", "Other");
      assertNotEquals(page, digest("page.ftlh"), text);
    }
  }

  @Test
  void whatFollowsANameMayBeAWordOfTheDirective() {
    for (String text :
        List.of(
            "<#include \"post.ftlh\">",
            "<#include 'post.ftlh' />",
            "[#include \"post.ftlh\"]",
            "<#include \"post.ftlh\" parse=false>",
            "<#import \"./post.ftlh\" as p>",
            "<#import \"parts/./../post.ftlh\" as p>")) {
      put("other.ftlh", "Other");
      put("post.ftlh", "Post");
      put("page.ftlh", text);
      String page = digest("page.ftlh");
      put("other.ftlh", "Another");
      assertEquals(page, digest("page.ftlh"), text);
      put("post.ftlh", "New");
      assertNotEquals(page, digest("page.ftlh"), text);
    }
  }

  @Test
  void aTemplateMayIncludeItself() {
    put("page.ftlh", "<#if deeper><#include \"page.ftlh\"></#if>");
    String page = digest("page.ftlh");
    put("icons.ftlh", "Other");
    assertEquals(page, digest("page.ftlh"));
  }

  @Test
  void whatIsNotThereIsTheSameUntilItIs() {
    String none = digest("none.ftlh");
    put("icons.ftlh", "Other");
    assertEquals(none, digest("none.ftlh"));
    put("none.ftlh", "There");
    assertNotEquals(none, digest("none.ftlh"));
  }
}
