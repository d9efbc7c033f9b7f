package org.chasqui.hub;

import java.util.Optional;

/**
 * Why a commit is made.
 *
 * @param title the first line of its message
 * @param restores the publication whose files it brings back, if that is why
 */
record Occasion(String title, Optional<Integer> restores) {
  static final Occasion PUBLISH = new Occasion("Publish lessons", Optional.empty());
  static final Occasion PRUNE = new Occasion("Remove withdrawn lessons", Optional.empty());

  static Occasion restore(int publication) {
    return new Occasion(
        "Restore the lessons of publication " + publication, Optional.of(publication));
  }
}
