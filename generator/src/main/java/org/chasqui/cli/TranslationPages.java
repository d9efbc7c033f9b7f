package org.chasqui.cli;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.pipeline.TranslationDesk;
import org.chasqui.pipeline.TranslationDesk.Draft;
import org.chasqui.site.Language;
import org.jspecify.annotations.Nullable;

/**
 * The translator's desk of {@code chasqui serve}: {@code /_translate/es/} and what it asks for.
 *
 * <p>Whatever writes must bring a word that only pages of this server know, so that no other site
 * can write through the browser of somebody who is translating.
 */
final class TranslationPages {
  /** Where it lives. */
  static final String ROOT = "/_translate/";

  private static final int LONGEST = 1 << 20;
  private final TranslationDesk desk;
  private final String token;
  private final Map<Language, DeskWords> words = new ConcurrentHashMap<>();

  TranslationPages(TranslationDesk desk) {
    this.desk = desk;
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
  }

  /** An answer: its status, the kind of file it is, what it says, and where else to look. */
  record Answer(int status, String name, String text, Optional<String> location) {
    static Answer text(int status, String name, String text) {
      return new Answer(status, name, text, Optional.empty());
    }
  }

  /** What to answer to a request below {@link #ROOT}. */
  Answer answer(HttpExchange exchange) throws IOException {
    String rest = exchange.getRequestURI().getPath().substring(ROOT.length());
    Map<String, List<String>> query = form(exchange.getRequestURI().getRawQuery());
    if (exchange.getRequestMethod().equals("POST")) {
      return post(exchange, rest);
    }
    if (rest.equals("desk.js") || rest.equals("desk.css")) {
      return Answer.text(200, rest, resource(rest));
    }
    int slash = rest.indexOf('/');
    Optional<Language> language = slash < 0 ? Optional.empty() : language(rest.substring(0, slash));
    if (rest.isEmpty()) {
      return desk.languages().stream()
          .findFirst()
          .map(first -> new Answer(302, "x.txt", "", Optional.of(ROOT + first + "/")))
          .orElseGet(() -> Answer.text(404, "x.txt", "The site has one language only.\n"));
    }
    if (language.isEmpty()) {
      return Answer.text(404, "x.txt", "The site has no such language.\n");
    }
    return get(language.get(), rest.substring(slash + 1), query);
  }

  private Answer get(Language language, String what, Map<String, List<String>> query)
      throws IOException {
    return switch (what) {
      case "" -> Answer.text(200, "desk.html", page(language));
      case "sheets" -> json(language, Map.of("sheets", desk.sheets(language)));
      case "sheet" ->
          desk.sheet(language, first(query, "name"))
              .map(sheet -> json(language, sheet))
              .orElseGet(() -> text(language, 404, "Nothing of that name."));
      default -> Answer.text(404, "x.txt", "Not found.\n");
    };
  }

  private Answer post(HttpExchange exchange, String rest) throws IOException {
    String given =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Chasqui-Token")).orElse("");
    boolean ours =
        MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
    int slash = rest.indexOf('/');
    Optional<Language> language = slash < 0 ? Optional.empty() : language(rest.substring(0, slash));
    if (!ours) {
      return Answer.text(403, "x.txt", "Only the desk itself may do that.\n");
    }
    if (language.isEmpty() || body.length > LONGEST) {
      return Answer.text(400, "x.txt", "That makes no sense.\n");
    }
    Map<String, List<String>> form = form(new String(body, StandardCharsets.UTF_8));
    Draft draft =
        new Draft(
            language.get(),
            first(form, "sheet"),
            first(form, "context"),
            first(form, "id"),
            form.getOrDefault("translation", List.of()));
    return switch (rest.substring(slash + 1)) {
      case "check" ->
          desk.check(draft)
              .map(found -> json(draft.language(), Map.of("problems", found)))
              .orElseGet(() -> gone(draft.language()));
      case "save" ->
          desk.save(draft, form.getOrDefault("before", List.of()))
              .map(saved -> json(draft.language(), saved))
              .orElseGet(() -> notSaved(draft));
      default -> Answer.text(404, "x.txt", "Not found.\n");
    };
  }

  // What somebody else wrote comes along: the desk shows it beside what was typed.
  private Answer notSaved(Draft draft) {
    if (desk.isBroken(draft.language(), draft.sheet())) {
      return text(draft.language(), 423, DeskWords.BROKEN);
    }
    List<String> now = desk.now(draft).orElse(List.of());
    return Answer.text(409, "x.json", Json.write(Map.of("translations", now)));
  }

  private Answer gone(Language language) {
    return text(language, 409, "The text or its translation has changed meanwhile.");
  }

  private Answer text(Language language, int status, String english) {
    return Answer.text(status, "x.txt", words(language).say(english) + "\n");
  }

  private DeskWords words(Language language) {
    return words.computeIfAbsent(language, DeskWords::new);
  }

  private Optional<Language> language(String tag) {
    return desk.languages().stream().filter(known -> known.tag().equals(tag)).findFirst();
  }

  private Answer json(Language language, Map<String, Object> value) {
    return Answer.text(200, "x.json", Json.write(words(language).remarks(value)));
  }

  private String page(Language language) throws IOException {
    StringBuilder links = new StringBuilder();
    for (Language other : desk.languages()) {
      links.append("<a href=\"").append(ROOT).append(other).append("/\" lang=\"").append(other);
      links.append('"').append(other.equals(language) ? " aria-current=\"page\"" : "").append('>');
      links.append(other.ownName()).append("</a> ");
    }
    DeskWords said = words(language);
    return resource("desk.html")
        .replace("{{spoken}}", said.language())
        .replace("{{words}}", attribute(Json.write(said.page())))
        .replace(
            "{{noscript}}",
            said.say("This page needs JavaScript. Any PO editor can do the same work."))
        .replace("{{language}}", language.tag())
        .replace("{{source}}", desk.source().tag())
        .replace("{{source-direction}}", desk.source().direction())
        .replace("{{direction}}", language.direction())
        .replace("{{name}}", language.ownName())
        .replace("{{token}}", token)
        .replace("{{languages}}", links);
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = TranslationPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String first(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  // application/x-www-form-urlencoded.
  private static Map<String, List<String>> form(@Nullable String text) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (String pair : (text == null ? "" : text).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that is none: the text stands for itself.
      return text;
    }
  }
}
