package org.chasqui.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.PathClash;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.Site;

/** Rules on the output as a whole. */
final class OutputRules {
  private static final Pattern LOCATION = Pattern.compile("<loc>\\s*([^<]+?)\\s*</loc>");
  private static final Pattern FOREIGN_STYLE =
      Pattern.compile("(?:url\\(\\s*['\"]?|@import\\s+['\"])((?:https?:)?//[^'\")\\s]+)");

  private final Site site;
  private final RenderedSite rendered;
  private final OutputIndex output;
  private final Map<OutputPath, PageReport> reports = new HashMap<>();

  OutputRules(Site site, RenderedSite rendered, OutputIndex output, List<PageReport> reports) {
    this.site = site;
    this.rendered = rendered;
    this.output = output;
    reports.forEach(report -> this.reports.put(report.path(), report));
  }

  /** Looks at paths, sitemaps and style sheets. */
  void check(Findings findings) {
    clashes(findings);
    for (OutputFile file : rendered.files()) {
      if (file instanceof OutputFile.Text text && text.path().fileName().endsWith(".css")) {
        style(findings, text);
      } else if (file instanceof OutputFile.Text text
          && text.path().fileName().startsWith("sitemap")) {
        sitemap(findings, text);
      }
    }
  }

  private void clashes(Findings findings) {
    List<OutputPath> paths = rendered.files().stream().map(OutputFile::path).toList();
    for (PathClash clash : PathClash.among(paths)) {
      SourceSpan span = output.origin(clash.other());
      String other = output.origin(clash.one()).file().path();
      findings.add(
          Finding.ofSite(
              clash.toString(),
              Diagnostic.error(
                      "output-collision",
                      span,
                      "Two files of the output want the same place: " + clash + ".")
                  .help("The other is made from " + other + ". Give one another slug or name.")));
    }
  }

  private void style(Findings findings, OutputFile.Text style) {
    Matcher matcher = FOREIGN_STYLE.matcher(style.content());
    while (matcher.find()) {
      SourceFile file = new SourceFile(style.path().value(), style.content());
      boolean own =
          output.resolve(style.path(), matcher.group(1)).filter(output::ownHost).isPresent();
      if (!own) {
        findings.add(
            Finding.ofSite(
                matcher.group(1),
                Diagnostic.warning(
                        "third-party",
                        file.span(matcher.start(1), matcher.end(1)),
                        "The style sheet asks another site for " + matcher.group(1) + ".")
                    .help("Put the file into the theme.")));
      }
    }
  }

  private void sitemap(Findings findings, OutputFile.Text sitemap) {
    SourceFile file = new SourceFile(sitemap.path().value(), sitemap.content());
    Matcher matcher = LOCATION.matcher(sitemap.content());
    while (matcher.find()) {
      SourceSpan span = file.span(matcher.start(1), matcher.end(1));
      String url = matcher.group(1).replace("&amp;", "&");
      String path = output.resolve(sitemap.path(), url).flatMap(output::ownPath).orElse("");
      if (!path.isEmpty() && !output.answers(path)) {
        findings.add(
            Finding.ofSite(
                path,
                Diagnostic.error(
                        "output-link-dead", span, "Nothing of the site answers to " + path + ".")
                    .help("The sitemap must list only addresses that exist.")));
      } else if (path.isEmpty() || hides(path)) {
        findings.add(
            Finding.ofSite(
                url,
                Diagnostic.warning(
                        "sitemap-page",
                        span,
                        path.isEmpty()
                            ? "The sitemap lists "
                                + url
                                + ", which is not below "
                                + site.config().baseUrl()
                                + "."
                            : "The sitemap lists " + path + ", which hides from search engines.")
                    .help("A sitemap lists only pages that are to be found, in their full form.")));
      }
    }
  }

  private boolean hides(String path) {
    PageReport report = reports.get(output.file(path));
    return report != null && report.noindex();
  }
}
