package org.chasqui.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.check.Deployment;
import org.chasqui.check.Refetches;
import org.chasqui.check.Weigher;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Refetch;
import org.chasqui.site.SiteWeight;
import org.chasqui.site.SiteWeight.Part;

/**
 * What a built site weighs, and what readers who come back fetch again.
 *
 * @param weight all of it
 * @param parts of the heaviest pages the largest parts, sections and files, largest first
 * @param again by page what has to be fetched again since the last deployment, if that is known
 */
public record WeightRun(
    SiteWeight weight, Map<OutputPath, List<Part>> parts, Optional<List<Refetch>> again) {
  private static final int PAGES = 10;
  private static final int PARTS = 4;

  /**
   * Weighs a built site.
   *
   * @param since a folder with what was deployed last, or its {@code weight.json}
   */
  public static WeightRun of(BuiltSite built, Optional<Path> since) {
    Optional<SiteWeight> before = since.map(place -> Deployment.read(place, built.site().config()));
    Weigher weigher = new Weigher(built.site().config(), built.files());
    SiteWeight weight = weigher.weigh();
    Map<OutputPath, List<Part>> parts = new LinkedHashMap<>();
    weight.heaviest().stream()
        .limit(PAGES)
        .forEach(page -> parts.put(page, largest(page, weight, weigher)));
    return new WeightRun(weight, parts, before.map(old -> Refetches.of(old, weight)));
  }

  /** The file that tells the next deployment what this one weighed. */
  public OutputFile manifest() {
    return Deployment.file(weight);
  }

  private static List<Part> largest(OutputPath page, SiteWeight weight, Weigher weigher) {
    List<Part> parts = new ArrayList<>(weigher.sections(page));
    weight.loads(page).forEach(load -> parts.add(new Part(load.value(), weight.bytes(load))));
    parts.sort(Comparator.comparing(Part::bytes).reversed());
    return parts.subList(0, Math.min(PARTS, parts.size()));
  }
}
