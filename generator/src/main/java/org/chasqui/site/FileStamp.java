package org.chasqui.site;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What tells one state of a file from another without reading it. */
public final class FileStamp {
  private FileStamp() {}

  /** Size, time of change in nanoseconds, and inode where the system has one. */
  public static String of(BasicFileAttributes attributes) {
    return attributes.size()
        + " "
        + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)
        + " "
        + Objects.hashCode(attributes.fileKey());
  }
}
