package dev.trimtab.runtime.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Describes a folder of data for a prompt, after AIDE's data preview: a tree, then every table, JSON file and small text.
 * Files are read once, as streams, and again only when their size or time changed; the result depends on nothing but
 * their names and bytes.
 */
public final class DataPreview {
    private static final Set<String> TABLES = Set.of("csv", "tsv");
    private static final Set<String> CODE =
            Set.of("py", "java", "sh", "yaml", "yml", "md", "rst", "html", "xml", "log");
    private static final Set<String> OTHER_TEXTS = Set.of("csv", "tsv", "json", "jsonl", "txt");
    private static final int INLINE_LINES = 30;
    private static final int INLINE_BYTES = 4096;
    private static final int PER_FOLDER = 8;
    private static final int PER_CROWDED_FOLDER = 4;
    private static final int CROWDED = 30;

    private final PreviewOptions options;
    private final Cache<Stamp, Facts> cache =
            Caffeine.newBuilder().maximumSize(1000).build();

    private record Stamp(Path file, long size, FileTime modified) {}

    /** What a file's bytes tell: its size or lines for the tree, its full and its short description; empty for none. */
    private record Facts(String extent, String full, String brief) {}

    /** @param options how long the preview may be */
    public DataPreview(PreviewOptions options) {
        this.options = options;
    }

    /** Returns the description of a folder; links are left out. */
    public String describe(Path folder) {
        return describe(folder, "");
    }

    /** Returns the same as from the folder around it: the folder heads the tree and stands before the name of each file that is described. */
    public String describeFromOutside(Path folder) {
        return describe(folder, folder.getFileName() + "/");
    }

    private String describe(Path folder, String prefix) {
        try {
            String full = render(folder, prefix, (file, facts) -> facts.full());
            String text =
                    full.length() <= options.maxChars() ? full : render(folder, prefix, (file, facts) -> facts.brief());
            return options.hardCut() ? cut(text) : text;
        } catch (IOException e) {
            throw new InfrastructureError("cannot describe " + folder + ": " + IoReason.of(e), e);
        }
    }

    private String cut(String text) {
        if (text.length() <= options.maxChars()) {
            return text;
        }
        String notice = "\n… cut at " + options.maxChars() + " characters";
        int end = options.maxChars() - notice.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + notice;
    }

    private String render(Path folder, String prefix, BiFunction<Path, Facts, String> form) throws IOException {
        StringBuilder tree = new StringBuilder(prefix.isEmpty() ? "" : prefix + "\n");
        List<String> sections = new ArrayList<>();
        walk(folder, prefix, prefix.isEmpty() ? 0 : 1, tree, sections, form);
        String body = String.join("\n\n", sections);
        return "```\n" + tree + "```" + (body.isEmpty() ? "" : "\n\n" + body);
    }

    private void walk(
            Path folder,
            String prefix,
            int depth,
            StringBuilder tree,
            List<String> sections,
            BiFunction<Path, Facts, String> form)
            throws IOException {
        List<Path> files = entries(folder, false);
        List<Path> folders = entries(folder, true);
        int shown = files.size() + folders.size() > CROWDED ? PER_CROWDED_FOLDER : PER_FOLDER;
        String indent = "    ".repeat(depth);
        for (Path file : files.subList(0, Math.min(shown, files.size()))) {
            Facts facts = facts(file);
            String name = String.valueOf(file.getFileName());
            tree.append(indent).append(name).append(" (").append(facts.extent()).append(")\n");
            String section = form.apply(file, facts);
            if (!section.isEmpty()) {
                sections.add("**" + prefix + name + "**:" + (section.startsWith("\n") ? "" : " ") + section);
            }
        }
        if (files.size() > shown) {
            tree.append(indent).append("… and ").append(files.size() - shown).append(" more files\n");
        }
        for (Path inner : folders.subList(0, Math.min(shown, folders.size()))) {
            String name = inner.getFileName() + "/";
            tree.append(indent).append(name).append('\n');
            walk(inner, prefix + name, depth + 1, tree, sections, form);
        }
        if (folders.size() > shown) {
            tree.append(indent).append("… and ").append(folders.size() - shown).append(" more folders\n");
        }
    }

    private List<Path> entries(Path folder, boolean folders) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> !Files.isSymbolicLink(path))
                    .filter(path -> folders ? Files.isDirectory(path) : Files.isRegularFile(path))
                    .filter(path -> !options.withheld().contains(String.valueOf(path.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private Facts facts(Path file) throws IOException {
        Stamp stamp = new Stamp(file.toAbsolutePath(), Files.size(file), Files.getLastModifiedTime(file));
        Facts known = cache.getIfPresent(stamp);
        if (known == null) {
            known = read(file, stamp.size());
            cache.put(stamp, known);
        }
        return known;
    }

    private static Facts read(Path file, long size) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String kind = name.substring(name.lastIndexOf('.') + 1);
        boolean text = CODE.contains(kind) || OTHER_TEXTS.contains(kind);
        long lines = text ? lines(file) : 0;
        String extent = text ? lines + " lines" : size(size);
        if (TABLES.contains(kind)) {
            CsvSummary table = CsvSummary.read(file);
            return new Facts(extent, table.full(), table.brief());
        }
        if (kind.equals("json") || kind.equals("jsonl")) {
            String shape = (kind.equals("jsonl") ? "each line " : "") + JsonShape.read(file);
            return new Facts(extent, shape, shape);
        }
        if (text && lines < INLINE_LINES && size <= INLINE_BYTES) {
            String whole = whole(file, CODE.contains(kind));
            return new Facts(extent, whole, whole);
        }
        return new Facts(extent, "", "");
    }

    /** Returns a file's text; in a fence, which nothing in it closes, where its own marks would be taken for the prompt's. */
    private static String whole(Path file, boolean fenced) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        if (!fenced) {
            return "\n" + text;
        }
        StringBuilder fence = new StringBuilder("```");
        while (text.contains(fence)) {
            fence.append('`');
        }
        return "\n" + fence + "\n" + text + "\n" + fence;
    }

    private static long lines(Path file) throws IOException {
        long lines = 0;
        int last = '\n';
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                lines += next == '\n' ? 1 : 0;
                last = next;
            }
        }
        return last == '\n' ? lines : lines + 1;
    }

    private static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        boolean mega = bytes >= 1 << 20;
        return String.format(Locale.ROOT, "%.1f %s", bytes / (mega ? 1048576.0 : 1024.0), mega ? "MB" : "kB");
    }
}
