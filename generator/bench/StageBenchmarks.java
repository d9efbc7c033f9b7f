package org.chasqui.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.markdown.Markdown;
import org.chasqui.markdown.RenderOptions;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.Site;
import org.chasqui.site.Stopwatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What the stages of a build cost when the program is warm, each by itself and all together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class StageBenchmarks {
  /** How many pages there are in each of the three languages. */
  @Param("34")
  public int pages;

  private Path work;
  private Path site;
  private Path output;
  private BuildRequest request;
  private Site loaded;
  private Memory memory;
  private BuiltSite built;

  @Setup(Level.Trial)
  public void make() throws IOException, InterruptedException {
    work = Files.createTempDirectory("stages");
    site = work.resolve("site");
    output = work.resolve("output");
    Path home = Path.of(System.getProperty("chasqui.home"));
    Path content = Files.createDirectories(site).resolve("site-content");
    Path generator = home.resolve("generator/bench/work/generate.py");
    int ended =
        new ProcessBuilder(
                "python3", generator.toString(), String.valueOf(pages), content.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (ended != 0) {
      throw new IllegalStateException("generate.py failed");
    }
    Files.writeString(
        content.resolve("site.yaml"),
        "title: Bench\nbase_url: https://bench.example.org/\nlanguages: [en, es, fr]\n");
    request = BuildRequest.of(site, Optional.of(home), Instant.parse("2026-06-15T12:00:00Z"));
    loaded = builder(Memory.NONE).load();
    memory = new Memory();
    built = builder(memory).build();
    SiteBuilder.write(built, output);
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    try (Stream<Path> all = Files.walk(work)) {
      all.sorted(Comparator.reverseOrder()).forEach(StageBenchmarks::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SiteBuilder builder(Memory remembered) {
    return new SiteBuilder(request, new Diagnostics(), step -> {}, Stopwatch.NONE, remembered);
  }

  /** The sources to pages, front matter and all. */
  @Benchmark
  public Object reading() {
    return builder(Memory.NONE).load();
  }

  /** Sources and catalogues to pages in all languages. */
  @Benchmark
  public Object readingAndTranslating() {
    return builder(Memory.NONE).translated();
  }

  /** What there is to translate in every text. */
  @Benchmark
  public void segments(Blackhole hole) {
    for (Page page : loaded.pages()) {
      hole.consume(Markdown.segments(page.body().markdown()));
    }
  }

  /** Every text as HTML, without a site around it. */
  @Benchmark
  public void markdown(Blackhole hole) {
    for (Page page : loaded.pages()) {
      hole.consume(Markdown.render(page.body().markdown(), RenderOptions.PLAIN));
    }
  }

  /** Everything but writing. */
  @Benchmark
  public Object building() {
    return builder(Memory.NONE).build();
  }

  /** The same where nothing has changed since the build before, as while serving. */
  @Benchmark
  public Object buildingAgain() {
    return builder(memory).build();
  }

  /** Writing a site that is there already. */
  @Benchmark
  public Object writingWhatIsThere() {
    List<OutputFile> files = built.files();
    return SiteBuilder.write(site, files, output);
  }
}
