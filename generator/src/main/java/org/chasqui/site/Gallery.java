package org.chasqui.site;

import java.util.List;
import java.util.stream.IntStream;
import org.chasqui.diagnostic.SourceFile;

/**
 * A list of pictures with what is said about them: a data file, or the file {@code gallery.yaml}
 * beside the pictures of a folder.
 *
 * @param file where it was written
 * @param pictures in the order of the file
 */
public record Gallery(SourceFile file, List<GalleryPicture> pictures) {
  /** Copies, so that nobody can change it. */
  public Gallery {
    pictures = List.copyOf(pictures);
  }

  /** The same with its texts said in another language. */
  public Gallery in(TextMapper mapper) {
    return new Gallery(
        file,
        IntStream.range(0, pictures.size())
            .mapToObj(i -> pictures.get(i).in("pictures[" + i + "]", mapper))
            .toList());
  }
}
