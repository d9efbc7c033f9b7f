package org.chasqui.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.RunStopped;
import org.chasqui.diagnostic.Severity;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.output.OutputWriter;
import org.chasqui.output.SingleFiles;
import org.chasqui.site.Earlier;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Parallel;
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
public final class LastBuild implements Earlier {
  private static final String FORM = "chasqui build 3";
  private static final String SITE = "site";
  private static final String OUT = "out";

  private final BuildRequest request;
  private final Path out;
  private final String asked;
  private final Optional<Seen> seen;
  private final boolean writes;
  private String memory = "";
  private @Nullable Boolean intact;
  private String written = "";

  // What lay there when somebody looked.
  private record Seen(long looked, TreeStamp inputs, TreeStamp outputs) {}

  private LastBuild(
      BuildRequest request, Path out, String asked, Optional<Seen> seen, boolean writes) {
    this.request = request;
    this.out = out;
    this.asked = asked;
    this.seen = seen;
    this.writes = writes;
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
    OutputWriter.finish(out);
    return look(request, out, program, true);
  }

  private static LastBuild look(BuildRequest request, Path out, Program program, boolean writes) {
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
      long looked = time(request.siteFolder());
      Map<String, Path> git = GitPlaces.of(request.siteFolder());
      // Of a large site each takes as long as starting the program.
      List<TreeStamp> both =
          Parallel.map(
              List.<Supplier<TreeStamp>>of(
                  () -> inputs(request, out, program, git),
                  () -> writes ? outputs(request, out) : new TreeStamp()),
              Supplier::get);
      return new LastBuild(
          request, out, asked, Optional.of(new Seen(looked, both.get(0), both.get(1))), writes);
    } catch (IOException | UncheckedIOException | RunStopped e) {
      return new LastBuild(request, out, asked, Optional.empty(), writes);
    }
  }

  /**
   * Looks at all that a build is going to read which writes nothing itself.
   *
   * @param out the folder that other builds write, which does not count
   */
  public static Earlier reading(BuildRequest request, Path out, Program program) {
    return look(request, out, program, false);
  }

  private static TreeStamp inputs(
      BuildRequest request, Path out, Program program, Map<String, Path> git) {
    Path site = request.siteFolder();
    TreeStamp inputs = new TreeStamp();
    Path work = out.resolveSibling("." + out.getFileName() + ".chasqui");
    Path own = site.resolve(".chasqui");
    inputs.add(
        SITE,
        site,
        path -> path.equals(out) || path.equals(work) || path.equals(own) || path.endsWith(".git"));
    inputs.add("published", own.resolve("published.json"));
    if (request.installation().isPresent() && !request.installation().get().equals(site)) {
      inputs.add("themes", request.installation().get().resolve("themes"));
      inputs.add("words", request.installation().get().resolve("locales"));
    }
    for (Path part : program.files()) {
      inputs.add("program " + part, part);
    }
    git.forEach(inputs::add);
    return inputs;
  }

  // Who has built nothing yet need not look at what is there.
  private static TreeStamp outputs(BuildRequest request, Path out) {
    TreeStamp outputs = new TreeStamp();
    return Files.isRegularFile(file(request)) ? outputs.add(OUT, out) : outputs;
  }

  /**
   * The running program.
   *
   * @param version its version and that of the Java it runs on
   * @param files the files that it consists of
   */
  public record Program(String version, List<Path> files) {
    /** What tells it from every other: also from one of the same version that was built again. */
    public String stamp() {
      TreeStamp all = new TreeStamp();
      files.forEach(part -> all.add(part.toString(), part));
      return version + " " + all.digest(Long.MAX_VALUE);
    }
  }

  @Override
  public Optional<String> inputs(Set<String> apart) {
    Set<String> names = new HashSet<>(apart); // those of the installation are named by their paths
    apart.forEach(path -> names.add(SITE + "/" + path));
    try {
      return seen.map(then -> asked + "\n" + then.inputs.digest(then.looked, names));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> stamp(String path) {
    return writes
        ? seen.flatMap(then -> then.inputs.of(SITE + "/" + path, then.looked))
        : Optional.empty();
  }

  @Override
  public Optional<String> left(OutputPath path) {
    return seen.filter(then -> isIntact())
        .flatMap(then -> then.outputs.of(OUT + "/" + path.value(), Long.MAX_VALUE));
  }

  // Whether the output and what is remembered of it are those of one run: if it was killed between
  // the two, or another one wrote, they are not.
  private synchronized boolean isIntact() {
    Boolean known = intact;
    if (known == null) {
      known = writes && left();
      intact = known;
    }
    return known;
  }

  private boolean left() {
    try (DataInputStream in = opened()) {
      boolean same = text(in).equals(asked);
      in.skipNBytes(3 * Long.BYTES);
      text(in);
      return same
          && seen.isPresent()
          && !memory.isEmpty()
          && seen.get().outputs.digest(Long.MAX_VALUE).equals(text(in))
          && memory.equals(text(in));
    } catch (IOException | UncheckedIOException damaged) {
      return false;
    }
  }

  private DataInputStream opened() throws IOException {
    return new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file(request))));
  }

  @Override
  public Optional<Path> output() {
    return writes ? Optional.of(out) : Optional.empty();
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

  /**
   * Says what is remembered of the run whose output is looked at.
   *
   * @param stamp of {@link RunMemory#stamp}
   */
  public void beside(String stamp) {
    memory = stamp;
  }

  /** What the last build left, if another would leave the same. */
  public Optional<Remembered> unchanged() {
    Path file = file(request);
    if (seen.isEmpty() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in = opened()) {
      boolean same =
          text(in).equals(asked)
              && holds(Instant.ofEpochSecond(in.readLong()), Instant.ofEpochSecond(in.readLong()))
              && seen.get().inputs.digest(in.readLong()).equals(text(in))
              && seen.get().outputs.digest(Long.MAX_VALUE).equals(text(in));
      text(in);
      return same ? Optional.of(remembered(in)) : Optional.empty();
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | DateTimeException damaged) {
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
   * Looks at what was written, before another run can write; the memory of it may be kept
   * meanwhile.
   */
  public void written() {
    try {
      written = new TreeStamp().add(OUT, out).digest(Long.MAX_VALUE);
    } catch (UncheckedIOException e) {
      written = "";
    }
  }

  /**
   * Remembers a build that was {@link #written}.
   *
   * @param built what was built
   * @param diagnostics what there was to say
   * @param until when it would become another although no file changes
   * @param kept what tells the memory of it, as {@link RunMemory#kept}
   */
  public void keep(BuiltSite built, Diagnostics diagnostics, Instant until, String kept) {
    if (seen.isEmpty() || written.isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      text(to, asked);
      to.writeLong(request.now().getEpochSecond());
      // A second early: the rest of it is cut off.
      to.writeLong(until.equals(Instant.MAX) ? until.getEpochSecond() : until.getEpochSecond() - 1);
      long looked = seen.get().looked;
      to.writeLong(looked);
      text(to, seen.get().inputs.digest(looked));
      text(to, written);
      text(to, kept);
      to.writeInt(built.pages());
      to.writeInt(built.site().config().languages().size());
      to.writeInt(built.files().size());
      diagnostics(to, diagnostics.sorted());
      Path root = request.siteFolder();
      SingleFiles.put(root, Map.of(root.relativize(file(request)).toString(), bytes.toByteArray()));
    } catch (IOException | UncheckedIOException | RunStopped e) {
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

  private static Path file(BuildRequest request) {
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
