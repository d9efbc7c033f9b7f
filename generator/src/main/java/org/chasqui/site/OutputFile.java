package org.chasqui.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.chasqui.diagnostic.Digests;
import org.chasqui.diagnostic.RunStopped;
import org.jspecify.annotations.Nullable;

/** A file to write. */
public sealed interface OutputFile {
  /** Where. */
  OutputPath path();

  /**
   * Made here; written as UTF-8. What a former run has made and written already is read only by
   * those who ask for it.
   */
  final class Text implements OutputFile {
    private final OutputPath path;
    private final @Nullable String content;
    private final @Nullable Written written;
    private @Nullable String digest;

    /**
     * @param path where
     * @param content what
     */
    public Text(OutputPath path, String content) {
      this(path, content, null, null);
    }

    private Text(
        OutputPath path,
        @Nullable String content,
        @Nullable Written written,
        @Nullable String digest) {
      this.path = path;
      this.content = content;
      this.written = written;
      this.digest = digest;
    }

    /**
     * One that lies on the disk as it would be made again.
     *
     * @param path where it belongs
     * @param written where it lies
     * @param digest that of its content, which was just compared
     * @param stamp the {@link FileStamp} it had before that
     */
    public static Text written(OutputPath path, Path written, String digest, String stamp) {
      return new Text(path, null, new Written(written, stamp), digest);
    }

    /**
     * Where a former run has written a file.
     *
     * @param file where it lies
     * @param stamp its {@link FileStamp}, before its content was compared
     */
    public record Written(Path file, String stamp) {}

    @Override
    public OutputPath path() {
      return path;
    }

    /**
     * What is in it.
     *
     * @throws RunStopped.Environment if what lay on the disk cannot be read any more
     */
    public String content() {
      if (content != null) {
        return content;
      }
      try {
        return Files.readString(Objects.requireNonNull(written).file(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new RunStopped.Environment("Could not read " + path + " of the output again.", e);
      }
    }

    /** Where a former run has written it, if that is why it was not made. */
    public Optional<Written> written() {
      return Optional.ofNullable(written);
    }

    /** What tells its content from that of others, as {@link Digests#of} says it. */
    public String digest() {
      String known = digest;
      if (known == null) {
        known = Digests.of(content().getBytes(StandardCharsets.UTF_8));
        digest = known;
      }
      return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text that
          && path.equals(that.path)
          && content().equals(that.content());
    }

    @Override
    public int hashCode() {
      return Objects.hash(path, content());
    }

    @Override
    public String toString() {
      return "Text[" + path + "]";
    }
  }

  /**
   * Copied, byte for byte.
   *
   * @param path where
   * @param from what
   */
  record Copy(OutputPath path, Path from) implements OutputFile {}
}
