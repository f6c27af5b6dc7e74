package dev.trimtab.benchmark.audit;

/** What it means, in plain words, that a certificate of a law does not hold. */
final class LawBreach {
    private LawBreach() {}

    /**
     * Returns the meaning, to follow a colon.
     *
     * @param law the law, such as {@code L1}
     * @param claim what was checked; a law with several claims is told apart by it
     */
    static String meaning(String law, String claim) {
        return switch (law) {
            case "L1" -> contamination(claim);
            case "L2" -> "something was dropped although the chance of success that this may cost is more than allowed";
            case "L3" -> "a new route was opened although that does not widen what is covered";
            case "L4" ->
                claim.startsWith("tokens held")
                        ? "more tokens were held for the moment than the budget has"
                        : "what is held does not promise the aim, be the budget too small or what was tried too poor";
            case "L5" -> "what is held promises more than its bound, which is a fault of the controller";
            case "L6" -> "what was put in another's place is weaker than that";
            case "L7" -> "records were held that read alike and ask for different things";
            case "L8" -> "a reset was made although going on was worth as much";
            case "L9" ->
                "refreshed no more than in the last step, the prompt would get too stale before the next verification";
            case "L11" ->
                claim.startsWith("B - ")
                        ? "too few tokens were free to reopen what was put away"
                        : "the next window between verifications began with less than the aim";
            case "L12" -> "the step went to what is worth less than the best there was";
            default -> "the policy's own rule did not hold";
        };
    }

    private static String contamination(String claim) {
        if (claim.startsWith("d >= d*")) {
            return "what was done before pulls so hard that the search may stay on the family it began with";
        }
        return claim.startsWith("chi once")
                ? "what was refreshed did not make the prompt any less stale"
                : "so much of the prompt is stale that choices follow what was done before rather than what was measured";
    }
}
