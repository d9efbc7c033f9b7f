package org.chasqui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Refetch;
import org.chasqui.site.Refetch.Cause;
import org.chasqui.site.Refetch.Reason;
import org.chasqui.site.SiteWeight;
import org.chasqui.site.SiteWeight.Content;
import org.chasqui.site.SiteWeight.FileWeight;
import org.chasqui.site.SiteWeight.Kind;
import org.chasqui.site.SiteWeight.PageWeight;

/**
 * Compares two deployments of a site: what a browser that had all of the first must fetch to show
 * each page of the second, and why.
 */
public final class Refetches {
  private final SiteWeight before;
  private final SiteWeight now;
  private final Set<String> named;

  private Refetches(SiteWeight before, SiteWeight now) {
    this.before = before;
    this.now = now;
    this.named = before.files().keySet().stream().map(Refetches::name).collect(Collectors.toSet());
  }

  /** What has to be fetched again, by page; pages for which that is nothing are not told. */
  public static List<Refetch> of(SiteWeight before, SiteWeight now) {
    Refetches all = new Refetches(before, now);
    return now.pages().keySet().stream()
        .map(all::page)
        .filter(page -> !page.reasons().isEmpty())
        .toList();
  }

  private Refetch page(OutputPath path) {
    List<Reason> reasons = new ArrayList<>();
    if (changed(path)) {
      reasons.add(new Reason(path, now.bytes(path), cause(path)));
    }
    for (OutputPath load : now.loads(path)) {
      if (changed(load)) {
        reasons.add(new Reason(load, now.bytes(load), fileCause(load)));
      }
    }
    return new Refetch(path, reasons);
  }

  private boolean changed(OutputPath path) {
    Optional<String> hash = Optional.ofNullable(now.files().get(path)).map(FileWeight::hash);
    return !hash.equals(Optional.ofNullable(before.files().get(path)).map(FileWeight::hash));
  }

  private Cause cause(OutputPath path) {
    PageWeight page = now.pages().get(path);
    PageWeight old = before.pages().get(path);
    if (page == null || old == null) {
      return Cause.NEW_PAGE;
    }
    Content is = page.content();
    Content was = old.content();
    if (!is.words().equals(was.words())) {
      return Cause.TEXT;
    } else if (!is.text().equals(was.text())) {
      return Cause.MARKUP;
    } else if (!is.around().equals(was.around())) {
      return Cause.NAVIGATION;
    }
    return is.head().equals(was.head()) ? Cause.NAMES : Cause.HEAD;
  }

  // Names of the theme's files change with their content: the same one without that part is it.
  private Cause fileCause(OutputPath path) {
    if (!named.contains(name(path))) {
      return Cause.NEW_FILE;
    }
    FileWeight file = now.files().get(path);
    Kind kind = file == null ? Kind.OTHER : file.kind();
    return switch (kind) {
      case CSS -> Cause.STYLES;
      case PICTURES -> Cause.PICTURE;
      case SEARCH -> Cause.SEARCH;
      default -> Cause.SCRIPT;
    };
  }

  private static String name(OutputPath path) {
    return path.value().replaceFirst("\\.[0-9a-f]{8,16}(?=\\.\\w+$)", "");
  }
}
