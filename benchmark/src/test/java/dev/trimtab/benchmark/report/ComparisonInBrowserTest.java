package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.comparison.Arm;
import dev.trimtab.benchmark.comparison.Comparer;
import dev.trimtab.benchmark.comparison.Milestone;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.comparison.SelectionRegret;
import dev.trimtab.benchmark.comparison.Standing;
import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.testing.HeadlessChromium;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of several runs, and one that is served while its run goes on, in a real browser. */
final class ComparisonInBrowserTest {
    private static final String ATTACK = "</script><img src=x onerror=window.pwned=1>";

    @TempDir
    private static Path directory;

    private static HeadlessChromium browser;

    @BeforeAll
    static void start() throws IOException {
        browser = HeadlessChromium.start(directory.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void page_showsArmsContrastsSeedsAndRuns_withoutComplaint() throws IOException {
        Path page = Files.writeString(directory.resolve("comparison.html"), ReportPage.of(comparison()));
        browser.open(page.toUri());

        assertThat(text("[...document.querySelectorAll('main > section')].map((part) => part.id).join(' ')"))
                .isEqualTo("overview headline head-to-head seeds runs");
        assertThat(text("document.querySelector('#overview').textContent"))
                .contains("7 runs: 6 finished, 1 failed", "no language model", ATTACK);
        assertThat(number("document.querySelectorAll('#headline tbody')[0].rows.length"))
                .isEqualTo(2);
        assertThat(text("document.querySelectorAll('#headline tbody')[2].rows[0].textContent"))
                .contains("portfolio")
                .endsWith("300300.25 \u00b1 00.25 \u00b1 00.25 \u00b1 000");
        assertThat(number("document.querySelectorAll('.forest').length"))
                .isEqualTo(number("document.querySelectorAll('#head-to-head table').length"))
                .isPositive();
        assertThat(text("document.querySelector('#head-to-head .warn').textContent"))
                .startsWith("Pairs: 3. So no p is below 0.2500");
        assertThat(text("document.querySelector('#head-to-head table tbody tr').textContent"))
                .contains("ledger", "3");
        assertThat(number("document.querySelectorAll('#seeds tbody tr').length"))
                .isEqualTo(2);
        assertThat(
                        text(
                                "[...document.querySelectorAll('#runs tbody a')].map((one) => one.getAttribute('href')).join(' ')"))
                .startsWith("runs/portfolio-1/report.html ");
        assertThat(text("document.querySelector('#runs tbody .bad').textContent"))
                .isEqualTo("failed: " + ATTACK);
        assertThat(browser.evaluate("window.pwned === undefined").asBoolean()).isTrue();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests().stream().filter(request -> !request.startsWith("data:")))
                .containsExactly(page.toUri().toString());
    }

    @Test
    void contrastOfOnePair_saysThatItHasNoInterval_andDrawsNone() throws IOException {
        List<RunOutcome> outcomes = List.of(outcome("portfolio", 1, 0.7), outcome("ledger", 1, 0.2));
        List<RunRow> rows = outcomes.stream()
                .map(one -> RunRow.of(one.arm().policy(), null, one))
                .toList();
        ComparisonReport report = new ComparisonReport(
                "experiment", "one pair", Comparer.compare("portfolio", outcomes, List.of()), rows, SeedRow.of(rows));
        Path page = Files.writeString(directory.resolve("one-pair.html"), ReportPage.of(report));
        browser.open(page.toUri());

        assertThat(text("document.querySelector('#head-to-head table tbody tr').textContent"))
                .contains("1100.5no intervalno interval");
        assertThat(number("document.querySelectorAll('.forest circle').length")).isPositive();
        assertThat(number("document.querySelectorAll('.forest .wide, .forest .narrow').length"))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void headlineTable_sortsByTheMean_notByItsText() throws IOException {
        Path page = Files.writeString(directory.resolve("sorted.html"), ReportPage.of(comparison()));
        browser.open(page.toUri());
        String button =
                "[...document.querySelectorAll('#headline thead button')].find((one) => one.textContent === 'Percentile')";
        browser.evaluate(button + ".click()");
        String first = text("document.querySelector('#headline tbody th').textContent");
        browser.evaluate(button + ".click()");

        assertThat(first).isEqualTo("ledger");
        assertThat(text("document.querySelector('#headline tbody th').textContent"))
                .isEqualTo("portfolio");
    }

    @Test
    void servedReport_drawsWhatIsNew_andLeavesOpenWhatWasOpen() throws IOException {
        RunSite site = new RunSite(
                RunOnDisk.describe(directory.resolve("live"), "aide", "ledger", /* over= */ false),
                id -> Optional.of(false),
                run -> Hindsight.tooEarly());
        try (Journal journal = Journal.create(site.run().events(), InstantSource.fixed(Instant.EPOCH));
                ReportServer server = ReportServer.start(site, 0)) {
            journal.append(RunOnDisk.attempted(0, null, "first", 0.5));
            journal.sync();
            browser.open(server.address());
            browser.evaluate("document.querySelector('.tree details').open = true");
            browser.evaluate("new Promise((done) => setTimeout(done))");
            journal.append(new Event.Noticed(1, "fresh"));
            journal.append(RunOnDisk.attempted(1, "n0", "second", 0.6));
            journal.sync();

            assertThat(browser.evaluate("new Promise((done) => { const look = () => {"
                                    + " const opened = [...document.querySelectorAll('.tree details')].map((one) => one.open);"
                                    + " return opened.length === 2 && opened[0] ? done(opened.join(' ')) : requestAnimationFrame(look); };"
                                    + " look(); })")
                            .asText())
                    .isEqualTo("true false");
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(browser.evaluate(
                                "new Promise((done) => { const look = () => { const note = document.getElementById('stale');"
                                        + " return note.hidden ? requestAnimationFrame(look) : done(note.textContent); }; look(); })")
                        .asText())
                .startsWith("Not up to date: ");
    }

    private static ComparisonReport comparison() {
        List<RunRow> rows = new ArrayList<>();
        List<RunOutcome> outcomes = new ArrayList<>();
        for (String policy : List.of("portfolio", "ledger")) {
            for (int seed = 1; seed <= 3; seed++) {
                RunOutcome outcome = outcome(policy, seed, policy.equals("ledger") ? 0.2 : 0.6 + seed / 10.0);
                String name = policy + "-" + seed;
                outcomes.add(outcome);
                rows.add(RunRow.of(name, "runs/" + name + "/report.html", outcome));
            }
        }
        rows.add(new RunRow(
                ATTACK, null, "aide", "portfolio", "offline", "300", "toy", 4, "failed", ATTACK, null, null, null));
        return new ComparisonReport(
                "experiment", ATTACK, Comparer.compare("portfolio", outcomes, List.of()), rows, SeedRow.of(rows));
    }

    private static RunOutcome outcome(String policy, long seed, double percentile) {
        Standing standing = new Standing(true, percentile, percentile, percentile > 0.5, Medal.NONE);
        Standing nothing = new Standing(false, null, 0.0, false, Medal.NONE);
        SelectionRegret.Choice chosen = new SelectionRegret.Choice("n0", standing, 0.25, 0.25);
        return new RunOutcome(
                new Arm("aide", policy, "scaffold", "offline/weak", "12000/300", "original", "hash"),
                "toy",
                seed,
                standing,
                percentile,
                /* higherIsBetter= */ true,
                new RunTotals(5, 10, 1000, 0, 5, 0, 5, 3, 5, 3, 0, 0, Duration.ofSeconds(3)),
                List.of(new Milestone(0, 0, 0, nothing), new Milestone(4, 9, 900, standing)),
                new SelectionRegret(1, 1, standing, chosen, chosen, chosen, /* verified= */ false));
    }

    private static String text(String expression) {
        return browser.evaluate(expression).asText();
    }

    private static int number(String expression) {
        return browser.evaluate(expression).asInt();
    }
}
