package dev.trimtab.runtime.kernel;

import com.sun.source.util.JavacTask;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JDK's own parser whether a text is Java; types and names are not looked at.
 *
 * <p>Setting a parser up takes most of the time and it serves one text, so the next one is set up while the model thinks: it waits for its text
 * in a thread of its own, whose stack is large enough for what programs nest.
 */
final class JavaSyntax {
    /** Nothing but the text is read; to look through our own class path as well would take most of the time. */
    private static final List<String> OPTIONS = List.of("-proc:none", "-classpath", "");

    private static final URI NAME = URI.create("string:///Solution.java");
    private static final long STACK_BYTES = 16 << 20;

    private static @Nullable JavaSyntax shared;

    private final JavaCompiler compiler;
    /** Reused, since setting one up takes a good part of the time; it serves one task at a time. */
    private final JavaFileManager files;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(JavaSyntax::thread);
    private @Nullable Parse next;

    private JavaSyntax() {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new UserError("this Java runtime has no compiler: run Trimtab with a JDK");
        }
        compiler = found;
        files = new WithoutPlugins(
                compiler.getStandardFileManager(/* diagnosticListener= */ null, Locale.ROOT, StandardCharsets.UTF_8));
    }

    /**
     * Returns the one of this process, since each keeps a thread.
     *
     * @throws UserError if this is a runtime without a compiler
     */
    static synchronized JavaSyntax shared() {
        JavaSyntax known = shared;
        if (known == null) {
            known = new JavaSyntax();
            shared = known;
        }
        return known;
    }

    private static Thread thread(Runnable parses) {
        Thread thread = new Thread(/* group= */ null, parses, "java-syntax", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Returns whether the code parses and declares at least one type; what is nested too deeply for the parser does not. */
    synchronized boolean parses(String code) {
        Parse now = next == null ? new Parse() : next;
        next = null;
        boolean parses = now.of(code);
        next = new Parse();
        return parses;
    }

    /** One parse, which begins before its text is there. */
    private final class Parse {
        private final CompletableFuture<String> code = new CompletableFuture<>();
        private final CompletableFuture<Boolean> parses =
                CompletableFuture.supplyAsync(() -> parses(new Source(code)), thread);

        boolean of(String text) {
            code.complete(text);
            return parses.join();
        }
    }

    private boolean parses(Source source) {
        AtomicBoolean failed = new AtomicBoolean();
        JavacTask task = (JavacTask) compiler.getTask(
                Writer.nullWriter(),
                files,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        failed.set(true);
                    }
                },
                OPTIONS,
                /* classes= */ null,
                List.of(source));
        try {
            boolean declares = false;
            for (var unit : task.parse()) {
                declares |= !unit.getTypeDecls().isEmpty();
            }
            return declares && !failed.get();
        } catch (IOException e) {
            throw new IllegalStateException("a source in memory cannot fail to be read", e);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return false;
            }
            throw e;
        }
    }

    /** Looks for compiler plug-ins in no jar of ours: that alone would take a good part of the time. */
    private static final class WithoutPlugins extends ForwardingJavaFileManager<JavaFileManager> {
        WithoutPlugins(JavaFileManager files) {
            super(files);
        }

        @Override
        public ClassLoader getClassLoader(Location location) {
            return ClassLoader.getPlatformClassLoader();
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final CompletableFuture<String> code;

        Source(CompletableFuture<String> code) {
            super(NAME, JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code.join();
        }
    }
}
