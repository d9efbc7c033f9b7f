package org.chasqui.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Language;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Page;
import org.chasqui.site.SitePath;
import org.chasqui.theme.Html;

/**
 * Addresses at which pages once stood: a small page at each that leads on, and one list for hosts
 * that answer with a real redirect ({@code _redirects}, as Netlify and Cloudflare Pages read it).
 */
final class Redirects {
  private Redirects() {}

  static List<OutputFile> of(Scene scene) {
    TreeMap<SitePath, Page> moved = new TreeMap<>();
    for (Page page : scene.site().pages()) {
      for (SitePath alias : page.header().aliases()) {
        if (claim(scene, alias, page)) {
          moved.putIfAbsent(folder(alias), page);
        }
      }
    }
    // On some disks, and so for some hosts, /OLS-1/ and /ols-1/ are one place.
    Set<String> taken = new HashSet<>();
    scene.site().pages().forEach(p -> taken.add(lower(p.path())));
    Map<String, SitePath> written = new HashMap<>();
    moved.keySet().stream()
        .filter(alias -> !taken.contains(lower(alias)))
        .forEach(
            alias -> written.put(lower(alias), alias)); // of several the small letters come last
    List<OutputFile> files = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    String base = scene.config().baseUrl().getRawPath();
    String prefix = base.isEmpty() ? "" : base.substring(0, base.length() - 1);
    moved.forEach(
        (alias, page) -> {
          if (alias.equals(written.get(lower(alias)))) {
            files.add(page(scene, alias, page));
          }
          list.append(prefix + Urls.encode(alias.value()))
              .append(' ')
              .append(prefix + Urls.encode(page.path().value()))
              .append(" 301\n");
        });
    if (!moved.isEmpty()) {
      files.add(new OutputFile.Text(OutputPath.of("_redirects"), list.toString()));
    }
    return files;
  }

  private static String lower(SitePath path) {
    return path.value().toLowerCase(Locale.ROOT);
  }

  // /posts/x is served from /posts/x/index.html; /x.html is a file already.
  private static SitePath folder(SitePath alias) {
    boolean file = alias.value().endsWith("/") || alias.value().matches(".*\\.html?");
    return file ? alias : new SitePath(alias.value() + "/");
  }

  private static boolean claim(Scene scene, SitePath alias, Page page) {
    SitePath path = folder(alias);
    if (path.equals(page.path())) {
      return false;
    }
    if (scene.site().at(path).isPresent()
        || !OutputPath.isSafe(folder(alias).value().substring(1) + "x")) {
      scene
          .diagnostics()
          .add(
              Diagnostic.warning(
                      "alias-taken",
                      page.header().title().span(),
                      "The alias " + alias + " cannot lead here: a page stands at that address.")
                  .help("Take the alias out, or give the other page another address."));
      return false;
    }
    return true;
  }

  /**
   * The first sheet of a list under the address that its other sheets have: {@code page/1/} leads
   * to the list.
   */
  static OutputFile firstSheet(Scene scene, Language language, SitePath list, String title) {
    PageContext context = new PageContext(scene, language, list.resolve("page/1/"));
    Map<String, Object> model =
        Map.of(
            "href", context.href(list),
            "canonical", context.absolute(list),
            "language", language.tag(),
            "direction", language.direction(),
            "title", Html.escape(title));
    return new OutputFile.Text(context.path().output(), scene.fill("redirect", model, context));
  }

  private static OutputFile page(Scene scene, SitePath alias, Page page) {
    PageContext context = new PageContext(scene, page.language(), alias);
    Map<String, Object> model =
        Map.of(
            "href", context.href(page),
            "canonical", context.absolute(page.path()),
            "language", page.language().tag(),
            "direction", page.language().direction(),
            "title", context.text(page.header().title()));
    return new OutputFile.Text(alias.output(), scene.fill("redirect", model, context));
  }
}
