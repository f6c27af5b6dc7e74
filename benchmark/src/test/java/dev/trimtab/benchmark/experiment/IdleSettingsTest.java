package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the assignments of a run may say without effect: nothing. */
final class IdleSettingsTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlab.retrieval=true | mlab | with scaffold aide: leave it out, or run scaffold mlab",
                "docker.cpus=2 | docker | with sandbox local: leave it out, or run in sandbox docker",
                "context.shrink=false | context.shrink | with model offline, which is no language model: leave it out, or name a language model",
                "verification.kind=self-reported verification.candidates=3 | verification.candidates | with verification.kind self-reported: leave it out, or set verification.kind to refold",
                "model.name=vllm model.declare-families=true | model.declare-families | with model vllm: it is for the offline engineer: leave it out, or run model offline",
                "model.name=gpt-5.5 model.temperature=1 | model.temperature | with model gpt-5.5, which takes none: leave it out, or name a model that takes one",
            })
    void assignment_thatTheRunDoesNotRead_isRefusedWithWhyAndWhatToDo(String options, String key, String why) {
        List<String> all = List.of(options.split(" "));

        assertThatThrownBy(() -> IdleSettings.refuse(request(all), Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessage("-o " + all.get(all.size() - 1) + ": key '" + key + "' has no effect " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent.scaffold=mlab mlab.retrieval=true environment.submission-check=grader",
                "execution.sandbox=docker docker.cpus=2",
                "execution.kernel=python execution.python=/usr/bin/python3",
                "model.name=vllm model.temperature=1 context.shrink=false model.feedback=gpt-4o",
                "model.profile=weak verification.folds=2",
                "budget.max-cost=2 execution.unsafe-local=true",
                "docker.gpus=0 mlab.retrieval=false",
            })
    void assignment_thatTheRunReads_orThatIsALimitOrAPermission_orSaysWhatHoldsAnyway_isKept(String options) {
        assertThatCode(() -> IdleSettings.refuse(request(List.of(options.split(" "))), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void filesOfARun_mayHoldMoreThanItReads() {
        RunRequest request = new RunRequest(
                HOME,
                Path.of("data"),
                List.of(new ConfigFile("mine.yaml", "mlab: {retrieval: true}\nmodel: {temperature: 1}\n")),
                List.of("agent.competition=hpc-jobs"));

        assertThatCode(() -> IdleSettings.refuse(request, Map.of())).doesNotThrowAnyException();
    }

    private static RunRequest request(List<String> options) {
        return new RunRequest(
                HOME,
                Path.of("data"),
                Stream.concat(Stream.of("agent.competition=hpc-jobs"), options.stream())
                        .toList());
    }
}
