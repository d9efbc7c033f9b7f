package org.chasqui.load;

import java.util.HashMap;
import java.util.Map;

/** What editors tell of a key: what it means, what it may hold, an example. */
final class KeyGuide {
  private static final String TEXT = "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}";
  private static final String DATE = "{\"type\": [\"string\", \"number\", \"null\"]}";
  private static final String NUMBER = "{\"type\": [\"integer\", \"null\"]}";
  private static final String FLAG = "{\"type\": [\"boolean\", \"null\"]}";
  private static final String ANY = "{}";
  private static final String LIST =
      "{\"type\": [\"array\", \"string\", \"null\"], \"items\": {\"type\": [\"string\", \"nu"
          + "mber\", \"boolean\", \"null\"]}}";
  private static final String LISTED = "{\"type\": [\"array\", \"string\", \"null\"]}";
  private static final String PEOPLE =
      "{\"type\": [\"array\", \"string\", \"object\", \"null\"], \"items\": {\"type\": [\"st"
          + "ring\", \"object\", \"null\"]}}";
  private static final String PICTURE = "{\"type\": [\"string\", \"object\", \"array\", \"null\"]}";
  private static final String NAMED = "{\"type\": [\"string\", \"object\", \"null\"]}";
  private static final String URL =
      "{\"type\": [\"string\", \"null\"], \"format\": \"iri-reference\"}";
  private static final String LANGUAGE =
      "{\"type\": [\"string\", \"null\"], \"pattern\": \"^[A-Za-z]{2,8}([-_][A-Za-z0-9"
          + "]{1,8})*$|^$\"}";
  private static final String ZONE = "{\"type\": [\"string\", \"null\"]}";
  private static final String MAPPING = "{\"type\": [\"object\", \"null\"]}";
  private static final String WORDS = "{\"type\": [\"object\", \"array\", \"null\"]}";
  private static final String KERNEL =
      "{\"type\": [\"string\", \"null\"], \"examples\": [\"python3\", \"ir\", \"julia\", \"b"
          + "ash\"]}";
  private static final String OPTIONAL = "{\"enum\": [\"optional\", \"required\", null]}";
  private static final String STATUS = "{\"enum\": [\"active\", \"planned\", \"retired\", null]}";
  private static final String OPENS = "{\"enum\": [\"lab\", \"notebook\", \"retro\", null]}";
  private static final String VARIANT =
      "{\"enum\": [\"learner\", \"solutions\", \"instructor\", null]}";
  private static final String HUBKIND =
      "{\"enum\": [\"nbgitpuller\", \"folder\", \"binder\", \"jupyterlite\", \"download\""
          + ", null]}";
  private static final String BREAKS =
      "{\"type\": [\"array\", \"object\", \"null\"], \"items\": {\"type\": \"object\", \"add"
          + "itionalProperties\": false, \"properties\": {\"after\": {\"type\": \"string\", "
          + "\"description\": \"The episode before it.\"}, \"minutes\": {\"type\": \"integer"
          + "\"}, \"label\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}, \"title\": "
          + "{\"type\": \"string\"}, \"next_day\": {\"type\": \"string\", \"description\": \"Ins"
          + "tead of minutes: the hour at which the next day begins.\"}}}}";
  private static final String MENU =
      "{\"type\": [\"array\", \"object\", \"null\"], \"items\": {\"type\": \"object\", \"add"
          + "itionalProperties\": false, \"properties\": {\"label\": {\"type\": \"string\"},"
          + " \"name\": {\"type\": \"string\"}, \"title\": {\"type\": \"string\"}, \"page\": {\"ty"
          + "pe\": \"string\"}, \"url\": {\"type\": \"string\"}}}}";
  private static final String SIZES =
      "{\"type\": [\"integer\", \"object\", \"null\"], \"minimum\": 1}";
  private static final String EXTERNALS =
      "{\"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"propertie"
          + "s\": {\"external_paths\": {\"type\": [\"array\", \"string\"], \"description\": \"P"
          + "aths that other sites serve under the same host.\"}}}";
  private static final String CATALOGUES =
      "{\"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"propertie"
          + "s\": {\"po\": {\"enum\": [\"page\", \"section\", \"site\"], \"description\": \""
          + "What one PO file holds.\"}, \"wrap\": {\"enum\": [\"none\", \"gettext\"], \"de"
          + "scription\": \"Whether long texts are broken into lines.\"}}}";
  private static final String SHADE =
      "{\"type\": [\"string\", \"object\"], \"additionalProperties\": false, \"properti"
          + "es\": {\"light\": {\"type\": \"string\"}, \"dark\": {\"type\": \"string\"}}"
          + ", \"pattern\": \"^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$\"}";
  private static final String THEMES =
      "{\"type\": [\"string\", \"object\", \"null\"], \"additionalProperties\": false"
          + ", \"properties\": {\"name\": {\"type\": \"string\"}, \"logo\": {\"type\": \""
          + "string\", \"description\": \"The picture beside the site's name.\"}, \"colo"
          + "urs\": {\"type\": \"object\", \"additionalProperties\": false, \"properties"
          + "\": {\"link\": "
          + SHADE
          + ", \"accent\": "
          + SHADE
          + ", \"ornament\": "
          + SHADE
          + "}}}}";
  private static final String MATHS =
      "{\"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"propertie"
          + "s\": {\"macros\": {\"type\": \"object\"}}}";

  private static final Map<Key, KeyGuide> ALL = all();

  private final String type;
  private final String description;
  private final String example;

  private KeyGuide(String type, String description, String example) {
    this.type = type;
    this.description = description;
    this.example = example;
  }

  /**
   * The properties of a JSON Schema that tell of a key, without braces; empty if there are none.
   */
  static String of(Key key) {
    KeyGuide guide = ALL.get(key);
    if (guide == null) {
      return "";
    }
    String type = guide.type.substring(1, guide.type.length() - 1);
    String said = "\"description\": " + quoted(guide.description);
    String example =
        guide.example.isEmpty() || type.contains("enum") || type.contains("examples")
            ? ""
            : ", \"examples\": [" + value(guide) + "]";
    return (type.isEmpty() ? "" : type + ", ") + said + example;
  }

  private static String value(KeyGuide guide) {
    boolean bare = guide.type.equals(FLAG) || guide.type.equals(NUMBER);
    String value = bare ? guide.example : quoted(guide.example);
    boolean list = guide.type.equals(LIST) || guide.type.equals(LISTED);
    return list ? "[" + value + "]" : value;
  }

  /** A text as JSON. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static Map<Key, KeyGuide> all() {
    Map<Key, KeyGuide> all = new HashMap<>();
    pages(all);
    kinds(all);
    lessons(all);
    hubs(all);
    site(all);
    locales(all);
    return Map.copyOf(all);
  }

  private static void put(
      Map<Key, KeyGuide> all, Key key, String type, String description, String example) {
    all.put(key, new KeyGuide(type, description, example));
  }

  private static void pages(Map<Key, KeyGuide> all) {
    put(
        all,
        Key.TITLE,
        TEXT,
        "What the page is called. Without it its first heading.",
        "Reading a table");
    put(
        all,
        Key.SUMMARY,
        TEXT,
        "One or two sentences, for lists and search engines.",
        "An explanation without jargon.");
    put(
        all,
        Key.DATE,
        DATE,
        "When it is published; a page with a future date appears only with --future.",
        "2026-08-04");
    put(all, Key.PUBLISH, DATE, "When it appears, if that is not its date.", "2026-08-04");
    put(all, Key.EXPIRY, DATE, "When it disappears again.", "2026-12-31");
    put(
        all,
        Key.UPDATED,
        DATE,
        "When it was last changed; without it the history of git is asked.",
        "2026-09-01");
    put(all, Key.WEIGHT, NUMBER, "Its place among its siblings, small first.", "10");
    put(all, Key.DRAFT, FLAG, "Hides it unless you build with --drafts.", "true");
    put(all, Key.PUBLISHED, ANY, "Jekyll's word: false hides the page.", "");
    put(
        all,
        Key.AUTHORS,
        PEOPLE,
        "Ids of people in site-content/people/, or plain names.",
        "ana-ejemplo");
    put(all, Key.TAGS, LIST, "Terms by which pages are grouped.", "hubs");
    put(
        all,
        Key.CATEGORIES,
        LIST,
        "Terms, too: tags unless site.yaml makes categories a taxonomy of their own.",
        "news");
    put(
        all,
        Key.ALIASES,
        LIST,
        "Addresses at which the page once stood; each becomes a redirect.",
        "/posts/hubs-explained");
    put(
        all,
        Key.IMAGE,
        PICTURE,
        "The picture that stands for the page: a path, or src with alt and credit.",
        "hub.svg");
    put(all, Key.IMAGE_ALT, TEXT, "What that picture shows, in words.", "Three people at one desk");
    put(all, Key.PHOTOS, ANY, "Who took the picture: name and url.", "");
    put(
        all,
        Key.SLUG,
        TEXT,
        "Another last part of the address than the file's name.",
        "hubs-explained");
    put(
        all,
        Key.PERMALINK,
        TEXT,
        "Another address than the one that follows from the file's name.",
        "/about/us/");
    put(
        all,
        Key.PERMALINK_ONLY,
        TEXT,
        "Another address than the one that follows from the file's name.",
        "/about/us/");
    put(
        all,
        Key.LANGUAGE,
        LANGUAGE,
        "The language of the page, if its name and folder do not tell.",
        "es");
    put(
        all,
        Key.LANG_ONLY,
        LANGUAGE,
        "The language of the page, if its name and folder do not tell.",
        "es");
    put(all, Key.TYPE, TEXT, "What kind of page it is, as other tools say it.", "post");
    put(all, Key.LAYOUT, TEXT, "Kept for themes; Chasqui needs none.", "");
    put(
        all,
        Key.TRANSLATION_KEY,
        TEXT,
        "The same in two pages that translate each other.",
        "about");
    put(
        all,
        Key.TRANSLATORS,
        LIST,
        "Who translated a page that is translated as a whole.",
        "Eve Ejemplo");
    put(
        all,
        Key.HEADLESS,
        FLAG,
        "Hugo's word for a text that is no page of its own: it is not shown.",
        "true");
    put(all, Key.PARAMS, MAPPING, "Whatever shortcodes and themes shall know.", "");
    put(
        all,
        Key.FINGERPRINT,
        ANY,
        "Of what a page translated as a whole is a translation; 'chasqui translate touch' writes it.",
        "sha256:…");
    put(
        all,
        Key.FINGERPRINTS,
        TEXT,
        "The same, text by text; 'chasqui translate touch' writes it.",
        "");
    put(
        all,
        Key.CANONICAL,
        URL,
        "The address of the original, if the page was first published elsewhere.",
        "https://example.org/post/");
    put(
        all,
        Key.ELSEWHERE,
        URL,
        "Where lists and feeds lead instead of to this page: what it tells of is there.",
        "https://example.org/talk/");
  }

  private static void kinds(Map<Key, KeyGuide> all) {
    put(
        all,
        Key.OWN_PAGE_SIZE,
        NUMBER,
        "In the page that introduces a section: how many entries a page of its list has.",
        "12");
    put(
        all,
        Key.LIST,
        FLAG,
        "In the _index.md of a folder: whether the folder's pages are listed below its text (true).",
        "false");
    put(all, Key.OPEN, FLAG, "Whether people can apply; false shows the job as closed.", "true");
    put(
        all,
        Key.DEADLINE,
        DATE,
        "The last day to apply; after it the job is closed.",
        "2026-10-31");
    put(all, Key.ORGANISATION, TEXT, "The id of an organisation, or its name.", "valley-school");
    put(all, Key.LOCATION, NAMED, "Where it is.", "Cusco, or from home");
    put(all, Key.REMOTE, FLAG, "Whether it can be done from anywhere.", "true");
    put(all, Key.SALARY, TEXT, "What is paid.", "2 500 to 3 000 per month");
    put(all, Key.TASKS, LISTED, "What there is to do.", "Keep the hubs running");
    put(
        all,
        Key.APPLY,
        TEXT,
        "Where or how to apply: a URL, an address, a sentence.",
        "https://example.org/apply");
    put(all, Key.START, DATE, "When it begins.", "2026-10-05 09:00");
    put(all, Key.END, DATE, "When it ends.", "2026-10-05 17:00");
    put(all, Key.START_TIME, TEXT, "The hour at which it begins.", "09:30");
    put(all, Key.END_TIME, TEXT, "The hour at which it ends.", "17:00");
    put(all, Key.TIME_ZONE, ZONE, "The zone of times that name none.", "America/Lima");
    put(all, Key.PLACE, NAMED, "Where it is.", "The old school");
    put(all, Key.ONLINE, TEXT, "Where to join from afar.", "https://example.org/room");
    put(
        all,
        Key.ORGANISER,
        TEXT,
        "The id of an organisation or person, or a name.",
        "valley-school");
    put(all, Key.EVENT_LANGUAGE, LANGUAGE, "The language that is spoken.", "es");
    put(all, Key.NAME, TEXT, "What it is called.", "Ana Ejemplo");
    put(all, Key.FIRST_NAME, TEXT, "The first part of a name.", "Ana");
    put(all, Key.LAST_NAME, TEXT, "The last part of a name.", "Ejemplo");
    put(all, Key.ROLE, TEXT, "What the person does.", "Translator");
    put(all, Key.PRONOUNS, TEXT, "How to speak of the person.", "she/her");
    put(all, Key.ORCID, TEXT, "The ORCID iD, sixteen digits.", "0000-0002-1825-0097");
    put(all, Key.LINKS, ANY, "Where else to find the person: a list of label and url.", "");
    put(all, Key.PORTRAIT, PICTURE, "A picture of the person.", "ana.jpg");
    put(all, Key.LOGO, PICTURE, "The logo.", "logo.svg");
    put(all, Key.WEBSITE, URL, "The web site.", "https://example.org/");
    put(all, Key.ORGANISATION_PLACE, NAMED, "Where it is.", "Cusco");
    put(all, Key.ORGANISATION_KIND, TEXT, "What it is to the community.", "partner");
    put(all, Key.TEXT, ANY, "A longer text in Markdown.", "");
  }

  private static void lessons(Map<Key, KeyGuide> all) {
    put(all, Key.TEACHING, NUMBER, "Minutes of teaching.", "20");
    put(all, Key.EXERCISES, NUMBER, "Minutes of exercises.", "15");
    put(all, Key.QUESTIONS, LISTED, "What the episode answers.", "How does a table become a list?");
    put(all, Key.OBJECTIVES, LISTED, "What learners can do afterwards.", "Read a CSV file.");
    put(all, Key.KEYPOINTS, LISTED, "What should stay.", "All that is read is text at first.");
    put(
        all,
        Key.KERNEL,
        KERNEL,
        "The Jupyter kernel in which the code of the lesson runs, or that of one episode.",
        "python3");
    put(all, Key.LEVEL, TEXT, "For whom it is: beginner, intermediate, advanced.", "beginner");
    put(
        all,
        Key.PREREQUISITES,
        LISTED,
        "What learners should know before.",
        "You can use a web browser.");
    put(all, Key.LICENSE, TEXT, "The licence, as SPDX calls it.", "CC-BY-4.0");
    put(
        all,
        Key.EPISODES,
        LISTED,
        "The episodes in order; without it the order of the file names.",
        "01-cells");
    put(all, Key.DATA, LIST, "Files that the notebooks read.", "data/frogs.csv");
    put(all, Key.BREAKS, BREAKS, "The pauses of the timetable.", "");
    put(
        all,
        Key.SOLUTIONS,
        OPTIONAL,
        "Whether a challenge without a solution is an error.",
        "required");
    put(all, Key.LESSONS, ANY, "The lessons, in order.", "first-notebook");
  }

  private static void hubs(Map<Key, KeyGuide> all) {
    put(all, Key.ADDRESS, URL, "Where the hub is.", "https://hub.example.org/");
    put(all, Key.COMMUNITY, TEXT, "The id of an organisation, or its name.", "valley-school");
    put(
        all,
        Key.REPOSITORY,
        TEXT,
        "The git repository that holds the hub's notebooks.",
        "https://git.example.org/valley/notebooks");
    put(
        all,
        Key.PUBLIC_REPOSITORY,
        TEXT,
        "The repository as learners reach it, if that is another address.",
        "https://git.example.org/valley/notebooks");
    put(all, Key.BRANCH, TEXT, "The branch that the hub reads.", "main");
    put(
        all,
        Key.FOLDER,
        TEXT,
        "The folder of the repository in which the notebooks lie.",
        "lessons");
    put(all, Key.TARGET, TEXT, "The folder in the learner's home.", "notebooks");
    put(
        all,
        Key.LANGUAGES,
        LIST,
        "Languages, as tags of BCP 47; in site.yaml the one you write in first.",
        "es");
    put(all, Key.STATUS, STATUS, "Whether the hub runs, will run, or has closed.", "active");
    put(all, Key.OPENS, OPENS, "What opens a notebook.", "lab");
    put(all, Key.VARIANT, VARIANT, "Which notebooks it gets.", "learner");
    put(all, Key.KERNELS, MAPPING, "Names that kernels have in this hub.", "");
    put(all, Key.HUB_KIND, HUBKIND, "How notebooks come to learners.", "nbgitpuller");
    put(all, Key.BINDER, URL, "The Binder service to use.", "https://mybinder.org/");
    put(all, Key.LESSON_TAGS, LIST, "Only lessons with one of these tags.", "python");
    put(all, Key.REQUIRE_SIGNATURE, FLAG, "Whether commits must be signed.", "false");
    put(
        all,
        Key.FALLBACK_BRANCH,
        FLAG,
        "Whether to write to a branch of its own where the hub's is protected.",
        "false");
    put(all, Key.ENVIRONMENT, TEXT, "What is installed in the hub.", "");
  }

  private static void locales(Map<Key, KeyGuide> all) {
    put(all, Key.LANGUAGE_NAME, TEXT, "The language's name in itself.", "Runa simi");
    put(
        all,
        Key.DIRECTION,
        "{\"enum\": [\"ltr\", \"rtl\", null]}",
        "Where lines begin, if that is not known of the language.",
        "");
    put(
        all,
        Key.FALLBACK,
        LIST,
        "Languages that stand in where this one says nothing, the nearest first; the source language"
            + " comes last anyway. Without it the language of which this one is a regional form.",
        "es");
    put(
        all,
        Key.STALE,
        "{\"enum\": [\"auto\", \"translation\", null]}",
        "What readers see of a text whose source has changed: the source if the change matters"
            + " (auto), or the former translation, marked as such (translation).",
        "");
    put(all, Key.REGISTER, TEXT, "How readers are spoken to: tú, usted, tu, vous.", "usted");
    put(
        all,
        Key.CHECKS,
        "{\"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"properties\":"
            + " {\"ignore\": {\"type\": [\"array\", \"string\"], \"description\": \"Codes of"
            + " checks that this language does not want.\"}}}",
        "What 'chasqui translate check' looks at.",
        "");
  }

  private static void site(Map<Key, KeyGuide> all) {
    put(all, Key.DESCRIPTION, TEXT, "What the site is, in one sentence.", "Lessons of a valley");
    put(
        all,
        Key.BASE_URL,
        URL,
        "Where the site will be served; a path below a host is fine.",
        "https://valley.example.org/");
    put(
        all,
        Key.MENU,
        MENU,
        "The main menu: a list of label and page, or a group of languages with such a list each.",
        "");
    put(all, Key.EXTERNAL, EXTERNALS, "What is special about links.", "");
    put(
        all,
        Key.THEME,
        THEMES,
        "A folder of themes/, or a group: its name, a logo, colours.",
        "chasqui");
    put(
        all,
        Key.EDIT_URL,
        TEXT,
        "Where a file can be edited, with {path} for its path.",
        "https://git.example.org/edit/main/{path}");
    put(all, Key.PERMALINKS, WORDS, "The pattern of the addresses of a section.", "");
    put(all, Key.TAXONOMIES, WORDS, "The ways to group pages, each with its label.", "");
    put(
        all,
        Key.TRANSLATIONS,
        MAPPING,
        "Pages that translate each other though their names do not tell.",
        "");
    put(all, Key.CATALOGUES, CATALOGUES, "What the files of translators are like.", "");
    put(
        all,
        Key.IMAGE_LIMIT,
        NUMBER,
        "From how many kilobytes on a picture is reported as heavy; 0 for never.",
        "1000");
    put(
        all,
        Key.PAGE_SIZE,
        SIZES,
        "How many entries a page of a long list has: one number, or numbers by section and"
            + " taxonomy.",
        "");
    put(
        all,
        Key.PAGE_LIMIT,
        NUMBER,
        "How many kilobytes a page may weigh before its pictures, as it travels; 0 for any.",
        "20");
    put(
        all,
        Key.OFFLINE,
        FLAG,
        "Whether browsers keep pages for when there is no connection; true without it.",
        "");
    put(all, Key.MATH, MATHS, "Commands of your own for formulas.", "");
  }
}
