package dev.trimtab.benchmark.experiment;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.model.offline.OfflineProfiles;
import dev.trimtab.runtime.run.MeteredModels;
import dev.trimtab.scaffolds.StepCalls;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The offline engineer for both parts.
 *
 * @param coder its preset
 * @param config names its profile and the run's seed
 */
record OfflineModel(ModelConfig coder, RunConfig config) implements ModelSource {
    @Override
    public ModelConfig feedback() {
        return coder;
    }

    @Override
    public boolean foreign() {
        return false;
    }

    @Override
    public KernelKind kernel() {
        return KernelKind.JAVA;
    }

    @Override
    public void requireWrites(KernelKind language) {}

    @Override
    public List<String> disclosure(int prompt, int reply, Optional<StepCalls> calls) {
        return List.of(
                OfflineEngineer.NOTICE + " Profile " + config.model().profile() + "; nothing leaves this machine.");
    }

    @Override
    public void requireKeys() {}

    @Override
    public MeteredModels open(BudgetMeter meter, InstantSource clock, CalibratedTokenCounter counter) {
        OfflineEngineer engineer = new OfflineEngineer(
                config.agent().seed(),
                OfflineProfiles.get(config.model().profile()),
                config.model().declareFamilies(),
                counter::count);
        MeteredModels models = new MeteredModels(meter, clock);
        ModelSession session = ModelSession.of(
                meter, counter, new RandomStreams(config.agent().seed()).stream(0, "retry-jitter"), models.listener());
        ChatModel chat = ChatModels.metered(engineer, coder, session);
        return models.use(chat, chat).onReplay(engineer::answered);
    }

    @Override
    public List<Object> identity() {
        return List.of(coder, OfflineProfiles.get(config.model().profile()).hash());
    }
}
