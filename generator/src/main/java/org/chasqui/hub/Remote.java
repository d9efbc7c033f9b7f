package org.chasqui.hub;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * A hub's repository as one run sees it. An {@link IOException} means that the objects we read are
 * damaged; every other trouble is a {@link Trouble}.
 */
sealed interface Remote extends AutoCloseable permits LocalRemote, WireRemote {
  /**
   * Where the hub's branch is.
   *
   * @param commit its tip, if it is there
   * @param headElsewhere whether HEAD names another branch
   */
  record Tip(Optional<ObjectId> commit, boolean headElsewhere) {}

  /** Asks where the branch is. */
  Tip tip() throws Trouble;

  /** A repository that holds the commit and the trees of a tip; changes nothing on a server. */
  Repository reading(ObjectId tip) throws Trouble, IOException;

  /** The branch, {@code refs/heads/main}. */
  String branch();

  /** The bytes of a blob of that tip. */
  byte[] blob(ObjectId blob) throws Trouble, IOException;

  /** Makes sure that blobs of that tip are at hand, with as little talk as possible. */
  void fetchBlobs(Collection<ObjectId> blobs) throws Trouble, IOException;

  /** A repository that holds everything that led to a tip, file contents too. */
  Repository history(ObjectId tip) throws Trouble, IOException;

  /** The repository in which a commit is made; creates an embedded one that is missing. */
  Repository writing() throws Trouble;

  /** Where contents are put that several hubs share; without it they are put with the rest. */
  Optional<SharedBlobs> shared();

  /** The same repository, seen through another branch; it is closed with this one. */
  Remote at(String otherBranch);

  /**
   * Moves the branch from where it was to a commit, if it is still there.
   *
   * @param wishes what the server may do beside it, where it understands them
   * @return what the server said to people
   * @throws Trouble RACE if it is not; anything else may have happened before or after it moved
   */
  String move(ObjectId commit, Tip from, List<String> wishes) throws Trouble;

  /** What it means that reading or writing objects failed. */
  Trouble explain(IOException problem);

  /** Makes a fresh copy of what is only a copy. Tells whether there was anything to forget. */
  boolean forget();

  @Override
  void close();
}
