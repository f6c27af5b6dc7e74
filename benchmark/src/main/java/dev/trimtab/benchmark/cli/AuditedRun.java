package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.audit.RunDirection;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A run with its audit, which lies in its directory as {@code audit.json} from now on.
 *
 * @param run the run
 * @param ended whether its log says that it ended
 * @param audit what its log says about the laws
 */
record AuditedRun(RunDirectory run, boolean ended, RunAudit audit) {
    /**
     * Audits a run and writes what came of it into its directory.
     *
     * @throws dev.trimtab.runtime.UserError if it has no log, or one that is damaged
     */
    static AuditedRun of(RunDirectory run) {
        List<Event> events = JournalReader.read(run.events()).events();
        RunAudit audit = RunAudit.of(
                events,
                RunDirection.lowerIsBetter(run, BuiltInSets.find()::lowerIsBetter)
                        .orElse(null));
        AuditedRun audited = new AuditedRun(run, events.stream().anyMatch(Event.RunEnded.class::isInstance), audit);
        try {
            Files.writeString(run.audit(), audited.json() + "\n");
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + run.audit() + ": " + IoReason.of(e), e);
        }
        return audited;
    }

    /** Returns the audit as JSON. */
    String json() {
        return ReportJson.of(audit);
    }

    /** Returns the audit as lines to read. */
    List<String> lines() {
        return AuditLines.of(audit);
    }
}
