package org.chasqui.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.site.OutputFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The sample site in a real browser: accessibility rules, narrow screens, no scripts. */
@Tag("slow")
class ThemeBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "",
          "es/",
          "about/",
          "lessons/",
          "lessons/first-steps/",
          "lessons/first-steps/intro/",
          "lessons/first-steps/all/",
          "lessons/first-steps/key-points/",
          "lessons/first-steps/exercises/",
          "lessons/first-steps/instructor/",
          "lessons/first-steps/instructor/intro/",
          "es/lessons/first-steps/intro/",
          "fr/lessons/first-steps/intro/",
          "blog/",
          "blog/three-hubs/",
          "jobs/engineer/",
          "events/workshop/",
          "people/ana/",
          "organisations/openlab/",
          "hubs/cordoba/",
          "tags/",
          "404.html");

  private static HttpServer server;
  private static ChromeDriver browser;
  private static String root;

  @BeforeAll
  static void open() throws Exception {
    Path chromium = Path.of("/usr/bin/chromium");
    Path driver = Path.of("/usr/bin/chromedriver");
    Assumptions.assumeTrue(
        Files.isExecutable(chromium) && Files.isExecutable(driver),
        "NEEDS: chromium and chromedriver");
    serve();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--hide-scrollbars",
        "--force-device-scale-factor=1");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .withEnvironment(Map.of("SE_OFFLINE", "true", "SE_AVOID_STATS", "true"))
            .build();
    browser = new ChromeDriver(service, options);
  }

  private static void serve() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (OutputFile file : SampleSite.full().render(new Diagnostics()).files()) {
      byte[] content =
          file instanceof OutputFile.Text text
              ? text.content().getBytes(java.nio.charset.StandardCharsets.UTF_8)
              : read(((OutputFile.Copy) file).from());
      files.put("/" + file.path(), content);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] content = files.get(path.endsWith("/") ? path + "index.html" : path);
          exchange.getResponseHeaders().set("Content-Type", type(path));
          exchange.sendResponseHeaders(
              content == null ? 404 : 200, content == null ? -1 : content.length);
          if (content != null) {
            exchange.getResponseBody().write(content);
          }
          exchange.close();
        });
    server.start();
    root = "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private static byte[] read(Path file) throws Exception {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static String type(String path) {
    if (path.endsWith(".css")) {
      return "text/css";
    }
    if (path.endsWith(".js")) {
      return "text/javascript";
    }
    return path.endsWith(".svg") ? "image/svg+xml" : "text/html; charset=utf-8";
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"light,360", "light,1280", "dark,360", "dark,1280"})
  void no_accessibility_rule_is_broken(String scheme, int width) {
    browser.manage().window().setSize(new Dimension(width, 900));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    List<String> broken = new ArrayList<>();
    for (String page : PAGES) {
      browser.get(root + page);
      for (Rule rule : new AxeBuilder().analyze(browser).getViolations()) {
        rule.getNodes().stream()
            .filter(n -> !isBox(rule, n.getHtml()))
            .forEach(n -> broken.add(page + " " + rule.getId() + " " + n.getHtml()));
      }
    }
    assertEquals(List.of(), broken);
  }

  // The dialect writes boxes as aside, which axe wants named once a page has two; no rule of WCAG.
  private static boolean isBox(Rule rule, String html) {
    return rule.getId().equals("landmark-unique")
        && html.startsWith("<aside role=\"note\" class=\"callout");
  }

  @Test
  void no_page_scrolls_sideways_on_the_narrowest_screen() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", true));
    List<String> wide = new ArrayList<>();
    for (String page : PAGES) {
      browser.get(root + page);
      Long scroll = (Long) browser.executeScript("return document.documentElement.scrollWidth");
      if (scroll > 320) {
        wide.add(page + " " + scroll);
      }
    }
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    assertEquals(List.of(), wide);
  }

  @Test
  void everything_can_be_read_without_scripts() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    try {
      browser.get(root + "lessons/first-steps/intro/");
      assertEquals(
          0,
          browser.findElements(org.openqa.selenium.By.cssSelector("button")).stream()
              .filter(org.openqa.selenium.WebElement::isDisplayed)
              .count());
      browser.findElement(org.openqa.selenium.By.cssSelector("details.solution summary")).click();
      assertTrue(
          browser
              .findElement(org.openqa.selenium.By.cssSelector("details.solution pre"))
              .isDisplayed());
      browser.findElement(org.openqa.selenium.By.cssSelector(".languages summary")).click();
      browser.findElement(org.openqa.selenium.By.cssSelector(".languages a[lang=es]")).click();
      assertEquals(
          "Abrir un cuaderno", browser.findElement(org.openqa.selenium.By.tagName("h1")).getText());
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  // A page with three sets of tabs: two of one group, and the Workbench's, which stand alone.
  private static final String TABS =
      """
      const set = (attributes, items) => `<div ${attributes}>` + items.map(([sync, label]) =>
        `<section class="tab-item" data-sync="${sync}"><p class="tab-label">${label}</p></section>`)
        .join("") + "</div>";
      document.querySelector("main").innerHTML =
        set('class="tab-set" data-group="os"', [["w", "Windows"], ["l", "Linux"]])
        + set('class="tab-set"', [["", "Linux"], ["", "Windows"]])
        + set('class="tab-set tab"', [["", "Windows"], ["", "Linux"]])
        + set('class="tab-set" data-group="os"', [["l", "GNU/Linux"], ["w", "Windows"]]);
      const again = document.createElement("script");
      again.src = document.querySelector("script[src]").src;
      again.onload = () => document.body.dataset.ready = "yes";
      document.body.append(again);
      """;

  @Test
  void tabs_of_one_group_are_chosen_together() {
    browser.get(root + PAGES.get(0));
    browser.executeScript(TABS);
    new org.openqa.selenium.support.ui.WebDriverWait(browser, java.time.Duration.ofSeconds(20))
        .until(b -> "yes".equals(browser.executeScript("return document.body.dataset.ready")));
    assertEquals(List.of("Windows", "Linux", "Windows", "Windows"), chosen());
    browser.executeScript("document.querySelectorAll('[role=tab]')[1].click()");
    assertEquals(List.of("Linux", "Linux", "Windows", "GNU/Linux"), chosen());
    browser.executeScript("document.querySelectorAll('[role=tab]')[3].click()");
    assertEquals(List.of("Linux", "Windows", "Windows", "GNU/Linux"), chosen());
  }

  private static List<?> chosen() {
    return (List<?>)
        browser.executeScript(
            "return [...document.querySelectorAll('[aria-selected=true]')].map(t => t.textContent)");
  }
}
