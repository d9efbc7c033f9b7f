package org.chasqui.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** A repository on this machine, read and written in place: no copy of it, no connection to it. */
final class LocalRemote implements Remote {
  private final HubAddress.Local address;
  private final String branch;
  private @Nullable Repository open;

  LocalRemote(HubAddress.Local address, String branch) {
    this.address = address;
    this.branch = Constants.R_HEADS + Repository.shortenRefName(branch);
  }

  @Override
  public String branch() {
    return branch;
  }

  @Override
  public Remote at(String otherBranch) {
    return new LocalRemote(address, otherBranch);
  }

  @Override
  public void fetchBlobs(Collection<ObjectId> blobs) {
    // They are here.
  }

  @Override
  public Repository history(ObjectId tip) throws Trouble {
    return repository();
  }

  @Override
  public Tip tip() throws Trouble {
    if (!Files.exists(address.folder()) && address.embedded()) {
      return new Tip(Optional.empty(), false);
    }
    try {
      Repository repository = repository();
      Ref ref = repository.exactRef(branch);
      Ref head = repository.exactRef(Constants.HEAD);
      boolean elsewhere = head != null && !head.getTarget().getName().equals(branch);
      return new Tip(Optional.ofNullable(ref).map(Ref::getObjectId), elsewhere);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  @Override
  public Repository reading(ObjectId tip) throws Trouble {
    return repository();
  }

  @Override
  public byte[] blob(ObjectId blob) throws Trouble, IOException {
    return repository().open(blob, Constants.OBJ_BLOB).getBytes();
  }

  @Override
  public Optional<SharedBlobs> shared() {
    return Optional.empty();
  }

  @Override
  public Repository writing() throws Trouble {
    if (!Files.exists(address.folder()) && address.embedded()) {
      create();
    }
    Repository repository = repository();
    refuseCheckedOut(repository);
    return repository;
  }

  // A push would leave the files of whoever works there behind its branch; git refuses it too.
  private void refuseCheckedOut(Repository repository) throws Trouble {
    try {
      if (!repository.isBare() && branch.equals(repository.getFullBranch())) {
        throw new Trouble(
            Trouble.Code.PROTECTED,
            "The branch is checked out in that repository; push to a bare one.");
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private Repository repository() throws Trouble {
    Repository repository = open;
    if (repository == null) {
      repository = find();
      open = repository;
    }
    return repository;
  }

  private Repository find() throws Trouble {
    try {
      Path inside = address.folder().resolve(Constants.DOT_GIT);
      Path folder = Files.exists(inside) ? inside : address.folder();
      if (!RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED)) {
        throw new RepositoryNotFoundException(folder.toFile());
      }
      Repository repository =
          new FileRepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build();
      refuseOtherNames(repository);
      return repository;
    } catch (IOException | IllegalArgumentException e) {
      throw e instanceof RepositoryNotFoundException
          ? new Trouble(Trouble.Code.NOT_FOUND, "There is no git repository.")
          : trouble(e);
    }
  }

  private static void refuseOtherNames(Repository repository) throws Trouble {
    String format = repository.getConfig().getString("extensions", null, "objectformat");
    if (format != null && !format.equals("sha1")) {
      repository.close();
      throw new Trouble(
          Trouble.Code.CORRUPT, "The repository names its objects by " + format + ", not SHA-1.");
    }
  }

  // Made beside its place and then moved there, so that it is whole or not there.
  private void create() throws Trouble {
    Path place = address.folder();
    try {
      Files.createDirectories(Objects.requireNonNull(place.getParent()));
      Path draft = draft(place);
      try {
        initialise(draft);
        Files.move(draft, place);
      } catch (IOException e) {
        delete(draft);
        if (!Files.exists(place)) {
          throw e;
        }
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  // Not a temporary folder of Java's, which nobody but its maker may read.
  private static Path draft(Path place) throws IOException {
    String maker = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    Path draft = place.resolveSibling(".new-" + place.getFileName() + "-" + maker);
    if (Files.exists(draft)) {
      delete(draft);
    }
    return Files.createDirectory(draft);
  }

  private void initialise(Path folder) throws IOException {
    try (Repository made =
        new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build()) {
      made.create(true);
      made.updateRef(Constants.HEAD).link(branch);
      StoredConfig config = made.getConfig();
      // Whoever pushes here from a hub cannot undo what learners have already pulled.
      config.setBoolean("receive", null, "denyNonFastForwards", true);
      config.setBoolean("receive", null, "denyDeletes", true);
      config.save();
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // What is left over is tried again when it is in the way.
    }
  }

  @Override
  public String move(ObjectId commit, Tip from, List<String> wishes) throws Trouble {
    Repository repository = repository();
    ObjectId old = from.commit().orElse(ObjectId.zeroId());
    ServerHooks hooks = new ServerHooks(repository, branch, old, commit);
    if (!address.embedded()) {
      hooks.before();
    }
    try {
      RefUpdate update = repository.updateRef(branch);
      update.setExpectedOldObjectId(old);
      update.setNewObjectId(commit);
      update.disableRefLog();
      judge(update.update());
    } catch (IOException e) {
      throw trouble(e);
    }
    if (address.embedded()) {
      tidy(repository);
    } else {
      hooks.after();
    }
    return "";
  }

  private static void judge(RefUpdate.Result result) throws Trouble {
    switch (result) {
      case NEW, FAST_FORWARD, NO_CHANGE -> {}
      case LOCK_FAILURE, REJECTED ->
          throw new Trouble(Trouble.Code.RACE, "Somebody else is writing to the branch.");
      case REJECTED_CURRENT_BRANCH ->
          throw new Trouble(Trouble.Code.PROTECTED, "The branch is checked out.");
      default ->
          throw new Trouble(Trouble.Code.CORRUPT, "The branch could not be moved: " + result);
    }
  }

  // Nobody else looks after an embedded repository.
  private static void tidy(Repository repository) {
    repository
        .getConfig()
        .setBoolean(
            ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
    repository.autoGC(NullProgressMonitor.INSTANCE);
  }

  @Override
  public Trouble explain(IOException problem) {
    return trouble(problem);
  }

  private Trouble trouble(Throwable e) {
    return Troubles.here(
        e, address.embedded() ? Trouble.Code.LOCAL_DISK : Trouble.Code.REMOTE_DISK);
  }

  @Override
  public boolean forget() {
    return false;
  }

  @Override
  public void close() {
    Repository repository = open;
    if (repository != null) {
      repository.close();
      open = null;
    }
  }
}
