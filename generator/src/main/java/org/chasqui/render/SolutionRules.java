package org.chasqui.render;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.markdown.Block;
import org.chasqui.markdown.Markdown;
import org.chasqui.site.Body;
import org.chasqui.site.Episode;
import org.chasqui.site.LessonHome;
import org.chasqui.site.Site;

/** Whether every challenge has a solution, in lessons that ask for it. */
final class SolutionRules {
  private static final Set<String> CHALLENGES = Set.of("challenge", "exercise", "exercise-start");
  private static final Set<String> SOLUTIONS = Set.of("solution", "solutions", "answer", "answers");

  private SolutionRules() {}

  static void check(Site site, Diagnostics diagnostics) {
    for (LessonHome home : site.pages(LessonHome.class, site.config().sourceLanguage())) {
      if (home.lesson().solutions()) {
        for (Episode episode : site.episodes(home.lesson(), home.language())) {
          List<Block> blocks = Markdown.blocks(episode.body().markdown());
          Set<String> solved = new HashSet<>();
          solved(blocks, solved);
          check(blocks, solved, episode.body(), diagnostics);
        }
      }
    }
  }

  // MyST's solutions stand beside their exercises and name them.
  private static void solved(List<Block> blocks, Set<String> labels) {
    for (Block block : blocks) {
      if (block instanceof Block.Container box) {
        Optional.ofNullable(box.attributes().get(Block.Container.SOLVES)).ifPresent(labels::add);
        solved(box.children(), labels);
      }
    }
  }

  private static boolean named(Block.Container box, Set<String> solved) {
    return Stream.of("label", "name", "id")
        .anyMatch(key -> solved.contains(box.attributes().getOrDefault(key, "")));
  }

  private static void check(
      List<Block> blocks, Set<String> solved, Body body, Diagnostics diagnostics) {
    for (Block block : blocks) {
      if (block instanceof Block.Container box) {
        if (CHALLENGES.contains(box.name()) && !hasSolution(box) && !named(box, solved)) {
          report(box, body, diagnostics);
        }
        check(box.children(), solved, body, diagnostics);
      }
    }
  }

  private static boolean hasSolution(Block.Container box) {
    return box.children().stream()
        .filter(Block.Container.class::isInstance)
        .map(Block.Container.class::cast)
        .anyMatch(inner -> SOLUTIONS.contains(inner.name()) || hasSolution(inner));
  }

  private static void report(Block.Container box, Body body, Diagnostics diagnostics) {
    int line = body.markdown().indexOf('\n', box.start());
    diagnostics.add(
        Diagnostic.error(
                "challenge-without-solution",
                body.origin(box.start(), line < 0 ? box.end() : line),
                "This challenge has no solution, and lesson.yaml asks for one.")
            .help(
                "Put a box '::: solution' into it, or take 'solutions: required' out of lesson.yaml."));
  }
}
