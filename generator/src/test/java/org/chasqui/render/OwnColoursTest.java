package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.site.Look;
import org.chasqui.theme.ColourView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnColoursTest {
  private static final String STYLE =
      ":root { --paper: light-dark(#fffcf6, #171310); --sheet: light-dark(#f7efe2, #241d18); }";
  private static final List<String> LIGHT = List.of("#fffcf6", "#f7efe2");
  private static final List<String> DARK = List.of("#171310", "#241d18");
  private static final SourceFile FILE = new SourceFile("site.yaml", "link: '#f7931e'\n");

  private final Diagnostics diagnostics = new Diagnostics();

  private static Look.Shade shade(String hex) {
    return new Look.Shade(hex, FILE.span(6, 15));
  }

  private Map<String, ColourView> views(Look.Role role, String light, Optional<String> dark) {
    Look.Colour colour = new Look.Colour(shade(light), dark.map(OwnColoursTest::shade));
    return OwnColours.of(new Look(Optional.empty(), Map.of(role, colour)), STYLE, diagnostics);
  }

  // The figures are those of WCAG's own examples and of its formula done by hand.
  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21.0",
    "#777777, #ffffff, 4.478",
    "#ff0000, #ffffff, 3.998",
    "#07505a, #fffcf6, 8.9",
    "#123456, #123456, 1.0"
  })
  void contrastIsThatOfTheFormula(String one, String other, double wanted) {
    assertEquals(wanted, Contrast.ratio(one, other), 0.02);
    assertEquals(wanted, Contrast.ratio(other, one), 0.02);
  }

  @Test
  void aColourThatCanBeReadIsTaken() {
    ColourView link = views(Look.Role.LINK, "#12355b", Optional.empty()).get("link");
    assertEquals(List.of(), diagnostics.sorted());
    assertEquals("#12355b", link.light());
    assertEquals("#ffffff", link.onLight());
    assertEquals("#000000", link.onDark());
    // That for dark paper follows from it.
    assertTrue(Contrast.least(link.dark(), DARK) >= 7, link.dark());
    assertTrue(Contrast.ratio(link.onDark(), link.dark()) >= 7, link.dark());
  }

  @Test
  void aColourThatCannotBeReadIsToldWithTheNearestThatCan() {
    views(Look.Role.LINK, "#f7931e", Optional.empty());
    Diagnostic told = diagnostics.sorted().get(0);
    assertEquals("colour-contrast", told.code());
    assertEquals("site.yaml:1:7", told.span().location());
    assertEquals(
        "The colour '#f7931e' for 'link' is hard to read on #f7efe2: its contrast is 2.0, not 7.0.",
        told.message());
    String near = told.help().orElseThrow().replaceAll(".*'(#[0-9a-f]{6})'.*", "$1");
    assertTrue(Contrast.least(near, LIGHT) >= 7, near);
    // The nearest: one step lighter would not do.
    assertTrue(Contrast.least(near, LIGHT) < 7.2, near);
    Diagnostics after = new Diagnostics();
    OwnColours.of(
        new Look(
            Optional.empty(),
            Map.of(Look.Role.LINK, new Look.Colour(shade(near), Optional.empty()))),
        STYLE,
        after);
    assertEquals(List.of(), after.sorted(), "what is suggested passes");
  }

  @Test
  void bothPapersAreLookedAtAndAnAccentMayBeWeaker() {
    views(Look.Role.LINK, "#12355b", Optional.of("#12355b"));
    assertTrue(diagnostics.sorted().get(0).message().contains(" on #241d18: "));
    OwnColoursTest other = new OwnColoursTest();
    other.views(Look.Role.ACCENT, "#b8400f", Optional.empty());
    other.views(Look.Role.ORNAMENT, "#ffee00", Optional.empty());
    assertEquals(List.of(), other.diagnostics.sorted());
    other.views(Look.Role.ACCENT, "#ff7b39", Optional.empty());
    assertTrue(other.diagnostics.sorted().get(0).message().endsWith("not 4.5."));
  }
}
