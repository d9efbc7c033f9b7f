package org.chasqui.render;

import java.util.List;
import java.util.Optional;

/** How well colours are told apart, as WCAG 2 has it. Colours are {@code #rrggbb}. */
final class Contrast {
  /** What WCAG asks of text at level AAA. */
  static final double TEXT = 7;

  /** What WCAG asks of text at level AA. */
  static final double REST = 4.5;

  private static final int STEPS = 1000;

  private Contrast() {}

  /** From 1, the same, to 21, black and white. */
  static double ratio(String one, String other) {
    double first = luminance(rgb(one));
    double second = luminance(rgb(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** The least contrast of a colour with any of some papers. */
  static double least(String colour, List<String> papers) {
    return papers.stream().mapToDouble(paper -> ratio(colour, paper)).min().orElse(21);
  }

  /**
   * The colour of the same hue that is nearest to a given one and has the wanted contrast with all
   * papers: the same one mixed with as little black, or white, as it takes. Nothing if papers are
   * so different that none has.
   */
  static Optional<String> nearest(String colour, List<String> papers, double wanted) {
    for (int step = 0; step <= STEPS; step++) {
      for (int end : new int[] {0, 255}) {
        String mixed = mixed(rgb(colour), end, step / (double) STEPS);
        if (least(mixed, papers) >= wanted) {
          return Optional.of(mixed);
        }
      }
    }
    return Optional.empty();
  }

  /** Black or white, whichever is read better on a colour. */
  static String on(String colour) {
    return ratio(colour, "#ffffff") >= ratio(colour, "#000000") ? "#ffffff" : "#000000";
  }

  private static String mixed(int[] rgb, int end, double share) {
    StringBuilder hex = new StringBuilder("#");
    for (int channel : rgb) {
      hex.append(String.format("%02x", Math.round(channel + (end - channel) * share)));
    }
    return hex.toString();
  }

  private static int[] rgb(String hex) {
    int value = Integer.parseInt(hex.substring(1), 16);
    return new int[] {value >> 16, value >> 8 & 255, value & 255};
  }

  // Relative luminance, as WCAG 2 defines it for sRGB.
  private static double luminance(int[] rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < rgb.length; i++) {
      double channel = rgb[i] / 255.0;
      double linear =
          channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
      sum += weights[i] * linear;
    }
    return sum;
  }
}
