package dev.trimtab.benchmark.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionFolders;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of a description, and what stays. The long description below is made up. */
final class ObfuscationTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final Obfuscation RULES = Obfuscation.builtIn();
    private static final String ID = "ventilator-pressure-prediction";
    private static final Pattern LINK = Pattern.compile("https?:|www\\.|]\\(|<a |\\.com\\b");

    private static final String LIKE_KAGGLES = """
            # Google Brain - Ventilator Pressure Prediction

            Welcome to this [Kaggle competition](https://www.kaggle.com/c/ventilator-pressure-prediction) held by **Google Brain**!
            Kagglers will predict `pressure`; see ![a lung](https://example.org/lung.png) and <a href="http://x.io/a?b=c">the paper</a>.

            ## Evaluation

            Mean absolute error. Columns are id,pressure. Write to help@kaggle.com or see www.example.com/faq.

            ```
            id,pressure
            1,20
            ```

            ## Prizes

            - First place: $2,500 from Google

            ### Sponsor

            Princeton

            ## Dataset Description

            - **train.csv** and `kaggle_extra.csv` - the training set; u_in and time_step are inputs of this competition

            ## Citation

            A. Person. Ventilator Pressure Prediction. https://kaggle.com/competitions/ventilator-pressure-prediction, 2021.
            """;

    @Test
    void of_aDescriptionLikeKaggles_keepsTheTaskAndNothingOfItsOrigin() {
        assertThat(RULES.of(ID, LIKE_KAGGLES, Set.of("id", "pressure", "u_in", "time_step")))
                .isEqualTo("""
                # this task

                Welcome to this task held by **this task**!
                participants will predict `pressure`; see  and the paper.

                ## Evaluation

                Mean absolute error. Columns are id,pressure. Write to  or see .

                ```
                id,pressure
                1,20
                ```

                ## Dataset Description

                - **train.csv** and `kaggle_extra.csv` - the training set; u_in and time_step are inputs of this task
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Prizes",
                "## Prizes",
                "## **Prizes**",
                "## 3. Prizes ##",
                "## Prizes: $50,000",
                "## Prizes & Awards",
                "## Cash prizes (USD)",
                "## Timeline",
                "## Competition timeline",
                "## Timeline and deadlines",
                "## Dates",
                "## Important Dates",
                "## Key dates for this competition",
                "## Dates and deadlines",
                "## Citation",
                "## Data citation",
                "### How to cite this dataset",
                "## Acknowledgements",
                "## ACKNOWLEDGMENTS",
                "## Credits and thanks",
                "## Photo credits",
                "## Our sponsors",
                "## Sponsors & Partners",
                "## Hosts",
                "## Hosted by the museum",
                "## About us",
                "## About the host",
                "## About the sponsors",
                "## About running notebooks on Kaggle",
                "## Code Requirements",
                "## Rules",
                "## Official rules",
                "## Rules of the competition",
                "## Rules and eligibility",
                "## Teams",
                "## FAQ",
                "## FAQ: submissions",
                "## Source",
                "## Sources",
                "## Data sources",
                "## Source and licence",
                "## Source of the data",
                "## License",
                "## Licence (CC BY 4.0)",
                "## Citation, licence and attribution",
                "## Getting Started",
                "## Resources",
                "## References"
            })
    void of_headingOnOriginMoneyOrPeople_goesWithItsSection(String heading) {
        assertThat(RULES.of(ID, "## Task\n\nPredict.\n\n" + heading + "\n\nPrinceton.\n", Set.of()))
                .isEqualTo("## Task\n\nPredict.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Date",
                "## Date format",
                "## Dates and times",
                "## Dates of the visits",
                "## Date of birth",
                "## Source images",
                "## Source and target languages",
                "## Source code of a notebook",
                "## Sources of noise",
                "## Host galaxies",
                "## Hosts of the parasite",
                "## About the host galaxy",
                "## Team",
                "## Team statistics",
                "## Teams and players",
                "## Rule-based labels",
                "## Rules and scoring",
                "## Rules of the game",
                "## Reference genome",
                "## Reference and alternative alleles",
                "## References to other rows",
                "## Resource usage",
                "## Resources of a cluster",
                "## License plates",
                "## Licence numbers",
                "## Credit history",
                "## Credits and debits",
                "## Citation graph",
                "## Citations between papers",
                "## Prize column",
                "## Partner identifiers",
                "## Timeline of a game",
                "## Timelines",
                "## Sponsored posts",
                "## Code requirement files",
                "## Getting started with masks",
                "## Evaluation",
                "## Task",
                "## Image sources and sizes"
            })
    void of_headingThatMerelyBeginsLikeOne_staysWithItsSection(String heading) {
        assertThat(RULES.of(ID, "## Task\n\nPredict.\n\n" + heading + "\n\nThey are numbers.\n", Set.of()))
                .isEqualTo("## Task\n\nPredict.\n\n" + heading + "\n\nThey are numbers.\n");
    }

    @Test
    void of_hostOfAnotherCompetition_isTakenOutToo_butNotInsideOfWords() {
        assertThat(RULES.of("spooky-author-identification", "Made with Jigsaw. A jigsawed edge; NFLX.", Set.of()))
                .isEqualTo("Made with the organiser. A jigsawed edge; NFLX.\n");
    }

    static Stream<Competition> competitions() {
        return Stream.of("mle-bench", "pocket")
                .flatMap(set -> CompetitionFolders.read(
                        HOME.resolve("benchmark/competitions").resolve(set))
                        .stream());
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void of_everyDescriptionThatComesWithUs_keepsTheFilesAndColumnsThatItNames(Competition competition)
            throws IOException {
        Set<String> columns = new TreeSet<>(competition.definition().scored());
        columns.add(competition.definition().idColumn());
        String text = Files.readString(competition.description());

        String plain = RULES.of(competition.id(), text, columns);

        String kept = text.replaceAll("(?s)\\n## (?:Source|Licen[cs]e).*?(?=\\n## |$)", "\n");
        assertThat(codes(plain)).isEqualTo(codes(kept));
        assertThat(plain.replaceAll("`[^`]*`", "")).doesNotContainPattern(LINK).doesNotContainPattern("(?i)kaggle");
        for (String column : columns) {
            assertThat(mentions(plain, column)).as(column).isEqualTo(mentions(kept, column));
        }
    }

    @Property(seed = "1")
    void of_anyMixture_leavesNoLinkAndNoKaggle_keepsColumnsAndFiles_andIsTheSameAgain(
            @ForAll("descriptions") String text) {
        Set<String> columns = Set.of("u_in", "time_step", "breath id");

        String plain = RULES.of(ID, text, columns);

        assertThat(plain)
                .doesNotContainPattern(LINK)
                .doesNotContainPattern("(?i)kaggle")
                .doesNotContain("Ventilator Pressure");
        for (String column : columns) {
            assertThat(mentions(plain, column)).as(column).isEqualTo(mentions(text, column));
        }
        assertThat(mentions(plain, "train.csv")).isEqualTo(mentions(text, "train.csv"));
        assertThat(RULES.of(ID, text, columns)).isEqualTo(plain);
        assertThat(RULES.of(ID, plain, columns)).isEqualTo(plain);
    }

    @Provide
    Arbitrary<String> descriptions() {
        Arbitrary<String> piece = Arbitraries.of(
                "u_in",
                "`time_step`",
                "breath id",
                "train.csv",
                "Kaggle",
                "KAGGLE'S",
                "kagglers",
                "https://www.kaggle.com/c/x?y=z#w",
                "[Ventilator Pressure Prediction](https://x.org/a_(b)",
                "[![logo](http://a.b/c.png)](http://d.e)",
                "<a href='https://kaggle.com'>here</a>",
                "www.example.com/path",
                "me@example.org",
                "Google Brain - Ventilator Pressure Prediction",
                "ventilator-pressure-prediction",
                "the lung",
                "competition",
                "12.5 cmH2O.");
        Arbitrary<String> space = Arbitraries.of(" ", "\n", "\n\n", ", ", "\n- ");
        return Combinators.combine(
                        piece.list().ofMinSize(1).ofMaxSize(12), space.list().ofSize(12))
                .as((pieces, spaces) -> {
                    StringBuilder text = new StringBuilder("A start");
                    for (int i = 0; i < pieces.size(); i++) {
                        text.append(spaces.get(i)).append(pieces.get(i));
                    }
                    return text.toString();
                });
    }

    @Test
    void task_obfuscated_saysWhichDescriptionItIs() {
        Competition competition = Competition.load(HOME.resolve("benchmark/competitions/mle-bench/spaceship-titanic"));
        PreparedData data = PreparedData.in(Path.of("nowhere"), competition);
        TaskBrief open = new TaskBrief(data, RunConfig.load(HOME, List.of()));
        TaskBrief hidden =
                new TaskBrief(data, RunConfig.load(HOME, List.of(Layer.option("environment.obfuscated=true"))));

        assertThat(open.task(Optional.empty(), null).description()).contains("# Spaceship Titanic");
        assertThat(hidden.task(Optional.empty(), null).description())
                .contains("# this task", "`PassengerId,Transported`")
                .doesNotContain("Spaceship Titanic");
        assertThat(hidden.source().obfuscated()).isTrue();
        assertThat(open.source().obfuscated()).isFalse();
        assertThat(hidden.source().sha256()).isNotEqualTo(open.source().sha256());
    }

    private static List<String> codes(String text) {
        List<String> codes = new ArrayList<>();
        Pattern.compile("`[^`\\n]*`").matcher(text).results().forEach(code -> codes.add(code.group()));
        return codes;
    }

    private static long mentions(String text, String word) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])")
                .matcher(text)
                .results()
                .count();
    }
}
