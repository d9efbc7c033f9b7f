package org.chasqui.load;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Look;
import org.chasqui.site.Picture;

/** Reads {@code theme:} of {@code site.yaml}: a name, or a group with logo and colours. */
final class LookReader {
  private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{3}|[0-9a-f]{6})");
  private static final String WRITE =
      "Write it as '#rrggbb', in quotation marks, for without them YAML takes it for a comment.";

  private final Fields site;

  LookReader(Fields site) {
    this.site = site;
  }

  private Optional<Fields> group() {
    return site.entry(Key.THEME)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(mapping -> site.of((Mapping) mapping));
  }

  /** The theme's name. */
  String theme() {
    Optional<Fields> group = group();
    Optional<String> name =
        group.isPresent() ? group.get().string(Key.THEME_NAME) : site.string(Key.THEME);
    return name.orElse("chasqui");
  }

  Look look() {
    Optional<Fields> group = group();
    group.ifPresent(g -> g.reportUnknown(Key.SITE_THEME, "A theme has name, logo and colours."));
    return group.map(g -> new Look(logo(g), colours(g))).orElse(Look.USUAL);
  }

  private static Optional<Picture> logo(Fields group) {
    return group
        .word(Key.THEME_LOGO)
        .map(
            word ->
                new Picture(
                    word.text().strip(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    word.span()));
  }

  private Map<Look.Role, Look.Colour> colours(Fields group) {
    Map<Look.Role, Look.Colour> colours = new TreeMap<>();
    for (Fields said : group.groups(Key.COLOURS)) {
      for (Entry entry : said.entries()) {
        String key = entry.key();
        if (Look.Role.keys().contains(key)) {
          colour(entry)
              .ifPresent(c -> colours.put(Look.Role.valueOf(key.toUpperCase(Locale.ROOT)), c));
        } else {
          String all = "The colours are " + String.join(", ", Look.Role.keys()) + ".";
          site.diagnostics()
              .add(
                  Diagnostic.error(
                          "colour-invalid", entry.keySpan(), "There is no colour '" + key + "'.")
                      .help(Suggestion.didYouMean(key, Look.Role.keys()).orElse(all)));
        }
      }
    }
    return colours;
  }

  // One colour, from which that for dark paper follows, or a group of both.
  private Optional<Look.Colour> colour(Entry entry) {
    if (!(entry.value() instanceof Mapping both)) {
      return shade(entry).map(light -> new Look.Colour(light, Optional.empty()));
    }
    Entry light = both.entries().get("light");
    Entry dark = both.entries().get("dark");
    if (light == null || both.entries().size() > (dark == null ? 1 : 2)) {
      site.wrongType(entry, "a colour, or a group of 'light' and 'dark'");
      return Optional.empty();
    }
    Optional<Look.Shade> darker = dark == null ? Optional.empty() : shade(dark);
    return shade(light).map(shade -> new Look.Colour(shade, darker));
  }

  private Optional<Look.Shade> shade(Entry entry) {
    String written =
        entry.value() instanceof Scalar scalar
            ? scalar.text().strip().toLowerCase(Locale.ROOT)
            : "";
    if (HEX.matcher(written).matches()) {
      String digits = written.replace("#", "");
      String hex = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
      return Optional.of(new Look.Shade("#" + hex, entry.value().span()));
    }
    boolean nothing = written.isEmpty() || written.equals("null") || entry.blank();
    site.diagnostics()
        .add(
            Diagnostic.error(
                    "colour-invalid",
                    nothing ? entry.keySpan() : entry.value().span(),
                    nothing
                        ? "'" + entry.key() + "' says no colour."
                        : "'" + written + "' is no colour.")
                .help(WRITE));
    return Optional.empty();
  }
}
