package org.chasqui.site;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a hub wants its notebooks.
 *
 * @param variant for whom they are
 * @param kernels what the hub calls a kernel, by the name that lessons call it
 */
public record NotebookStyle(Variant variant, Map<String, KernelName> kernels) {
  /** For learners, with kernels called as they usually are. */
  public static final NotebookStyle PLAIN = new NotebookStyle(Variant.LEARNER, Map.of());

  /** For whom notebooks are. */
  public enum Variant {
    /** Without solutions and notes for instructors. */
    LEARNER,
    /** For learners, with every solution folded away after the key points. */
    SOLUTIONS,
    /** With solutions where they belong, and notes for instructors. */
    INSTRUCTOR
  }

  /**
   * A kernel as a hub has it.
   *
   * @param name as {@code jupyter kernelspec list} shows it
   * @param displayName as its launcher shows it
   */
  public record KernelName(String name, String displayName) {}

  /** Copies, so that nobody can change it. */
  public NotebookStyle {
    kernels = Collections.unmodifiableMap(new TreeMap<>(kernels));
  }
}
