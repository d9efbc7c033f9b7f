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
            + "![Small](img/small.png)\n\n![Broken](img/broken.png)\n\n"
            + "![Hills](img/hills.jpg)\n\n![A drawing](img/drawing.png){width=300}\n");
    Path folder = Files.createDirectories(temp.resolve("site-content/img"));
    write(noise(1500, 900), "jpeg", folder.resolve("noise.jpg"));
    write(noise(800, 450), "png", folder.resolve("flat.png"));
    write(noise(30, 20), "png", folder.resolve("small.png"));
    byte[] whole = Files.readAllBytes(folder.resolve("flat.png"));
    Files.write(folder.resolve("broken.png"), java.util.Arrays.copyOf(whole, 600));
    write(noise(1500, 900), "jpeg", folder.resolve("unused.jpg"));
    write(hills(1500, 900), "jpeg", folder.resolve("hills.jpg"));
    write(hills(900, 300), "png", folder.resolve("drawing.png"));
  }

  private static BufferedImage hills(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double wave = Math.sin(x / 90.0) + Math.cos(y / 70.0) + Math.sin((x * y) / 9000.0) * 0.3;
        int grey = (int) (128 + wave * 50);
        image.setRGB(x, y, grey << 16 | grey << 8 | grey / 2);
      }
    }
    return image;
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
    assertTrue(page.contains("../img/flat-720w.png 720w, ../img/flat.png 800w"), page);
    assertTrue(page.contains("src=\"../img/broken.png\" alt"), page);
    BufferedImage copy = ImageIO.read(temp.resolve("public/img/noise-720w.jpg").toFile());
    assertEquals(720, copy.getWidth());
    assertEquals(432, copy.getHeight());
    assertFalse(session.has("public/img/unused-720w.jpg"));
    assertTrue(session.err().contains("image-broken] site-content/pics.md:9:11"), session.err());
    assertTrue(session.err().contains("image-heavy] site-content/pics.md:5:9"), session.err());
  }

  @Test
  void browsersThatReadWebPGetItWhereItIsLighter() throws IOException {
    assertEquals(ExitCode.FINE, session.run("build"), session.err());
    assertFalse(session.err().contains("image-no-webp"), "NEEDS: WebP on this machine");
    String page = session.read("public/pics/index.html");
    assertTrue(
        page.contains(
            "<picture><source type=\"image/webp\" srcset=\"../img/hills-720w.jpg.webp 720w,"
                + " ../img/hills-1280w.jpg.webp 1280w\" sizes=\"(min-width: 48em) 720px, 100vw\">"
                + "<img src=\"../img/hills.jpg\" width=\"1500\" height=\"900\" srcset="),
        page);
    assertTrue(
        page.contains(
            "srcset=\"../img/drawing-720w.png.webp 720w, ../img/drawing.png.webp 900w\""
                + " sizes=\"(max-width: 300px) 100vw, 300px\"><img src=\"../img/drawing.png\""),
        page);
    assertFalse(page.contains("noise.jpg.webp"), "noise is lighter as it is");
    Path hills = temp.resolve("public/img/hills-720w.jpg.webp");
    BufferedImage copy = ImageIO.read(hills.toFile());
    assertEquals(720, copy.getWidth());
    assertTrue(
        Files.size(hills) < 0.9 * Files.size(temp.resolve("public/img/hills-720w.jpg")), page);
    BufferedImage drawing = ImageIO.read(temp.resolve("public/img/drawing.png.webp").toFile());
    BufferedImage original = hills(900, 300);
    for (int x = 0; x < 900; x += 7) {
      assertEquals(original.getRGB(x, 100), drawing.getRGB(x, 100), "a drawing loses nothing");
    }
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
