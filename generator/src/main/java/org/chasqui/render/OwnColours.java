package org.chasqui.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.Look;
import org.chasqui.theme.ColourView;

/**
 * The colours that a site has made its own, checked against the theme's paper. A colour that cannot
 * be read well is an error, with the nearest that can.
 */
final class OwnColours {
  // The theme's paper, and what stands on it: --paper: light-dark(#fff, #000);
  private static final Pattern PAPER =
      Pattern.compile(
          "--(?:paper|sheet)\\s*:\\s*light-dark\\(\\s*(#[0-9a-f]{6})\\s*,\\s*(#[0-9a-f]{6})\\s*\\)");

  private final List<String> light = new ArrayList<>();
  private final List<String> dark = new ArrayList<>();
  private final Diagnostics diagnostics;

  private OwnColours(String style, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    Matcher paper = PAPER.matcher(style.toLowerCase(Locale.ROOT));
    while (paper.find()) {
      light.add(paper.group(1));
      dark.add(paper.group(2));
    }
    if (light.isEmpty()) {
      light.add("#ffffff");
      dark.add("#000000");
    }
  }

  /**
   * The colours by the names that {@code site.yaml} has for what they are for; empty if the site
   * has none.
   *
   * @param style the theme's style sheet
   */
  static Map<String, ColourView> of(Look look, String style, Diagnostics diagnostics) {
    OwnColours own = new OwnColours(style, diagnostics);
    Map<String, ColourView> views = new TreeMap<>();
    look.colours().forEach((role, colour) -> views.put(role.key(), own.view(role, colour)));
    return views;
  }

  private ColourView view(Look.Role role, Look.Colour colour) {
    double wanted =
        switch (role) {
          case LINK -> Contrast.TEXT;
          case ACCENT -> Contrast.REST;
          case ORNAMENT -> 1;
        };
    String bright = checked(role, colour.light(), light, wanted);
    String night =
        colour
            .dark()
            .map(shade -> checked(role, shade, dark, wanted))
            .orElseGet(() -> Contrast.nearest(bright, dark, wanted).orElse(bright));
    return new ColourView(bright, night, Contrast.on(bright), Contrast.on(night));
  }

  private String checked(Look.Role role, Look.Shade shade, List<String> papers, double wanted) {
    double least = Contrast.least(shade.hex(), papers);
    if (least < wanted) {
      String paper =
          papers.stream()
              .min(Comparator.comparingDouble(one -> Contrast.ratio(one, shade.hex())))
              .orElse("");
      Optional<String> near = Contrast.nearest(shade.hex(), papers, wanted);
      diagnostics.add(
          Diagnostic.error(
                  "colour-contrast",
                  shade.span(),
                  "The colour '"
                      + shade.hex()
                      + "' for '"
                      + role.key()
                      + "' is hard to read on "
                      + paper
                      + ": its contrast is "
                      + tenths(least)
                      + ", not "
                      + tenths(wanted)
                      + ".")
              .help(
                  near.map(hex -> "The nearest that can be read is '" + hex + "'.")
                      .orElse("Choose a colour that is further from the paper.")));
    }
    return shade.hex();
  }

  // Rounded down, so that nobody reads 7.0 where 7 is asked for.
  private static String tenths(double ratio) {
    return String.valueOf(Math.floor(ratio * 10) / 10);
  }
}
