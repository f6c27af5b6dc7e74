package dev.trimtab.benchmark.mlebench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Cells of made-up columns: {@code hex n}, {@code seq start}, {@code int low high}, {@code real decimals}, {@code tiny},
 * {@code words n}, {@code nasty}, {@code bool}, {@code pick a|b}, {@code cycle a|b}, {@code group prefix size},
 * {@code const text}; with a question mark after the kind some cells are missing.
 */
final class RawColumns {
    private static final List<String> WORDS = List.of(
            "river", "stone", "Œuvre", "blue", "seven", "naïve", "tide", "rudder", "keel", "nine", "hull", "東京", "oak",
            "don't", "wind");
    private static final List<String> NASTY = List.of(
            "a, b", "say \"so\"", "two\nlines", " lead", "trail ", "tab\there", "#1", "007", "1e5", "-", "None of it");

    private final Random random;

    RawColumns(Random random) {
        this.random = random;
    }

    List<String> cells(String kind, int count) {
        String[] words = kind.split(" ", 2);
        boolean gaps = words[0].endsWith("?");
        String name = gaps ? words[0].substring(0, words[0].length() - 1) : words[0];
        String arguments = words.length > 1 ? words[1] : "";
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(gaps && random.nextInt(5) == 0 ? "" : cell(name, arguments, i));
        }
        return cells;
    }

    private String cell(String name, String arguments, int i) {
        String[] parts = arguments.split(" ");
        return switch (name) {
            case "hex" -> hex(Integer.parseInt(parts[0]), i);
            case "seq" -> Integer.toString(Integer.parseInt(parts[0]) + i);
            case "int" -> Integer.toString(between(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
            case "real" ->
                String.format(
                        Locale.ROOT, "%." + parts[0] + "f", random.nextGaussian() * (parts.length > 1 ? 1000 : 3));
            case "tiny" -> Double.toString(random.nextDouble() * Math.pow(10, between(-9, 18)));
            case "words" -> words(between(1, Integer.parseInt(parts[0])));
            case "nasty" -> random.nextInt(3) == 0 ? words(3) : NASTY.get(random.nextInt(NASTY.size()));
            case "bool" -> random.nextBoolean() ? "True" : "False";
            case "pick" -> pick(arguments.split("\\|"), random.nextInt(1 << 20));
            case "cycle" -> pick(arguments.split("\\|"), i);
            case "group" -> parts[0] + i / Integer.parseInt(parts[1]);
            case "const" -> arguments;
            default -> throw new IllegalArgumentException("no kind of column: " + name);
        };
    }

    /** A name that no other row has and that is no number. */
    private String hex(int length, int i) {
        StringBuilder text = new StringBuilder("abcdef".substring(i % 6, i % 6 + 1));
        text.append(Integer.toHexString(i));
        while (text.length() < length) {
            text.append(Integer.toHexString(random.nextInt(16)));
        }
        return text.toString();
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private static String pick(String[] choices, int i) {
        return choices[i % choices.length];
    }
}
