package org.chasqui.render;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.site.Page;
import org.chasqui.site.Post;

/** Posts that one may read next, because they have terms in common. */
final class Related {
  private static final int MOST = 3;

  private Related() {}

  private record Match(Post post, long shared) {}

  /** The posts that share most terms with a page, of equals the newest first. */
  static List<Post> to(Page page, Scene scene) {
    Set<String> terms = new HashSet<>();
    scene.terms().of(page).forEach(term -> terms.add(term.tail()));
    if (terms.isEmpty()) {
      return List.of();
    }
    return scene.posts(page.language()).stream()
        .filter(post -> !post.id().equals(page.id()))
        .map(post -> new Match(post, shared(scene, post, terms)))
        .filter(match -> match.shared > 0)
        .sorted(Comparator.comparingLong(Match::shared).reversed())
        .limit(MOST)
        .map(Match::post)
        .toList();
  }

  private static long shared(Scene scene, Post post, Set<String> terms) {
    return scene.terms().of(post).stream().filter(term -> terms.contains(term.tail())).count();
  }
}
