package org.chasqui.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser that never asks the network for anything but loopback. */
final class Browser implements AutoCloseable {
  private static final Pattern REQUEST =
      Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");

  private static final Path SCREENSHOTS = Chasqui.ROOT.resolve("generator/target/screenshots");
  private static final long LONGEST = 2400;
  private static final String SHEET =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>
      <style>body{font:14px system-ui}a{display:inline-block;margin:4px;vertical-align:top}
      img{height:420px;border:1px solid #888}</style><h1>Screenshots</h1>
      """;

  private final ChromeDriver driver;
  private final Path profile;

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  /** Starts one; skips the test where there is none. */
  static Browser start() {
    Tools.need("chromium", "chromedriver");
    try {
      Path profile = Files.createTempDirectory("chromium");
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(new File("/usr/bin/chromedriver"))
              .withEnvironment(Map.of("SE_OFFLINE", "true", "SE_AVOID_STATS", "true"))
              .build();
      return new Browser(new ChromeDriver(service, options(profile)), profile);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ChromeOptions options(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--font-render-hinting=none",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String url) {
    driver.get(url);
  }

  void width(int width) {
    size(width, 800);
  }

  void size(int width, int height) {
    Map<String, Object> metrics =
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
  }

  void dark(boolean dark) {
    media(Map.of("prefers-color-scheme", dark ? "dark" : "light"));
  }

  /** What the reader's system asks for: {@code forced-colors: active}. */
  void media(Map<String, String> wishes) {
    List<Map<String, String>> features =
        wishes.entrySet().stream()
            .map(wish -> Map.of("name", wish.getKey(), "value", wish.getValue()))
            .toList();
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** What a script answers. */
  Object run(String script) {
    return driver.executeScript(script);
  }

  /** From now on the line of a phone far from towns, and a phone that is slow itself. */
  void slow() {
    driver.executeCdpCommand("Network.enable", Map.of());
    Map<String, Object> line =
        Map.of(
            "offline",
            false,
            "latency",
            400,
            "downloadThroughput",
            400_000 / 8,
            "uploadThroughput",
            400_000 / 8);
    driver.executeCdpCommand("Network.emulateNetworkConditions", line);
    driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
  }

  /** As if nobody had been here before. */
  void forget(String origin) {
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
  }

  void scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** How wide the page is, at least as wide as the window. */
  long pageWidth() {
    Object width = driver.executeScript("return document.documentElement.scrollWidth");
    return Long.parseLong(String.valueOf(width));
  }

  /** The page as it is now, scripts having done their work. */
  Document document() {
    return Jsoup.parse(driver.getPageSource());
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** What the page complained of in the console since this was last asked. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      complaints.add(entry.getMessage());
    }
    return complaints;
  }

  /** The addresses that were asked for since this was last asked. */
  Set<String> requests() {
    Set<String> requests = new TreeSet<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      Matcher request = REQUEST.matcher(entry.getMessage());
      if (request.find()) {
        requests.add(request.group(1));
      }
    }
    return requests;
  }

  /** Takes a picture of the whole page, as far as somebody may scroll. */
  void screenshot(String name) throws IOException {
    Map<String, Object> clip = new java.util.HashMap<>();
    Object height = driver.executeScript("return document.documentElement.scrollHeight");
    Object width = driver.executeScript("return window.innerWidth");
    clip.put("x", 0);
    clip.put("y", 0);
    clip.put("width", width);
    clip.put("height", Math.min(LONGEST, ((Number) height).longValue()));
    clip.put("scale", 1);
    Map<String, Object> told =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    Path file = SCREENSHOTS.resolve(name + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(told.get("data"))));
  }

  // One page that shows all there are, so that they are looked at.
  private static void contactSheet() throws IOException {
    if (!Files.isDirectory(SCREENSHOTS)) {
      return;
    }
    StringBuilder sheet = new StringBuilder(SHEET);
    List<String> names =
        Tree.files(SCREENSHOTS).stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".png"))
            .sorted()
            .toList();
    String kind = "";
    for (String name : names) {
      String own = name.replaceFirst("-(en|es|fr|[0-9]).*", "");
      if (!own.equals(kind)) {
        sheet.append("<h2>").append(own).append("</h2>\n");
        kind = own;
      }
      sheet.append("<a href=\"").append(name).append("\"><img loading=\"lazy\" src=\"");
      sheet.append(name).append("\" alt=\"\"><br>").append(name).append("</a>\n");
    }
    Files.writeString(SCREENSHOTS.resolve("index.html"), sheet);
  }

  @Override
  public void close() {
    driver.quit();
    for (Path file : Tree.files(profile)) {
      file.toFile().delete();
    }
    try {
      contactSheet();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
