package dev.trimtab.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.trimtab.runtime.UserError;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokenCounterTest {
    private static final List<String> CORPUS = List.of(
            "import pandas as pd\n\ndf = pd.read_csv('train.csv')\nfor c in df.columns:\n    df[c] = df[c].fillna(0)\n",
            "public static void main(String[] args) throws IOException {\n\t\t\tint x = 0x7fff_ffff;\n}",
            "The quick brown fox jumps over the lazy dog, again and again.",
            "Größenwahn über Äcker · naïve café · ½ × ¾ ≈ 0.375",
            "日本語の文章と中文句子、한국어 문장",
            "🙂🚀👩‍👩‍👧‍👦 ½ ₿ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "{\"a\":[1,2,3.14159,null],\"b\":{\"c\":\"d\\n\"}}",
            "xqzjkvwpfl 8f14e45fceea167a5a36dedd4bea2543 AAAAAAAAAAAAAAAAAAAA",
            " ",
            "\n\n\n\n\n\t\t\t\t\r\n   ",
            "0.1234567890123456789 1e-300 -17,000,000.00");

    private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

    private final TokenCounter older = JTokkitTokenCounter.of("cl100k_base");
    private final TokenCounter newer = JTokkitTokenCounter.of("o200k_base");
    private final TokenCounter estimate = new EstimatingTokenCounter();

    @Provide
    Arbitrary<String> collages() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(CORPUS),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().whitespace().ofMaxLength(60),
                Arbitraries.strings().ascii().ofMaxLength(40));
        return pieces.list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    @Property(tries = 100, seed = "1")
    void largest_isThatOfTheCounterThatCountsMost(@ForAll("collages") String text) {
        assertThat(new LargestTokenCounter(List.of(older, newer)).count(text))
                .isEqualTo(Math.max(older.count(text), newer.count(text)));
    }

    @Property(tries = 300, seed = "1")
    void estimate_isNeverUnderOpenAiCounts(@ForAll("collages") String text) {
        assertThat(estimate.count(text)).isGreaterThanOrEqualTo(Math.max(older.count(text), newer.count(text)));
    }

    @Property(tries = 100, seed = "1")
    void count_askedAgain_isTheSameFromTheCache(@ForAll("collages") String text) {
        assertThat(newer.count(text))
                .isEqualTo(newer.count(text))
                .isEqualTo(JTokkitTokenCounter.of("o200k_base").count(text));
    }

    @Property(tries = 1000, seed = "1")
    void count_paragraphByParagraph_isThatOfTheWholeText(
            @ForAll("paragraphs") String text, @ForAll EncodingType encoding) {
        assertThat(JTokkitTokenCounter.of(encoding.getName()).count(text))
                .isEqualTo(ENCODINGS.getEncoding(encoding).countTokensOrdinary(text));
    }

    @Provide
    Arbitrary<String> paragraphs() {
        Arbitrary<String> joints = Arbitraries.of(
                "\n\n",
                "\n\n",
                "\n",
                "\r\n\r\n",
                " \n\n",
                "\n \n",
                "\t\n\n",
                "\n\n\n",
                ".\n\n",
                "\n\n ",
                "\n\n/",
                "#",
                "'s");
        return Arbitraries.oneOf(
                        joints,
                        Arbitraries.of(CORPUS),
                        Arbitraries.strings().ascii().ofMaxLength(5))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Test
    void count_ofKnownText_isThePublishedCount() {
        assertThat(newer.count("hello world")).isEqualTo(2);
        assertThat(newer.count("<|endoftext|>")).isGreaterThan(1);
        assertThat(newer.count("")).isZero();
    }

    @Test
    void count_ofARequest_addsMessagesToolsAndReply() {
        ToolSpecification tool = ToolSpecification.builder()
                .name("submit_review")
                .description("Submit a review")
                .parameters(
                        JsonObjectSchema.builder().addStringProperty("summary").build())
                .build();
        ChatRequest request = ChatRequest.builder()
                .messages(SystemMessage.from("hello world"), UserMessage.from("hello world"))
                .toolSpecifications(tool)
                .build();
        int messages = 2 * (TokenCounter.MESSAGE_OVERHEAD + 2);
        assertThat(newer.countMessages(request.messages())).isEqualTo(messages);
        assertThat(newer.count(request))
                .isEqualTo(messages + newer.countTools(List.of(tool)) + TokenCounter.REPLY_OVERHEAD);
        assertThat(newer.countTools(List.of(tool))).isGreaterThan(newer.count(tool.toJson()));
        assertThat(newer.countTools(List.of())).isZero();
    }

    @Test
    void count_ofAVeryLongLineWithoutBreaks_ends() {
        assertThat(newer.count("a".repeat(200_000))).isBetween(1, 200_000);
        assertThat(newer.count(" ".repeat(200_000))).isBetween(1, 200_000);
    }

    @Test
    void encoding_unknown_isAUserErrorThatNamesTheKnownOnes() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> JTokkitTokenCounter.of("p100k"))
                .withMessageContainingAll("p100k", "o200k_base");
    }

    @Test
    void factor_afterAnUnderCount_risesAndStays() {
        CalibratedTokenCounter calibrated = new CalibratedTokenCounter(newer);
        ChatRequest request =
                ChatRequest.builder().messages(UserMessage.from("hello world")).build();
        int ours = calibrated.count(request);
        assertThat(calibrated.observe(request, ours)).isEqualTo(1.0);
        assertThat(calibrated.observe(request, 2 * ours)).isCloseTo(2.0, within(1e-9));
        assertThat(calibrated.observe(request, ours)).isCloseTo(2.0, within(1e-9));
        assertThat(calibrated.count(request)).isGreaterThanOrEqualTo(2 * ours);
    }
}
