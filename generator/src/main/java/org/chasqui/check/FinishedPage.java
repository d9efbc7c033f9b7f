package org.chasqui.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.chasqui.check.PageTags.Tag;
import org.chasqui.diagnostic.Diagnostic;
import org.chasqui.diagnostic.SourceFile;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.Page;
import org.chasqui.site.PageRef;
import org.chasqui.site.RenderedSite.LinkUse;

/** Reads a finished page once and says what is wrong with it. */
final class FinishedPage {
  private static final Memory.Kept<ReadPage> REPORT =
      new Memory.Kept<>("report", new Memory.Written<>(ReadPage::down, ReadPage::up));

  // Whether a page of which all is well, also what it asks of others, hides from search engines.
  private static final Memory.Kept<Boolean> FINE = new Memory.Kept<>("fine", Memory.Written.flag());

  private final OutputIndex output;
  private final LinkIndex links;
  private final PageWeights weights;
  private final Memory memory;
  private final Asked.Collected asked;
  private final Queue<Runnable> fine = new ConcurrentLinkedQueue<>();

  FinishedPage(OutputIndex output, LinkIndex links, PageWeights weights, Memory memory) {
    this.memory = memory;
    this.output = output;
    this.links = links;
    this.weights = weights;
    this.asked = new Asked.Collected(output, weights, memory);
  }

  /** What is wrong with one page, and what others ask of it. */
  PageReport read(OutputFile.Text file) {
    if (!memory.keeps(REPORT)) {
      return reading(file).report();
    }
    String path = file.path().value();
    List<String> input = input(file);
    Optional<Boolean> before =
        asked.held() ? memory.before(FINE, path, input) : Optional.<Boolean>empty();
    if (before.isPresent()) {
      memory.use(REPORT, path);
      return new PageReport(file.path(), before.get(), Set.of(), List.of());
    }
    ReadPage read =
        memory.recallIf(REPORT, path, input, kept -> holds(kept, file), () -> reading(file).kept());
    if (read.isFine()) {
      asked.add(read);
      fine.add(() -> memory.keep(FINE, path, input, read.report().noindex()));
    }
    return read.report();
  }

  /** All pages were read: what they ask is kept, and only then that they are fine but for that. */
  void keep() {
    asked.keep(memory);
    fine.forEach(Runnable::run);
  }

  // What a page of which all is well depends on; of any other also the places in what it shows.
  private List<String> input(OutputFile.Text file) {
    Optional<Page> page = output.page(file.path());
    List<String> input = new ArrayList<>();
    input.add(file.digest());
    input.add(output.settings());
    input.add(weights.settings());
    input.add(page.map(p -> p.ref() + " " + p.language()).orElse(""));
    input.addAll(links.fragmentsOf(file.path()));
    input.add("");
    for (LinkUse link : written(page)) {
      input.add(link.written() + " " + link.image() + " " + link.target() + " " + link.fragment());
    }
    return input;
  }

  private boolean holds(ReadPage kept, OutputFile.Text file) {
    Optional<Page> page = output.page(file.path());
    return kept.holds(new ReadPage.Shown(page, written(page)))
        && kept.answered().stream().allMatch(output::answers)
        && weights.weigh(kept.loads());
  }

  private List<LinkUse> written(Optional<Page> page) {
    return page.map(p -> links.of(p.ref())).orElse(List.of());
  }

  private Reading reading(OutputFile.Text file) {
    return new Reading(file, PageTags.of(file.content()), output.page(file.path()));
  }

  private static boolean hides(Tag tag) {
    return tag.name().equals("meta")
        && tag.is("name", "robots")
        && tag.value("content").toLowerCase(Locale.ROOT).contains("noindex");
  }

  private static boolean leadsOn(Tag tag) {
    return tag.name().equals("meta") && tag.is("http-equiv", "refresh");
  }

  /** One page being read. */
  private final class Reading {
    private final OutputFile.Text file;
    private final List<Tag> tags;
    private final Optional<Page> page;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> twice = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> answered = new LinkedHashSet<>();
    private boolean deadEnds;

    Reading(OutputFile.Text file, List<Tag> tags, Optional<Page> page) {
      this.file = file;
      this.tags = tags;
      this.page = page;
      for (Tag tag : tags) {
        if (tag.has("id") && !ids.add(tag.value("id"))) {
          twice.add(tag.value("id"));
        }
        if (tag.name().equals("a") && tag.has("name")) {
          names.add(tag.value("name"));
        }
      }
    }

    PageReport report() {
      boolean noindex = tags.stream().anyMatch(FinishedPage::hides);
      references();
      if (tags.stream().noneMatch(FinishedPage::leadsOn)) {
        structure();
        language();
        pictures();
        canonical(noindex);
        weight();
      }
      return new PageReport(file.path(), noindex, missing(), List.copyOf(findings));
    }

    ReadPage kept() {
      PageReport report = report();
      return new ReadPage(
          report,
          new ReadPage.Shown(page, written(page)),
          deadEnds ? Optional.empty() : Optional.of(List.copyOf(answered)),
          weights.loaded(file.path(), tags));
    }

    Set<String> missing() {
      Set<String> missing = new TreeSet<>(links.fragmentsOf(file.path()));
      missing.removeIf(
          fragment ->
              fragment.isEmpty()
                  || fragment.equalsIgnoreCase("top")
                  || fragment.startsWith(":~:")
                  || ids.contains(fragment)
                  || ids.contains(LinkIndex.decode(fragment))
                  || names.contains(fragment));
      return missing;
    }

    void structure() {
      long tops = tags.stream().filter(tag -> tag.name().equals("h1")).count();
      if (tops != 1) {
        add(
            "h1",
            Diagnostic.warning(
                    "page-heading-one",
                    titleSpan(),
                    tops == 0
                        ? "The page has no main heading."
                        : "The page has " + tops + " main headings.")
                .help("A page has exactly one h1, its title; headings in the text begin at ##."));
      }
      int before = 1;
      for (Tag heading : tags) {
        if (!heading.isHeading() || !heading.main()) {
          continue;
        }
        int level = heading.name().charAt(1) - '0';
        if (level > before + 1) {
          skippedLevel(heading, before, level);
        }
        before = level;
      }
      twice.forEach(this::duplicate);
    }

    private void skippedLevel(Tag heading, int before, int level) {
      String text = PageTags.ownText(file.content(), heading);
      add(
          heading.value("id").isEmpty() ? text : heading.value("id"),
          Diagnostic.warning(
                  "heading-order",
                  inBody("#", text),
                  "The heading '"
                      + text
                      + "' is of level "
                      + level
                      + " below one of level "
                      + before
                      + ".")
              .help(
                  "People who listen to a page find their way by levels: use no deeper level"
                      + " than one below the last."));
    }

    private void duplicate(String id) {
      add(
          id,
          Diagnostic.warning(
                  "id-duplicate",
                  inBody("#" + id, ""),
                  "Two parts of the page have the id '" + id + "'.")
              .help("Links to #" + id + " reach only the first; give one of them another id."));
    }

    void language() {
      String lang =
          tags.stream()
              .filter(tag -> tag.name().equals("html"))
              .findFirst()
              .map(html -> html.value("lang"))
              .orElse("");
      String wanted = page.map(p -> p.language().tag()).orElse(lang);
      if (lang.isBlank() || !lang.equals(wanted)) {
        addToSite(
            lang.isBlank() ? "lang" : "lang " + lang,
            Diagnostic.error(
                    "page-language",
                    here("<html"),
                    lang.isBlank()
                        ? "The page does not say its language."
                        : "The page says it is in " + lang + ", but it is in " + wanted + ".")
                .help("The theme must write <html lang=\"…\"> with the page's language."));
      }
    }

    void pictures() {
      for (Tag image : tags) {
        if (!image.name().equals("img")) {
          continue;
        }
        boolean hidden =
            image.value("aria-hidden").equals("true") || !image.value("role").isEmpty();
        Optional<SourceSpan> written = writtenAt(image);
        if (!image.has("alt") || (image.value("alt").isBlank() && !hidden && written.isPresent())) {
          String src = image.value("src");
          add(
              src.substring(src.lastIndexOf('/') + 1),
              Diagnostic.warning(
                      "image-alt",
                      written.orElseGet(this::titleSpan),
                      "The picture " + src + " has no description.")
                  .help(helpToDescribe(src, written)));
        }
      }
    }

    void weight() {
      page.ifPresent(p -> findings.addAll(weights.of(file, tags, p)));
    }

    private static String helpToDescribe(String src, Optional<SourceSpan> written) {
      if (src.matches("(.*/)?outputs/[0-9a-f]{16}\\.\\w+")) {
        return "Say what it shows in the code that draws it, '#| fig-alt: …', and record it again.";
      }
      String path = written.map(span -> span.file().path()).orElse("");
      if (path.matches(".*\\.(ya?ml|json|toml|csv)")) {
        return "Give it an alt: what it shows, for people who cannot see it.";
      }
      return written.filter(span -> span.text().contains("gallery")).isPresent()
          ? "Say what it shows in a file gallery.yaml beside the pictures, a list of src and alt."
          : "Say in the brackets what it shows, for people who cannot see it:"
              + " ![A bar chart of rain by month](…).";
    }

    private Optional<SourceSpan> writtenAt(Tag image) {
      Optional<String> path =
          output.resolve(file.path(), image.value("src")).flatMap(output::ownPath);
      String src = image.value("src");
      String name = src.substring(src.lastIndexOf('/') + 1);
      return page.stream()
          .flatMap(p -> links.of(p.ref()).stream())
          .filter(link -> link.image())
          .filter(
              link ->
                  link.target()
                          .map(t -> t.value())
                          .filter(t -> path.filter(t::equals).isPresent())
                          .isPresent()
                      || link.written().endsWith(name))
          .map(link -> link.span())
          .findFirst();
    }

    void canonical(boolean noindex) {
      List<Tag> all =
          tags.stream()
              .filter(tag -> tag.name().equals("link") && tag.is("rel", "canonical"))
              .toList();
      if (all.size() > 1) {
        addToSite(
            "many",
            Diagnostic.warning(
                    "page-canonical",
                    here("canonical"),
                    "The page names more than one canonical address.")
                .help("The theme must write one <link rel=\"canonical\"> at most."));
      }
      for (Tag link : all) {
        String href = link.value("href");
        boolean absolute = href.startsWith("https://") || href.startsWith("http://");
        if (!absolute || (noindex && isThisPage(href))) {
          addToSite(
              absolute ? "noindex" : "relative",
              Diagnostic.warning(
                      "page-canonical",
                      here("canonical"),
                      absolute
                          ? "The page hides from search engines and calls itself canonical."
                          : "The canonical address " + href + " is not a full URL.")
                  .help("The theme writes the full address of the page that is to be found."));
        }
      }
    }

    private boolean isThisPage(String href) {
      return output
          .resolve(file.path(), href)
          .flatMap(output::ownPath)
          .filter(path -> answers(path) && output.file(path).equals(file.path()))
          .isPresent();
    }

    void references() {
      Optional<PageRef> ref = page.map(Page::ref);
      for (Reference reference : Reference.in(tags)) {
        String url = reference.url();
        if (url.startsWith("#")) {
          fragment(ref, url.substring(1));
        } else if (!url.isBlank()
            && (reference.loads() || !output.isElsewhere(url))
            && !links.isDead(ref, url)) {
          Optional<String> known = output.known(file.path(), url);
          if (known.isPresent()) {
            answers(known.get());
            continue;
          }
          output
              .resolve(file.path(), url)
              .ifPresent(
                  uri -> {
                    if (!output.ownHost(uri)) {
                      thirdParty(reference);
                      return;
                    }
                    output.ownPath(uri).ifPresent(path -> answer(url, path));
                  });
        }
      }
    }

    private void answer(String url, String path) {
      // A page that repeats others repeats their dead links.
      if (!answers(path) && (page.isPresent() || !links.isNowhere(path))) {
        deadEnd(url, path);
      }
    }

    private boolean answers(String path) {
      boolean answer = output.answers(path);
      if (answer && memory.keeps(REPORT)) {
        answered.add(path.intern());
      }
      deadEnds |= !answer;
      return answer;
    }

    private void fragment(Optional<PageRef> ref, String fragment) {
      String id = LinkIndex.decode(fragment);
      // Of a page that is no author's, the links of all authors count.
      deadEnds |= ref.isEmpty() && !ids.contains(id);
      if (!id.isEmpty()
          && !id.equalsIgnoreCase("top")
          && !ids.contains(id)
          && !links.asks(ref, fragment)
          && !links.asks(ref, id)) {
        deadEnd("#" + fragment, "#" + fragment);
      }
    }

    private void deadEnd(String url, String path) {
      addToSite(
          path,
          Diagnostic.error(
                  "output-link-dead", here(url), "Nothing of the site answers to " + path + ".")
              .help("The theme, a shortcode or HTML in a text wrote this address into the page."));
    }

    private void thirdParty(Reference reference) {
      if (reference.loads() && !reference.content()) {
        addToSite(
            reference.url(),
            Diagnostic.warning(
                    "third-party",
                    here(reference.url()),
                    "Every reader's browser asks another site for " + reference.url() + ".")
                .help(
                    "Put the file into the theme: pages then work without that site, offline,"
                        + " and tell nobody who reads them."));
      }
    }

    private void add(String key, Diagnostic diagnostic) {
      findings.add(
          page.map(p -> Finding.of(p.ref(), key, diagnostic))
              .orElseGet(() -> Finding.ofSite(key, diagnostic)));
    }

    private void addToSite(String key, Diagnostic diagnostic) {
      findings.add(Finding.ofSite(key, diagnostic));
    }

    private SourceSpan titleSpan() {
      return page.map(p -> p.header().title().span()).orElseGet(() -> here("<body"));
    }

    // Where the author wrote something, as far as a search for its text can tell.
    private SourceSpan inBody(String sign, String text) {
      return page.flatMap(p -> BodySearch.find(p.body(), sign, text)).orElseGet(this::titleSpan);
    }

    private SourceSpan here(String text) {
      SourceFile source = new SourceFile(file.path().value(), file.content());
      int at = Math.max(0, file.content().indexOf(text.replace("&", "&amp;")));
      return source.span(at, at);
    }
  }
}
