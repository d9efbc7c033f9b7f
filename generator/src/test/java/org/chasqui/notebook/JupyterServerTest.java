package org.chasqui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand made-up lessons, opened and saved in a real Jupyter server as a browser does. */
@Tag("slow")
class JupyterServerTest {
  private static final int LESSONS = 1000;

  private static final String OPEN_AND_SAVE =
      """
      import glob, json, os, socket, subprocess, sys, time, urllib.request, nbformat
      folder = sys.argv[1]
      with socket.socket() as free:
          free.bind(("127.0.0.1", 0))
          port = free.getsockname()[1]
      own = os.path.join(folder, "own")
      env = dict(os.environ, JUPYTER_CONFIG_DIR=own, JUPYTER_DATA_DIR=own, JUPYTER_RUNTIME_DIR=own, HOME=own)
      server = subprocess.Popen(
          [sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser", "--ip=127.0.0.1",
           "--port=%d" % port, "--port-retries=0", "--ServerApp.token=t", "--ServerApp.log_level=ERROR",
           "--ServerApp.root_dir=" + os.path.join(folder, "notebooks")], env=env,
          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

      def ask(method, path, body=None):
          request = urllib.request.Request("http://127.0.0.1:%d/api/%s" % (port, path), method=method,
              data=None if body is None else json.dumps(body).encode(),
              headers={"Authorization": "token t", "Content-Type": "application/json"})
          return json.load(urllib.request.urlopen(request, timeout=60))

      try:
          for attempt in range(600):
              try:
                  ask("GET", "status")
                  break
              except OSError:
                  time.sleep(0.1)
          same = 0
          for name in sorted(glob.glob(folder + "/notebooks/*.ipynb")):
              before = open(name, "rb").read()
              nbformat.validate(nbformat.reads(before.decode(), as_version=4))
              path = "contents/" + os.path.basename(name)
              model = ask("GET", path)
              ask("PUT", path, {"type": "notebook", "format": "json", "content": model["content"]})
              assert open(name, "rb").read() == before, name
              same += 1
          print(same)
      finally:
          server.terminate()
          server.wait()
      """;

  @TempDir private Path temp;

  @Test
  @DisplayName("G12 opening and saving changes no byte")
  void openingAndSavingChangesNoByte() throws IOException {
    Jupyter.needs("nbformat", "python3-nbformat");
    Jupyter.needs("jupyter_server", "python3-jupyter-server");
    Path notebooks = Files.createDirectories(temp.resolve("notebooks"));
    Files.createDirectories(temp.resolve("own"));
    for (int i = 0; i < LESSONS; i++) {
      TestLessons lesson = TestLessons.of(RandomEpisode.markdown(90_000 + i));
      for (Map.Entry<String, String> made : lesson.notebooks().entrySet()) {
        // One language of each, in turn: their bytes differ, their build does not.
        if (made.getKey().startsWith(i % 2 == 0 ? "en/" : "es/")) {
          Files.writeString(notebooks.resolve("n%04d.ipynb".formatted(i)), made.getValue());
        }
      }
    }
    assertEquals(LESSONS + "\n", Jupyter.python(OPEN_AND_SAVE, temp.toString()));
  }
}
