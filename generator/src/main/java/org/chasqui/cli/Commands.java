package org.chasqui.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The table of commands.
 *
 * <p>Reading a command's annotations costs more time than most commands take, so only those are
 * made whose names stand among the arguments; all of them if none does, which is the case of {@code
 * --help} and of a misspelt name.
 */
final class Commands {
  private static final Map<String, Function<Console, Object>> ALL = table();

  private Commands() {}

  private static Map<String, Function<Console, Object>> table() {
    Map<String, Function<Console, Object>> table = new LinkedHashMap<>();
    table.put("build", BuildCommand::new);
    table.put("serve", ServeCommand::new);
    table.put("check", CheckCommand::new);
    table.put("publish", PublishCommand::new);
    table.put("hubs", console -> new HubsCommand());
    table.put("notebooks", NotebooksCommand::new);
    table.put("translate", console -> new TranslateCommand());
    table.put("new", NewCommand::new);
    table.put("schema", SchemaCommand::new);
    table.put("import", ImportCommand::new);
    table.put("clean", CleanCommand::new);
    table.put("doctor", DoctorCommand::new);
    return table;
  }

  /** The command line that these arguments need. */
  static CommandLine line(Console console, List<String> args) {
    boolean all = args.stream().noneMatch(ALL::containsKey);
    CommandLine line = new CommandLine(new Root());
    ALL.forEach(
        (name, make) -> {
          if (all || args.contains(name)) {
            line.addSubcommand(name, command(name, make.apply(console), console));
          }
        });
    layOut(line);
    translate(line, console.words());
    line.setExpandAtFiles(false);
    line.setUsageHelpWidth(console.width());
    line.setUsageHelpLongOptionsMaxWidth(26);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    return line;
  }

  private static void layOut(CommandLine line) {
    CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .synopsisHeading("%nUsage: ")
        .descriptionHeading(usage.description().length == 0 ? "" : "%n")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    line.getSubcommands().values().forEach(Commands::layOut);
  }

  // What annotations say, and the headings of the library.
  private static void translate(CommandLine line, Words words) {
    if (words.language().equals("en")) {
      return;
    }
    CommandLine.Model.CommandSpec spec = line.getCommandSpec();
    CommandLine.Model.UsageMessageSpec usage = spec.usageMessage();
    usage
        .header(say(usage.header(), words))
        .description(say(usage.description(), words))
        .footer(say(usage.footer(), words))
        .synopsisHeading("%n" + words.say("Usage:") + " ")
        .optionListHeading("%n" + words.say("Options:") + "%n")
        .commandListHeading("%n" + words.say("Commands:") + "%n");
    for (CommandLine.Model.OptionSpec option : List.copyOf(spec.options())) {
      spec.remove(option);
      spec.addOption(option.toBuilder().description(say(option.description(), words)).build());
    }
    for (CommandLine.Model.PositionalParamSpec parameter :
        List.copyOf(spec.positionalParameters())) {
      spec.remove(parameter);
      spec.addPositional(
          parameter.toBuilder().description(say(parameter.description(), words)).build());
    }
    line.getSubcommands().values().forEach(command -> translate(command, words));
  }

  private static String[] say(String[] english, Words words) {
    return Stream.of(english).map(words::say).toArray(String[]::new);
  }

  private static CommandLine command(String name, Object command, Console console) {
    CommandLine line = new CommandLine(command);
    switch (name) {
      case "hubs" -> HubsCommand.actions(console).forEach(line::addSubcommand);
      case "notebooks" -> NotebooksCommand.actions(console).forEach(line::addSubcommand);
      case "translate" -> TranslateCommand.actions(console).forEach(line::addSubcommand);
      default -> {}
    }
    return line;
  }

  /** {@code chasqui} itself. */
  @Command(
      name = "chasqui",
      header = {
        "Markdown lessons, pages and posts to a site in many languages, and lesson notebooks to the"
            + " JupyterHub of every community."
      },
      customSynopsis = "chasqui COMMAND [OPTIONS]",
      footer = {
        "",
        "'chasqui COMMAND --help' tells more. A first look: 'chasqui serve'.",
        "",
        "Exit codes: 0 all well, 1 errors in the content (nothing is written), 2 wrong call or"
            + " configuration, 3 a hub did not get its notebooks, 4 the machine said no, 70 a mistake"
            + " in Chasqui."
      })
  static final class Root {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(names = "--lang", paramLabel = "LANG", description = SiteOptions.LANG)
    @SuppressWarnings("UnusedVariable") // Main looks for it before options are parsed
    private String language = "";
  }
}
