package org.chasqui.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** One KaTeX in a world of its own: no Java, no files, no network. For one thread at a time. */
final class KatexEngine {
  private static final Counting FACTORY = new Counting();

  /** What KaTeX may expand; its own usual limit. */
  private static final double MOST_EXPANSIONS = 1000;

  private final Scriptable scope;
  private final Scriptable katex;
  private final Function toTree;

  KatexEngine(Bundle bundle) {
    try (Context context = FACTORY.enterContext()) {
      scope = context.initSafeStandardObjects();
      bundle.script.exec(context, scope, scope);
      katex = (Scriptable) ScriptableObject.getProperty(scope, "katex");
      toTree = (Function) ScriptableObject.getProperty(katex, "__renderToDomTree");
    }
  }

  /** The script of KaTeX, read. It can be run in any number of worlds. */
  static final class Bundle {
    private static final long STACK = 16L << 20;
    private static final String ARTIFACT = "org.webjars.npm/katex";
    private final Script script;

    private Bundle(Script script) {
      this.script = script;
    }

    // Reading it takes a deeper stack than a worker may have left that is deep in a page already.
    static Bundle load() {
      FutureTask<Bundle> reading = new FutureTask<>(Bundle::read);
      Thread thread = new Thread(null, reading, "katex", STACK);
      // Rhino looks for its regular expressions with the loader of the thread that comes first,
      // and a worker of a common pool need not know our libraries.
      thread.setContextClassLoader(KatexEngine.class.getClassLoader());
      thread.start();
      try {
        return reading.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("KaTeX could not be read", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while KaTeX was read", e);
      }
    }

    private static Bundle read() {
      try (Context context = FACTORY.enterContext()) {
        Properties artifact = new Properties();
        artifact.load(resource("/META-INF/maven/" + ARTIFACT + "/pom.properties"));
        String path =
            "/META-INF/resources/webjars/katex/"
                + artifact.getProperty("version")
                + "/dist/katex.min.js";
        try (InputStream in = resource(path)) {
          String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          return new Bundle(context.compileString(source, "katex.min.js", 1, null));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static InputStream resource(String path) throws IOException {
      InputStream in = KatexEngine.class.getResourceAsStream(path);
      if (in == null) {
        throw new IOException(path + " is not on the class path");
      }
      return in;
    }
  }

  /** Thrown where a formula asks for more work than one formula may. */
  static final class Exhausted extends Exception {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too much work", null, false, false);
    }
  }

  Formula formula(Katex.Request request) throws Exhausted {
    try (Context context = FACTORY.enterContext()) {
      Object tree =
          toTree.call(
              context, scope, katex, new Object[] {request.tex(), options(context, request)});
      return new Formula.MathMl(MathMl.write(KatexTree.of(tree), request));
    } catch (MathMl.Refused e) {
      return Faults.refused(e.command(), request.tex());
    } catch (JavaScriptException e) {
      return fault(e, request.tex());
    } catch (OutOfBudget | EvaluatorException | StackOverflowError | KatexTree.TooDeep e) {
      throw new Exhausted();
    } catch (RhinoException e) {
      // KaTeX stumbled over itself: for whoever wrote the formula, the formula is wrong.
      String tex = request.tex();
      return new Formula.Fault(
          "KaTeX cannot read this formula.", 0, tex.length(), Optional.empty());
    }
  }

  private Scriptable options(Context context, Katex.Request request) {
    Scriptable options = context.newObject(scope);
    options.put("output", options, "mathml");
    options.put("displayMode", options, request.display());
    options.put("throwOnError", options, true);
    options.put("strict", options, false);
    options.put("trust", options, false);
    options.put("errorColor", options, MathMl.REFUSED);
    options.put("maxExpand", options, MOST_EXPANSIONS);
    options.put("maxSize", options, 50.0);
    Scriptable macros = context.newObject(scope);
    // Labels are the page's, not the formula's: {math} has :label:, $$ … $$ has (label).
    macros.put("\\label", macros, "\\@secondoftwo{#1}{}");
    request.macros().forEach((name, meaning) -> macros.put(name, macros, meaning));
    options.put("macros", options, macros);
    return options;
  }

  private static Formula fault(JavaScriptException e, String tex) throws Exhausted {
    if (!(e.getValue() instanceof Scriptable error)
        || !"ParseError".equals(ScriptableObject.getProperty(error, "name"))) {
      throw new Exhausted(); // the script catches and throws again that its stack is full
    }
    Object at = ScriptableObject.getProperty(error, "position");
    String said = Context.toString(ScriptableObject.getProperty(error, "message"));
    return Faults.of(said, at instanceof Number number ? number.intValue() : -1, tex);
  }

  /** Thrown through the script, which cannot catch it. */
  private static final class OutOfBudget extends Error {
    private static final long serialVersionUID = 1L;

    OutOfBudget() {
      super("too much work", null, false, false);
    }
  }

  /**
   * Counts instructions, not seconds: whether a formula is too much work must not depend on the
   * machine. Interpreting is faster than compiling until some hundreds of formulas.
   */
  private static final class Counting extends ContextFactory {
    /** Some hundred times what a long formula takes. */
    private static final long MOST = 100_000_000;

    private static final int DEEPEST = 4_000;

    private static final class Counted extends Context {
      private long used;

      Counted(ContextFactory factory) {
        super(factory);
      }
    }

    @Override
    protected Context makeContext() {
      Context context = new Counted(this);
      context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
      context.setInterpretedMode(true);
      context.setMaximumInterpreterStackDepth(DEEPEST);
      context.setInstructionObserverThreshold(10_000);
      context.setClassShutter(name -> false);
      return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int instructions) {
      if (context instanceof Counted counted) {
        counted.used += instructions;
        if (counted.used > MOST) {
          throw new OutOfBudget();
        }
      }
    }
  }
}
