package org.chasqui.hub;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.chasqui.site.Hub;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * A repository on a server. Only the newest commit and its trees are fetched, where the server can
 * do that; file contents stay there, save for our manifest.
 */
final class WireRemote implements Remote {
  private static final String COPY = "refs/remotes/hub/";

  /** How little to ask for, from the least. */
  private enum Want {
    TREES(1, "blob:none"),
    COMMIT(1, null),
    ALL(0, null);

    final int depth;
    final @Nullable String filter;

    Want(int depth, @Nullable String filter) {
      this.depth = depth;
      this.filter = filter;
    }
  }

  private final HubAddress.Server address;
  private final HubOptions options;
  private final Deadline deadline;
  private final Credentials credentials;
  private final HttpConnections http;
  private final HubCache cache;
  private final String branch;
  private @Nullable SshSessions ssh;

  WireRemote(
      HubAddress.Server address,
      Hub hub,
      String branch,
      HubOptions options,
      Deadline deadline,
      HubCache cache) {
    this.address = address;
    this.options = options;
    this.deadline = deadline;
    this.credentials = new Credentials(hub, address.uri(), options, deadline);
    this.http = new HttpConnections(deadline);
    this.cache = cache;
    this.branch = Constants.R_HEADS + Repository.shortenRefName(branch);
  }

  @Override
  public String branch() {
    return branch;
  }

  private WireRemote(WireRemote other, String branch) {
    this.address = other.address;
    this.options = other.options;
    this.deadline = other.deadline;
    this.credentials = other.credentials;
    this.http = other.http;
    this.cache = other.cache;
    this.branch = Constants.R_HEADS + branch;
  }

  @Override
  public Remote at(String otherBranch) {
    return new WireRemote(this, otherBranch);
  }

  // Its own name, so that the copies of two branches never stand in each other's way.
  private String intoCopy() {
    return branch + ":" + copyName();
  }

  @Override
  public Tip tip() throws Trouble {
    if (options.offline()) {
      return new Tip(copied(), false);
    }
    // To ask needs no copy.
    return talk(
        NOWHERE,
        transport -> {
          try (FetchConnection connection =
              transport.openFetch(List.of(new RefSpec(branch)), Constants.HEAD)) {
            Ref ref = connection.getRef(branch);
            Ref head = connection.getRef(Constants.HEAD);
            boolean here = head != null && head.getTarget().getName().equals(branch);
            return new Tip(Optional.ofNullable(ref).map(Ref::getObjectId), ref != null && !here);
          }
        });
  }

  private String copyName() {
    return COPY + branch.substring(Constants.R_HEADS.length());
  }

  private Optional<ObjectId> copied() throws Trouble {
    try {
      Ref ref = cache.repository().exactRef(copyName());
      return Optional.ofNullable(ref).map(Ref::getObjectId);
    } catch (IOException e) {
      throw explain(e);
    }
  }

  // So that the copy says what the branch was when we last knew.
  private void remember(String copy, ObjectId commit) {
    try {
      RefUpdate update = cache.repository().updateRef(copy);
      update.setNewObjectId(commit);
      update.disableRefLog();
      update.forceUpdate();
    } catch (IOException e) {
      // It is only a copy.
    }
  }

  @Override
  public Repository reading(ObjectId tip) throws Trouble, IOException {
    Repository repository = cache.repository();
    if (!repository.getObjectDatabase().has(tip)) {
      fetch(Want.TREES, intoCopy());
      if (!repository.getObjectDatabase().has(tip)) {
        // Branches are fetched by name: whoever moved it since we asked made us fetch theirs.
        throw new Trouble(Trouble.Code.RACE, "The branch moved while it was read.");
      }
    }
    return repository;
  }

  @Override
  public byte[] blob(ObjectId blob) throws Trouble, IOException {
    Repository repository = cache.repository();
    if (!repository.getObjectDatabase().has(blob)) {
      fetchBlobs(List.of(blob));
    }
    return repository.open(blob, Constants.OBJ_BLOB).getBytes();
  }

  // Some servers hand out blobs by their names; from the others we take everything of the tip.
  @Override
  public void fetchBlobs(Collection<ObjectId> blobs) throws Trouble, IOException {
    List<RefSpec> missing = missing(blobs);
    if (missing.isEmpty()) {
      return;
    }
    List<Ref> copies = cache.repository().getRefDatabase().getRefsByPrefix(COPY);
    try {
      // A server that hears of the tip takes it that we have all of it, and sends nothing.
      for (Ref copy : copies) {
        RefUpdate update = cache.repository().updateRef(copy.getName());
        update.setForceUpdate(true);
        update.delete();
      }
      talk(transport -> transport.fetch(monitor(), missing));
    } catch (Trouble e) {
      // JGit may complain of what a part of a repository lacks, after it has got what we want.
      deadline.check();
    } finally {
      copies.forEach(copy -> remember(copy.getName(), copy.getObjectId()));
    }
    if (!missing(blobs).isEmpty()) {
      cache.forget(false);
      fetch(Want.COMMIT, intoCopy());
      // Whoever reads from the copy that was forgotten begins again, and finds all of it here.
      throw new Trouble(Trouble.Code.RACE, "The copy was made anew.", Optional.of(Duration.ZERO));
    }
  }

  private List<RefSpec> missing(Collection<ObjectId> blobs) throws IOException {
    List<RefSpec> missing = new ArrayList<>();
    for (ObjectId blob : new TreeSet<>(blobs)) {
      if (!cache.repository().getObjectDatabase().has(blob)) {
        missing.add(new RefSpec(blob.name()));
      }
    }
    return missing;
  }

  @Override
  public Repository history(ObjectId tip) throws Trouble, IOException {
    // What is only partly here cannot be completed in place.
    cache.forget(false);
    fetch(Want.ALL, intoCopy());
    return reading(tip);
  }

  private void fetch(Want least, String refs) throws Trouble {
    for (Want want : Want.values()) {
      if (want.compareTo(least) >= 0 && fetched(want, refs)) {
        return;
      }
    }
  }

  // False if the server cannot give so little.
  private boolean fetched(Want want, String refs) throws Trouble {
    return talk(
        transport -> {
          if (want.depth > 0) {
            transport.setDepth(want.depth);
          }
          if (want.filter != null) {
            transport.setFilterSpec(FilterSpec.fromFilterLine(want.filter));
          }
          try {
            // The plus lets our copy follow a branch that was rewritten; nothing is pushed by it.
            transport.fetch(monitor(), List.of(new RefSpec("+" + refs)));
            return true;
          } catch (TransportException e) {
            if (want != Want.ALL && isTooLittle(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  private static boolean isTooLittle(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof PackProtocolException || t instanceof NotSupportedException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<SharedBlobs> shared() {
    return cache.shared();
  }

  @Override
  public Repository writing() throws Trouble {
    try {
      return cache.repository();
    } catch (IOException e) {
      throw explain(e);
    }
  }

  @Override
  public String move(ObjectId commit, Tip from, List<String> wishes) throws Trouble {
    ObjectId old = from.commit().orElse(ObjectId.zeroId());
    return talk(
        transport -> {
          RemoteRefUpdate update =
              new RemoteRefUpdate(
                  cache.repository(), (String) null, commit, branch, false, null, old);
          PushResult result = sent(transport, update, wishes);
          judge(update, result);
          remember(copyName(), commit);
          return credentials.redact(String.valueOf(result.getMessages()));
        });
  }

  // JGit asks the server what became of a pack even where it could not read our objects to make
  // one. What the server then says, that nothing came, hides the trouble.
  private PushResult sent(Transport transport, RemoteRefUpdate update, List<String> wishes)
      throws IOException, Trouble {
    try {
      return push(transport, update, wishes);
    } catch (TransportException e) {
      Optional<IOException> unread = Troubles.ofOurObjects(e);
      if (unread.isEmpty()) {
        throw e;
      }
      Trouble trouble = explain(unread.get());
      if (trouble.code() != Trouble.Code.CORRUPT) {
        throw trouble;
      }
      cache.forget(true);
      throw trouble.after(Duration.ZERO);
    }
  }

  private static PushResult push(Transport transport, RemoteRefUpdate update, List<String> wishes)
      throws IOException {
    if (!wishes.isEmpty()) {
      transport.setPushOptions(wishes);
      try {
        return transport.push(monitor(), List.of(update));
      } catch (TransportException e) {
        if (!Troubles.words(e).toLowerCase(Locale.ROOT).contains("push options")) {
          throw e;
        }
        transport.setPushOptions(null);
      }
    }
    return transport.push(monitor(), List.of(update));
  }

  private static void judge(RemoteRefUpdate update, PushResult result) throws Trouble {
    switch (update.getStatus()) {
      case OK, UP_TO_DATE -> {}
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD ->
          throw new Trouble(Trouble.Code.RACE, "Somebody else was faster.");
      case REJECTED_OTHER_REASON ->
          throw Troubles.refused(
              Optional.ofNullable(update.getMessage()).orElse("") + "\n" + result.getMessages());
      default -> throw new Trouble(Trouble.Code.NET, "The server did not say what became of it.");
    }
  }

  /** Something to say over a connection. */
  private interface Talk<T> {
    T with(Transport transport) throws IOException, Trouble;
  }

  /** The copy that a connection may need. */
  private interface Copy {
    Repository get() throws IOException;
  }

  private static final Copy NOWHERE =
      () -> new InMemoryRepository(new DfsRepositoryDescription("nowhere"));

  private <T> T talk(Talk<T> talk) throws Trouble {
    return talk(cache::repository, talk);
  }

  private <T> T talk(Copy copy, Talk<T> talk) throws Trouble {
    if (options.offline()) {
      throw new Trouble(
          Trouble.Code.NOT_FOUND, "The copy of the last run does not hold all of it.");
    }
    deadline.check();
    http.forget();
    try (Transport transport = open(copy.get())) {
      return talk.with(transport);
    } catch (Trouble e) {
      throw tell(e);
    } catch (IOException | RuntimeException e) {
      // A connection that was cut at the end of the time complains of something else.
      deadline.check();
      throw tell(Troubles.failed(e, http.lastStatus(), http.retryAfter()));
    }
  }

  private Trouble tell(Trouble trouble) {
    boolean asked = trouble.code() == Trouble.Code.AUTH && !address.ssh();
    String hint =
        asked ? " " + credentials.trouble().map(Trouble::text).orElseGet(credentials::hint) : "";
    return new Trouble(
        trouble.code(), credentials.redact(trouble.text()) + hint, trouble.retryAfter());
  }

  private Transport open(Repository copy) throws IOException {
    try {
      Transport transport = Transport.open(copy, new URIish(address.uri().toString()));
      transport.setTimeout(deadline.readSeconds());
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setCredentialsProvider(credentials);
      transport.getPackConfig().setThreads(1);
      if (transport instanceof TransportHttp overHttp) {
        overHttp.setHttpConnectionFactory(http);
      }
      if (transport instanceof SshTransport overSsh) {
        sessions().serve(overSsh);
      }
      return transport;
    } catch (URISyntaxException e) {
      throw new IOException("The repository's address is not a URL.", e);
    }
  }

  private SshSessions sessions() {
    SshSessions sessions = ssh;
    if (sessions == null) {
      sessions = new SshSessions(credentials, options, cache.folderThatIsNot());
      ssh = sessions;
    }
    return sessions;
  }

  private static NullProgressMonitor monitor() {
    return NullProgressMonitor.INSTANCE;
  }

  @Override
  public Trouble explain(IOException problem) {
    return Troubles.here(problem, Trouble.Code.LOCAL_DISK);
  }

  @Override
  public boolean forget() {
    cache.forget(true);
    return true;
  }

  @Override
  public void close() {
    if (ssh != null) {
      ssh.close();
    }
    cache.close();
  }
}
