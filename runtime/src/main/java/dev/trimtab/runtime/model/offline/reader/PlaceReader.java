package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a prompt says that the data lie and where the submission belongs, in prose or in the listing of a folder. */
final class PlaceReader {
    /** The folder stands in the only group; without one the data lie where programs run. */
    private static final List<Pattern> DATA = List.of(
            Pattern.compile("\\bdata (?:lie in|from) `([\\w./-]+)`"),
            Pattern.compile(
                    "(?<![\\w/.])(?:\\./)?(input)/|\\./(input)\\b|`(input)`|\\b(input) (?:folder|directory)\\b"),
            Pattern.compile("(?<![\\w/.])(?:\\./)?(data)/|\\./(data)\\b|`(data)`|\\b(data) (?:folder|directory)\\b"),
            Pattern.compile("(?m)^(input|data)/?$"),
            Pattern.compile("(?m)^train\\.csv\\*?$"));

    private static final Pattern WORKING = Pattern.compile("submission\\.csv[^.\\n]{0,40}\\./working");
    private static final Pattern FOLDER = Pattern.compile("\\./submission\\b(?!\\.csv)|\\bsubmission/submission\\.csv");
    private static final Pattern HERE = Pattern.compile("(?<![\\w/])(?:\\./)?submission\\.csv");

    private PlaceReader() {}

    /** Returns the folder of the data, empty if none is told. */
    static Optional<String> data(String prompt) {
        for (Pattern pattern : DATA) {
            Matcher told = pattern.matcher(prompt);
            if (told.find()) {
                return Optional.of(path(told));
            }
        }
        return Optional.empty();
    }

    private static String path(Matcher told) {
        for (int group = 1; group <= told.groupCount(); group++) {
            String folder = told.group(group);
            if (folder != null) {
                return folder.matches("[./].*") ? folder : "./" + folder;
            }
        }
        return ".";
    }

    /** Returns the folder of the submission; {@code ./submission} if none is told. */
    static ProgramTask.Folder submission(String prompt) {
        if (FOLDER.matcher(prompt).find()) {
            return ProgramTask.Folder.SUBMISSION;
        }
        if (WORKING.matcher(prompt).find()) {
            return ProgramTask.Folder.WORKING;
        }
        return HERE.matcher(prompt).find() ? ProgramTask.Folder.HERE : ProgramTask.Folder.SUBMISSION;
    }
}
