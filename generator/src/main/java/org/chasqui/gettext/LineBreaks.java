package org.chasqui.gettext;

/**
 * Where a line may end: the rules of Unicode's annex 14 as gettext 0.21 applies them (all but LB29,
 * so {@code github.} and {@code com} may part). Classes are those of the scripts that catalogues
 * are written in; what is not listed is a letter.
 */
final class LineBreaks {
  private enum Type {
    AL,
    HL,
    NU,
    SP,
    OP,
    CL,
    CP,
    QU,
    EX,
    IS,
    SY,
    PR,
    PO,
    HY,
    BA,
    BB,
    B2,
    GL,
    WJ,
    ZW,
    IN,
    NS,
    ID,
    CM
  }

  private static final String ASCII_TYPES =
      // From space to slash, from colon to @, from [ to `, from { to ~.
      "SP EX QU AL PR PO AL QU OP CP AL PR IS HY IS SY | IS IS AL AL AL EX AL | OP PR CP AL AL AL"
          + " | OP BA CL AL";
  private static final Type[] ASCII = ascii();

  private LineBreaks() {}

  private static Type[] ascii() {
    Type[] types = new Type[128];
    java.util.Arrays.fill(types, Type.AL);
    for (int c = '0'; c <= '9'; c++) {
      types[c] = Type.NU;
    }
    types['\t'] = Type.BA;
    int[] starts = {' ', ':', '[', '{'};
    String[] runs = ASCII_TYPES.split(" \\| ");
    for (int run = 0; run < runs.length; run++) {
      String[] names = runs[run].split(" ");
      for (int i = 0; i < names.length; i++) {
        types[starts[run] + i] = Type.valueOf(names[i]);
      }
    }
    return types;
  }

  /** For each offset whether a line may end before it; never at the beginning. */
  static boolean[] of(String text) {
    boolean[] allowed = new boolean[text.length() + 1];
    Type before = null;
    boolean spaces = false;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      Type type = type(c);
      if (type == Type.SP) {
        spaces = true;
      } else if (before == null && !spaces) {
        before = type == Type.CM ? Type.AL : type;
      } else if (type != Type.CM || spaces || before == Type.ZW) {
        Type now = type == Type.CM ? Type.AL : type;
        allowed[at] = before == null ? spaces : breaks(before, now, spaces);
        before = now;
        spaces = false;
      }
      at += Character.charCount(c);
    }
    return allowed;
  }

  /** How many columns a text fills on a terminal. */
  static int width(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      Type type = type(c);
      width += type == Type.CM || type == Type.ZW || type == Type.WJ ? 0 : wide(c) ? 2 : 1;
    }
    return width;
  }

  private static boolean breaks(Type a, Type b, boolean spaces) {
    if (a == Type.ZW) {
      return true;
    }
    if (prohibited(a, b)) {
      return false;
    }
    return spaces || !together(a, b);
  }

  // Not even with spaces between.
  private static boolean prohibited(Type a, Type b) {
    return switch (b) {
      case CL, CP, EX, IS, SY, ZW, WJ -> true;
      case OP -> a == Type.QU || a == Type.OP;
      case NS -> a == Type.CL || a == Type.CP || a == Type.OP;
      case B2 -> a == Type.B2 || a == Type.OP;
      default -> a == Type.OP;
    };
  }

  private static boolean together(Type a, Type b) {
    if (a == Type.GL || a == Type.WJ || a == Type.QU || b == Type.QU || a == Type.BB) {
      return true;
    }
    boolean letter = a == Type.AL || a == Type.HL;
    boolean word = letter || a == Type.NU;
    return switch (b) {
      case GL -> a != Type.BA && a != Type.HY;
      case BA, HY, NS -> true;
      case IN -> true;
      case AL, HL ->
          word || a == Type.PR || a == Type.PO || a == Type.CP || (a == Type.SY && b == Type.HL);
      case NU -> word || numberGoesOn(a);
      case PR, PO -> word || a == Type.CL || a == Type.CP || (a == Type.ID && b == Type.PO);
      case OP -> word || a == Type.PR || a == Type.PO;
      case ID -> a == Type.PR;
      default -> false;
    };
  }

  private static boolean numberGoesOn(Type a) {
    return switch (a) {
      case PR, PO, HY, IS, SY, CP -> true;
      default -> false;
    };
  }

  private static Type type(int c) {
    if (c < 0x80) {
      return ASCII[c];
    }
    if (c < 0x100) {
      return latin(c);
    }
    if (c >= 0x2000 && c < 0x2200) {
      return symbol(c);
    }
    if (c >= 0x3000 && c < 0x3100 || c >= 0xFF00 && c < 0xFFF0) {
      return eastern(c);
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          Type.CM;
      default -> wide(c) ? Type.ID : c >= 0x5D0 && c <= 0x5F2 ? Type.HL : digit(c);
    };
  }

  private static Type digit(int c) {
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Type.NU : Type.AL;
  }

  private static Type latin(int c) {
    return switch (c) {
      case 0xA0 -> Type.GL;
      case '¡', '¿' -> Type.OP;
      case '¢', '°' -> Type.PO;
      case '£', '¤', '¥', '±' -> Type.PR;
      case '«', '»' -> Type.QU;
      case 0xAD -> Type.BA;
      case '´' -> Type.BB;
      default -> Type.AL;
    };
  }

  private static Type symbol(int c) {
    if (c >= 0x20A0 && c <= 0x20CF) {
      return c == 0x20A7 || c == 0x20B6 || c == 0x20BB || c == 0x20BE ? Type.PO : Type.PR;
    }
    if (c >= 0x2030 && c <= 0x2037) {
      return Type.PO;
    }
    return switch (c) {
      case 0x2007, 0x2011, 0x202F -> Type.GL;
      case 0x2000,
          0x2001,
          0x2002,
          0x2003,
          0x2004,
          0x2005,
          0x2006,
          0x2008,
          0x2009,
          0x200A,
          0x2010,
          0x2012,
          0x2013,
          0x2027 ->
          Type.BA;
      case 0x200B -> Type.ZW;
      case 0x200C,
          0x200D,
          0x200E,
          0x200F,
          0x202A,
          0x202B,
          0x202C,
          0x202D,
          0x202E,
          0x2066,
          0x2067,
          0x2068,
          0x2069 ->
          Type.CM;
      case 0x2014 -> Type.B2;
      case 0x2018, 0x2019, 0x201B, 0x201C, 0x201D, 0x201F, 0x2039, 0x203A -> Type.QU;
      case 0x201A, 0x201E, 0x2045 -> Type.OP;
      case 0x2046 -> Type.CL;
      case 0x2024, 0x2025, 0x2026 -> Type.IN;
      case 0x203C, 0x203D -> Type.NS;
      case 0x2044 -> Type.IS;
      case 0x2060 -> Type.WJ;
      case 0x2103, 0x2109 -> Type.PO;
      case 0x2116 -> Type.PR;
      default -> Type.AL;
    };
  }

  private static Type eastern(int c) {
    if ("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々〜・゛゜ゝゞヽヾ：；".indexOf(c) >= 0) {
      return Type.NS;
    }
    if ("、。，．」』）】〉》〕〗〙〛｝］".indexOf(c) >= 0) {
      return Type.CL;
    }
    if ("「『（【〈《〔〖〘〚｛［".indexOf(c) >= 0) {
      return Type.OP;
    }
    return "！？".indexOf(c) >= 0 ? Type.EX : c == 0x3000 ? Type.BA : Type.ID;
  }

  private static boolean wide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0xA4CF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x1F64F
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
