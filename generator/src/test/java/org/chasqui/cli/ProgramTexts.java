package org.chasqui.cli;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds in the program's own sources all that it says to people: string expressions that stand
 * where messages, help and results are made, and every other one that reads like a sentence. What
 * is put in between strings becomes a placeholder: {@code "No page '" + id + "'."} is {@code No
 * page '{1}'.}
 */
final class ProgramTexts {
  // Where strings are said to people, whatever they look like.
  private static final Set<String> SAYING =
      Set.of("help", "say", "insist", "refuse", "tell", "phrase", "accept", "Usage", "Environment");
  private static final Set<String> DIAGNOSING = Set.of("error", "warning", "info");
  private static final Set<String> ANNOTATIONS = Set.of("Command", "Option", "Parameters");
  private static final Set<String> ATTRIBUTES = Set.of("header", "description", "footer");
  private static final Pattern TEXT = Pattern.compile("\\p{L}{2}");
  private static final Pattern START = Pattern.compile("\\p{Lu}\\p{Ll}*[ ,'][^\n]*?\\p{L}{2}");
  private static final int MOST = 64;
  private static final int LONGEST = 2000;

  private final Map<String, Set<String>> found = new TreeMap<>();
  private final Map<String, Set<String>> counted = new TreeMap<>();

  /** The texts, each with the files that say it. */
  Map<String, Set<String>> texts() {
    return found;
  }

  /** The nouns that are counted, each with the files that do so. */
  Map<String, Set<String>> nouns() {
    return counted;
  }

  /** Reads the sources below a folder. */
  static ProgramTexts of(Path folder) throws IOException {
    ProgramTexts texts = new ProgramTexts();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> walk = Files.walk(folder);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  d -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        String path =
            folder
                .toAbsolutePath()
                .normalize()
                .relativize(Path.of(unit.getSourceFile().toUri()))
                .toString();
        texts.new Reader(path.replace('\\', '/')).scan(unit, null);
      }
    }
    return texts;
  }

  private final class Reader extends TreePathScanner<Void, Void> {
    private final String file;
    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private boolean saying;

    Reader(String file) {
      this.file = file;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree variable
            && variable.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.FINAL)
            && variable.getInitializer() != null
            && isString(variable.getInitializer())) {
          constants.put(variable.getName().toString(), variable.getInitializer());
        }
      }
      return super.visitClass(tree, unused);
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void unused) {
      if (ANNOTATIONS.contains(tree.getAnnotationType().toString())) {
        for (ExpressionTree argument : tree.getArguments()) {
          if (argument instanceof com.sun.source.tree.AssignmentTree assignment
              && ATTRIBUTES.contains(assignment.getVariable().toString())) {
            said(assignment.getExpression());
          }
        }
      }
      return null;
    }

    private void said(Tree tree) {
      boolean before = saying;
      saying = true;
      scan(tree, null);
      saying = before;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      String name =
          call.getMethodSelect() instanceof MemberSelectTree select
              ? select.getIdentifier().toString()
              : call.getMethodSelect().toString();
      List<? extends ExpressionTree> arguments = call.getArguments();
      scan(call.getMethodSelect(), null);
      boolean counting = name.equals("count") && arguments.size() == 2;
      if (counting) {
        alternatives(arguments.get(1)).stream()
            .filter(noun -> TEXT.matcher(noun).find() && noun.indexOf('{') < 0)
            .forEach(noun -> counted.computeIfAbsent(noun, n -> new TreeSet<>()).add(file));
        scan(arguments.get(0), null);
      } else if (DIAGNOSING.contains(name) && arguments.size() == 3) {
        said(arguments.get(2));
      } else if (SAYING.contains(name)) {
        arguments.forEach(this::said);
      } else if ((name.equals("formatted") || name.equals("format")) && !arguments.isEmpty()) {
        arguments.forEach(a -> scan(a, null));
      } else {
        boolean before = saying;
        saying = saying && Set.of("of", "orElse", "map", "orElseGet", "or").contains(name);
        arguments.forEach(a -> scan(a, null));
        saying = before;
      }
      return null;
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      String name = tree.getIdentifier().toString();
      if (name.startsWith("RunStopped") || name.endsWith("ParameterException")) {
        tree.getArguments().forEach(this::said);
        return null;
      }
      return super.visitNewClass(tree, unused);
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
      if (!isString(tree)) {
        return super.visitBinary(tree, unused);
      }
      text(tree);
      arguments(tree);
      return null;
    }

    // What is put in between may say something too.
    private void arguments(ExpressionTree tree) {
      if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
        arguments(binary.getLeftOperand());
        arguments(binary.getRightOperand());
      } else if (tree instanceof ParenthesizedTree parentheses) {
        arguments(parentheses.getExpression());
      } else if (tree instanceof ConditionalExpressionTree conditional && isString(tree)) {
        arguments(conditional.getTrueExpression());
        arguments(conditional.getFalseExpression());
      } else if (!(tree instanceof LiteralTree)) {
        boolean before = saying;
        saying = false;
        scan(tree, null);
        saying = before;
      }
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void unused) {
      if (tree.getValue() instanceof String) {
        text(tree);
      }
      return null;
    }

    private void text(ExpressionTree tree) {
      for (String text : alternatives(tree)) {
        String numbered = numbered(text).strip();
        String bare = numbered.replaceAll("\\{\\d+\\}", "");
        if (TEXT.matcher(bare).find() && (saying || isSentence(bare.strip()))) {
          found.computeIfAbsent(numbered, t -> new TreeSet<>()).add(file);
        }
      }
    }

    private boolean isString(ExpressionTree tree) {
      if (tree instanceof LiteralTree literal) {
        return literal.getValue() instanceof String;
      }
      if (tree instanceof ParenthesizedTree parentheses) {
        return isString(parentheses.getExpression());
      }
      if (tree instanceof ConditionalExpressionTree conditional) {
        return isString(conditional.getTrueExpression())
            || isString(conditional.getFalseExpression());
      }
      return tree instanceof BinaryTree binary
          && binary.getKind() == Tree.Kind.PLUS
          && (isString(binary.getLeftOperand()) || isString(binary.getRightOperand()));
    }

    // '\u0001' stands for whatever is put in.
    private List<String> alternatives(ExpressionTree tree) {
      if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
        return List.of(text);
      }
      if (tree instanceof ParenthesizedTree parentheses) {
        return alternatives(parentheses.getExpression());
      }
      if (tree instanceof IdentifierTree name && constants.containsKey(name.toString())) {
        return alternatives(constants.get(name.toString()));
      }
      if (tree instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("formatted")
          && isString(select.getExpression())) {
        return alternatives(select.getExpression()).stream()
            .map(text -> text.replaceAll("%[-,+ 0]*\\d*(\\.\\d+)?[sdf]", "\u0001"))
            .toList();
      }
      if (tree instanceof ConditionalExpressionTree conditional && isString(tree)) {
        List<String> all = new ArrayList<>(alternatives(conditional.getTrueExpression()));
        all.addAll(alternatives(conditional.getFalseExpression()));
        return all;
      }
      if (tree instanceof BinaryTree binary && isString(tree)) {
        List<String> all = new ArrayList<>();
        for (String left : alternatives(binary.getLeftOperand())) {
          for (String right : alternatives(binary.getRightOperand())) {
            all.add(left + right);
          }
        }
        return all.size() > MOST ? List.of("\u0001") : all;
      }
      return List.of("\u0001");
    }
  }

  // Begins like one, or ends like one and has words in it; a pattern or a list of words is none.
  private static boolean isSentence(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !text.contains(" ")) {
      return false;
    }
    if (Character.isUpperCase(text.charAt(0)) && START.matcher(text).lookingAt()) {
      return true;
    }
    boolean code = text.contains("|") || text.contains("\\") || "([".indexOf(text.charAt(0)) >= 0;
    return !code
        && ".?!".indexOf(text.charAt(text.length() - 1)) >= 0
        && TEXT.matcher(text).results().count() > 2;
  }

  private static String numbered(String text) {
    StringBuilder out = new StringBuilder();
    int n = 0;
    boolean before = false;
    for (int i = 0; i < text.length(); i++) {
      boolean placeholder = text.charAt(i) == '\u0001';
      if (!placeholder) {
        out.append(text.charAt(i));
      } else if (!before) {
        out.append('{').append(++n).append('}');
      }
      before = placeholder;
    }
    return out.toString();
  }

  /** Prints all of them: {@code FILES<TAB>TEXT}. */
  public static void main(String[] args) throws IOException {
    ProgramTexts texts = of(Path.of(args[0]));
    texts.texts().forEach((t, f) -> System.out.println(f + "\t" + t.replace("\n", "\\n")));
    texts.nouns().forEach((t, f) -> System.out.println(f + "\tNOUN " + t));
    System.out.println(String.format(Locale.ROOT, "%d", texts.texts().size()));
  }
}
