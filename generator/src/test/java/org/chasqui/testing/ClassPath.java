package org.chasqui.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes are, for programs that a test starts in a process of their own. */
public final class ClassPath {
  private ClassPath() {}

  /** The folder or jar that a class was loaded from. */
  public static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
