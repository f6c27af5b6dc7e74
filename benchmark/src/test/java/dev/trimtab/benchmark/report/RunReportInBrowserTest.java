package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.comparison.MedalHistory;
import dev.trimtab.benchmark.comparison.SelectionRegret;
import dev.trimtab.benchmark.comparison.Standing;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.testing.HeadlessChromium;
import dev.trimtab.benchmark.testing.ToyRoute;
import dev.trimtab.benchmark.testing.ToyRun;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run's report in a real browser: AIDE in the real loop with every kind of decision, and an agent whose every text attacks the page. */
final class RunReportInBrowserTest {
    private static final List<ToyRoute> WORLD = List.of(
            new ToyRoute("XGBoost", 0.80, 0, 0, 8),
            new ToyRoute("RandomForestClassifier", 0.74, 2, 0.02, 2),
            new ToyRoute("LogisticRegression", 0.70, 0, 0, 2),
            new ToyRoute("KNeighborsClassifier", 0.66, 3, 0.03, 2),
            new ToyRoute("XGBoost", 0.78, 2, 0.02, 1),
            new ToyRoute("GaussianNB", 0.60, 0, 0, 2));
    private static final List<String> ATTACKS = List.of(
            "</script><script>window.pwned = 1</script>",
            "<img src=x onerror=\"window.pwned = 2\">",
            "<!--<script>",
            "]]>\u2028\u2029\u0000\uD83D\uDE00 \u202Eright to left \u0301",
            "'\"><svg onload=window.pwned=3>${window.pwned=4}{{data}}$&$1",
            "javascript:window.pwned=5",
            "__proto__",
            "constructor");

    @TempDir
    private static Path directory;

    private static HeadlessChromium browser;
    private static Path report;
    private static ToyRun run;

    @BeforeAll
    static void start() throws IOException {
        browser = HeadlessChromium.start(directory.resolve("profile"));
        run = ToyRun.of(directory.resolve("run"), WORLD, "portfolio", Pursuit.Mode.SCAFFOLD, /* steps= */ 50, 500);
        report = write(RunOnDisk.describe(run.directory(), "aide", "portfolio", /* over= */ true));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.preferColours("light");
        browser.open(report.toUri());
    }

    @Test
    void page_isDrawn_withoutComplaint_andLoadsNothing() {
        assertThat(text("h1")).isEqualTo("run");
        assertThat(browser.evaluate("[...document.querySelectorAll('main > section')].map((part) => part.id).join(' ')")
                        .asText())
                .isEqualTo("overview scores over-time tree steps portfolio contamination audit attempts");
        assertThat(browser.evaluate("document.querySelectorAll('.uplot canvas').length")
                        .asInt())
                .isEqualTo(4);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).first().isEqualTo(report.toUri().toString());
        assertThat(browser.requests()).allSatisfy(request -> assertThat(request).matches("(file|data):.*"));
        assertThat(browser.requests().stream().filter(request -> !request.startsWith("data:")))
                .hasSize(1);
    }

    @Test
    void headline_saysScoreMedalGround_andThatTheModelIsNoLanguageModel() {
        assertThat(text("#verdict")).startsWith("What held this run back: ");
        assertThat(text("#overview"))
                .contains("score 0.79, medal bronze", "strong verification", "a program, no language model", "seed 7");
    }

    @Test
    void window_isTheOneStated_elseWhatTheModelsTake_elseTheModelsOwn() throws IOException {
        String stated = text("#overview");
        RunDirectory whole = RunOnDisk.describe(directory.resolve("whole"), "aide", "ledger", false);
        String json = Files.readString(whole.runJson()).replace("\"tokens\": 12000", "\"tokens\": null");
        Files.writeString(whole.runJson(), json);
        browser.open(write(whole).toUri());
        String taken = text("#overview");
        Files.writeString(whole.runJson(), json.replace("context-window", "other"));
        browser.open(write(whole).toUri());

        assertThat(stated).contains("Window12,000 tokens, memory at most 500");
        assertThat(taken).contains("Window32,000 tokens, memory at most 500");
        assertThat(text("#overview")).contains("Windowthe model\u2019s own, memory at most 500");
    }

    @Test
    void overTime_showsMedalsGainedAndLost_andWhatEachSelectorLost() {
        assertThat(text("#over-time")).contains("Medals gained: 1, lost: 1.", "rests on no verification");
        assertThat(texts("#over-time tbody tr"))
                .containsExactly(
                        "2440nonesilvergained",
                        "3660silvernonelost",
                        "weak: the best score that a program printed for itselfn30.4none0.50.5",
                        "strong: as the run chose, by strong verification where there was onen30.4none0.50.5",
                        "last: the newestn9\u2013none0.9\u2013");
    }

    @Test
    void tree_opensToCodeAndOutput_ofEveryAttempt() {
        String code = browser.evaluate(
                        "(() => { const node = document.querySelector('.tree li ul details'); node.querySelector('summary').click();"
                                + " return new Promise((done) => setTimeout(() => done(node.textContent))); })()")
                .asText();

        assertThat(code).contains("Plan", "Code", "Output", "use XGBoost on route 0, risen 0 times");
        assertThat(browser.evaluate("document.querySelectorAll('.tree details').length")
                        .asLong())
                .isEqualTo(attempts().size());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void table_sortsBothWays_byItsButtons_andSaysSo() {
        String sort = "document.querySelectorAll('#attempts thead button')[4]";
        browser.evaluate(sort + ".click()");
        List<Double> up = column(5);
        String ascending = browser.evaluate(sort + ".closest('th').getAttribute('aria-sort')")
                .asText();
        browser.evaluate(sort + ".click()");

        assertThat(up).hasSizeGreaterThan(10).isSorted();
        assertThat(ascending).isEqualTo("ascending");
        assertThat(column(5)).isSortedAccordingTo(Comparator.reverseOrder()).containsExactlyInAnyOrderElementsOf(up);
        assertThat(browser.evaluate(sort + ".closest('th').getAttribute('aria-sort')")
                        .asText())
                .isEqualTo("descending");
    }

    @Test
    void marks_ofEveryKindOfDecision_showTheirCertificates_withAssumedNumbersMarked() {
        for (String type : List.of("retire", "compress", "branch", "substitute", "reset", "recover")) {
            browser.evaluate("document.querySelector('.lanes button[data-decision=" + type + "]').click()");

            assertThat(text("#certificate")).contains(type, "Law L", "assumed", "margin");
        }
        assertThat(browser.evaluate("document.querySelectorAll('.lanes button[aria-pressed=true]').length")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void colours_followTheSystem_untilTheSwitchIsPressed() {
        String light = background();
        browser.preferColours("dark");
        String dark = background();
        browser.evaluate("document.getElementById('theme').click()");

        assertThat(dark).isNotEqualTo(light);
        assertThat(background()).isEqualTo(light);
        assertThat(browser.evaluate("document.getElementById('theme').getAttribute('aria-pressed')")
                        .asText())
                .isEqualTo("false");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keyboard_reachesTheContentAndOpensAnAttempt() {
        browser.press("Tab", 9, "");
        String first = browser.evaluate("document.activeElement.className").asText();
        browser.press("Enter", 13, "\r");
        browser.evaluate("document.querySelector('.tree summary').focus()");
        browser.press("Enter", 13, "\r");

        assertThat(first).isEqualTo("skip");
        assertThat(browser.evaluate("document.querySelector('.tree details').open")
                        .asBoolean())
                .isTrue();
        assertThat(browser.evaluate("[...document.querySelectorAll('[onclick],[tabindex]')]"
                                + ".filter((element) => element.tabIndex > 0).length")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void charts_ofFewSteps_writeWholeStepsAndTokensUnderTheirLines(int attempts) throws IOException {
        List<Event> events = new ArrayList<>(List.of(new Event.RunStarted(-1, "hash")));
        for (int step = 0; step < attempts; step++) {
            events.add(new Event.StepStarted(step, "native", List.of(), null));
            events.add(RunOnDisk.executed(step, "score"));
            events.add(RunOnDisk.attempted(step, step == 0 ? null : "n0", "tree", 100.0 + 100 * step));
        }
        RunDirectory few = RunOnDisk.describe(directory.resolve("few" + attempts), "aide", "ledger", false);
        RunOnDisk.log(few, events);
        browser.open(write(few).toUri());
        List<String> drawn = drawn();

        assertThat(drawn).contains("step", "0", String.valueOf(attempts - 1));
        assertThat(drawn).filteredOn(text -> !text.matches("[a-z ]*")).allMatch(text -> text.matches("-?[0-9,]+"));
        assertThat(browser.complaints()).isEmpty();
    }

    /** Returns what the chart of scores over steps writes on its canvas when it is drawn again. */
    private static List<String> drawn() {
        List<String> texts = new ArrayList<>();
        browser.evaluate(
                        "(() => { const canvas = document.querySelector('#scores canvas'); const texts = [];"
                                + " const pen = canvas.getContext('2d'); const write = pen.fillText.bind(pen);"
                                + " pen.fillText = (text, ...at) => { texts.push(text); write(text, ...at); };"
                                + " document.getElementById('theme').click();"
                                + " return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(texts)))); })()")
                .forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void hostileTexts_areShownAsTheyAre_andDoNothing() throws IOException {
        List<Event> events = new ArrayList<>(List.of(new Event.RunStarted(-1, "hash")));
        for (int step = 0; step < ATTACKS.size(); step++) {
            String attack = ATTACKS.get(step);
            events.add(new Event.StepStarted(step, attack, List.of(), null));
            events.add(RunOnDisk.executed(step, attack));
            events.add(new Event.ToolUsed(step, attack, attack, attack));
            events.add(new Event.Noticed(step, attack));
            events.add(RunOnDisk.attempted(step, step == 0 ? null : "n0", attack, step % 2 == 0 ? 0.5 : null));
        }
        RunDirectory hostile = RunOnDisk.describe(directory.resolve("hostile"), "openhands", "__proto__", true);
        RunOnDisk.log(hostile, events);
        browser.open(write(hostile).toUri());
        browser.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        browser.evaluate("new Promise((done) => setTimeout(done))");
        browser.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        JsonNode shown = browser.evaluate("new Promise((done) => setTimeout(() => done("
                + "[...document.querySelectorAll('#tree pre')].map((box) => box.textContent))))");

        assertThat(browser.evaluate("window.pwned === undefined").asBoolean()).isTrue();
        assertThat(browser.evaluate("document.querySelectorAll('img, svg, iframe, object').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelectorAll('script').length")
                        .asInt())
                .isEqualTo(3);
        assertThat(new ObjectMapper().convertValue(shown, String[].class)).contains(ATTACKS.toArray(String[]::new));
        assertThat(browser.complaints()).isEmpty();
    }

    private static Path write(RunDirectory run) throws IOException {
        return Files.writeString(run.report(), ReportPage.of(RunReport.of(run, id -> Optional.empty(), hindsight())));
    }

    /** A silver medal that was won and lost. */
    private static Hindsight hindsight() {
        Standing best = new Standing(true, 0.9, 0.9, true, Medal.SILVER);
        SelectionRegret.Choice overfit =
                new SelectionRegret.Choice("n3", new Standing(true, 0.4, 0.4, false, Medal.NONE), 0.5, 0.5);
        SelectionRegret.Choice invalid =
                new SelectionRegret.Choice("n9", new Standing(true, null, 0.0, false, Medal.NONE), 0.9, null);
        return new Hindsight(
                null,
                List.of(
                        new MedalHistory.Change(2, 4, 40, Medal.NONE, Medal.SILVER),
                        new MedalHistory.Change(3, 6, 60, Medal.SILVER, Medal.NONE)),
                new SelectionRegret(3, 2, best, overfit, overfit, invalid, /* verified= */ false));
    }

    private static List<String> texts(String selector) {
        List<String> texts = new ArrayList<>();
        browser.evaluate("[...document.querySelectorAll('" + selector + "')].map((one) => one.textContent)")
                .forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<Event> attempts() {
        return run.events().stream().filter(Event.Attempted.class::isInstance).toList();
    }

    private static String text(String selector) {
        return browser.evaluate("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    private static String background() {
        return browser.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>"
                        + " done(getComputedStyle(document.body).backgroundColor))))")
                .asText();
    }

    private static List<Double> column(int number) {
        JsonNode cells =
                browser.evaluate("[...document.querySelectorAll('#attempts tbody tr')].map((row) => row.children["
                        + (number - 1) + "].textContent).filter((cell) => cell !== '\\u2013').map(Number)");
        List<Double> values = new ArrayList<>();
        cells.forEach(cell -> values.add(cell.asDouble()));
        return Collections.unmodifiableList(values);
    }
}
