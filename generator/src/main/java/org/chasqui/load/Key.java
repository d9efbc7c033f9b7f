package org.chasqui.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A key of front matter with all its spellings, the one we teach first. Of several spellings in one
 * file the earlier of this list counts, unless it is empty. A key is equal to itself only.
 */
final class Key {
  static final Key TITLE = of("title");
  static final Key SUMMARY = of("summary", "description", "excerpt");
  static final Key DATE = of("date");
  static final Key PUBLISH = of("publishDate", "publish_date", "publishdate", "pubdate");
  static final Key EXPIRY = of("expiryDate", "expiry_date", "expirydate", "unpublishdate");
  static final Key UPDATED =
      of("updated", "lastmod", "last_modified_at", "last_modified", "modified", "last_updated");
  static final Key WEIGHT = of("weight", "order", "nav_order");
  static final Key DRAFT = of("draft");
  static final Key PUBLISHED = of("published");
  static final Key AUTHORS = of("authors", "author");
  static final Key TAGS = of("tags", "tag");
  static final Key CATEGORIES = of("categories", "category");
  static final Key ALIASES = of("aliases", "redirect_from", "alias");
  static final Key IMAGE = of("image", "picture", "cover");
  static final Key IMAGE_ALT = of("image_alt", "alt");
  static final Key PHOTOS = of("photos");
  static final Key SLUG = of("slug");
  static final Key PERMALINK = of("permalink", "url");
  static final Key LANGUAGE = of("lang", "language");
  static final Key TYPE = of("type");
  static final Key LAYOUT = of("layout");
  static final Key TRANSLATION_KEY = of("translationKey", "translation_key", "translationkey");
  static final Key TRANSLATORS = of("translators", "translator");
  static final Key HEADLESS = of("headless");
  static final Key PARAMS = of("params");
  static final Key FINGERPRINT = of("source");
  static final Key FINGERPRINTS = of("source_parts");
  static final Key CANONICAL = of("canonical", "canonical_url", "canonicalURL", "canonicalUrl");
  static final Key ELSEWHERE =
      of("external_link", "externalLink", "external_url", "externalUrl", "redirect_to");

  static final Key OPEN = of("open");
  static final Key DEADLINE =
      of("deadline", "closing_date", "expiryDate", "expiry_date", "expirydate");
  static final Key ORGANISATION =
      of("organisation", "organization", "affiliation", "employer", "institution");
  static final Key LOCATION = of("location", "place");
  static final Key REMOTE = of("remote");
  static final Key SALARY = of("salary", "salary_range");
  static final Key TASKS = of("tasks", "work_description", "responsibilities");
  static final Key APPLY = of("apply", "apply_url", "url_apply", "how_to_apply");

  static final Key START = of("start", "date_start", "dateStart", "start_date", "date");
  static final Key END = of("end", "date_end", "dateEnd", "end_date");
  static final Key START_TIME = of("time_start", "start_time");
  static final Key END_TIME = of("time_end", "end_time");
  static final Key TIME_ZONE = of("time_zone", "timezone", "tz");
  static final Key PLACE = of("place", "location", "venue");
  static final Key ONLINE = of("online", "online_url", "zoom");
  static final Key ORGANISER = of("organiser", "organizer", "host");
  static final Key EVENT_LANGUAGE = of("language");
  static final Key LANG_ONLY = of("lang");

  static final Key NAME = of("name", "title");
  static final Key FIRST_NAME = of("first_name", "first-name", "firstname");
  static final Key LAST_NAME = of("last_name", "last-name", "lastname");
  static final Key ROLE = of("role", "position");
  static final Key PRONOUNS = of("pronouns");
  static final Key ORCID = of("orcid");
  static final Key LINKS = of("links", "social");
  static final Key PORTRAIT = of("picture", "image", "photo", "avatar");
  static final Key LOGO = of("logo", "picture", "image");
  static final Key WEBSITE = of("url", "website", "homepage");
  static final Key ORGANISATION_PLACE = of("place", "location", "country");
  static final Key ORGANISATION_KIND = of("kind", "type");
  static final Key TEXT = of("text", "body", "bio", "about");
  static final Key PERMALINK_ONLY = of("permalink");

  static final Key TEACHING = of("teaching");
  static final Key EXERCISES = of("exercises");
  static final Key QUESTIONS = of("questions");
  static final Key OBJECTIVES = of("objectives");
  static final Key KEYPOINTS = of("keypoints", "key_points");

  static final Key KERNEL = of("kernel");
  static final Key LEVEL = of("level");
  static final Key PREREQUISITES = of("prerequisites", "prerequisite");
  static final Key LICENSE = of("license", "licence");
  static final Key EPISODES = of("episodes");
  static final Key DATA = of("data");
  static final Key BREAKS = of("breaks", "break");
  static final Key AFTER = of("after");
  static final Key MINUTES = of("minutes");
  static final Key NEXT_DAY = of("next_day");
  static final Key SOLUTIONS = of("solutions");
  static final Key LESSON_NAME = of("lesson");

  static final Key ADDRESS = of("address");
  static final Key COMMUNITY = of("community");
  static final Key REPOSITORY = of("repository");
  static final Key PUBLIC_REPOSITORY = of("public_repository");
  static final Key BRANCH = of("branch");
  static final Key FOLDER = of("folder");
  static final Key TARGET = of("target");
  static final Key LANGUAGES = of("languages");
  static final Key LESSONS = of("lessons");
  static final Key STATUS = of("status");
  static final Key OPENS = of("opens");
  static final Key VARIANT = of("variant");
  static final Key KERNELS = of("kernels");
  static final Key HUB_KIND = of("kind");
  static final Key BINDER = of("binder");
  static final Key LESSON_TAGS = of("lesson_tags");
  static final Key REQUIRE_SIGNATURE = of("require_signature");
  static final Key FALLBACK_BRANCH = of("fallback_branch");
  static final Key ENVIRONMENT = of("environment");

  static final Key DESCRIPTION = of("description");
  static final Key BASE_URL = of("base_url", "baseURL", "baseurl");
  static final Key MENU = of("menu");
  static final Key EXTERNAL = of("links");
  static final Key EXTERNAL_PATHS = of("external_paths");
  static final Key THEME = of("theme");
  static final Key THEME_NAME = of("name");
  static final Key THEME_LOGO = of("logo");
  static final Key COLOURS = of("colours", "colors");
  static final Key EDIT_URL = of("edit_url");
  static final Key PERMALINKS = of("permalinks", "permalink");
  static final Key TAXONOMIES = of("taxonomies");
  static final Key TRANSLATIONS = of("translations");
  static final Key CATALOGUES = of("catalogues");
  static final Key GRAIN = of("po");
  static final Key WRAP = of("wrap");
  static final Key PAGE_SIZE = of("page_size", "paginate", "pagination", "paginate_by");
  static final Key LIST = of("list");
  static final Key OWN_PAGE_SIZE = of("page_size", "paginate_by", "paginate");
  static final Key IMAGE_LIMIT = of("image_limit_kb");
  static final Key PAGE_LIMIT = of("page_limit_kb");
  static final Key OFFLINE = of("offline");
  static final Key MATH = of("math");
  static final Key MACROS = of("macros");
  static final Key FALLBACK = of("fallback");
  static final Key LANGUAGE_NAME = of("name");
  static final Key DIRECTION = of("dir");
  static final Key STALE = of("stale");
  static final Key REGISTER = of("register");
  static final Key CHECKS = of("checks");
  static final Key LABEL = of("label", "name", "title");
  static final Key PAGE = of("page", "url");

  private final List<String> spellings;

  private Key(List<String> spellings) {
    this.spellings = spellings;
  }

  /** A key of its spellings. */
  static Key of(String... spellings) {
    return new Key(List.of(spellings));
  }

  /** How people write it. */
  List<String> spellings() {
    return spellings;
  }

  /** The spelling we teach. */
  String name() {
    return spellings.get(0);
  }

  /**
   * The keys that mean something on one kind of page or record.
   *
   * @param keys them, by every spelling
   * @param silent spellings that belong to other tools: kept for shortcodes, not worth a word
   */
  record Schema(Map<String, Key> keys, Set<String> silent) {
    /** What we suggest to those who mistyped. */
    Collection<String> taught() {
      return keys.keySet();
    }

    /** The same, knowing keys that the site made its own. */
    Schema knowing(Collection<String> more) {
      if (more.isEmpty()) {
        return this;
      }
      Map<String, Key> all = new HashMap<>(keys);
      more.forEach(key -> all.putIfAbsent(key, of(key)));
      return new Schema(all, silent);
    }

    /** A schema of a record that is ours alone, where a foreign key is a mistake. */
    static Schema strict(Key... keys) {
      return new Schema(index(List.of(keys)), Set.of());
    }

    /** Keys of a kind of page, beside those that all pages have. */
    static Schema page(Key... own) {
      List<Key> keys = new ArrayList<>(List.of(own));
      keys.addAll(EVERYWHERE);
      return new Schema(index(keys), OTHER_TOOLS);
    }

    /** Keys of a person or organisation: {@code url} is theirs, not the page's. */
    static Schema record(Key... own) {
      List<Key> keys = new ArrayList<>(List.of(own));
      keys.addAll(EVERYWHERE);
      keys.remove(PERMALINK);
      keys.add(PERMALINK_ONLY);
      Set<String> silent = new HashSet<>(OTHER_TOOLS);
      silent.addAll(Other.PEOPLE);
      return new Schema(index(keys), silent);
    }

    private static Map<String, Key> index(List<Key> keys) {
      Map<String, Key> bySpelling = new HashMap<>();
      keys.forEach(key -> key.spellings().forEach(s -> bySpelling.putIfAbsent(s, key)));
      return bySpelling;
    }
  }

  private static final List<Key> EVERYWHERE =
      List.of(
          TITLE,
          SUMMARY,
          DATE,
          PUBLISH,
          EXPIRY,
          UPDATED,
          WEIGHT,
          DRAFT,
          PUBLISHED,
          AUTHORS,
          TAGS,
          CATEGORIES,
          ALIASES,
          IMAGE,
          IMAGE_ALT,
          PHOTOS,
          SLUG,
          PERMALINK,
          LANGUAGE,
          TYPE,
          LAYOUT,
          TRANSLATION_KEY,
          TRANSLATORS,
          HEADLESS,
          CANONICAL,
          ELSEWHERE,
          PARAMS,
          FINGERPRINT,
          FINGERPRINTS);

  private static final Set<String> OTHER_TOOLS = Other.PAGES;

  static final Schema COMMUNITY_PAGE = Schema.page(OWN_PAGE_SIZE, LIST);
  static final Schema POST = Schema.page();
  static final Schema JOB =
      Schema.page(OPEN, DEADLINE, ORGANISATION, LOCATION, REMOTE, SALARY, TASKS, APPLY);
  static final Schema EVENT =
      Schema.page(
          START, END, START_TIME, END_TIME, TIME_ZONE, PLACE, ONLINE, ORGANISER, EVENT_LANGUAGE);
  static final Schema PERSON =
      Schema.record(
          NAME, FIRST_NAME, LAST_NAME, ROLE, ORGANISATION, PRONOUNS, ORCID, LINKS, PORTRAIT, TEXT);
  static final Schema ORGANISATION_RECORD =
      Schema.record(NAME, WEBSITE, ORGANISATION_PLACE, ORGANISATION_KIND, LOGO, TEXT);
  static final Schema HUB =
      Schema.page(
          NAME,
          ADDRESS,
          COMMUNITY,
          REPOSITORY,
          PUBLIC_REPOSITORY,
          BRANCH,
          FOLDER,
          TARGET,
          LANGUAGES,
          LESSONS,
          STATUS,
          OPENS,
          VARIANT,
          KERNELS,
          HUB_KIND,
          BINDER,
          LESSON_TAGS,
          REQUIRE_SIGNATURE,
          FALLBACK_BRANCH,
          ENVIRONMENT,
          TEXT);
  static final Schema LESSON =
      Schema.page(
          KERNEL, LEVEL, PREREQUISITES, LICENSE, EPISODES, DATA, START_TIME, BREAKS, SOLUTIONS);
  static final Schema BREAK = Schema.strict(AFTER, MINUTES, LABEL, NEXT_DAY);
  static final Schema PATH = Schema.page(LESSONS);
  static final Schema PATH_STEP = Schema.strict(LESSON_NAME, TEXT);
  static final Schema EPISODE =
      Schema.page(TEACHING, EXERCISES, QUESTIONS, OBJECTIVES, KEYPOINTS, KERNEL);
  static final Schema SITE =
      Schema.strict(
          TITLE,
          DESCRIPTION,
          BASE_URL,
          LANGUAGES,
          TIME_ZONE,
          MENU,
          EXTERNAL,
          THEME,
          EDIT_URL,
          PERMALINKS,
          TAXONOMIES,
          TRANSLATIONS,
          CATALOGUES,
          IMAGE_LIMIT,
          PAGE_SIZE,
          PAGE_LIMIT,
          OFFLINE,
          MATH);
  static final Schema LOCALE =
      Schema.strict(LANGUAGE_NAME, DIRECTION, FALLBACK, STALE, REGISTER, CHECKS);
  static final Schema MENU_ITEM = Schema.strict(LABEL, PAGE);
  static final Schema SITE_CATALOGUES = Schema.strict(GRAIN, WRAP);
  static final Schema SITE_MATH = Schema.strict(MACROS);
  static final Schema SITE_THEME = Schema.strict(THEME_NAME, THEME_LOGO, COLOURS);
  static final Schema SITE_LINKS = Schema.strict(EXTERNAL_PATHS);
}
