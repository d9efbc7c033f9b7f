package org.chasqui.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The languages that are coloured. */
final class Lexers {
  private static final String DOUBLE = "\"[^\"\\\\\\n]*+(?:\\\\[\\s\\S][^\"\\\\\\n]*+)*+\"?";
  private static final String SINGLE = "'[^'\\\\\\n]*+(?:\\\\[\\s\\S][^'\\\\\\n]*+)*+'?";
  private static final String NUMBER =
      "(?<n>\\b(?:0[xX][0-9a-fA-F_]++|0[bB][01_]++|\\d[\\d_]*+(?:\\.\\d++)?(?:[eE][+-]?\\d++)?)[jLlfFuU]*+)";
  private static final String WORD = "(?<w>[\\p{L}_$][\\p{L}\\p{N}_$]*+)";
  private static final String OPERATOR = "(?<o>[-+*/%=<>!&|^~?@:]++)";
  private static final String HASH = "(?<c>#[^\\n]*+)";
  private static final String SLASHES = "(?<c>//[^\\n]*+|/\\*[\\s\\S]*?(?:\\*/|\\z))";

  private static final Map<String, Lexer> ALL = all();

  private Lexers() {}

  /** The lexer of a language by any of its names. */
  static Optional<Lexer> of(String language) {
    return Optional.ofNullable(ALL.get(language));
  }

  private static Map<String, Lexer> all() {
    Map<String, Lexer> all = new HashMap<>();
    put(all, python(), "python python3 py ipython ipython3 pycon");
    put(all, r(), "r rlang splus");
    put(all, shell(), "bash sh shell zsh console-bash ksh");
    put(all, sql(), "sql sqlite postgresql mysql");
    put(all, yaml(), "yaml yml");
    put(all, json(), "json jsonc json5");
    put(all, toml(), "toml ini cfg");
    put(all, javascript(), "javascript js typescript ts jsx tsx");
    put(all, java(), "java kotlin");
    put(all, c(), "c cpp c++ h hpp");
    put(all, html(), "html xml svg");
    put(all, css(), "css scss");
    put(all, diff(), "diff patch");
    put(all, docker(), "dockerfile docker");
    return Map.copyOf(all);
  }

  private static void put(Map<String, Lexer> all, Lexer lexer, String names) {
    for (String name : names.split(" ")) {
      all.put(name, lexer);
    }
  }

  private static Lexer python() {
    String triple =
        "[rRbBuUfF]{0,2}(?:\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|'''[\\s\\S]*?(?:'''|\\z)|"
            + DOUBLE
            + "|"
            + SINGLE
            + ")";
    return Lexer.of(
        List.of(
            HASH,
            "(?<s>\\b" + triple + "|" + triple + ")",
            NUMBER,
            "(?<m>^[ \\t]*+[%!@][\\w.]++)",
            WORD,
            OPERATOR),
        "and as assert async await break case class continue def del elif else except finally for"
            + " from global if import in is lambda match nonlocal not or pass raise return try"
            + " while with yield",
        "True False None self");
  }

  private static Lexer r() {
    return Lexer.of(
        List.of(
            HASH,
            "(?<s>" + DOUBLE.replace("\\n", "") + "|" + SINGLE.replace("\\n", "") + ")",
            NUMBER,
            "(?<w>[\\p{L}.][\\p{L}\\p{N}._]*+)",
            "(?<o><-|->|%[^%\\n]*%|[-+*/=<>!&|^~?@:$]++)"),
        "if else repeat while function for next break in library require return",
        "TRUE FALSE NULL NA Inf NaN T F");
  }

  private static Lexer shell() {
    return Lexer.of(
        List.of(
            "(?<c>(?<![^\\s;])#[^\\n]*+)",
            "(?<s>" + DOUBLE.replace("\\n", "") + "|'[^']*+'?)",
            "(?<a>\\$\\{[^}\\n]*+\\}?|\\$\\w++|\\$[@#?$!*-])",
            "(?<m>^[$>%] )",
            "(?<n>(?<![\\w.-])\\d++(?![\\w.-]))",
            "(?<w>[\\p{L}_][\\p{L}\\p{N}_-]*+)",
            "(?<o>[|&;<>]++)"),
        "if then else elif fi for while until do done case esac in function return exit local"
            + " export set unset source cd ls pwd mkdir rm cp mv echo cat grep head tail sort wc"
            + " find git sudo chmod touch less man",
        "true false");
  }

  private static Lexer sql() {
    return Lexer.of(
        List.of(
            "(?<c>--[^\\n]*+|/\\*[\\s\\S]*?(?:\\*/|\\z))",
            "(?<s>'[^']*+'?|\"[^\"]*+\"?)",
            NUMBER,
            WORD,
            "(?<o>[-+*/%=<>!|]++)"),
        "select from where and or not in is null like between order by group having limit offset"
            + " join inner left right outer full cross on as distinct union all insert into values"
            + " update set delete create table drop alter add primary key foreign references index"
            + " view with case when then else end exists count sum avg min max asc desc using if",
        "");
  }

  private static Lexer yaml() {
    return Lexer.of(
        List.of(
            "(?<c>(?<!\\S)#[^\\n]*+)",
            "(?<a>(?:^|(?<=[-{,] ))[ \\t]*+[\\w./-]++(?=:(?:\\s|$)))",
            "(?<s>" + DOUBLE + "|" + SINGLE + ")",
            "(?<m>^---|^\\.\\.\\.|[&*!][\\w-]++)",
            "(?<n>(?<=[:\\-,\\[] )\\d[\\d.]*+(?=\\s|[,\\]]|$))",
            WORD,
            "(?<o>[-:>|?]++(?=\\s|$))"),
        "",
        "true false null yes no on off");
  }

  private static Lexer json() {
    return Lexer.of(
        List.of(
            "(?<a>\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"(?=\\s*+:))",
            "(?<c>//[^\\n]*+)",
            "(?<s>" + DOUBLE + ")",
            "(?<n>-?\\b\\d[\\d.]*+(?:[eE][+-]?\\d++)?)",
            WORD),
        "",
        "true false null");
  }

  private static Lexer toml() {
    return Lexer.of(
        List.of(
            "(?<c>[#;][^\\n]*+)",
            "(?<t>^[ \\t]*+\\[[^\\]\\n]*+\\]{1,2}+)",
            "(?<a>^[ \\t]*+[\\w.\"-]++(?=[ \\t]*+=))",
            "(?<s>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|" + DOUBLE + "|'[^'\\n]*+'?)",
            NUMBER,
            WORD),
        "",
        "true false");
  }

  private static Lexer javascript() {
    return Lexer.of(
        List.of(
            SLASHES,
            "(?<s>" + DOUBLE + "|" + SINGLE + "|`[^`\\\\]*+(?:\\\\[\\s\\S][^`\\\\]*+)*+`?)",
            NUMBER,
            WORD,
            OPERATOR),
        "async await break case catch class const continue debugger default delete do else export"
            + " extends finally for from function if import in instanceof interface let new of"
            + " return static super switch throw try type typeof var void while with yield",
        "true false null undefined this NaN");
  }

  private static Lexer java() {
    return Lexer.of(
        List.of(
            SLASHES,
            "(?<s>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|" + DOUBLE + "|" + SINGLE + ")",
            NUMBER,
            "(?<m>@\\w++)",
            WORD,
            OPERATOR),
        "abstract assert boolean break byte case catch char class continue default do double else"
            + " enum extends final finally float for fun if implements import instanceof int"
            + " interface long native new package permits private protected public record return"
            + " sealed short static super switch synchronized throw throws try val var void"
            + " volatile when while yield",
        "true false null this");
  }

  private static Lexer c() {
    return Lexer.of(
        List.of(
            SLASHES,
            "(?<m>^[ \\t]*+#[^\\n]*+)",
            "(?<s>" + DOUBLE + "|" + SINGLE + ")",
            NUMBER,
            WORD,
            OPERATOR),
        "auto bool break case catch char class const constexpr continue default delete do double"
            + " else enum extern float for friend goto if inline int long namespace new operator"
            + " private protected public register return short signed sizeof static struct switch"
            + " template throw try typedef typename union unsigned using virtual void volatile while",
        "NULL nullptr true false this");
  }

  private static Lexer html() {
    return Lexer.of(
        List.of(
            "(?<c><!--[\\s\\S]*?(?:-->|\\z))",
            "(?<m><![^>]*+>?|<\\?[\\s\\S]*?(?:\\?>|\\z))",
            "(?<t></?+[A-Za-z][\\w:-]*+|/?+>)",
            "(?<a>(?<=[\\s\"'])[\\w:@.-]++(?==))",
            "(?<s>(?<==)(?:\"[^\"]*+\"?|'[^']*+'?))",
            "(?<n>&[#\\w]++;)"),
        "",
        "");
  }

  private static Lexer css() {
    return Lexer.of(
        List.of(
            "(?<c>/\\*[\\s\\S]*?(?:\\*/|\\z))",
            "(?<s>" + DOUBLE + "|" + SINGLE + ")",
            "(?<m>@[\\w-]++)",
            "(?<n>#[0-9a-fA-F]{3,8}+\\b|-?\\b\\d[\\d.]*+(?:px|r?em|%|vh|vw|s|ms|deg|fr|ch|pt)?)",
            "(?<a>--[\\w-]++|(?<![\\w-])[a-z-]++(?=[ \\t]*+:[^:{;}\\n]*+[;}\\n]))",
            "(?<t>[.#][A-Za-z_-][\\w-]*+)",
            "(?<f>(?<![\\w-])[\\w-]++(?=\\())",
            "(?<o>[>+~:*=|]++)"),
        "",
        "");
  }

  private static Lexer diff() {
    return Lexer.of(
        List.of(
            "(?<m>^(?:@@[^\\n]*+|diff [^\\n]*+|index [^\\n]*+|\\+\\+\\+[^\\n]*+|---[^\\n]*+))",
            "(?<i>^\\+[^\\n]*+)",
            "(?<d>^-[^\\n]*+)"),
        "",
        "");
  }

  private static Lexer docker() {
    return Lexer.of(
        List.of(
            "(?<c>^[ \\t]*+#[^\\n]*+)",
            "(?<k>^[ \\t]*+(?:FROM|RUN|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR"
                + "|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL|MAINTAINER)\\b)",
            "(?<s>" + DOUBLE + "|" + SINGLE + ")",
            "(?<a>\\$\\{[^}\\n]*+\\}?|\\$\\w++|--[\\w-]++)",
            "(?<o>&&|\\|\\||\\\\$)"),
        "",
        "");
  }
}
