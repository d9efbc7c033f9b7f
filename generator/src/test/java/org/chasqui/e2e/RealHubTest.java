package org.chasqui.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.testing.SiteFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A learner at a real JupyterHub: follows the link that the site gives, logs in, works in the
 * notebook, follows it again after a correction.
 */
@Tag("slow")
class RealHubTest {
  private static final Pattern LINK = Pattern.compile("\"open\" : \"([^\"]+)\"");
  private static final String CONFIG =
      """
      import os
      c.JupyterHub.bind_url = "http://127.0.0.1:%d/"
      c.JupyterHub.hub_port = %d
      c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:%d"
      c.JupyterHub.authenticator_class = "dummy"
      c.JupyterHub.spawner_class = "simple"
      c.Spawner.args = ["--allow-root"]
      c.SimpleLocalProcessSpawner.home_dir_template = os.path.join(os.getcwd(), "home", "{username}")
      c.Spawner.environment = {
          "JUPYTERHUB_SINGLEUSER_APP": "notebook.notebookapp.NotebookApp",
          "GIT_CONFIG_NOSYSTEM": "1",
      }
      """;

  @TempDir Path temp;
  private Path site;
  private int port;
  private Process hub;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  @BeforeEach
  void start() throws Exception {
    for (String tool : new String[] {"jupyterhub", "configurable-http-proxy", "gitpuller"}) {
      Assumptions.assumeTrue(
          Files.isExecutable(Path.of("/usr/bin", tool)), "NEEDS: jupyterhub, python3-nbgitpuller");
    }
    port = freePort();
    Path folder = Files.createDirectories(temp.resolve("hub/home"));
    Path config = folder.resolveSibling("config.py");
    Files.writeString(config, CONFIG.formatted(port, freePort(), freePort()));
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/python3", "/usr/bin/jupyterhub", "-f", config.toString())
            .directory(config.getParent().toFile())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("hub.log").toFile());
    Map<String, String> env = builder.environment();
    env.put("NODE_PATH", "/usr/share/nodejs:/usr/lib/nodejs");
    env.put("PATH", "/usr/bin:/bin");
    hub = builder.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (hub != null) {
      hub.descendants().toList().forEach(ProcessHandle::destroy);
      hub.destroy();
      if (!hub.waitFor(10, TimeUnit.SECONDS)) {
        hub.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        hub.destroyForcibly();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static final String SITE =
      """
      -- site-content/site.yaml --
      title: Little site
      base_url: https://little.example.org/
      languages: [es]
      -- site-content/index.md --
      ---
      title: Inicio
      ---

      Hola.
      -- site-content/hubs/quito.yaml --
      name: Quito
      address: http://127.0.0.1:%d/
      repository: %s
      public_repository: %s
      target: lecciones
      opens: notebook
      -- lessons/uno/lesson.yaml --
      title: Uno
      kernel: python3
      -- lessons/uno/01-sumar.md --
      ---
      title: Sumar
      ---

      Sumamos dos numeros.

      ```python
      1 + 1
      ```

      ## Luego

      Una frase con un herror.

      ```python
      2 + 2
      ```
      """;

  private String publish() {
    Chasqui.Ran ran = Chasqui.run(site, "publish").expect(0);
    assertTrue(ran.out().contains("published"), ran.out());
    Matcher link = LINK.matcher(Tree.text(site.resolve("public/hubs.json")));
    assertTrue(link.find());
    return link.group(1);
  }

  @Test
  @DisplayName("G33 G09 a learner's own change and a correction are both there")
  void aLearnersDay() throws Exception {
    Path bare = Files.createDirectories(temp.resolve("quito.git"));
    Tools.git(bare, "init", "-q", "--bare", "-b", "main", ".");
    site = SiteFile.unpack(temp.resolve("site"), SITE.formatted(port, bare.toUri(), bare.toUri()));
    String link = publish();

    // The link asks for a login, starts a server, and comes to nbgitpuller's page.
    String login = untilUp(link);
    assertTrue(login.contains("name=\"password\""), login);
    logIn(link);
    HttpResponse<String> page = untilSpawned(link);
    assertTrue(page.uri().getPath().equals("/user/ana/git-pull"), page.uri().toString());
    pull(link);

    // The notebook opens, and what the link says is where it is.
    String place = parameter(link, "urlpath");
    assertEquals("notebooks/lecciones/es/uno/01-sumar.ipynb", place);
    HttpResponse<String> opened = get(at("user/ana/" + place));
    assertEquals(200, opened.statusCode());
    assertTrue(opened.body().contains("01-sumar.ipynb"), opened.body());
    String contents = "user/ana/api/contents/lecciones/es/uno/01-sumar.ipynb";
    String model = get(at(contents + "?type=notebook")).body();
    assertTrue(model.contains("un herror"), model);

    // The learner changes a cell and saves; the authors correct another.
    save(contents, model.replace("1 + 1", "1 + 1  # mi respuesta"));
    String lesson = Tree.text(site.resolve("lessons/uno/01-sumar.md"));
    Tree.write(site.resolve("lessons/uno/01-sumar.md"), lesson.replace("un herror", "un error"));
    assertEquals(link, publish());

    assertEquals("/user/ana/git-pull", get(link).uri().getPath());
    pull(link);
    String merged = get(at(contents + "?type=notebook")).body();
    assertTrue(merged.contains("# mi respuesta"), merged);
    assertTrue(merged.contains("un error"), merged);

    // Saving what was only opened changes no byte.
    Path home = temp.resolve("hub/home/ana/lecciones");
    String before = Tools.git(home, "diff", "HEAD");
    save(contents, merged);
    assertEquals(before, Tools.git(home, "diff", "HEAD"));
  }

  // First nobody answers, then the proxy, which knows of no hub yet.
  private String untilUp(String link) throws Exception {
    String last = "";
    for (int i = 0; i < 240; i++) {
      try {
        HttpResponse<String> answer = get(link);
        if (answer.statusCode() == 200) {
          return answer.body();
        }
        last = answer.statusCode() + " " + answer.body();
      } catch (IOException e) {
        last = e.toString();
      }
      Thread.sleep(500);
    }
    throw new AssertionError(last + "\n" + Files.readString(temp.resolve("hub.log")));
  }

  private void logIn(String link) throws Exception {
    URI form = get(link).uri();
    String xsrf = cookie("_xsrf").map(value -> "&_xsrf=" + value).orElse("");
    HttpRequest request =
        HttpRequest.newBuilder(form)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=ana&password=x" + xsrf))
            .build();
    assertEquals(302, browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  private HttpResponse<String> untilSpawned(String link) throws Exception {
    for (int i = 0; ; i++) {
      HttpResponse<String> page = get(link);
      if (page.uri().getPath().startsWith("/user/ana/") && page.statusCode() == 200) {
        return page;
      }
      if (i > 60) {
        throw new AssertionError(
            page.uri() + "\n" + page.body() + Files.readString(temp.resolve("hub.log")));
      }
      Thread.sleep(1000);
    }
  }

  // What the script of nbgitpuller's page asks for.
  private void pull(String link) throws Exception {
    String said =
        get(at(
                "user/ana/git-pull/api?repo="
                    + form(parameter(link, "repo"))
                    + "&branch="
                    + form(parameter(link, "branch"))
                    + "&targetpath="
                    + form(parameter(link, "targetPath"))))
            .body();
    assertTrue(said.contains("\"phase\": \"finished\""), said);
  }

  private void save(String path, String model) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at(path)))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("X-XSRFToken", cookie("_xsrf").orElse(""))
            .PUT(HttpRequest.BodyPublishers.ofString(model))
            .build();
    HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .reduce((first, second) -> second);
  }

  // A login goes through more redirects than Java's client follows by itself.
  private HttpResponse<String> get(String url) throws Exception {
    URI next = URI.create(url);
    for (int i = 0; i < 20; i++) {
      HttpRequest request = HttpRequest.newBuilder(next).timeout(Duration.ofSeconds(60)).build();
      HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
      Optional<String> elsewhere = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || elsewhere.isEmpty()) {
        return answer;
      }
      next = next.resolve(elsewhere.get());
    }
    throw new AssertionError("redirected forever: " + next);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }

  private static String form(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String parameter(String link, String name) {
    for (String pair : URI.create(link).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return java.net.URLDecoder.decode(
            pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError(link);
  }
}
