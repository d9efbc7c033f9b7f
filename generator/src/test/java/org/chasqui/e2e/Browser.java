package org.chasqui.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.openqa.selenium.OutputType;
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

  void screenshot(String name) throws IOException {
    Path file = Chasqui.ROOT.resolve("generator/target/screenshots").resolve(name + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
    for (Path file : Tree.files(profile)) {
      file.toFile().delete();
    }
  }
}
