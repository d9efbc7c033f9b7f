package org.chasqui.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.search.PageWords.Hit;
import org.chasqui.site.Language;
import org.chasqui.site.Memory;
import org.chasqui.site.OutputFile;
import org.chasqui.site.OutputPath;
import org.chasqui.site.Parallel;
import org.chasqui.site.SitePath;

/**
 * The search of one language: scripts that a browser loads piece by piece as somebody types.
 *
 * <p>{@code index.js} says how many pages of each kind there are, which pieces there are and which
 * words say nothing. A piece {@code w…} holds the words of a stretch of the alphabet, a piece
 * {@code p…} the titles and headings of 64 pages. The names of pieces change with their content, so
 * that they may be kept for ever. They are scripts and not data because a browser reads no data
 * from a disk ({@code file:}), and lessons are passed on by memory stick.
 *
 * <p>A line of words is {@code first form, other forms \t pages}: of the other forms, how many
 * letters they share with the first ({@code 0} to {@code z}) and what follows; of the pages, the
 * distance to the one before and the word's weight, as one number, and in which section it stands
 * best ({@link Codec}). Of a word that very many pages have only those are told that are about it,
 * and after another tab how many there are ({@link Postings}). A line {@code name=words} says that
 * a name from another language means these words. What this costs and why it is so: {@code
 * docs/decisions/search.md}.
 */
public final class SearchIndex {
  /** Letters of words in a piece, before compression: about 10 KB are sent. */
  private static final int PIECE = 20_000;

  private static final int PAGES_IN_A_PIECE = 64;

  private static final Memory.Kept<Read> PAGE = new Memory.Kept<>("words");
  private static final Memory.Kept<Read> TEXT =
      new Memory.Kept<>("words", new Memory.Written<>(Read::down, Read::up));
  private static final Memory.Kept<List<OutputFile>> INDEX =
      new Memory.Kept<>("index", new Memory.Written<>(SearchIndex::down, SearchIndex::up));
  private static final String NAMES = "\0"; // between them; stands on no page

  // A page as the index needs it: its sections without their texts.
  private record Read(List<PageText.Section> parts, PageWords words) {
    static Read of(WordForms forms, SearchedPage page, List<PageText.Section> parts) {
      PageWords words = new PageWords(forms, page.title(), parts);
      return new Read(parts.stream().map(PageText.Section::withoutText).toList(), words);
    }

    List<String> down() {
      List<String> row = new ArrayList<>(words.down());
      for (PageText.Section part : parts) {
        row.add(part.id());
        row.add(part.heading());
        row.add(String.join(NAMES, part.names()));
      }
      return row;
    }

    static Read up(List<String> row) {
      List<PageText.Section> parts = new ArrayList<>();
      for (int i = 2; i < row.size(); i += 3) {
        String names = row.get(i + 2);
        parts.add(
            new PageText.Section(
                row.get(i),
                row.get(i + 1),
                "",
                names.isEmpty() ? List.of() : List.of(names.split(NAMES))));
      }
      return new Read(List.copyOf(parts), PageWords.up(row.get(0), row.get(1)));
    }
  }

  private final Language language;
  private final Memory memory;
  private final SitePath folder;
  private final List<SearchedPage> pages;
  private final List<List<PageText.Section>> sections = new ArrayList<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final WordForms forms;
  private final Stems stems = new Stems();
  private final Set<OutputFile> files = new LinkedHashSet<>();

  /** The forms of a word, and the pages that have it. */
  private static final class Group {
    private final TreeSet<String> forms = new TreeSet<>();
    private final Postings pages = new Postings();
  }

  private SearchIndex(Language language, List<SearchedPage> pages, SitePath folder, Memory memory) {
    this.memory = memory;
    this.language = language;
    this.folder = folder;
    this.forms = new WordForms(language);
    this.pages =
        pages.stream()
            .sorted(Comparator.comparing(SearchedPage::kind).thenComparing(SearchedPage::path))
            .toList();
  }

  /**
   * Makes the index of a language.
   *
   * @param language which: its stems and stop words
   * @param pages what can be found, in any order
   * @param folder the address of the search page, below which the files lie; addresses of pages are
   *     told relative to it
   * @param memory what was read before
   */
  public static List<OutputFile> of(
      Language language, List<SearchedPage> pages, SitePath folder, Memory memory) {
    SearchIndex index = new SearchIndex(language, pages, folder, memory);
    if (!memory.keeps(INDEX)) {
      return index.made();
    }
    List<String> input = index.input();
    Optional<List<OutputFile>> before = memory.before(INDEX, folder.value(), input);
    if (before.isPresent()) {
      pages.forEach(page -> memory.use(TEXT, page.path().value()));
      return before.get();
    }
    List<OutputFile> made = index.made();
    memory.keep(INDEX, folder.value(), input, made);
    return made;
  }

  private List<String> input() {
    List<String> input = new ArrayList<>(List.of(language.tag(), folder.value()));
    for (SearchedPage page : pages) {
      input.addAll(List.of(page.path().value(), page.kind().id(), page.title(), page.above()));
      input.add(page.page().digest());
    }
    return input;
  }

  private List<OutputFile> made() {
    read();
    write();
    return List.copyOf(files);
  }

  private static List<String> down(List<OutputFile> files) {
    List<String> row = new ArrayList<>();
    for (OutputFile file : files) {
      row.addAll(List.of(file.path().value(), ((OutputFile.Text) file).content()));
    }
    return row;
  }

  private static List<OutputFile> up(List<String> row) {
    List<OutputFile> files = new ArrayList<>();
    for (int i = 0; i < row.size(); i += 2) {
      files.add(new OutputFile.Text(OutputPath.of(row.get(i)), row.get(i + 1)));
    }
    return List.copyOf(files);
  }

  private void read() {
    List<Read> all = Parallel.map(pages, this::remembered);
    all.forEach(read -> read.words.stems().forEach(stems::add));
    for (int i = 0; i < all.size(); i++) {
      Read read = all.get(i);
      sections.add(read.parts);
      add(i, read.words);
      read.parts.forEach(this::addNames);
    }
  }

  // From one run to the next by what can be read on the page, so that a change of the theme changes
  // nothing; a page that was not made again is not even read. Within a process by the page itself.
  private Read remembered(SearchedPage page) {
    String path = page.path().value();
    if (memory.keeps(PAGE)) {
      List<String> input = List.of(language.tag(), page.title(), page.page().digest());
      return memory.recall(PAGE, path, input, () -> read(page));
    }
    Optional<Read> before = page.page().written().flatMap(same -> memory.unchanged(TEXT, path));
    if (before.isPresent()) {
      return before.get();
    }
    List<PageText.Section> parts = PageText.of(page.page().content());
    List<String> input = new ArrayList<>(List.of(language.tag(), page.title()));
    for (PageText.Section part : parts) {
      input.addAll(List.of(part.id(), part.heading(), part.text()));
      input.add(String.join(NAMES, part.names()));
    }
    return memory.recall(TEXT, path, input, () -> Read.of(forms, page, parts));
  }

  private Read read(SearchedPage page) {
    return Read.of(forms, page, PageText.of(page.page().content()));
  }

  private void add(int page, PageWords words) {
    words.stems().forEach((form, stem) -> group(stem).forms.add(form));
    Map<Group, Hit> hits = new HashMap<>();
    words.hits().forEach((stem, hit) -> hits.merge(group(stem), hit, Hit::better));
    hits.forEach((group, hit) -> group.pages.add(page, hit.weight(), hit.section()));
  }

  private Group group(String stem) {
    return groups.computeIfAbsent(stems.word(stem), s -> new Group());
  }

  // Whoever knows a term by its English name finds what is written of it in Spanish.
  private void addNames(PageText.Section term) {
    for (String name : term.names()) {
      String folded = WordForms.fold(name);
      String own = WordForms.fold(term.heading());
      if (folded.matches("[\\p{L}\\p{N}]+") && !folded.equals(own)) {
        names.putIfAbsent(folded, own);
      }
    }
  }

  private void write() {
    List<String> starts = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    words(starts, hashes);
    List<String> titles = titles();
    StringBuilder index = new StringBuilder("chasquiSearch({");
    index.append("lang:").append(Script.quoted(language.tag()));
    index.append(",kinds:").append(kinds());
    index.append(",size:").append(PAGES_IN_A_PIECE);
    index.append(",pages:").append(Script.array(titles));
    index.append(",starts:").append(Script.array(starts));
    index.append(",words:").append(Script.array(hashes));
    index.append(",stop:").append(Script.quoted(String.join(" ", forms.stopWords())));
    index.append("})\n");
    files.add(new OutputFile.Text(folder.resolve("index.js").output(), index.toString()));
  }

  private String kinds() {
    Map<SearchedPage.Kind, Integer> counts = new TreeMap<>();
    pages.forEach(page -> counts.merge(page.kind(), 1, Integer::sum));
    StringBuilder out = new StringBuilder("[");
    counts.forEach(
        (kind, count) -> {
          out.append(out.length() > 1 ? "," : "");
          out.append('[').append(Script.quoted(kind.id())).append(',').append(count).append(']');
        });
    return out.append(']').toString();
  }

  private void words(List<String> starts, List<String> hashes) {
    TreeMap<String, List<String>> lines = new TreeMap<>();
    List<Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(Comparator.comparing(group -> group.forms.first()));
    List<String> written = sorted.stream().map(group -> line(group, pages.size())).toList();
    lines.put("", new ArrayList<>());
    int size = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (size >= PIECE) {
        lines.put(sorted.get(i).forms.first(), new ArrayList<>());
        size = 0;
      }
      size += written.get(i).length();
    }
    // A word whose forms begin unlike each other stands wherever somebody may look for it.
    for (int i = 0; i < sorted.size(); i++) {
      String line = written.get(i);
      sorted.get(i).forms.stream()
          .map(lines::floorKey)
          .distinct()
          .forEach(start -> lines.getOrDefault(start, List.of()).add(line));
    }
    names.forEach(
        (name, means) ->
            java.util.Objects.requireNonNull(lines.floorEntry(name))
                .getValue()
                .add(name + "=" + means));
    lines.forEach(
        (start, piece) -> {
          starts.add(start);
          hashes.add(piece("w", Script.quoted(String.join("\n", piece))));
        });
  }

  private static String line(Group group, int all) {
    String first = group.forms.first();
    StringBuilder line = new StringBuilder(first);
    for (String form : group.forms.tailSet(first, false)) {
      int shared = 0;
      while (shared < Math.min(35, Math.min(form.length(), first.length()))
          && form.charAt(shared) == first.charAt(shared)) {
        shared++;
      }
      line.append(' ').append(Character.forDigit(shared, 36)).append(form, shared, form.length());
    }
    group.pages.write(all, line.append('\t'));
    return line.toString();
  }

  // Of each page: its address, title and what it belongs to; then anchor and words of each heading.
  private List<String> titles() {
    List<String> hashes = new ArrayList<>();
    for (int from = 0; from < pages.size(); from += PAGES_IN_A_PIECE) {
      StringBuilder piece = new StringBuilder("[");
      String above = "";
      for (int i = from; i < Math.min(pages.size(), from + PAGES_IN_A_PIECE); i++) {
        SearchedPage page = pages.get(i);
        List<String> fields = new ArrayList<>();
        fields.add(folder.relativize(page.path()));
        fields.add(page.title());
        // The same lesson many times over: said once.
        fields.add(page.above().equals(above) ? "=" : page.above());
        above = page.above();
        for (PageText.Section section : sections.get(i).subList(1, sections.get(i).size())) {
          fields.add(section.id().equals(slug(section.heading())) ? "" : section.id());
          fields.add(section.heading());
        }
        piece.append(i > from ? ",\n" : "").append(Script.array(fields));
      }
      hashes.add(piece("p", piece.append(']').toString()));
    }
    return hashes;
  }

  /** The anchor that most headings have: {@code search.js} makes it of the heading by itself. */
  static String slug(String heading) {
    return WordForms.fold(heading).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
  }

  // Writes a piece and says the part of its name that depends on its content.
  private String piece(String kind, String content) {
    String hash = hash(content);
    String name = kind + "." + hash;
    files.add(
        new OutputFile.Text(
            folder.resolve(name + ".js").output(),
            "chasquiSearch(" + Script.quoted(name) + "," + content + ")\n"));
    return hash;
  }

  private static String hash(String content) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 4).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
