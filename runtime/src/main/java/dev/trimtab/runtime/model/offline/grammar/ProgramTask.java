package dev.trimtab.runtime.model.offline.grammar;

/**
 * What a program must know of its competition.
 *
 * @param metric the metric that it prints and optimises
 * @param id the column that names a row
 * @param target the column to predict; empty to take the last column of the training table
 * @param folder where the submission belongs
 */
public record ProgramTask(Metric metric, String id, String target, Folder folder) {
    /** A folder of the workspace that a task may want the submission in. */
    public enum Folder {
        /** {@code ./submission}, as MLE-bench's version of AIDE has it, and Trimtab. */
        SUBMISSION("./submission"),
        /** {@code ./working}, as AIDE's own prompts have it. */
        WORKING("./working");

        private final String path;

        Folder(String path) {
            this.path = path;
        }

        /** Returns the folder's path. */
        public String path() {
            return path;
        }

        /** Returns the other folder. */
        Folder other() {
            return this == SUBMISSION ? WORKING : SUBMISSION;
        }
    }
}
