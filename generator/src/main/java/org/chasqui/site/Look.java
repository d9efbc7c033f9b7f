package org.chasqui.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.diagnostic.SourceSpan;

/**
 * What of a theme's look a site has made its own.
 *
 * @param logo the picture beside the site's name
 * @param colours the colours, by what they are for
 */
public record Look(Optional<Picture> logo, Map<Role, Colour> colours) {
  /** Nothing of it. */
  public static final Look USUAL = new Look(Optional.empty(), Map.of());

  /** Copies, so that nobody can change it. */
  public Look {
    colours = java.util.Collections.unmodifiableMap(new TreeMap<>(colours));
  }

  /** What a colour is for. */
  public enum Role {
    /** Links and buttons. */
    LINK,
    /** Edges and numbers that catch the eye. */
    ACCENT,
    /** The ornament, beside which nothing needs to be read. */
    ORNAMENT;

    /** As {@code site.yaml} has it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as {@code site.yaml} has them. */
    public static List<String> keys() {
      return List.of(values()).stream().map(Role::key).toList();
    }
  }

  /**
   * A colour.
   *
   * @param light on light paper
   * @param dark on dark paper, if that was said
   */
  public record Colour(Shade light, Optional<Shade> dark) {}

  /**
   * A colour as it was written.
   *
   * @param hex {@code #rrggbb}, in small letters
   * @param span where
   */
  public record Shade(String hex, SourceSpan span) {}
}
