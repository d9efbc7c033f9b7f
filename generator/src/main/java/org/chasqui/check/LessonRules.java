package org.chasqui.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.site.Episode;
import org.chasqui.site.Site;
import org.chasqui.site.Text;

/** Whether an episode promises what learners and teachers look for first. */
final class LessonRules {
  private final Site site;
  private final Set<String> broken;

  /**
   * @param broken files that could not be read, whose pages lack everything
   */
  LessonRules(Site site, Set<String> broken) {
    this.site = site;
    this.broken = broken;
  }

  /** Looks at every episode in the language it was written in. */
  void check(Findings findings) {
    for (Episode episode : site.pages(Episode.class, site.config().sourceLanguage())) {
      if (broken.contains(episode.header().source().path())) {
        continue;
      }
      if (lacks(episode, "questions", episode.details().questions())) {
        add(
            findings,
            episode,
            Diagnostic.warning(
                    "episode-without-questions",
                    episode.header().title().span(),
                    "The episode does not say which questions it answers.")
                .help("Add questions: to its front matter, each a sentence a learner would ask."));
      }
      if (lacks(episode, "objectives", episode.details().objectives())) {
        add(
            findings,
            episode,
            Diagnostic.warning(
                    "episode-without-objectives",
                    episode.header().title().span(),
                    "The episode does not say what learners can do afterwards.")
                .help("Add objectives: to its front matter, each beginning with a verb."));
      }
      if (lacks(episode, "keypoints", episode.details().keypoints())) {
        add(
            findings,
            episode,
            Diagnostic.warning(
                    "episode-without-keypoints",
                    episode.header().title().span(),
                    "The episode does not say what to remember of it.")
                .help("Add keypoints: to its front matter, three to five short sentences."));
      }
    }
  }

  private static void add(Findings findings, Episode episode, Diagnostic diagnostic) {
    findings.add(Finding.of(episode.ref(), "", diagnostic));
  }

  // Some authors write them as a box in the text; an empty box says nothing.
  private static boolean lacks(Episode episode, String name, List<Text> texts) {
    return texts.isEmpty()
        && !Pattern.compile(
                "(?m)^(?::{3,}|`{3,})[ \\t]*\\{?\\.?"
                    + name
                    + "\\b.*\\n(?:[ \\t]*\\n)*+(?![ \\t]*(?::{3,}|`{3,}))[ \\t]*\\S")
            .matcher(episode.body().markdown())
            .find();
  }
}
