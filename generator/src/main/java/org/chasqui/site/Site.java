package org.chasqui.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The whole site: every page in every language, and every file that goes with them. Immutable.
 *
 * <p>Before {@code localize} it holds the pages that people wrote; after it, every page in every
 * language.
 */
public final class Site {
  private static final Comparator<Page> NEWEST_FIRST =
      Comparator.comparing(
              (Page p) ->
                  p.header().date().map(d -> d.toInstant().toEpochMilli()).orElse(Long.MIN_VALUE),
              Comparator.reverseOrder())
          .thenComparing(Page::ref);
  private static final Comparator<Page> BY_WEIGHT =
      Comparator.comparingInt((Page p) -> p.header().weight()).thenComparing(Page::ref);

  private final Map<Language, SiteConfig> configs;
  private final Holdings holdings;
  private final Set<PageId> unpublished;
  // By id and language; asked for many times by every page, so not a tree.
  private final Map<PageRef, Page> pages = new LinkedHashMap<>();
  private final Map<Language, List<Page>> byLanguage = new HashMap<>();
  private final Map<SitePath, Page> byPath = new HashMap<>();
  private final Map<PageRef, List<LessonPage>> lessonPages = new HashMap<>();
  private final NavigableMap<SitePath, Asset> assets = new TreeMap<>();

  /**
   * @param configs the configuration, said in each language that is already known; the source
   *     language is always there and first
   * @param pages the pages; of two with one ref the first counts (whoever loads reports the other)
   * @param assets the files
   */
  public Site(
      Map<Language, SiteConfig> configs,
      Collection<? extends Page> pages,
      Collection<Asset> assets) {
    this(configs, pages, assets, Set.of());
  }

  /**
   * @param configs the configuration, as above
   * @param pages the pages that are shown
   * @param assets the files
   * @param unpublished ids of pages that are written but not shown now: drafts, pages of the future
   */
  public Site(
      Map<Language, SiteConfig> configs,
      Collection<? extends Page> pages,
      Collection<Asset> assets,
      Set<PageId> unpublished) {
    this(configs, pages, assets, unpublished, Holdings.NONE);
  }

  /**
   * @param configs the configuration, as above
   * @param pages the pages that are shown
   * @param assets the files
   * @param unpublished ids of pages that are written but not shown now
   * @param holdings what the site has beside its pages
   */
  public Site(
      Map<Language, SiteConfig> configs,
      Collection<? extends Page> pages,
      Collection<Asset> assets,
      Set<PageId> unpublished,
      Holdings holdings) {
    this.holdings = holdings;
    this.unpublished = Set.copyOf(unpublished);
    this.configs = Collections.unmodifiableMap(new LinkedHashMap<>(configs));
    NavigableMap<PageRef, Page> sorted = new TreeMap<>();
    for (Page page : pages) {
      sorted.putIfAbsent(page.ref(), page);
    }
    this.pages.putAll(sorted);
    for (Page page : this.pages.values()) {
      byLanguage.computeIfAbsent(page.language(), language -> new ArrayList<>()).add(page);
      byPath.putIfAbsent(page.path(), page);
      if (page instanceof LessonPage part) {
        lessonPages
            .computeIfAbsent(new PageRef(part.lesson(), part.language()), ref -> new ArrayList<>())
            .add(part);
      }
    }
    for (Asset asset : assets) {
      this.assets.putIfAbsent(asset.path(), asset);
    }
  }

  /** The same site with each page exchanged for another of the same id and language. */
  public Site mapping(UnaryOperator<Page> change) {
    return new Site(
        configs,
        pages.values().stream().map(change).toList(),
        assets.values(),
        unpublished,
        holdings);
  }

  /** Ids of pages that are written but not shown now; their translations wait with them. */
  public Set<PageId> unpublished() {
    return unpublished;
  }

  /** What {@code site.yaml} says, in the source language. */
  public SiteConfig config() {
    return configs.values().iterator().next();
  }

  /**
   * What {@code site.yaml} says, in a language if it is known there, else in the source language.
   */
  public SiteConfig config(Language language) {
    return configs.getOrDefault(language, config());
  }

  /** What it has beside its pages. */
  public Holdings holdings() {
    return holdings;
  }

  /** All pages, by id and language. */
  public Collection<Page> pages() {
    return Collections.unmodifiableCollection(pages.values());
  }

  /** The pages of a language, by id. */
  public List<Page> pages(Language language) {
    return Collections.unmodifiableList(byLanguage.getOrDefault(language, List.of()));
  }

  /** The pages of one kind in a language, by weight, then id. */
  public <P extends Page> List<P> pages(Class<P> kind, Language language) {
    return pages(language).stream()
        .filter(kind::isInstance)
        .sorted(BY_WEIGHT)
        .map(kind::cast)
        .toList();
  }

  /** The pages of one kind in a language, newest first. */
  public <P extends Page> List<P> newest(Class<P> kind, Language language) {
    return pages(language).stream()
        .filter(kind::isInstance)
        .sorted(NEWEST_FIRST)
        .map(kind::cast)
        .toList();
  }

  /** One page. */
  public Optional<Page> page(PageRef ref) {
    return Optional.ofNullable(pages.get(ref));
  }

  /** The page at an address. */
  public Optional<Page> at(SitePath path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** A page in every language it is there in, in the order of the configuration. */
  public List<Page> translationsOf(PageId id) {
    return config().languages().stream()
        .flatMap(language -> page(new PageRef(id, language)).stream())
        .toList();
  }

  /** The episodes of a lesson, in its order. */
  public List<Episode> episodes(Lesson lesson, Language language) {
    return lesson.episodes().stream()
        .flatMap(id -> page(new PageRef(id, language)).stream())
        .filter(Episode.class::isInstance)
        .map(Episode.class::cast)
        .toList();
  }

  /** The home of the lesson that a page is part of, in the page's language. */
  public Optional<LessonHome> lessonOf(Page page) {
    Optional<PageId> lesson =
        page instanceof Episode episode
            ? Optional.of(episode.details().lesson())
            : page instanceof LessonPage part ? Optional.of(part.lesson()) : Optional.empty();
    return lesson
        .flatMap(id -> page(new PageRef(id, page.language())))
        .filter(LessonHome.class::isInstance)
        .map(LessonHome.class::cast);
  }

  /**
   * What learners can look for: pages that are really in a language and not for those who teach.
   */
  public List<Page> findable(Language language) {
    return pages(language).stream()
        .filter(page -> page.header().coverage().real())
        .filter(
            page ->
                !(page instanceof LessonPage part && part.role() == LessonPage.Role.INSTRUCTORS))
        .toList();
  }

  /** The page of a lesson for one purpose, if somebody wrote it. */
  public Optional<LessonPage> lessonPage(PageId lesson, LessonPage.Role role, Language language) {
    return lessonPages.getOrDefault(new PageRef(lesson, language), List.of()).stream()
        .filter(page -> page.role() == role)
        .findFirst();
  }

  /** The hubs, by id (records are the same in every language). */
  public List<Hub> hubs() {
    return pages(HubPage.class, config().sourceLanguage()).stream()
        .map(HubPage::hub)
        .sorted(Comparator.comparing(Hub::id))
        .toList();
  }

  /** The page of a person, by the person's id. */
  public Optional<PersonPage> person(String id, Language language) {
    return record(PersonPage.class, "people/" + id, language);
  }

  /** The page of an organisation, by its id. */
  public Optional<OrganisationPage> organisation(String id, Language language) {
    return record(OrganisationPage.class, "organisations/" + id, language);
  }

  private <P extends Page> Optional<P> record(Class<P> kind, String id, Language language) {
    return page(new PageRef(new PageId(id), language)).filter(kind::isInstance).map(kind::cast);
  }

  /** The files, by address. */
  public NavigableMap<SitePath, Asset> assets() {
    return Collections.unmodifiableNavigableMap(assets);
  }
}
