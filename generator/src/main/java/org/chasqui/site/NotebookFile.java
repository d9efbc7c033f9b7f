package org.chasqui.site;

/**
 * A notebook, ready to be pushed or downloaded.
 *
 * @param episode the episode it was made from, in its language
 * @param lesson the lesson's short name
 * @param path its place below a hub's folder: {@code es/first-steps/01-intro.ipynb}
 * @param content the bytes of the file, as text (UTF-8)
 */
public record NotebookFile(PageRef episode, String lesson, OutputPath path, String content) {

  /**
   * The place of an episode's notebook: {@code LANGUAGE/LESSON/NN-NAME.ipynb}, lower case ASCII.
   */
  public static OutputPath pathOf(Episode episode) {
    String lesson = episode.details().lesson().name();
    int place = episode.details().number();
    String number = (place >= 0 && place < 10 ? "0" : "") + place;
    return OutputPath.of(
        String.join(
            "/",
            slug(episode.language().tag()),
            slug(lesson),
            number + "-" + slug(episode.id().name()) + ".ipynb"));
  }

  // Hubs live on file systems that fold case, refuse accents or decompose them (hubs pull into
  // all).
  private static String slug(String text) {
    if (isSlug(text)) {
      return text;
    }
    String plain =
        java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    return plain.isEmpty() ? "x" : plain;
  }

  // Most names are plain already, and expressions cost.
  private static boolean isSlug(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      boolean inner = (c == '-' || c == '.') && i > 0 && i + 1 < text.length();
      if (!plain && !inner) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
