package org.chasqui.render;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.site.Language;
import org.chasqui.site.LessonHome;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Site;
import org.chasqui.site.SitePath;
import org.chasqui.site.Wording;

/** Tells on the pages of lessons how big the files are that were made after them. */
public final class FileSizes {
  private static final int KILO = 1000;
  private static final Pattern MARK = Pattern.compile("<!--size (/[^<>]*?)-->");

  private FileSizes() {}

  /**
   * The same files, in which each mark for a size has become the size.
   *
   * @param sizes bytes, by address
   */
  public static List<OutputFile> told(
      List<OutputFile> files,
      Map<SitePath, Long> sizes,
      Site site,
      Map<Language, Wording> wording) {
    Map<OutputPath, LessonHome> homes = new HashMap<>();
    for (Language language : site.config().languages()) {
      site.pages(LessonHome.class, language).forEach(home -> homes.put(home.path().output(), home));
    }
    return files.stream()
        .map(
            file -> {
              LessonHome home = homes.get(file.path());
              return home != null && file instanceof OutputFile.Text text
                  ? told(text, home, sizes, wording)
                  : file;
            })
        .toList();
  }

  private static OutputFile told(
      OutputFile.Text page,
      LessonHome home,
      Map<SitePath, Long> sizes,
      Map<Language, Wording> words) {
    String html = page.content();
    Wording wording = words.get(home.language());
    Matcher mark = MARK.matcher(html);
    String told =
        mark.replaceAll(
            found -> {
              Long bytes = sizes.get(new SitePath(found.group(1)));
              return bytes == null || wording == null ? "" : said(bytes, wording);
            });
    return new OutputFile.Text(page.path(), told);
  }

  /** A number of bytes as people say it: {@code 310 KB}. */
  static String said(long bytes, Wording wording) {
    NumberFormat number = NumberFormat.getInstance(wording.language().locale());
    boolean big = bytes >= KILO * KILO;
    number.setMaximumFractionDigits(big ? 1 : 0);
    double size = big ? bytes / (double) (KILO * KILO) : Math.max(1, bytes / (double) KILO);
    return wording.text(
        big ? "size.megabytes" : "size.kilobytes", Map.of("size", number.format(size)));
  }
}
