package org.chasqui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, from the author's folder to the page. */
class ImagesTest {
  @TempDir Path temp;
  private Session session = new Session(Path.of(""));

  @BeforeEach
  void site() throws IOException {
    session = Session.withSite(temp);
    session.write(
        "site-content/pics.md",
        "# Pictures\n\n![Noise](img/noise.jpg)\n\n![Flat](img/flat.png)\n\n"
            + "![Small](img/small.png)\n\n![Broken](img/broken.png)\n");
    Path folder = Files.createDirectories(temp.resolve("site-content/img"));
    write(noise(1500, 900), "jpeg", folder.resolve("noise.jpg"));
    write(noise(1000, 500), "png", folder.resolve("flat.png"));
    write(noise(30, 20), "png", folder.resolve("small.png"));
    byte[] whole = Files.readAllBytes(folder.resolve("flat.png"));
    Files.write(folder.resolve("broken.png"), java.util.Arrays.copyOf(whole, 600));
    write(noise(1500, 900), "jpeg", folder.resolve("unused.jpg"));
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    return image;
  }

  private static void write(BufferedImage image, String format, Path file) throws IOException {
    assertTrue(ImageIO.write(image, format, file.toFile()));
  }

  @Test
  void everyPictureHasASizeAndBigOnesHaveSmallerCopies() throws IOException {
    assertEquals(ExitCode.FINE, session.run("build"), session.err());
    String page = session.read("public/pics/index.html");
    assertTrue(page.contains("src=\"../img/small.png\" width=\"30\" height=\"20\" alt"), page);
    assertTrue(
        page.contains(
            "src=\"../img/noise.jpg\" width=\"1500\" height=\"900\""
                + " srcset=\"../img/noise-720w.jpg 720w, ../img/noise-1280w.jpg 1280w,"
                + " ../img/noise.jpg 1500w\" sizes="),
        page);
    assertTrue(page.contains("../img/flat-720w.png 720w, ../img/flat.png 1000w"), page);
    assertTrue(page.contains("src=\"../img/broken.png\" alt"), page);
    BufferedImage copy = ImageIO.read(temp.resolve("public/img/noise-720w.jpg").toFile());
    assertEquals(720, copy.getWidth());
    assertEquals(432, copy.getHeight());
    assertFalse(session.has("public/img/unused-720w.jpg"));
    assertTrue(session.err().contains("image-broken] site-content/pics.md:9:11"), session.err());
    assertTrue(session.err().contains("image-heavy] site-content/pics.md:5:9"), session.err());
  }

  @Test
  void copiesAreMadeOnceAndTheLimitCanBeChosen() throws IOException {
    session.run("build");
    Path cache = temp.resolve(".chasqui/cache/images");
    FileTime old = FileTime.fromMillis(1_000_000);
    try (var files = Files.list(cache)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, old);
      }
    }
    session.write(
        "site-content/site.yaml", session.read("site-content/site.yaml") + "image_limit_kb: 0\n");
    assertEquals(ExitCode.FINE, session.run("build"), session.err());
    assertFalse(session.err().contains("image-heavy"), session.err());
    assertFalse(session.err().contains("front-matter-key-unknown"), session.err());
    try (var files = Files.list(cache)) {
      for (Path file : files.toList()) {
        assertEquals(old, Files.getLastModifiedTime(file), file.toString());
      }
    }
  }
}
