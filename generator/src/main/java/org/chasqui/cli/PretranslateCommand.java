package org.chasqui.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chasqui.pipeline.Pretranslation;
import org.chasqui.pipeline.TranslationRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chasqui translate pretranslate}. */
@Command(
    name = "pretranslate",
    header = "Let a command of yours draft what nobody has translated.",
    description = {
      "The command reads one JSON object per line (id, source, target, text, about, glossary …) and"
          + " answers each with a line {\"id\": 1, \"translation\": \"…\"}.",
      "Drafts are marked fuzzy and 'mt:'. Readers never see them, and no text of a person is touched."
    })
final class PretranslateCommand extends TranslateCommand.OfLanguages {
  @Option(
      names = "--cmd",
      required = true,
      paramLabel = "COMMAND",
      description = "The command; it is run in the site's folder.")
  private String command = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What stands in the catalogues as the origin of the drafts (the command).")
  private String name = "";

  @Option(names = "--limit", paramLabel = "N", description = "Draft so many messages at most.")
  private int limit = Integer.MAX_VALUE;

  PretranslateCommand(Console console) {
    super(console, "pretranslate");
  }

  @Override
  Runnable act(TranslationRun run, Path siteFolder, Report report) {
    Pretranslation drafts = run.pretranslation(limit);
    SortedMap<String, String> files =
        drafts.count() == 0 ? new TreeMap<>() : files(drafts, siteFolder);
    return () -> write(run, files, report);
  }

  private SortedMap<String, String> files(Pretranslation drafts, Path siteFolder) {
    String questions =
        drafts.questions().stream().map(q -> Json.write(q) + "\n").collect(Collectors.joining());
    String answers = OutsideCommand.answer(command, siteFolder, questions);
    String from = (name.isBlank() ? command : name).strip().replaceAll("\\s+", " ");
    LocalDate today = LocalDate.ofInstant(console.now(), ZoneOffset.UTC);
    return drafts.files(command, answers, from + " " + today);
  }
}
