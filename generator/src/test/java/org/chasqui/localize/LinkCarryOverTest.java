package org.chasqui.localize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkCarryOverTest {
  private final LinkCarryOver carry = new LinkCarryOver();

  private Optional<String> carried(String before, String now, String translation) {
    assertEquals(carry.skeleton(before), carry.skeleton(now));
    return carry.carry(before, now, translation);
  }

  @Test
  void linksFollow() {
    assertEquals(
        Optional.of("Vea [uno](c.md#x) y ![dos](b.png \"t\")."),
        carried(
            "See [one](a.md) and ![two](b.png \"t\").",
            "See [one](c.md#x) and ![two](b.png \"t\").",
            "Vea [uno](a.md) y ![dos](b.png \"t\")."));
    assertEquals(
        Optional.of("Vea <https://b.example/>."),
        carried(
            "See <https://a.example/>.", "See <https://b.example/>.", "Vea <https://a.example/>."));
    assertEquals(
        Optional.of("Vea [u](b_(x).md)"),
        carried("See [o](a.md)", "See [o](b_(x).md)", "Vea [u](a.md)"));
  }

  @Test
  void emphasisFollowsWhereItIsMarkedAlike() {
    assertEquals(
        Optional.of("Un **mundo** `*p`"),
        carried("A *world* `*p`", "A **world** `*p`", "Un *mundo* `*p`"));
    assertEquals(Optional.empty(), carried("A *world*", "A **world**", "Un mundo"));
    assertEquals(Optional.empty(), carried("A world", "A *world*", "Un mundo"));
  }

  @Test
  void attributesFollow() {
    assertEquals(
        Optional.of("![una](a.png){.big}"),
        carried("![one](a.png){.small}", "![one](a.png){.big}", "![una](a.png){.small}"));
  }

  @Test
  void whatTheTranslatorChangedIsNotTouched() {
    assertEquals(
        Optional.empty(),
        carried(
            "See [w](https://en.example/).",
            "See [w](https://en.example/new).",
            "Vea [w](https://es.example/)."));
  }

  @Test
  void oneTargetThatBecameTwoIsNotGuessed() {
    assertEquals(
        Optional.empty(),
        carried("[a](x.md) [b](x.md)", "[a](y.md) [b](z.md)", "[b](x.md) [a](x.md)"));
  }

  @Test
  void otherTextsHaveOtherSkeletons() {
    assertNotEquals(carry.skeleton("See [one](a.md)"), carry.skeleton("See [two](a.md)"));
    assertNotEquals(carry.skeleton("Run `a`"), carry.skeleton("Run `b`"));
    assertNotEquals(carry.skeleton("Use `](a)`"), carry.skeleton("Use `](b)`"));
    assertNotEquals(carry.skeleton("two [a](b)"), carry.skeleton("two a"));
  }
}
