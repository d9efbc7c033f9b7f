package org.chasqui.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;

/**
 * A piece of work, done by one thread.
 *
 * @param name what tells it from every other; empty if what it makes depends on more than the
 *     {@link Setting} and its texts, so that it must be done in every build
 * @param texts the pages whose texts stand in what it makes
 * @param work the work
 */
record Task(String name, List<Page> texts, Supplier<Done> work) {
  private static final Memory.Kept<Made> MADE =
      new Memory.Kept<>("made", new Memory.Written<>(Made::down, Made::up));

  /** Copies, so that nobody can change it. */
  Task {
    texts = List.copyOf(texts);
  }

  /** One that must be done in every build. */
  static Task always(Supplier<Done> work) {
    return new Task("", List.of(), work);
  }

  /** The same, and then something with each of its files. */
  Task finished(UnaryOperator<OutputFile> finishing) {
    return new Task(
        name,
        texts,
        () -> {
          Done done = work.get();
          return new Done(done.files().stream().map(finishing).toList(), done.links());
        });
  }

  /** Does it, unless the run before did and it would make the same again. */
  Done done(Scene scene, Setting setting) {
    if (name.isEmpty() || !setting.isKnown()) {
      return work.get();
    }
    List<String> input = new ArrayList<>();
    input.add(setting.name());
    for (Page page : texts) {
      input.add(page.body().digest());
      input.add(page.header().coverage().toString());
    }
    return scene
        .input()
        .memory()
        .recallIf(MADE, name, input, made -> made.holds(texts, scene), () -> made(scene))
        .done();
  }

  private Made made(Scene scene) {
    scene.listen();
    Done done = work.get();
    return new Made(done, texts, Templates.of(scene.filled(), scene), !scene.heard());
  }
}
