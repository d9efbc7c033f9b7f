package org.chasqui.ipynb;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for files by what is in them. */
final class Hashes {
  private static final int LENGTH = 12;

  private Hashes() {}

  /** The beginning of the SHA-256 of some bytes, in hexadecimal. */
  static String of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
