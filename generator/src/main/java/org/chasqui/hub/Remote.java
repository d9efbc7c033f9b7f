package org.chasqui.hub;

import java.io.IOException;
import java.util.Collection;
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

  /** Brings blobs of that tip here, all at once, so that {@link #blob} finds them. */
  void fetch(Collection<ObjectId> blobs) throws Trouble, IOException;

  /** The bytes of a blob of that tip. */
  byte[] blob(ObjectId blob) throws Trouble, IOException;

  /** The repository in which a commit is made; creates an embedded one that is missing. */
  Repository writing() throws Trouble;

  /**
   * Moves the branch from where it was to a commit, if it is still there.
   *
   * @throws Trouble RACE if it is not; anything else may have happened before or after it moved
   */
  void move(ObjectId commit, Tip from) throws Trouble;

  /** What it means that reading or writing objects failed. */
  Trouble explain(IOException problem);

  /** Makes a fresh copy of what is only a copy. Tells whether there was anything to forget. */
  boolean forget();

  @Override
  void close();
}
