package org.chasqui.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.OutputFile;
import org.chasqui.site.SitePath;
import org.chasqui.theme.Theme;

/**
 * The theme's files under names that change with their content, so that browsers may keep them for
 * ever and still get the new ones.
 *
 * @param paths the address of each, by its name in the theme
 * @param files what to write
 */
record ThemeFiles(SortedMap<String, SitePath> paths, List<OutputFile> files) {

  // A custom property: --band: url("…");
  private static final Pattern DECLARATION =
      Pattern.compile("(--[a-z-]+)\\s*:(?:\"[^\"]*+\"|[^;\"{}])++;");

  /** The theme's own style sheet, in which a site's colours are put. */
  static final String STYLE = "style.css";

  /** What the theme's style sheet says; empty if it has none. */
  static String style(Theme theme) {
    return theme.assets().stream()
        .filter(file -> theme.assetName(file).equals(STYLE))
        .findFirst()
        .map(file -> new String(read(file), StandardCharsets.UTF_8))
        .orElse("");
  }

  /**
   * All of them.
   *
   * @param colours declarations that take the place of those of the style sheet: {@code --water:
   *     #07505a;}
   */
  static ThemeFiles of(Theme theme, String colours) {
    SortedMap<String, SitePath> paths = new TreeMap<>();
    List<OutputFile> files = new ArrayList<>();
    for (Path file : theme.assets()) {
      String name = theme.assetName(file);
      byte[] content = name.equals(STYLE) ? coloured(read(file), colours) : read(file);
      String slim = slim(name, content);
      byte[] written = slim.isEmpty() ? content : slim.getBytes(StandardCharsets.UTF_8);
      SitePath path = new SitePath("/theme/" + hashed(name, written));
      paths.put(name, path);
      files.add(
          slim.isEmpty()
              ? new OutputFile.Copy(path.output(), file)
              : new OutputFile.Text(path.output(), slim));
    }
    return new ThemeFiles(paths, files);
  }

  // In place, so that a style sheet weighs the same whatever its colours.
  private static byte[] coloured(byte[] style, String colours) {
    String text = new String(style, StandardCharsets.UTF_8);
    Matcher own = DECLARATION.matcher(colours);
    while (own.find()) {
      Matcher usual = DECLARATION.matcher(text);
      for (boolean more = usual.find(); more; more = usual.find()) {
        if (usual.group(1).equals(own.group(1))) {
          text = text.substring(0, usual.start()) + own.group() + text.substring(usual.end());
          break;
        }
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // Empty for what is sent as it is.
  private static String slim(String name, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return name.endsWith(".css")
        ? Styles.slim(text)
        : name.endsWith(".js") ? SlimScript.of(text) : "";
  }

  private static String hashed(String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String hash = HexFormat.of().formatHex(sha256(content), 0, 4);
    return name.substring(0, dot) + "." + hash + name.substring(dot);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
