package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Calls in text, by the ids of the fidelity checklist. */
class FunctionTextTest {
    private final ToolSet tools = ToolSet.of(Map.of(), OpenHandsConfig.DEFAULT);

    @Property(seed = "1")
    void o20_callWrittenAndRead_isTheSame(@ForAll @AlphaChars @NotEmpty String name, @ForAll @AlphaChars String value) {
        ToolCall call = new ToolCall(name, new ObjectMapper().createObjectNode().put("command", value));

        assertThat(FunctionText.read(FunctionText.write(call)).orElseThrow().call())
                .isEqualTo(call);
    }

    @Test
    void o20_missingClosingMarks_arePutBack() {
        FunctionText.Written written = FunctionText.read("I look.\n<function=execute_bash>\n<parameter=command>ls -l")
                .orElseThrow();

        assertThat(written.call().get("command")).isEqualTo("ls -l");
        assertThat(written.thought()).isEqualTo("I look.");
        assertThat(written.whole()).endsWith("</function>");
    }

    @Test
    void o20_parameterWrittenWithAnEqualsSign_isRead() {
        assertThat(FunctionText.read("<function=think>\n<parameter=thought=Good</parameter>\n</function>")
                        .orElseThrow()
                        .call()
                        .get("thought"))
                .isEqualTo("Good");
    }

    @Test
    void o20_valuesOverSeveralLines_keepThem() {
        assertThat(FunctionText.read("<function=think>\n<parameter=thought>\na\n  b\n</parameter>\n</function>")
                        .orElseThrow()
                        .call()
                        .get("thought"))
                .isEqualTo("a\n  b");
    }

    @Test
    void o20_enumsAndRequiredParameters_areChecked() {
        assertThat(
                        wrong(
                                "<function=str_replace_editor>\n<parameter=command>paint</parameter>\n<parameter=path>a</parameter>"))
                .contains("must be one of");
        assertThat(wrong("<function=str_replace_editor>\n<parameter=command>view</parameter>"))
                .contains("needs the parameter 'path'");
        assertThat(wrong(
                        "<function=str_replace_editor>\n<parameter=command>view</parameter>\n<parameter=path>a</parameter>"
                                + "\n<parameter=view_range>[1, 2]</parameter>"))
                .isEmpty();
    }

    @Property(seed = "1")
    void read_anything_isReadOrNotButNeverFails(@ForAll String text) {
        FunctionText.read("<function=" + text)
                .ifPresent(written -> assertThat(written.whole()).endsWith("</function>"));
    }

    private String wrong(String text) {
        return tools.wrong(FunctionText.read(text).orElseThrow().call()).orElse("");
    }
}
