package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.controller.law.BreadthDepth;
import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.law.Drift;
import dev.trimtab.controller.law.LockIn;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Reset;
import dev.trimtab.controller.law.Retirement;
import dev.trimtab.controller.law.RollingWindows;
import java.util.Map;
import java.util.OptionalDouble;

/** Checks a logged certificate: that its verdict is that of its two sides, and, where its inputs state enough, that the law gives these sides. */
final class CertificateCheck {
    private static final double TOLERANCE = 1e-9;

    /** How far a certificate could be checked. */
    enum Outcome {
        /** The law gives the same from the stated inputs. */
        RECOMPUTED,
        /** Only the verdict could be compared with the two sides. */
        COMPARED,
        /** The verdict or a side is not what it should be. */
        WRONG
    }

    private final JsonNode certificate;
    private final double value;
    private final double threshold;
    private final boolean holds;

    private CertificateCheck(JsonNode certificate) {
        this.certificate = certificate;
        value = number(certificate.path("value"));
        threshold = number(certificate.path("threshold"));
        holds = certificate.path("holds").asBoolean();
    }

    /**
     * Checks a certificate.
     *
     * @param decision type of the decision that it belongs to, such as {@code retire}
     * @param certificate as the log holds it
     */
    static Outcome of(String decision, JsonNode certificate) {
        CertificateCheck check = new CertificateCheck(certificate);
        return switch (decision) {
            case "retire" -> check.retirement();
            case "keep" -> check.keeping();
            case "substitute" ->
                check.atLeast(check.input("u_j sigma_j") * (1 - check.input("eta")), check.input("u_i sigma_i"));
            case "reset" -> check.reset();
            case "branch" -> check.branch();
            case "pursue", "recover" -> check.pursuit();
            case "compress", "expand" -> check.compared(check.value <= check.threshold);
            default -> Outcome.WRONG;
        };
    }

    /**
     * Checks a certificate that no single decision carries.
     *
     * @param certificate as the log holds it
     */
    static Outcome ofPlan(JsonNode certificate) {
        CertificateCheck check = new CertificateCheck(certificate);
        return switch (certificate.path("law").asText()) {
            case "L1" -> certificate.at("/inputs/iota").isMissingNode() ? check.contamination() : check.lockIn();
            case "L4" -> check.compared(check.value >= check.threshold);
            case "L5" -> check.compared(check.value <= check.threshold);
            case "L9" -> check.drift();
            case "L11" -> certificate.at("/inputs/gamma").isMissingNode() ? check.reserve() : check.entry();
            default -> Outcome.WRONG;
        };
    }

    private Outcome contamination() {
        Contamination law = new Contamination(input("Delta"), input("Gamma"), 0);
        Certificate again = law.check(Quantity.measured(input("chi")), input("margin"), Map.of());
        return recomputed(again.value(), again.threshold(), again.holds());
    }

    private Outcome lockIn() {
        Certificate again = LockIn.of(input("Delta"), input("iota"), input("sigma_epsilon"), input("chi"))
                .check(Map.of());
        return recomputed(again.value(), again.threshold(), again.holds());
    }

    private Outcome drift() {
        Certificate again = Drift.ofReplacement(input("nu"), input("H"))
                .check(Map.of(), input("chi*"), input("chi"), (int) input("n"));
        return recomputed(again.value(), again.threshold(), again.holds());
    }

    private Outcome entry() {
        double entered = RollingWindows.entryAdequacy(input("gamma"), input("A_carried"), input("A_prior"));
        Certificate again = RollingWindows.checkEntry(Map.of(), entered, input("delta"));
        return recomputed(again.value(), again.threshold(), again.holds());
    }

    private Outcome reserve() {
        return atLeast(input("B") - input("occupied"), input("Q"));
    }

    private Outcome retirement() {
        Certificate again = Retirement.check(Map.of(), input("joint loss"), input("lost before"), input("epsilon"));
        return recomputed(again.value(), again.threshold(), again.holds());
    }

    private Outcome keeping() {
        double least = input("Z") <= 0
                ? 0
                : Retirement.leastRecoverability(
                        input("q"), input("sigma_f"), input("others' miss"), input("Z"), input("epsilon"));
        return atLeast(input("rho"), least);
    }

    /** Logs of before {@code d} was counted do not state it: none was then. */
    private Outcome reset() {
        double due = certificate.at("/inputs/d").isMissingNode() ? 0 : input("d");
        Reset law = new Reset(new Contamination(input("Delta"), input("Gamma"), input("sigma_epsilon")), input("u"));
        Certificate again = law.check(
                Map.of(),
                new Reset.Course(input("A(R)"), input("chi"), input("n") - due),
                new Reset.Course(input("A(R')"), input("chi'"), input("n") - input("C")),
                input("epsilon"),
                input("n_min"));
        return recomputed(again.value(), again.threshold(), again.holds());
    }

    /** A route is opened for breadth (L3) or because that is worth more in steps (L12), which its inputs do not fully state. */
    private Outcome branch() {
        if (!certificate.path("law").asText().equals("L3")) {
            return compared(value > threshold);
        }
        BreadthDepth law = new BreadthDepth(input("u"));
        boolean shortOfBreadth = input("A") < 1 - input("delta");
        if (!certificate.at("/inputs/k").isMissingNode()) {
            return shortOfBreadth && input("n") <= input("k") ? atLeast(input("A'"), input("A")) : Outcome.WRONG;
        }
        Outcome sides = atLeast(input("A'") * law.finish(input("n") - 1), input("A") * law.finish(input("n")));
        return shortOfBreadth ? sides : Outcome.WRONG;
    }

    private Outcome pursuit() {
        double stay = new BreadthDepth(input("u")).stay(input("p best"), Math.max(1, input("n")));
        return same(threshold, stay) ? compared(value >= threshold) : Outcome.WRONG;
    }

    private Outcome atLeast(double left, double right) {
        return recomputed(left, right, left >= right);
    }

    private Outcome recomputed(double left, double right, boolean verdict) {
        boolean sides = same(value, left) && same(threshold, right);
        boolean close = same(value, threshold);
        return sides && (close || holds == verdict) ? Outcome.RECOMPUTED : Outcome.WRONG;
    }

    private Outcome compared(boolean verdict) {
        return holds == verdict ? Outcome.COMPARED : Outcome.WRONG;
    }

    private double input(String symbol) {
        return number(certificate.path("inputs").path(symbol).path("value"));
    }

    private static boolean same(double one, double other) {
        return one == other || Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
    }

    /** What is not there is no number, so that whatever is computed of it is wrong. */
    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        OptionalDouble read =
                node.isTextual() ? OptionalDouble.of(Double.parseDouble(node.asText())) : OptionalDouble.empty();
        return read.orElse(Double.NaN);
    }
}
