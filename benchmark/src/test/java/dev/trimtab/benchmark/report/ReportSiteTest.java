package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pages there are of an experiment and of several runs, and that they find each other. */
final class ReportSiteTest {
    @TempDir
    private Path directory;

    @Test
    void experimentThatGoesOn_hasAPageForEachRunThatWasBegun_andSaysHowTheOthersStand() throws IOException {
        Files.writeString(directory.resolve("experiment.json"), """
                {"trimtab": "0.1.0", "name": "toy", "grid": {"title": "Does it?", "policies": ["portfolio", "ledger"]}, "frozen": {},
                 "cells": ["begun", "not-begun", "failed"]}
                """);
        Files.writeString(
                directory.resolve("cells.jsonl"),
                cell("begun", "pending", "null")
                        + cell("not-begun", "pending", "null")
                        + cell("failed", "failed", "\"no key\""));
        log(directory.resolve("runs/begun"));
        ExperimentSite site = new ExperimentSite(ExperimentDirectory.open(directory), id -> Optional.of(true));
        ComparisonReport report = (ComparisonReport) site.page(ReportSite.PAGE).orElseThrow();

        assertThat(site.pages()).containsExactly("report.html", "runs/begun/report.html");
        assertThat(report.title()).isEqualTo("Does it?");
        assertThat(report.comparison()).isNull();
        assertThat(report.runs()).extracting(RunRow::status).containsExactly("pending", "pending", "failed");
        assertThat(report.runs()).extracting(RunRow::href).containsExactly("runs/begun/report.html", null, null);
        assertThat(report.runs().get(2).reason()).isEqualTo("no key");
        assertThat(report.runs().get(0).model()).isEqualTo("offline/weak");
        assertThat(site.page("runs/begun/report.html")).containsInstanceOf(RunReport.class);
        assertThat(site.page("runs/not-begun/report.html")).isEmpty();
        assertThat(site.page("runs/begun/../begun/report.html")).isEmpty();
    }

    @Test
    void damagedRunOfAnExperiment_isNamedAndHasNoPage_andTheOthersHaveTheirs() throws IOException {
        Files.writeString(directory.resolve("experiment.json"), """
                {"trimtab": "0.1.0", "name": "toy", "grid": {"title": "Does it?", "policies": ["ledger"]}, "frozen": {}, "cells": ["a", "b"]}
                """);
        Files.writeString(
                directory.resolve("cells.jsonl"), cell("a", "pending", "null") + cell("b", "pending", "null"));
        log(directory.resolve("runs/a"));
        Path damaged = log(directory.resolve("runs/b")).runJson();
        Files.writeString(damaged, "{}");
        ExperimentSite site = new ExperimentSite(ExperimentDirectory.open(directory), id -> Optional.of(true));
        ComparisonReport report = (ComparisonReport) site.page(ReportSite.PAGE).orElseThrow();

        assertThat(site.pages()).containsExactly("report.html", "runs/a/report.html");
        assertThat(site.leftOut()).singleElement().asString().contains(damaged + " is damaged");
        assertThat(report.runs()).extracting(RunRow::status).containsExactly("pending", "damaged");
        assertThat(report.runs().get(1).reason()).contains("is damaged");
        assertThat(report.runs().get(1).href()).isNull();
    }

    @Test
    void finishedRunThatCannotBeGraded_amongOthers_isNamedAndHasItsPage() throws IOException {
        RunDirectory ended = RunOnDisk.describe(directory.resolve("ended"), "aide", "ledger", /* over= */ true);
        RunOnDisk.log(ended, List.of(new Event.RunStarted(-1, "hash"), new Event.RunEnded(0, "completed")));
        RunDirectory begun = log(directory.resolve("begun"));
        RunsSite site = new RunsSite(directory, new CompetitionSets(List.of()), "portfolio", List.of(ended, begun));
        ComparisonReport report = (ComparisonReport) site.page(ReportSite.PAGE).orElseThrow();

        assertThat(site.leftOut()).hasSize(1);
        assertThat(report.runs()).extracting(RunRow::status).containsExactly("not graded", "pending");
        assertThat(site.pages()).contains("ended/report.html", "begun/report.html");
    }

    @Test
    void severalRuns_areComparedInTheDirectoryThatHoldsThem_byLinksThatHoldForAnyName() throws IOException {
        RunDirectory odd = log(directory.resolve("sub/a b#1?"));
        RunDirectory plain = log(directory.resolve("sub/plain"));
        RunsSite site = new RunsSite(directory, new CompetitionSets(List.of()), "portfolio", List.of(odd, plain));
        ComparisonReport report = (ComparisonReport) site.page(ReportSite.PAGE).orElseThrow();

        assertThat(site.root()).isEqualTo(directory.resolve("sub"));
        assertThat(site.pages()).containsExactly("report.html", "a b#1?/report.html", "plain/report.html");
        assertThat(report.runs())
                .extracting(RunRow::href)
                .containsExactly("a%20b%231%3F/report.html", "plain/report.html");
        assertThat(report.runs()).extracting(RunRow::status).containsOnly("pending");
        assertThat(site.page("plain/report.html")).containsInstanceOf(RunReport.class);
    }

    @Test
    void finishedRun_whoseAnswersAreElsewhere_isReported_andThePageSaysWhyItIsNotGraded() throws IOException {
        RunDirectory run = RunOnDisk.describe(directory, "aide", "ledger", /* over= */ true);
        RunOnDisk.log(run, List.of(new Event.RunStarted(-1, "hash"), new Event.RunEnded(0, "completed")));
        FinishedRuns finished = new FinishedRuns(directory, new CompetitionSets(List.of()));
        RunSite site = new RunSite(run, id -> Optional.of(false), finished::hindsight);

        Hindsight hindsight = ((RunReport) site.page(ReportSite.PAGE).orElseThrow()).hindsight();

        assertThat(hindsight.missing()).startsWith("The submissions cannot be graded here: ");
        assertThat(hindsight.regret()).isNull();
    }

    private static RunDirectory log(Path root) throws IOException {
        RunDirectory run = RunOnDisk.describe(root, "aide", "ledger", /* over= */ false);
        RunOnDisk.log(run, List.of(new Event.RunStarted(-1, "hash")));
        return run;
    }

    private static String cell(String id, String status, String reason) {
        return """
                {"id": "%s", "run": "runs/%s", "status": "%s", "reason": %s, "outcome": null, "cell": {"scaffold": "aide",
                 "policy": "ledger", "pursuit": "scaffold", "model": {"name": "offline", "profile": "weak"},
                 "budget": {"window": null, "memory": 300}, "competition": "toy", "description": "original", "seed": 1}}
                """.formatted(id, id, status, reason).replace("\n", "") + "\n";
    }
}
