package dev.trimtab.runtime.model.offline.grammar;

/**
 * What a program must know of its competition.
 *
 * @param metric the metric that it prints and optimises
 * @param id the column that names a row
 * @param target the column to predict; empty to take the last column of the training table
 * @param data the folder that the data lie in, as {@code ./input}
 * @param folder where the submission belongs
 */
public record ProgramTask(Metric metric, String id, String target, String data, Folder folder) {
    /** Where the data lie if nothing says otherwise. */
    public static final String INPUT = "./input";

    /** A folder of the workspace that a task may want the submission in. */
    public enum Folder {
        /** {@code ./submission}, as MLE-bench's version of AIDE has it, and Trimtab. */
        SUBMISSION("./submission"),
        /** {@code ./working}, as AIDE's own prompts have it. */
        WORKING("./working"),
        /** The folder that the program runs in, as MLAgentBench's tasks have it. */
        HERE(".");

        private final String path;

        Folder(String path) {
            this.path = path;
        }

        /** Returns the folder's path. */
        public String path() {
            return path;
        }

        /** Returns the submission's path. */
        public String submission() {
            return path + "/submission.csv";
        }

        /** Returns another folder. */
        Folder other() {
            return this == SUBMISSION ? WORKING : SUBMISSION;
        }
    }
}
