package org.chasqui.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chasqui.site.OutputFile;

/** Tells whether a pack would be the same as one that was made before. */
final class Fingerprint {
  // Goes up when packs are made otherwise of the same content.
  private static final String FORMAT = "2";

  private final MessageDigest digest;

  Fingerprint(String kind) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    // The compressor is the runtime's.
    add(FORMAT, kind, Runtime.version().toString());
  }

  Fingerprint add(String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return this;
  }

  void add(OutputFile file) {
    add(file.path().value());
    if (file instanceof OutputFile.Text text) {
      add(text.content());
    } else if (file instanceof OutputFile.Copy copy) {
      try {
        digest.update(Files.readAllBytes(copy.from()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
