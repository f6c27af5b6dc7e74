package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What held a run back, as far as its log tells.
 *
 * @param cause what the evidence points to
 * @param paragraph the same in plain words, with its evidence
 */
public record Verdict(Cause cause, String paragraph) {
    /** What a run may have been held back by. */
    public enum Cause {
        /** What the context held, and what it did not. */
        MEMORY,
        /** What the model made of it. */
        MODEL,
        /** Both. */
        BOTH,
        /** Neither stands out. */
        NEITHER,
        /** The log holds too little to tell. */
        UNKNOWN
    }

    /** Share from which on a proxy counts as evidence. A convention, not a law: shares below it are named all the same. */
    static final double TELLING = 0.25;

    /** Cases that a share must be taken from to count. */
    static final int LEAST_CASES = 4;

    /** Agent steps from which on a verdict is given. */
    static final int LEAST_STEPS = 5;

    /** Replies, not one of which could be read, from which on one is given too: after so many alike OpenHands ends a run. */
    static final int LEAST_REPLIES = 3;

    static Verdict of(
            PromptAudit prompts,
            CertificateAudit certificates,
            List<Window> windows,
            Repeats repeats,
            List<ChannelProxy> channels,
            StepLosses losses,
            Tried tried) {
        List<Share> memory = new ArrayList<>();
        List<Share> model = new ArrayList<>();
        List<Share> search = new ArrayList<>();
        for (ChannelProxy proxy : channels) {
            List<Share> bloc = switch (proxy.channel()) {
                case RAW_MODEL -> model;
                case MISSED_FAMILY -> search;
                default -> memory;
            };
            bloc.add(new Share(proxy.count(), proxy.of(), proxy.shown()));
        }
        int lost = (int) windows.stream()
                .filter(window -> window.familiesHeld() < window.familiesTried())
                .count();
        memory.add(new Share(
                lost, windows.size(), "verifications that came when some family tried was no longer held in any form"));
        model.add(new Share(
                repeats.remembered(),
                tried.attempts(),
                "attempts that repeated a program although the prompt told of it"));
        model.add(
                new Share(
                        losses.idle() - losses.idleBound(),
                        losses.steps(),
                        "agent steps that did what had been done, with the same outcome, though the prompt held all there was"));
        memory.add(
                new Share(
                        losses.idleBound(),
                        losses.steps(),
                        "agent steps that did what had been done, with the same outcome, after a prompt that could not hold all"));
        int mute = losses.mute();
        model.add(new Share(mute, mute, LEAST_REPLIES, "replies, not one of which could be read as an action"));
        int agentSteps = losses.steps();
        int barren = tried.measured() ? 0 : agentSteps;
        model.add(new Share(barren, barren, LEAST_STEPS, "agent steps of a run " + tried.barren()));
        boolean tells = agentSteps >= LEAST_STEPS || mute >= LEAST_REPLIES;
        Cause cause = tells ? cause(telling(memory), telling(model)) : Cause.UNKNOWN;
        return new Verdict(cause, paragraph(cause, memory, model, search, prompts, certificates, agentSteps));
    }

    /** So many cases of so many, in words. */
    private record Share(int count, int of, int least, String shown) {
        Share(int count, int of, String shown) {
            this(count, of, LEAST_CASES, shown);
        }

        boolean telling() {
            return of >= least && count >= TELLING * of;
        }

        String words() {
            return count + " of " + of + " " + shown;
        }
    }

    private static boolean telling(List<Share> shares) {
        return shares.stream().anyMatch(Share::telling);
    }

    private static Cause cause(boolean memory, boolean model) {
        if (memory && model) {
            return Cause.BOTH;
        }
        if (memory) {
            return Cause.MEMORY;
        }
        return model ? Cause.MODEL : Cause.NEITHER;
    }

    private static String paragraph(
            Cause cause,
            List<Share> memory,
            List<Share> model,
            List<Share> search,
            PromptAudit prompts,
            CertificateAudit certificates,
            int agentSteps) {
        StringBuilder text = new StringBuilder("What held this run back: ").append(answer(cause, agentSteps));
        text.append(" On the memory: ").append(evidence(memory)).append('.');
        if (prompts.plans() == 0) {
            text.append(" No prompt had a memory to choose from, so that it could hold nothing back.");
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    " The budget bound in %d of %s.",
                    prompts.bound(),
                    Counted.of(prompts.plans(), "prompt")));
        }
        if (prompts.contamination() == null) {
            text.append(
                    " This policy knows no laws, so that contamination, retirements and feasibility were not read.");
        }
        text.append(" On the model: ").append(evidence(model)).append('.');
        if (search.stream().anyMatch(share -> share.count() > 0)) {
            text.append(" On the search, which is neither: ")
                    .append(evidence(search))
                    .append('.');
        }
        if (certificates.certificates() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    " %d of %d certificates rest on at least one assumed number.",
                    certificates.restingOnAssumed(),
                    certificates.certificates()));
        }
        return text.append(" These are proxies: a log does not know what would have been adequate.")
                .toString();
    }

    private static String answer(Cause cause, int agentSteps) {
        return switch (cause) {
            case MEMORY -> "the memory, as far as the log tells.";
            case MODEL -> "the model, as far as the log tells.";
            case BOTH -> "both, the memory and the model, as far as the log tells.";
            case NEITHER ->
                "neither the memory nor the model stands out in the log; what it came to may be due to the task, the number of steps, or chance.";
            case UNKNOWN -> "the log cannot tell, since it holds " + few(agentSteps) + ".";
        };
    }

    private static String few(int agentSteps) {
        return agentSteps == 0 ? "no agent step" : "only " + Counted.of(agentSteps, "agent step");
    }

    /** What tells comes first; what was never seen is named last, since it speaks too. */
    private static String evidence(List<Share> shares) {
        String telling = joined(shares.stream().filter(Share::telling).toList());
        String slight = joined(shares.stream()
                .filter(share -> !share.telling() && share.count() > 0)
                .toList());
        String none = joined(shares.stream()
                .filter(share -> share.count() == 0 && share.of() > 0)
                .toList());
        List<String> parts = new ArrayList<>();
        if (!telling.isEmpty()) {
            parts.add(telling);
        }
        if (!slight.isEmpty()) {
            parts.add("less telling, " + slight);
        }
        if (!none.isEmpty()) {
            parts.add((parts.isEmpty() ? "" : "and against it, ") + none);
        }
        return parts.isEmpty() ? "nothing could be counted" : String.join("; ", parts);
    }

    private static String joined(List<Share> shares) {
        return shares.stream().map(Share::words).collect(Collectors.joining(", "));
    }
}
