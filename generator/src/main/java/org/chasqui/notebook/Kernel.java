package org.chasqui.notebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.site.NotebookStyle;

/**
 * A Jupyter kernel, as a notebook names it and as authors name its language in code fences.
 *
 * @param name the kernel's name: {@code python3}
 * @param displayName as the hub's menu shows it; exactly what the kernel installs itself as, since
 *     Jupyter rewrites it otherwise
 * @param language the language, as the kernel calls it
 * @param languageInfo the name for {@code language_info}
 * @param fences the words after a code fence that mean this language, lower case
 */
record Kernel(
    String name, String displayName, String language, String languageInfo, Set<String> fences) {

  private static final List<Kernel> KNOWN =
      List.of(
          new Kernel(
              "python3",
              "Python 3 (ipykernel)",
              "python",
              "python",
              Set.of("python", "py", "python3", "ipython", "ipython3")),
          new Kernel("ir", "R", "R", "R", Set.of("r", "ir")),
          new Kernel("julia", "Julia", "julia", "julia", Set.of("julia", "jl")),
          new Kernel("bash", "Bash", "bash", "bash", Set.of("bash", "sh", "shell")));

  /** The kernels that Chasqui knows how to name. */
  static List<String> names() {
    return KNOWN.stream().map(Kernel::name).toList();
  }

  /** The kernel of a name, if it is known. */
  static Optional<Kernel> known(String name) {
    return KNOWN.stream().filter(kernel -> kernel.name.equals(name)).findFirst();
  }

  /** The kernel of a name; one that nobody knows is taken to be its own language. */
  static Kernel of(String name) {
    return known(name).orElseGet(() -> new Kernel(name, name, name, name, Set.of(name)));
  }

  /** The same language in the kernel that a hub has for it. */
  Kernel at(NotebookStyle style) {
    NotebookStyle.KernelName there = style.kernels().get(name);
    return there == null
        ? this
        : new Kernel(there.name(), there.displayName(), language, languageInfo, fences);
  }

  /** The {@code kernelspec} of a notebook's metadata. */
  Json.Members spec() {
    return new Json.Members(
        Map.of(
            "display_name", Json.of(displayName),
            "language", Json.of(language),
            "name", Json.of(name)));
  }
}
