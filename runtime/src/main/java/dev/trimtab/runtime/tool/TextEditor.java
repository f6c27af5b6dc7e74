package dev.trimtab.runtime.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An editor of text files by commands: view, create, replace a text that occurs once, insert, and take the last change back. */
public final class TextEditor {
    private static final int SNIPPET_LINES = 4;

    private final Map<String, Deque<String>> before = new HashMap<>();

    /**
     * Shows a file with line numbers, or what a folder holds, two levels deep.
     *
     * @param range first and last line from 1, the last -1 for the end; null for all
     * @throws ToolException if there is nothing there, or no such lines
     */
    public String view(AgentFiles files, String path, @Nullable List<Integer> range) throws ToolException {
        if (files.isFolder(path)) {
            return "Here is what " + path + " holds, two levels deep:\n" + String.join("\n", tree(files, path));
        }
        List<String> lines = files.read(path).lines().toList();
        int first = range == null ? 1 : range.get(0);
        int last = range == null || range.get(1) == -1 ? lines.size() : range.get(1);
        if (first < 1 || last < first - 1 || last > lines.size()) {
            throw new ToolException(
                    "view_range must lie in [1, " + lines.size() + "] but was [" + first + ", " + last + "]");
        }
        return "Here is " + path + " with line numbers:\n" + numbered(lines, first, last);
    }

    /**
     * Writes a file that is not there yet.
     *
     * @throws ToolException if it is there
     */
    public String create(AgentFiles files, String path, String text) throws ToolException {
        if (files.exists(path)) {
            throw new ToolException(path + " is there already; change it with str_replace, or take another name");
        }
        files.write(path, text);
        return "File created: " + path;
    }

    /**
     * Puts a text in place of another one.
     *
     * @throws ToolException if the old text does not occur exactly once
     */
    public String replace(AgentFiles files, String path, String old, String fresh) throws ToolException {
        String text = files.read(path);
        int at = text.indexOf(old);
        if (old.isEmpty() || at < 0) {
            throw new ToolException("old_str does not occur in " + path + " as it was given");
        }
        if (text.indexOf(old, at + 1) >= 0) {
            throw new ToolException("old_str occurs more than once in " + path + "; give more of what is around it");
        }
        String changed = text.substring(0, at) + fresh + text.substring(at + old.length());
        save(files, path, text, changed);
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return edited(path, changed, line, (int) fresh.lines().count());
    }

    /**
     * Inserts a text after a line.
     *
     * @param line the line, 0 for the beginning
     * @throws ToolException if there is no such line
     */
    public String insert(AgentFiles files, String path, int line, String fresh) throws ToolException {
        String text = files.read(path);
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (line < 0 || line > lines.size()) {
            throw new ToolException("insert_line must be in [0, " + lines.size() + "] but was " + line);
        }
        lines.addAll(line, fresh.lines().toList());
        String changed = String.join("\n", lines) + "\n";
        save(files, path, text, changed);
        return edited(path, changed, line + 1, (int) fresh.lines().count());
    }

    /**
     * Takes back the last replacement or insertion in a file.
     *
     * @throws ToolException if there is none
     */
    public String undo(AgentFiles files, String path) throws ToolException {
        Deque<String> older = before.get(files.name(path));
        if (older == null || older.isEmpty()) {
            throw new ToolException("there is no edit of " + path + " to take back");
        }
        files.write(path, older.pop());
        return "The last edit of " + path + " was taken back.\n" + view(files, path, null);
    }

    private void save(AgentFiles files, String path, String old, String changed) throws ToolException {
        files.write(path, changed);
        before.computeIfAbsent(files.name(path), p -> new ArrayDeque<>()).push(old);
    }

    private static String edited(String path, String text, int line, int count) {
        List<String> lines = text.lines().toList();
        int first = Math.max(1, line - SNIPPET_LINES);
        int last = Math.min(lines.size(), line + count - 1 + SNIPPET_LINES);
        return "The file " + path + " has been edited. Here it is around the change:\n" + numbered(lines, first, last);
    }

    private static String numbered(List<String> lines, int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int n = first; n <= last; n++) {
            text.append(String.format("%6d\t%s\n", n, lines.get(n - 1)));
        }
        return text.toString();
    }

    private static List<String> tree(AgentFiles files, String folder) throws ToolException {
        List<String> entries = new ArrayList<>();
        for (String name : files.list(folder)) {
            String path = folder + "/" + name;
            entries.add(path);
            if (name.endsWith("/")) {
                files.list(path).forEach(inner -> entries.add(path + inner));
            }
        }
        return entries;
    }
}
