package org.chasqui.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.data.Node;
import org.chasqui.data.Node.Entry;
import org.chasqui.data.Node.Mapping;
import org.chasqui.data.Node.Scalar;
import org.chasqui.data.Node.Sequence;
import org.chasqui.diagnostic.Diagnostics;
import org.chasqui.diagnostic.SourceSpan;
import org.chasqui.site.Body;
import org.chasqui.site.HubPage;
import org.chasqui.site.Organisation;
import org.chasqui.site.OrganisationPage;
import org.chasqui.site.Page;
import org.chasqui.site.PageHeader;
import org.chasqui.site.Person;
import org.chasqui.site.PersonPage;
import org.chasqui.site.SitePath;
import org.chasqui.site.Text;

/** Makes pages of records: people, organisations, hubs. */
final class RecordReader {
  private static final Key LINK_LABEL = Key.of("label", "name", "display", "icon", "type");
  private static final Key LINK_URL = Key.of("url", "link", "href");
  // Accounts that people name by key; what goes before a bare account name.
  private static final Map<String, String> ACCOUNTS =
      new TreeMap<>(
          Map.of(
              "github", "https://github.com/",
              "gitlab", "https://gitlab.com/",
              "linkedin", "https://www.linkedin.com/in/",
              "twitter", "https://twitter.com/",
              "bluesky", "https://bsky.app/profile/",
              "mastodon", "",
              "website", "",
              "homepage", "",
              "url", "",
              "email", "mailto:"));

  private final HeaderReader headers;
  private final HubReader hubs;

  RecordReader(HeaderReader headers, Languages languages, Diagnostics diagnostics) {
    this.headers = headers;
    this.hubs = new HubReader(languages, diagnostics);
  }

  Page person(Doc doc, Optional<SitePath> source) {
    Fields fields = doc.fields();
    HeaderReader.Titled title = name(doc);
    PageHeader header = header(doc, title.text(), Key.PORTRAIT, Key.PERSON, source);
    Person person =
        new Person(
            header.id().name(),
            title.text().value(),
            fields.text(Key.ROLE),
            fields.credit(Key.ORGANISATION),
            fields.text(Key.PRONOUNS),
            fields.string(Key.ORCID).map(RecordReader::bareOrcid),
            links(fields),
            header.picture());
    return new PersonPage(header, body(doc, title), person);
  }

  Page organisation(Doc doc, Optional<SitePath> source) {
    Fields fields = doc.fields();
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.NAME);
    PageHeader header = header(doc, title.text(), Key.LOGO, Key.ORGANISATION_RECORD, source);
    Organisation organisation =
        new Organisation(
            header.id().name(),
            title.text().value(),
            fields.string(Key.WEBSITE),
            fields.text(Key.ORGANISATION_PLACE),
            fields.string(Key.ORGANISATION_KIND).orElse("partner"),
            header.picture());
    return new OrganisationPage(header, body(doc, title), organisation);
  }

  Page hub(Doc doc, Optional<SitePath> source) {
    HeaderReader.Titled title = HeaderReader.titled(doc, Key.NAME);
    PageHeader header = header(doc, title.text(), Key.IMAGE, Key.HUB, source);
    return new HubPage(header, body(doc, title), hubs.hub(doc, title.text().value()));
  }

  private PageHeader header(
      Doc doc, Text title, Key image, Key.Schema schema, Optional<SitePath> source) {
    return headers.header(doc, title, image, schema, source);
  }

  private static HeaderReader.Titled name(Doc doc) {
    Fields own = doc.fields().alone();
    Optional<Text> first = own.text(Key.FIRST_NAME);
    Optional<Text> last = own.text(Key.LAST_NAME);
    if (own.entry(Key.NAME).isPresent() || first.isEmpty()) {
      return HeaderReader.titled(doc, Key.NAME);
    }
    String name = first.get().value() + last.map(text -> " " + text.value()).orElse("");
    return new HeaderReader.Titled(
        new Text(name, first.get().language(), first.get().span()), doc.body());
  }

  private static String bareOrcid(String written) {
    return written.substring(written.lastIndexOf('/') + 1);
  }

  private static List<Person.Link> links(Fields fields) {
    List<Person.Link> links = new ArrayList<>();
    Optional<Entry> entry = fields.entry(Key.LINKS);
    entry.ifPresent(found -> addLinks(fields, found, links));
    ACCOUNTS.forEach((name, prefix) -> account(fields, name, prefix).ifPresent(links::add));
    return links;
  }

  // An account is a name, a whole address, or on servers of many kinds a profile with its server.
  private static Optional<Person.Link> account(Fields fields, String name, String prefix) {
    Key key = Key.of(name);
    Optional<Entry> entry = fields.entry(key);
    if (entry.isPresent() && entry.get().value() instanceof Mapping) {
      Fields parts = fields.group(key).orElseThrow();
      Optional<String> profile = parts.string(Key.of("profile", "account", "name"));
      return parts
          .string(Key.of("server", "host"))
          .flatMap(server -> profile.map(p -> account(name, "https://" + server + "/@", p)));
    }
    return fields.string(key).map(written -> account(name, prefix, federated(name, written)));
  }

  // ada@social.example, with or without the sign in front, is how such accounts are told aloud.
  private static String federated(String name, String written) {
    String bare = written.strip().replaceFirst("^@", "");
    boolean handle = name.equals("mastodon") && bare.matches("[\\w.-]+@[\\w-]+(?:\\.[\\w-]+)+");
    int at = bare.indexOf('@');
    return handle ? "https://" + bare.substring(at + 1) + "/@" + bare.substring(0, at) : written;
  }

  private static void addLinks(Fields fields, Entry entry, List<Person.Link> links) {
    if (entry.value() instanceof Scalar url) {
      links.add(link(url.text()));
    } else if (entry.value() instanceof Sequence list) {
      list.items().forEach(item -> addLink(fields, entry, item, links));
    } else if (entry.value() instanceof Mapping byLabel) {
      for (Entry each : byLabel.entries().values()) {
        if (each.value() instanceof Scalar url && !url.blank()) {
          links.add(new Person.Link(each.key(), web(url.text().strip())));
        }
      }
    }
  }

  private static void addLink(Fields fields, Entry entry, Node item, List<Person.Link> links) {
    if (item instanceof Scalar url) {
      links.add(link(url.text()));
    } else if (item instanceof Mapping mapping) {
      Fields link = Fields.of(mapping, org.chasqui.site.Language.ENGLISH, fields.diagnostics());
      Optional<String> url = link.string(LINK_URL);
      url.ifPresent(
          u -> links.add(new Person.Link(link.string(LINK_LABEL).orElse(host(u)), web(u))));
    } else {
      fields.wrongType(new Entry(entry.key(), entry.keySpan(), item), "a list of links");
    }
  }

  private static Person.Link link(String url) {
    return new Person.Link(host(url.strip()), web(url.strip()));
  }

  // People write addresses as they say them: ada@example.org, www.example.org/ada.
  private static String web(String written) {
    if (written.matches("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+")) {
      return "mailto:" + written;
    }
    boolean host = written.matches("(?:www\\.[\\w-]+|[\\w-]+)(?:\\.[\\w-]+)+/.*|www\\.\\S+");
    return host ? "https://" + written : written;
  }

  private static String host(String url) {
    int from = url.indexOf("://");
    String rest = from < 0 ? url : url.substring(from + 3);
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  private static Person.Link account(String name, String prefix, String written) {
    String label = Titles.fromName(name.equals("url") ? "website" : name);
    boolean whole = written.contains("://") || written.startsWith("mailto:");
    String bare = written.startsWith("@") ? written.substring(1) : written;
    return new Person.Link(label, whole || prefix.isEmpty() ? written : prefix + bare);
  }

  /** The Markdown below the front matter, or the text that stands in the record. */
  private static Body body(Doc doc, HeaderReader.Titled title) {
    Optional<Scalar> text = doc.fields().word(Key.TEXT);
    return doc.hasBody() || text.isEmpty() ? title.body() : quoted(text.get());
  }

  // A text in YAML is indented: each of its lines is looked up in the file, one after the other.
  private static Body quoted(Scalar text) {
    SourceSpan whole = text.span();
    String source = whole.text();
    NavigableMap<Integer, SourceSpan> origins = new TreeMap<>(Map.of(0, whole));
    int from = 0;
    int offset = 0;
    for (String line : text.text().split("\n", -1)) {
      int at = line.isBlank() ? -1 : source.indexOf(line, from);
      if (at >= 0) {
        int start = whole.start() + at;
        origins.put(offset, whole.file().span(start, start + line.length()));
        from = at + line.length();
      }
      offset += line.length() + 1;
    }
    return new Body(text.text(), origins, List.of());
  }
}
