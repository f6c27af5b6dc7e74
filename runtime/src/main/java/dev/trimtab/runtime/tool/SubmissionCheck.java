package dev.trimtab.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the form of a submission with the sample that the data hold: header, and how many rows. Nothing is scored. */
public final class SubmissionCheck {
    private static final String FOLDER = "input";

    private SubmissionCheck() {}

    /**
     * Returns what is wrong with a submission; empty if nothing is, as far as that can be told.
     *
     * @param files the agent's files
     * @param submission the submission's path
     * @throws ToolException if there is no such file, or no sample to compare it with
     */
    public static List<String> of(AgentFiles files, String submission) throws ToolException {
        AgentFiles.Shape given = files.shape(submission);
        String sample = sample(files)
                .orElseThrow(() -> new ToolException("the data hold no sample submission to compare with"));
        AgentFiles.Shape wanted = files.shape(sample);
        List<String> wrong = new ArrayList<>();
        if (!given.firstLine().strip().equals(wanted.firstLine().strip())) {
            wrong.add("the header must be `" + wanted.firstLine().strip() + "` but is `"
                    + given.firstLine().strip() + "`");
        }
        if (given.lines() != wanted.lines()) {
            wrong.add("there must be " + (wanted.lines() - 1) + " rows below the header but there are "
                    + (given.lines() - 1));
        }
        return wrong;
    }

    private static Optional<String> sample(AgentFiles files) throws ToolException {
        return files.list(FOLDER).stream()
                .filter(name -> name.startsWith("sample") && name.endsWith(".csv"))
                .findFirst()
                .map(name -> FOLDER + "/" + name);
    }
}
