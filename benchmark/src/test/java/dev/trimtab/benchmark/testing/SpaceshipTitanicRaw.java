package dev.trimtab.benchmark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes raw files with the schema of Kaggle's spaceship-titanic: groups share a cabin and a home planet, sleepers spend
 * nothing, about one cell in fifty is missing, and the label follows from sleep, spending and deck, so that it can be learned.
 */
public final class SpaceshipTitanicRaw {
    private static final String HEADER =
            "PassengerId,HomePlanet,CryoSleep,Cabin,Destination,Age,VIP,RoomService,FoodCourt,"
                    + "ShoppingMall,Spa,VRDeck,Name";
    private static final String[] PLANETS = {"Earth", "Europa", "Mars"};
    private static final String[] DESTINATIONS = {"TRAPPIST-1e", "PSO J318.5-22", "55 Cancri e"};
    private static final String[] FIRST = {"Maham", "Juanna", "Altark", "Solam", "Willy", "Candra", "Andona", "Erraiam"
    };
    private static final String[] LAST = {"Ofracculy", "Vines", "Susent", "Santantines", "Jacostaffey", "Beston"};
    private static final double MISSING = 0.02;

    private final SplittableRandom random;

    private SpaceshipTitanicRaw(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Writes {@code train.csv}, {@code test.csv} and {@code sample_submission.csv} as Kaggle ships them.
     *
     * @param rows passengers in the training file, at least 1
     */
    public static void write(Path folder, int rows, long seed) {
        SpaceshipTitanicRaw raw = new SpaceshipTitanicRaw(seed);
        List<String> train = new ArrayList<>(List.of(HEADER + ",Transported"));
        List<String> test = new ArrayList<>(List.of(HEADER));
        List<String> sample = new ArrayList<>(List.of("PassengerId,Transported"));
        for (int group = 1; train.size() <= rows; group++) {
            boolean labelled = raw.random.nextDouble() < 2.0 / 3;
            for (String row : raw.group(group)) {
                if (labelled && train.size() <= rows) {
                    train.add(row);
                } else if (!labelled) {
                    test.add(row.substring(0, row.lastIndexOf(',')));
                    sample.add(row.substring(0, row.indexOf(',')) + ",False");
                }
            }
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("train.csv"), train);
            Files.write(folder.resolve("test.csv"), test);
            Files.write(folder.resolve("sample_submission.csv"), sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> group(int number) {
        int size = random.nextDouble() < 0.6 ? 1 : 2 + random.nextInt(5);
        String planet = pick(PLANETS);
        char deck = (char) ((planet.equals("Europa") ? 'A' : 'D') + random.nextInt(4));
        char side = random.nextBoolean() ? 'P' : 'S';
        String cabin = deck + "/" + random.nextInt(1900) + "/" + side;
        String destination = pick(DESTINATIONS);
        String last = pick(LAST);
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            rows.add(passenger(String.format("%04d_%02d", number, i), planet, cabin, destination, last));
        }
        return rows;
    }

    private String passenger(String id, String planet, String cabin, String destination, String last) {
        boolean asleep = random.nextDouble() < 0.36;
        int[] bills = new int[5];
        for (int i = 0; i < bills.length; i++) {
            bills[i] = asleep || random.nextDouble() < 0.5 ? 0 : (int) Math.exp(random.nextDouble() * 8);
        }
        double pull = (asleep ? 1.6 : -0.4)
                + (planet.equals("Europa") ? 0.8 : 0)
                + (cabin.endsWith("S") ? 0.3 : -0.3)
                - 0.0015 * (bills[0] + bills[3] + bills[4])
                + 0.0008 * (bills[1] + bills[2]);
        boolean transported = random.nextDouble() < 1 / (1 + Math.exp(-1.5 * pull));
        List<String> cells = new ArrayList<>();
        cells.add(id);
        cells.add(maybe(planet));
        cells.add(maybe(truth(asleep)));
        cells.add(maybe(cabin));
        cells.add(maybe(destination));
        cells.add(maybe(String.format(Locale.ROOT, "%.1f", (double) random.nextInt(80))));
        cells.add(maybe(truth(random.nextDouble() < 0.02)));
        for (int bill : bills) {
            cells.add(maybe(bill + ".0"));
        }
        cells.add(maybe(pick(FIRST) + " " + last));
        cells.add(truth(transported));
        return String.join(",", cells);
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    private String maybe(String cell) {
        return random.nextDouble() < MISSING ? "" : cell;
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
