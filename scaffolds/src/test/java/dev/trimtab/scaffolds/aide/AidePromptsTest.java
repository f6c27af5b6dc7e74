package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.scaffolds.prompt.Wording;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each of AIDE's prompts shows, by the ids of the fidelity checklist. */
class AidePromptsTest {
    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));
    private final AidePrompts prompts = new AidePrompts(
            FakeRunContext.task(true),
            AideConfig.DEFAULT,
            false,
            Wording.load(PromptTemplates.class, AideConfig.BUILT_IN));
    private final SolutionTree tree =
            Nodes.maximizing().good("a1", null, 0.75).buggy("b2", null).tree();

    @Test
    void a10_draft_hasItsSectionsInOrder() {
        assertThat(headings(draft()))
                .containsExactly(
                        "# Introduction",
                        "# Task description",
                        "# Memory",
                        "# Instructions",
                        "## Response format",
                        "## Solution sketch guideline",
                        "## Implementation guideline",
                        "## Installed packages",
                        "# Data overview");
    }

    @Test
    void a10_dataOverview_standsInNoFenceOfItsOwn_sinceItHoldsFences() {
        Section overview = draft().sections().get(draft().sections().size() - 1);

        assertThat(overview).isInstanceOfSatisfying(Section.Required.class, data -> {
            assertThat(data.item().text()).isEqualTo(context.dataPreview());
            assertThat(data.fence()).isNull();
        });
    }

    @Test
    void a10_memory_offersEveryAttemptInOrderAndNoCode() {
        List<ContextItem> items = draft().optional();

        assertThat(items).extracting(ContextItem::id).containsExactly("a1", "b2");
        assertThat(items.get(0).text()).isEqualTo("Design: plan a1\nResults: analysis a1\nValidation Metric: 0.75");
        assertThat(items.get(1).text())
                .isEqualTo("Design: plan b2\nResults: The program failed with KeyError: 'age'. analysis b2");
        assertThat(items).noneMatch(item -> item.text().contains("code"));
    }

    @Test
    void a11_improve_hasCodeAndMemoryButNoDataAndNoOutput() {
        ContextRequest request = prompts.improve(context, tree.memory(), tree.get("a1"));

        assertThat(headings(request))
                .containsExactly(
                        "# Introduction",
                        "# Task description",
                        "# Memory",
                        "# Instructions",
                        "## Response format",
                        "## Solution improvement guideline",
                        "## Implementation guideline",
                        "# Previous solution",
                        "## Code");
        assertThat(FakeRunContext.prompt(request)).contains("code a1").doesNotContain("output a1");
        assertThat(request.optional()).hasSize(2);
    }

    @Test
    void a12_debug_hasCodeOutputAndDataButNoMemory() {
        ContextRequest request = prompts.debug(context, tree.get("b2"));

        assertThat(headings(request))
                .containsExactly(
                        "# Introduction",
                        "# Task description",
                        "# Previous (buggy) implementation",
                        "# Execution output",
                        "# Instructions",
                        "## Response format",
                        "## Bugfix improvement guideline",
                        "## Implementation guideline",
                        "# Data overview");
        assertThat(FakeRunContext.prompt(request)).contains("code b2", "output b2", context.dataPreview());
        assertThat(request.optional()).isEmpty();
    }

    @Test
    void a13_longOutput_isCutInTheReview() {
        ContextRequest request = prompts.review(context, "c3", "score 1", "x".repeat(5101));

        assertThat(required(request, "c3.output")).contains("101 characters").hasSizeLessThan(5101);
    }

    @Test
    void review_always_forcesTheFunctionOnTheFeedbackModel() {
        ContextRequest request = prompts.review(context, "c3", "score 1", "Validation auc: 1");

        assertThat(headings(request))
                .containsExactly("# Introduction", "# Task description", "# Implementation", "# Execution output");
        assertThat(request.model()).isEqualTo(ContextRequest.Model.FEEDBACK);
        assertThat(request.tools()).containsExactly(ReviewCall.TOOL);
    }

    @Test
    void a21_eachStep_showsOneStepLess() {
        List<String> drafts = draftsOf(forkLike(), /* showTime= */ false, null);

        assertThat(drafts.get(0)).contains("Steps left in this run, this one included: 40.");
        assertThat(drafts.get(1)).contains("Steps left in this run, this one included: 39.");
    }

    @Test
    void a21_timeLeft_isShownAndBoundsTheProgramWhereDurationsAreAllowed() {
        assertThat(draftsOf(forkLike(), /* showTime= */ true, Duration.ofMinutes(50))
                        .get(0))
                .contains("Time left in this run: 50 minutes.")
                .contains("must end within 50 minutes");
        assertThat(draftsOf(forkLike(), /* showTime= */ true, Duration.ofHours(20))
                        .get(0))
                .contains("Time left in this run: 20 hours.")
                .contains("must end within 1 hour 30 minutes");
    }

    @Test
    void a21_timeLeft_isHiddenWithoutShowTimeAndWithoutALimit() {
        assertThat(draftsOf(forkLike(), /* showTime= */ false, Duration.ofMinutes(50))
                        .get(0))
                .doesNotContain("Time left")
                .contains("must end within 1 hour 30 minutes");
        assertThat(draftsOf(forkLike(), /* showTime= */ true, null).get(0)).doesNotContain("Time left");
    }

    @Test
    void a21_withoutShowLeft_nothingIsSaidOfWhatIsLeft() {
        assertThat(draftsOf(AideConfig.DEFAULT, /* showTime= */ true, Duration.ofMinutes(50))
                        .get(0))
                .doesNotContain("left in this run");
    }

    private static AideConfig forkLike() {
        return new AideConfig(5, 1, 20, 5, true, false, true, AideConfig.BUILT_IN);
    }

    private static List<String> draftsOf(AideConfig config, boolean showTime, @Nullable Duration left) {
        FakeRunContext run = FakeRunContext.of(FakeRunContext.task(true));
        if (left != null) {
            run.left(left);
        }
        run.writes("score 0.5\nwrite", "score 0.5\nwrite")
                .runAll(new AideAgent(FakeRunContext.task(true), config, showTime));
        return run.requests("draft").stream().map(FakeRunContext::prompt).toList();
    }

    @Test
    void everyPrompt_isOneSystemMessage() {
        assertThat(List.of(draft(), prompts.debug(context, tree.get("b2"))))
                .allSatisfy(request ->
                        assertThat(request.sections()).extracting(Section::role).containsOnly(Section.Role.SYSTEM));
    }

    @Test
    void implementationGuideline_always_namesFilesScoreLineAndTimeLimit() {
        assertThat(FakeRunContext.prompt(draft()))
                .contains("`Validation auc: <value>`", "./submission/submission.csv", "./input", "1 hour 30 minutes")
                .contains("5-fold", "solution.py")
                .doesNotContain("{");
    }

    @Test
    void javaKernel_always_asksForAJavaFile() {
        FakeRunContext java = FakeRunContext.of(FakeRunContext.task(true), 1, "java");

        assertThat(FakeRunContext.prompt(prompts.draft(java, tree.memory(), null)))
                .contains("Solution.java", "public class", "Java program")
                .doesNotContain("pandas");
    }

    @Test
    void packages_ofTwoSteps_areShuffledAnewButTheSameForOneSeed() {
        AideAgent agent = new AideAgent(FakeRunContext.task(true), AideConfig.DEFAULT, false);
        context.writes("write", "write", "write").runAll(agent);
        FakeRunContext again = FakeRunContext.of(FakeRunContext.task(true));
        again.writes("write", "write", "write").runAll(new AideAgent(again.task(), AideConfig.DEFAULT, false));

        assertThat(packages(context)).isEqualTo(packages(again)).doesNotHaveDuplicates();
    }

    @Test
    void noFoldsNoPreview_leaveTheirLinesOut() {
        AideConfig plain = new AideConfig(5, 0.5, 3, 1, false, false, false, AideConfig.BUILT_IN);
        ContextRequest request = new AidePrompts(
                        FakeRunContext.task(true),
                        plain,
                        /* showTime= */ false,
                        Wording.load(PromptTemplates.class, AideConfig.BUILT_IN))
                .draft(context, List.of(), null);

        assertThat(FakeRunContext.prompt(request)).doesNotContain("-fold");
        assertThat(headings(request)).doesNotContain("# Data overview", "# Memory");
    }

    private ContextRequest draft() {
        return prompts.draft(context, tree.memory(), null);
    }

    private static List<String> headings(ContextRequest request) {
        return FakeRunContext.prompt(request)
                .lines()
                .filter(line -> line.startsWith("#"))
                .toList();
    }

    private static String required(ContextRequest request, String id) {
        return request.sections().stream()
                .filter(Section.Required.class::isInstance)
                .map(Section.Required.class::cast)
                .filter(section -> section.item().id().equals(id))
                .findFirst()
                .orElseThrow()
                .item()
                .text();
    }

    private static List<String> packages(FakeRunContext run) {
        return run.requests("draft").stream()
                .map(FakeRunContext::prompt)
                .flatMap(prompt -> Arrays.stream(prompt.split("\n")))
                .filter(line -> line.contains("alpha"))
                .toList();
    }
}
