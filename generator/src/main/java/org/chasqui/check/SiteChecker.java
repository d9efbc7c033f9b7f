package org.chasqui.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.Severity;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Parallel;
import org.chasqui.site.RenderedSite;
import org.chasqui.site.Site;

/**
 * Looks at a finished site before it is written: at the links authors wrote, at what a lesson
 * promises, and at every page as a browser will read it.
 *
 * <p>What is wrong with a page is told once, for the language it was written in, not again for each
 * translation; what a theme does wrong on every page is told once for all of them.
 */
public final class SiteChecker {
  private SiteChecker() {}

  /**
   * Checks a site.
   *
   * @param site the site in all its languages
   * @param rendered what was made of it
   * @param memory what was read before
   * @param diagnostics takes what is wrong
   */
  public static void check(
      Site site, RenderedSite rendered, Memory memory, Diagnostics diagnostics) {
    Findings findings = new Findings(site.config().sourceLanguage());
    OutputIndex output = new OutputIndex(site, rendered);
    LinkIndex links = new LinkIndex(rendered.links(), link -> output.address(site, link));
    FinishedPage reader =
        new FinishedPage(
            output,
            links,
            new PageWeights(rendered, output, site.config().arrangement().pageLimit()),
            memory);
    List<PageReport> reports =
        Parallel.map(
                rendered.files().stream()
                    .filter(OutputFile.Text.class::isInstance)
                    .map(OutputFile.Text.class::cast)
                    .filter(file -> file.path().value().endsWith(".html"))
                    .toList(),
                reader::read)
            .stream()
            .sorted(Comparator.comparing(PageReport::path))
            .toList();
    reader.keep();
    reports.forEach(report -> report.findings().forEach(findings::add));
    new LinkRules(site, links, reports).check(findings);
    new LessonRules(site, broken(diagnostics)).check(findings);
    new OutputRules(site, rendered, output, reports).check(findings);
    diagnostics.addAll(findings.all());
  }

  // The files in which something is so wrong already that what they lack is no news.
  private static Set<String> broken(Diagnostics diagnostics) {
    return diagnostics.sorted().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(diagnostic -> diagnostic.span().file().path())
        .collect(Collectors.toSet());
  }
}
