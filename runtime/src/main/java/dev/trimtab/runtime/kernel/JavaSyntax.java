package dev.trimtab.runtime.kernel;

import com.sun.source.util.JavacTask;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Asks the JDK's own parser whether a text is Java; types and names are not looked at. */
final class JavaSyntax {
    /** Nothing but the text is read; to look through our own class path as well would take most of the time. */
    private static final List<String> OPTIONS = List.of("-proc:none", "-classpath", "");

    private static final URI NAME = URI.create("string:///Solution.java");

    private final JavaCompiler compiler;
    /** Reused, since setting one up takes a good part of the time; it serves one task at a time. */
    private final JavaFileManager files;

    JavaSyntax() {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new UserError("this Java runtime has no compiler: run Trimtab with a JDK");
        }
        compiler = found;
        files = new WithoutPlugins(
                compiler.getStandardFileManager(/* diagnosticListener= */ null, Locale.ROOT, StandardCharsets.UTF_8));
    }

    /** Returns whether the code parses and declares at least one type. */
    synchronized boolean parses(String code) {
        AtomicBoolean failed = new AtomicBoolean();
        JavacTask task = (JavacTask) compiler.getTask(
                /* out= */ null,
                files,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        failed.set(true);
                    }
                },
                OPTIONS,
                /* classes= */ null,
                List.of(new Source(code)));
        try {
            boolean declares = false;
            for (var unit : task.parse()) {
                declares |= !unit.getTypeDecls().isEmpty();
            }
            return declares && !failed.get();
        } catch (IOException e) {
            throw new IllegalStateException("a source in memory cannot fail to be read", e);
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
        private final String code;

        Source(String code) {
            super(NAME, JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
