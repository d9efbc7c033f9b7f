package org.chasqui.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.diagnostic.Suggestion;
import org.chasqui.site.Hub;
import org.chasqui.site.Language;
import org.chasqui.site.NotebookStyle;
import org.chasqui.site.OutputPath;

/** Reads a hub's record. */
final class HubReader {
  private static final Set<String> GIT_SCHEMES = Set.of("https", "ssh", "file");
  private static final Set<String> WEB_SCHEMES = Set.of("https", "http");

  private final Languages languages;
  private final Diagnostics diagnostics;

  HubReader(Languages languages, Diagnostics diagnostics) {
    this.languages = languages;
    this.diagnostics = diagnostics;
  }

  Hub hub(Doc doc, String name) {
    Fields fields = doc.fields();
    String id = doc.id().name();
    Hub.Repository repository = repository(fields);
    Optional<String> open = url(fields, Key.PUBLIC_REPOSITORY, GIT_SCHEMES);
    String folder = folder(fields, Key.FOLDER, "");
    String target = folder(fields, Key.TARGET, target(id, repository, open));
    return new Hub(
        id,
        name,
        url(fields, Key.ADDRESS, WEB_SCHEMES).map(HubReader::withSlash),
        fields.credit(Key.COMMUNITY),
        repository,
        open,
        branch(fields),
        folder,
        target,
        languages(fields),
        fields.words(Key.LESSONS).stream().map(word -> word.text().strip()).toList(),
        status(fields),
        fields.choice(Key.OPENS, List.of("lab", "notebook", "retro")),
        new NotebookStyle(variant(fields), kernels(fields)),
        delivery(fields),
        fields.alone().span());
  }

  private Hub.Delivery delivery(Fields fields) {
    Hub.Kind kind =
        Hub.Kind.valueOf(
            fields
                .choice(
                    Key.HUB_KIND,
                    List.of("nbgitpuller", "folder", "binder", "jupyterlite", "download"))
                .toUpperCase(Locale.ROOT));
    return new Hub.Delivery(
        kind,
        url(fields, Key.BINDER, WEB_SCHEMES).map(HubReader::withSlash),
        fields.words(Key.LESSON_TAGS).stream().map(word -> word.text().strip()).toList(),
        List.of(),
        fields.flag(Key.REQUIRE_SIGNATURE, false),
        fields.flag(Key.FALLBACK_BRANCH, false),
        fields.text(Key.ENVIRONMENT));
  }

  private static Hub.Status status(Fields fields) {
    String status = fields.choice(Key.STATUS, List.of("active", "planned", "retired"));
    return Hub.Status.valueOf(status.toUpperCase(Locale.ROOT));
  }

  private static NotebookStyle.Variant variant(Fields fields) {
    String variant = fields.choice(Key.VARIANT, List.of("learner", "solutions", "instructor"));
    return NotebookStyle.Variant.valueOf(variant.toUpperCase(Locale.ROOT));
  }

  // A kernel is called by its name, or by a group of 'name' and 'display_name'.
  private static Map<String, NotebookStyle.KernelName> kernels(Fields fields) {
    Map<String, NotebookStyle.KernelName> kernels = new TreeMap<>();
    for (Entry entry : fields.group(Key.KERNELS).map(Fields::entries).orElse(List.of())) {
      if (entry.value() instanceof Scalar name && !name.blank()) {
        String text = name.text().strip();
        kernels.put(entry.key(), new NotebookStyle.KernelName(text, text));
      } else if (entry.value() instanceof Mapping group && text(group, "name").isPresent()) {
        String name = text(group, "name").orElseThrow();
        String shown = text(group, "display_name").orElse(name);
        kernels.put(entry.key(), new NotebookStyle.KernelName(name, shown));
      } else {
        fields.wrongType(entry, "the name of a kernel, or 'name' and 'display_name'");
      }
    }
    return kernels;
  }

  private static Optional<String> text(Mapping group, String key) {
    Entry entry = group.entries().get(key);
    return entry != null && entry.value() instanceof Scalar scalar && !scalar.blank()
        ? Optional.of(scalar.text().strip())
        : Optional.empty();
  }

  private Hub.Repository repository(Fields fields) {
    Optional<String> written = fields.string(Key.REPOSITORY);
    if (written.isEmpty() || written.get().equalsIgnoreCase("embedded")) {
      return new Hub.Repository.Embedded();
    }
    return url(fields, Key.REPOSITORY, GIT_SCHEMES)
        .<Hub.Repository>map(Hub.Repository.Remote::new)
        .orElseGet(Hub.Repository.Embedded::new);
  }

  private Optional<String> url(Fields fields, Key key, Set<String> schemes) {
    Optional<Scalar> word = fields.word(key);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String written = secureShell(word.get().text().strip());
    try {
      URI uri = new URI(written);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean placed = scheme.equals("file") ? uri.getPath() != null : uri.getHost() != null;
      if (hasPassword(uri, scheme)) {
        password(word.get().span());
        return Optional.empty();
      }
      if (schemes.contains(scheme) && placed) {
        return Optional.of(written);
      }
    } catch (URISyntaxException e) {
      // reported below, like every other text that is no address
    }
    invalid(key, word.get(), schemes);
    return Optional.empty();
  }

  // A name alone is no secret over ssh; over https it is a token.
  private static boolean hasPassword(URI uri, String scheme) {
    String user = uri.getRawUserInfo();
    return user != null && (user.indexOf(':') >= 0 || !scheme.equals("ssh"));
  }

  /** {@code git@host:path}, as forges show it, is {@code ssh://git@host/path}. */
  private static String secureShell(String written) {
    int colon = written.indexOf(':');
    int at = written.indexOf('@');
    boolean short_ = at > 0 && colon > at && !written.contains("://") && written.indexOf('/') > at;
    return short_
        ? "ssh://" + written.substring(0, colon) + "/" + written.substring(colon + 1)
        : written;
  }

  private void password(SourceSpan span) {
    diagnostics.add(
        Diagnostic.error("hub-url-password", span, "This address has a password or token in it.")
            .help(
                "Take it out, and change it, for it is in the history of this site now;"
                    + " give it when publishing instead."));
  }

  private void invalid(Key key, Scalar word, Set<String> schemes) {
    boolean git = schemes.equals(GIT_SCHEMES);
    diagnostics.add(
        Diagnostic.error(
                "hub-url-invalid",
                word.span(),
                "'" + key.name() + "' cannot be '" + word.text() + "'.")
            .help(
                git
                    ? "Write 'embedded', or an address that begins with https://, ssh:// or file://."
                    : "Write an address that begins with https://."));
  }

  private static String withSlash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  private String branch(Fields fields) {
    Optional<Scalar> word = fields.word(Key.BRANCH);
    String branch = word.map(scalar -> scalar.text().strip()).orElse("main");
    boolean wrong =
        branch.startsWith("-")
            || branch.startsWith("/")
            || branch.endsWith("/")
            || branch.endsWith(".lock")
            || branch.contains("..")
            || branch.contains("//")
            || branch.chars().anyMatch(c -> c <= ' ' || c == 127 || "~^:?*[\\".indexOf(c) >= 0);
    if (wrong) {
      diagnostics.add(
          Diagnostic.error(
                  "hub-branch-invalid",
                  word.orElseThrow().span(),
                  "git takes no branch named '" + branch + "'.")
              .help("Write a name like 'main'."));
    }
    return branch;
  }

  private String folder(Fields fields, Key key, String otherwise) {
    Optional<Scalar> word = fields.word(key);
    if (word.isEmpty()) {
      return otherwise;
    }
    String folder = word.get().text().strip();
    folder = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    if (folder.equals(".") || folder.isEmpty()) {
      return key.equals(Key.FOLDER) ? "" : otherwise;
    }
    if (!OutputPath.isSafe(folder)) {
      diagnostics.add(
          Diagnostic.error(
                  "hub-folder-invalid",
                  word.get().span(),
                  "'" + key.name() + "' must be a folder inside, not '" + folder + "'.")
              .help("Write a relative path like 'lessons', without '..'."));
      return otherwise;
    }
    return folder;
  }

  private static String target(String id, Hub.Repository repository, Optional<String> open) {
    if (open.isEmpty() && !(repository instanceof Hub.Repository.Remote)) {
      return id;
    }
    String url = open.orElseGet(() -> ((Hub.Repository.Remote) repository).url());
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    String last = bare.substring(bare.lastIndexOf('/') + 1);
    String name = last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    return OutputPath.isSafe(name) ? name : id;
  }

  private List<Language> languages(Fields fields) {
    List<Language> wanted = new ArrayList<>();
    for (Scalar word : fields.words(Key.LANGUAGES)) {
      Optional<Language> language = languages.match(word.text());
      if (language.isEmpty()) {
        List<String> tags = languages.all().stream().map(Language::tag).toList();
        String all = "The site's languages are: " + String.join(", ", tags) + ".";
        diagnostics.add(
            Diagnostic.error(
                    "language-unknown",
                    word.span(),
                    "'" + word.text() + "' is not a language of this site.")
                .help(Suggestion.didYouMean(word.text(), tags).orElse(all)));
      }
      language.filter(found -> !wanted.contains(found)).ifPresent(wanted::add);
    }
    return wanted.isEmpty() ? languages.all() : wanted;
  }
}
