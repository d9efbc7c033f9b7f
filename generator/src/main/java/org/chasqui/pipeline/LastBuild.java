package org.chasqui.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.output.SingleFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the last build of a site read and wrote: a build is a function of files, of how it was asked
 * for and of the time, so while none of these has changed, there is nothing to do.
 *
 * <p>It is kept in {@code .chasqui/cache/last-build}, one for a site, and replaced as a whole.
 * Whoever finds it damaged, or of another version, or cannot write it, builds as if there were
 * none.
 *
 * <pre>{@code
 * LastBuild last = LastBuild.look(request, out, program);   // before anything is read
 * if (last.unchanged().isEmpty()) { build; write; last.keep(...); }
 * }</pre>
 */
public final class LastBuild {
  private static final String FORM = "chasqui build 1";

  private final BuildRequest request;
  private final Path out;
  private final @Nullable TreeStamp inputs;
  private final long looked;
  private final String asked;

  private LastBuild(
      BuildRequest request, Path out, String asked, @Nullable TreeStamp inputs, long looked) {
    this.request = request;
    this.out = out;
    this.asked = asked;
    this.inputs = inputs;
    this.looked = looked;
  }

  /**
   * What a build left.
   *
   * @param pages how many pages there are, over all languages
   * @param languages in how many languages
   * @param files how many files there are
   * @param diagnostics what there was to say
   */
  public record Remembered(int pages, int languages, int files, List<Diagnostic> diagnostics) {}

  /**
   * Looks at all that a build is going to read, which must not have begun.
   *
   * @param out the folder that it writes
   * @param program the files of the program itself, and what else its output depends on
   */
  public static LastBuild look(BuildRequest request, Path out, Program program) {
    String asked =
        String.join(
            "\n",
            FORM,
            program.version(),
            request.siteFolder().toString(),
            out.toString(),
            String.valueOf(request.baseUrl()),
            String.valueOf(request.languages()),
            request.drafts() + " " + request.future());
    try {
      Path site = request.siteFolder();
      long looked = time(site);
      TreeStamp inputs = new TreeStamp();
      Path work = out.resolveSibling("." + out.getFileName() + ".chasqui");
      Path own = site.resolve(".chasqui");
      inputs.add(
          "site",
          site,
          path ->
              path.equals(out) || path.equals(work) || path.equals(own) || path.endsWith(".git"));
      inputs.add("published", own.resolve("published.json"));
      if (request.installation().isPresent() && !request.installation().get().equals(site)) {
        inputs.add("themes", request.installation().get().resolve("themes"));
        inputs.add("words", request.installation().get().resolve("locales"));
      }
      for (Path part : program.files()) {
        inputs.add("program " + part, part);
      }
      GitPlaces.of(site).forEach((name, file) -> add(inputs, name, file));
      return new LastBuild(request, out, asked, inputs, looked);
    } catch (IOException | RunStopped e) {
      return new LastBuild(request, out, asked, null, 0);
    }
  }

  /**
   * The running program.
   *
   * @param version its version and that of the Java it runs on
   * @param files the files that it consists of
   */
  public record Program(String version, List<Path> files) {}

  private static void add(TreeStamp inputs, String name, Path file) {
    try {
      inputs.add(name, file);
    } catch (IOException e) {
      throw new RunStopped.Environment("Could not look at " + file + ": " + e, e);
    }
  }

  // The file system's own clock is the one that stamps files.
  private static long time(Path site) throws IOException {
    Path folder = Files.createDirectories(site.resolve(".chasqui").resolve("cache"));
    Path probe = Files.createTempFile(folder, ".", ".time");
    try {
      return Files.getLastModifiedTime(probe).to(TimeUnit.NANOSECONDS);
    } finally {
      Files.delete(probe);
    }
  }

  /** What the last build left, if another would leave the same. */
  public Optional<Remembered> unchanged() {
    Path file = file();
    if (inputs == null || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      boolean same =
          text(in).equals(asked)
              && holds(Instant.ofEpochSecond(in.readLong()), Instant.ofEpochSecond(in.readLong()))
              && inputs.digest(in.readLong()).equals(text(in))
              && outputs().equals(text(in));
      return same ? Optional.of(remembered(in)) : Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  private boolean holds(Instant from, Instant until) {
    Instant now = request.now();
    return !now.isBefore(from) && now.isBefore(until);
  }

  private static Remembered remembered(DataInputStream in) throws IOException {
    int pages = in.readInt();
    int languages = in.readInt();
    int files = in.readInt();
    List<SourceFile> sources = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      sources.add(new SourceFile(text(in), text(in)));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    int said = in.readInt();
    for (int i = 0; i < said; i++) {
      SourceSpan span = sources.get(in.readInt()).span(in.readInt(), in.readInt());
      Severity severity = Severity.valueOf(text(in));
      diagnostics.add(new Diagnostic(severity, text(in), text(in), span, help(in)));
    }
    return new Remembered(pages, languages, files, diagnostics);
  }

  private static Optional<String> help(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
  }

  /**
   * Remembers a build that was written.
   *
   * @param built what was built
   * @param diagnostics what there was to say
   * @param until when it would become another although no file changes
   */
  public void keep(BuiltSite built, Diagnostics diagnostics, Instant until) {
    if (inputs == null) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      text(to, asked);
      to.writeLong(request.now().getEpochSecond());
      // A second early: the rest of it is cut off.
      to.writeLong(until.equals(Instant.MAX) ? until.getEpochSecond() : until.getEpochSecond() - 1);
      to.writeLong(looked);
      text(to, inputs.digest(looked));
      text(to, outputs());
      to.writeInt(built.pages());
      to.writeInt(built.site().config().languages().size());
      to.writeInt(built.files().size());
      diagnostics(to, diagnostics.sorted());
      Path root = request.siteFolder();
      SingleFiles.put(root, Map.of(root.relativize(file()).toString(), bytes.toByteArray()));
    } catch (IOException | RunStopped e) {
      return; // the next build takes longer: nobody loses anything
    }
  }

  private static void diagnostics(DataOutputStream to, List<Diagnostic> diagnostics)
      throws IOException {
    Map<SourceFile, Integer> files = new LinkedHashMap<>();
    diagnostics.forEach(d -> files.putIfAbsent(d.span().shown().file(), files.size()));
    to.writeInt(files.size());
    for (SourceFile file : files.keySet()) {
      text(to, file.path());
      text(to, file.text());
    }
    to.writeInt(diagnostics.size());
    for (Diagnostic diagnostic : diagnostics) {
      SourceSpan span = diagnostic.span().shown();
      to.writeInt(files.getOrDefault(span.file(), 0));
      to.writeInt(span.start());
      to.writeInt(span.end());
      text(to, diagnostic.severity().name());
      text(to, diagnostic.code());
      text(to, diagnostic.message());
      to.writeBoolean(diagnostic.help().isPresent());
      text(to, diagnostic.help().orElse(""));
    }
  }

  private String outputs() throws IOException {
    return new TreeStamp().add("out", out).digest(Long.MAX_VALUE);
  }

  private Path file() {
    return request.siteFolder().resolve(".chasqui").resolve("cache").resolve("last-build");
  }

  private static void text(DataOutputStream to, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("cut short");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
