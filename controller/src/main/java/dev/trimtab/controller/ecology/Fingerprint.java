package dev.trimtab.controller.ecology;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over every number of worlds, labels aside. */
final class Fingerprint {
    private final MessageDigest digest;
    private final byte[] bytes = new byte[Long.BYTES];

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(World world) {
        add(world.key());
        add(world.condition().lag());
        add(world.condition().resetCost());
        add(world.constants());
        for (Route route : world.routes()) {
            add(route);
        }
        world.truth().quality().forEach(this::add);
        add(world.truth().bar());
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Constants constants) {
        add(constants.budget());
        add(constants.freshnessKept());
        add(constants.hazard());
        add(constants.earlyTells());
        add(constants.qualitySpread());
        add(constants.headroom());
        add(constants.tolerance());
        add(constants.target());
        add(constants.fullEffort());
        add(constants.branchPromise());
        Constants.ModelTraits model = constants.model();
        add(model.insight());
        add(model.noise());
        add(model.pull());
        add(model.inertiaRate());
        add(model.observationNoise());
        add(model.realiseChance());
        add(model.history());
    }

    private void add(Route route) {
        add(route.family());
        add(route.opened() ? 1 : 0);
        add(route.start());
        add(route.fit() ? 1 : 0);
        add(route.cost().full());
        add(route.cost().compressed());
        add(route.cost().handle());
        add(route.cost().recovery());
        add(route.growth());
        add(route.overlap());
        add(route.staleness());
        add(route.inertia());
        add(route.recoverability());
        add(route.hazard().onCompression());
        add(route.hazard().perRewrite());
        add(route.told().recoverability());
        add(route.told().hazard().onCompression());
        add(route.told().hazard().perRewrite());
        add(route.summaryState());
    }

    private void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    private void add(long value) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >>> (8 * i));
        }
        digest.update(bytes);
    }
}
