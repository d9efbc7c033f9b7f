package org.chasqui.hub;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit away from whoever runs it: no user or system configuration is read, nothing is written
 * below their home, no {@code GIT_…} variable counts. JGit holds this per process, so it is set
 * once, when this class is loaded.
 */
final class GitSystem extends SystemReader.Delegate {
  static {
    // Whatever JGit would still measure must not make a repository wait for it.
    FS.FileStoreAttributes.setBackground(true);
    SystemReader.setInstance(new GitSystem(SystemReader.getInstance()));
  }

  private GitSystem(SystemReader machine) {
    super(machine);
  }

  /** Makes sure that it is so. */
  static void prepare() {
    // Loading the class did it.
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") || variable.startsWith("XDG_")
        ? null
        : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  /** A configuration file that is never there. */
  private static final class NoConfig extends FileBasedConfig {
    private static final long CLOCK_SECONDS = 1;

    NoConfig(Config parent, FS fs) {
      super(parent, new java.io.File("no-git-config"), fs);
    }

    // Otherwise JGit finds out how fine the file system's clock is, by writing files beside each
    // repository for seconds. A second is right for nearly all of them, and files that are
    // replaced are told apart by more than their time.
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
              && name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
          ? unit.convert(CLOCK_SECONDS, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // JGit would remember the clock of the file system here.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
