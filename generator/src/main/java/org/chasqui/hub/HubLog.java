package org.chasqui.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of what was done to hubs' branches.
 *
 * @param lines its lines, oldest first; each an object in JSON
 * @param broken the numbers of lines, from 1, that are not what was written, or stand after a line
 *     that was taken out
 * @param torn the numbers of lines that were cut off while they were written
 */
public record HubLog(List<String> lines, List<Integer> broken, List<Integer> torn) {
  private static final Pattern PREVIOUS = Pattern.compile("^\\{\"previous\":\"([0-9a-f]*)\"");

  /** Copies, so that nobody can change it. */
  public HubLog {
    lines = List.copyOf(lines);
    broken = List.copyOf(broken);
    torn = List.copyOf(torn);
  }

  /** Reads and checks the log of a site; no lines if there is none. */
  public static HubLog read(Path siteFolder) throws IOException {
    Path file = AuditLog.file(siteFolder);
    List<String> lines =
        Files.exists(file)
            ? Files.readString(file, StandardCharsets.UTF_8).lines().toList()
            : List.of();
    List<Integer> broken = new ArrayList<>();
    List<Integer> torn = new ArrayList<>();
    String last = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher previous = PREVIOUS.matcher(line);
      if (AuditLog.hash(line).isEmpty()) {
        (line.endsWith("}") ? broken : torn).add(i + 1);
      } else {
        if (!previous.find() || !previous.group(1).equals(last)) {
          broken.add(i + 1);
        }
        last = AuditLog.hash(line).get();
      }
    }
    return new HubLog(lines, broken, torn);
  }
}
