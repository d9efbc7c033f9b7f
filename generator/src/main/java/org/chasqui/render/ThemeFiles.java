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

  static ThemeFiles of(Theme theme) {
    SortedMap<String, SitePath> paths = new TreeMap<>();
    List<OutputFile> files = new ArrayList<>();
    for (Path file : theme.assets()) {
      byte[] content = read(file);
      String name = theme.assetName(file);
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
