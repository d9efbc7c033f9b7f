package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.site.OutputFile;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** What the wanted files hold, worked out once for all hubs of a run. Safe for many threads. */
final class Contents {
  private final Map<Object, Content> known = new ConcurrentHashMap<>();

  /**
   * The names of a file's bytes.
   *
   * @param blob git's
   * @param sha256 everybody else's, in hexadecimal
   */
  record Content(ObjectId blob, String sha256) {
    static Content of(byte[] bytes) {
      try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
        return new Content(
            formatter.idFor(Constants.OBJ_BLOB, bytes),
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Content of(OutputFile file) throws Trouble {
    Object key = file instanceof OutputFile.Copy copy ? copy.from() : text(file);
    Content content = known.get(key);
    if (content == null) {
      content = Content.of(bytes(file));
      known.put(key, content);
    }
    return content;
  }

  private static String text(OutputFile file) {
    return ((OutputFile.Text) file).content();
  }

  /** The bytes of a file. */
  static byte[] bytes(OutputFile file) throws Trouble {
    if (!(file instanceof OutputFile.Copy copy)) {
      return text(file).getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Files.readAllBytes(copy.from());
    } catch (IOException e) {
      throw new Trouble(
          Trouble.Code.LOCAL_DISK, "The file for " + file.path() + " could not be read.");
    }
  }
}
