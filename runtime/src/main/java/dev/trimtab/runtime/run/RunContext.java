package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.tool.ToolException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything an agent may use in a step. Each call is journaled; on resume recorded answers are served from the journal.
 *
 * <p>Calls throw {@code BudgetExceededException} when a limit of the run is reached; an agent lets it pass.
 */
public interface RunContext {
    /** Returns the task. */
    Task task();

    /** Returns the number of the current step, from 0. */
    int step();

    /** Returns how many steps are left, this one included. */
    int stepsLeft();

    /**
     * Returns the wall time that was left of the run when the step began, or null where it has no limit. The same in a resumed run; whether a
     * model may be told is the configuration's {@code model.show-time}.
     */
    @Nullable Duration timeLeft();

    /** Returns the kernel that runs this run's solutions. */
    Kernel kernel();

    /** Returns a description of the files under {@code input/}, made once. */
    String dataPreview();

    /**
     * Returns a generator for one purpose in this step.
     *
     * @param purpose what the numbers are for, such as {@code "aide.select"}
     */
    RandomGenerator random(String purpose);

    /** Returns what the controller wants worked on next; {@link Pursuit.Native} in mode {@code scaffold}. */
    Pursuit pursuit();

    /**
     * Fits the request into the budget by the run's context policy, sends it, and returns the reply.
     *
     * @param request what must and what may enter the context
     */
    ChatResponse chat(ContextRequest request);

    /** Returns the files of the workspace, as the last step left them. */
    AgentFiles files();

    /**
     * Says whether a submission has a form that can be graded, and never its score.
     *
     * @param path its path in the workspace
     * @throws ToolException if there is no such file
     */
    SubmissionCheck.Verdict checkSubmission(String path) throws ToolException;

    /**
     * Runs a script of the kernel's language where it lies; all other files stay as they are. Standard output and standard error are told apart
     * by {@link dev.trimtab.runtime.tool.Streams}.
     *
     * @param path the script's path in the workspace
     * @throws ToolException if there is no such file
     */
    Execution runScript(String path) throws ToolException;

    /**
     * Runs a command of the workspace's shell session, whose directory and exported variables last from one command to the next; processes that it
     * leaves running are ended. The kernel's program is there under the kernel's name.
     *
     * @param command what the shell is to do
     * @param wallTime time that it may take, at most that of a program
     */
    Execution shell(String command, Duration wallTime);

    /**
     * Asks the workspace's shell session, in which a command may be left running, for something. It goes on only during such calls.
     *
     * @return what was printed since the last call; {@linkplain dev.trimtab.runtime.sandbox.ExecutionResult#held() held} while the command runs
     */
    Execution shell(ShellCall call);

    /**
     * Notes in the log what the agent did with a tool and what it was told.
     *
     * @param tool the tool's name
     * @param input what the agent gave
     * @param observation what came of it, in full
     */
    void observed(String tool, String input, String observation);

    /**
     * Empties {@code submission/}, runs a program in the workspace's sandbox, and keeps a snapshot of what it changed.
     *
     * @param code the whole program
     */
    Execution execute(String code);
}
