package org.chasqui.markdown;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chasqui.diagnostic.Severity;
import org.chasqui.markdown.Labels.Label;
import org.chasqui.markdown.Nodes.Role;
import org.jspecify.annotations.Nullable;

/** Writes MyST's roles: references to other places, keys, buttons, abbreviations. */
final class RoleWriter {
  private static final Pattern ID =
      Pattern.compile("(?:id=[\"']|\\{[^{}\\n]{0,200}?#)([^\"'\\s}]+)");

  private final Rendering rendering;
  private final StringBuilder out;
  private @Nullable Set<String> written;

  RoleWriter(Rendering rendering) {
    this.rendering = rendering;
    this.out = rendering.out;
  }

  void write(Role role) {
    switch (role.name) {
      case "math" -> rendering.math.inline(TexSource.of(role.text), false);
      case "ref", "any", "button-ref", "bdg-ref" -> reference(role, Optional.empty());
      case "numref" -> reference(role, Optional.of(Roles.title(role).orElse("")));
      case "eq" -> equation(role);
      case "term" -> term(role);
      case "doc" -> document(role);
      case "download" -> link(Roles.target(role), Roles.text(role), " download=\"\"", role);
      case "button-link", "link" -> link(Roles.target(role), Roles.text(role), "", role);
      case "abbr" -> abbreviation(role);
      case "octicon", "fas", "fab", "far", "icon" -> icon(role);
      default -> element(role);
    }
  }

  private void reference(Role role, Optional<String> numbered) {
    String target = Roles.target(role);
    Optional<Label> label = rendering.labels().find(bare(target));
    boolean elsewhere = !target.startsWith("#") && target.contains("#");
    if (label.isEmpty() && (elsewhere || looksLikePath(target))) {
      linkElsewhere(target, role);
    } else if (label.isPresent()) {
      anchor(label.get().id(), shown(role, label.get(), numbered), "role-" + role.name, role);
    } else if (written().contains(bare(target))) {
      anchor(bare(target), Roles.text(role), "role-" + role.name, role);
    } else {
      elsewhereOrUnknown(role, bare(target));
    }
  }

  // Ids in HTML and in attributes, which no label tells.
  private Set<String> written() {
    if (written == null) {
      written = new HashSet<>();
      Matcher matcher = ID.matcher(rendering.text);
      while (matcher.find()) {
        written.add(matcher.group(1));
      }
    }
    return written;
  }

  private static String bare(String target) {
    return target.startsWith("#") ? target.substring(1) : target;
  }

  private static boolean looksLikePath(String target) {
    return target.contains("/") || target.endsWith(".md");
  }

  private void elsewhereOrUnknown(Role role, String label) {
    Optional<String> page = rendering.options.links().page(label);
    boolean anything = !role.name.equals("numref");
    if (page.isEmpty() && anything && rendering.options.links().title(label).isPresent()) {
      linkElsewhere(label, role); // the name of a page, as of {doc}
    } else if (page.isPresent()) {
      linkElsewhere(page.get() + "#" + label, role);
    } else {
      unknown(
          "label-unknown",
          "There is no label '" + label + "'.",
          role,
          label,
          rendering.labels().names(),
          "Mark the place with '("
              + label
              + ")=' on a line above it, or write 'page#"
              + label
              + "' for a place on another page.");
    }
  }

  private void linkElsewhere(String target, Role role) {
    String text =
        Roles.title(role)
            .or(() -> rendering.options.links().title(target))
            .orElseGet(() -> bare(target.substring(Math.max(0, target.indexOf('#')))));
    link(target, text, "", role);
  }

  private String shown(Role role, Label label, Optional<String> numbered) {
    if (label.number() > 0 && numbered.isPresent()) {
      return numbered(label, numbered.get());
    }
    return Roles.title(role)
        .or(() -> Optional.of(label.title()).filter(title -> !title.isEmpty()))
        .or(() -> rendering.titleOfPage(label))
        .orElseGet(() -> fallback(label, role));
  }

  private String fallback(Label label, Role role) {
    return label.number() > 0 ? numbered(label, "") : Roles.text(role);
  }

  private String numbered(Label label, String pattern) {
    String number = Integer.toString(label.number());
    if (pattern.contains("%s") || pattern.contains("{number}") || pattern.contains("{name}")) {
      return pattern
          .replace("%s", number)
          .replace("{number}", number)
          .replace("{name}", label.title());
    }
    return pattern.isEmpty() ? rendering.numbered(label.kind(), label.number()) : pattern;
  }

  private void equation(Role role) {
    String name = Roles.target(role);
    Optional<Label> label = rendering.labels().find(name);
    if (label.isPresent() && label.get().number() > 0) {
      anchor(label.get().id(), "(" + label.get().number() + ")", "role-eq", role);
    } else {
      elsewhereOrUnknown(role, name);
    }
  }

  private void term(Role role) {
    String name = Roles.target(role);
    Optional<String> id = rendering.labels().term(name);
    if (id.isPresent()) {
      anchor(id.get(), Roles.text(role), "role-term", role);
    } else if (name.contains("#")) {
      String page = name.substring(0, name.indexOf('#') + 1);
      link(page + Labels.termId(name.substring(page.length())), Roles.text(role), "", role);
    } else {
      LinkResolver links = rendering.options.links();
      String anchor = "#" + Labels.termId(name);
      Optional<String> target =
          links.term(name).or(() -> links.page(anchor.substring(1)).map(page -> page + anchor));
      if (target.isPresent()) {
        link(target.get(), Roles.text(role), "", role);
        return;
      }
      unknown(
          "term-unknown",
          "No glossary has the term '" + name + "'.",
          role,
          name,
          rendering.labels().terms(),
          "Add it to the lesson's glossary or to a 'glossary' directive, or write 'text <page#term>' for a term of another page.");
    }
  }

  private void document(Role role) {
    String target = Roles.target(role);
    String last = target.replaceFirst("^.*/(?=.)", "");
    String text = Roles.title(role).or(() -> rendering.options.links().title(target)).orElse(last);
    link(target, text, "", role);
  }

  private void unknown(
      String code, String message, Role role, String name, Set<String> known, String help) {
    rendering.problem(
        Severity.WARNING,
        code,
        message,
        role.getStartOffset(),
        role.getEndOffset(),
        rendering.didYouMean(name, known).or(() -> Optional.of(help)));
    out.append("<span class=\"role-").append(HeadingIds.slug(role.name)).append("\">");
    Html.escape(out, Roles.text(role));
    out.append("</span>");
  }

  // Within the page: the ids are known, so nobody needs to be asked.
  private void anchor(String id, String text, String classes, Role role) {
    link("#" + id, text, Html.attribute("class", classes), role);
  }

  private void link(String target, String text, String more, Role role) {
    Optional<String> url =
        rendering.link(target, false, role.text.getStartOffset(), role.text.getEndOffset());
    out.append("<a");
    url.ifPresent(u -> out.append(" href=\"").append(Html.url(u)).append('"'));
    out.append(more).append('>');
    Html.escape(out, text);
    out.append("</a>");
  }

  private void abbreviation(Role role) {
    String text = PlainText.collapse(role.text);
    int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
    String title = open > 0 ? text.substring(open + 1, text.length() - 1).strip() : "";
    out.append("<abbr").append(Html.attribute("title", title)).append('>');
    Html.escape(out, open > 0 ? text.substring(0, open).strip() : text);
    out.append("</abbr>");
  }

  // The name of an icon says nothing to a reader.
  private void icon(Role role) {
    String name = PlainText.collapse(role.text).split("[; ]", 2)[0];
    out.append("<span").append(Html.attribute("class", "icon icon-" + HeadingIds.slug(name)));
    out.append(" aria-hidden=\"true\"></span>");
  }

  private void element(Role role) {
    if (!Roles.isKnown(role.name)) {
      rendering.warning(
          "role-unknown",
          "There is no role '" + role.name + "'.",
          role,
          rendering.didYouMean(role.name, Roles.NAMES));
    }
    String element = Roles.element(role.name);
    String tag = element.isEmpty() ? "span" : element;
    String slug = HeadingIds.slug(role.name);
    String classes = role.name.startsWith("bdg") ? "badge " + slug : "role-" + slug;
    out.append('<').append(tag).append(Html.attribute("class", classes)).append('>');
    Html.escape(out, Roles.text(role));
    out.append("</").append(tag).append('>');
  }
}
