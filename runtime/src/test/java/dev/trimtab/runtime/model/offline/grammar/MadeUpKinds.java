package dev.trimtab.runtime.model.offline.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of made-up tasks whose cells hold more than a number or a name: series, lists, words and pictures of 8 by 8 pixels. */
final class MadeUpKinds {
    static final List<Shape> ALL = List.of(Shape.SERIES, Shape.RANKING, Shape.SEQUENCE, Shape.PICTURE, Shape.MASK);

    private static final int SIDE = 8;
    private static final Map<Character, String> SOUNDS = Map.of('a', "A", 'b', "B", 'x', "K S", 'h', "", 'o', "O");

    private MadeUpKinds() {}

    /** Returns the columns that the test rows have beside the id. */
    static String columns(Shape shape) {
        return switch (shape) {
            case SERIES -> "wave";
            case RANKING -> "section,parts";
            case SEQUENCE -> "word";
            default -> "album,pixels";
        };
    }

    /** Returns the sample submission. */
    static String sample(Shape shape) {
        return switch (shape) {
            case SERIES -> "id,k0,k1,k2\n";
            case RANKING -> "id,goal\n0,n0 n1\n";
            default -> "id,goal\n";
        };
    }

    /** Returns the cells of a row and its answer, which they tell. */
    static List<String> row(Shape shape, int kind, int i, Random random) {
        return switch (shape) {
            case SERIES ->
                List.of(
                        IntStream.range(0, 64)
                                .mapToObj(t -> "" + Math.round(100 * Math.sin(t * (kind + 0.3) + i)))
                                .collect(Collectors.joining(" ")),
                        "k" + kind);
            case RANKING -> List.of("s" + i % 2 + ",all" + i + " part" + kind + " n" + (kind + 1) % 3, "n" + kind);
            case SEQUENCE -> {
                String word = random.ints(2 + i % 5, 0, 5)
                        .mapToObj(c -> "abxho".substring(c, c + 1))
                        .collect(Collectors.joining("", "a", ""));
                yield List.of(
                        word,
                        IntStream.range(0, word.length())
                                .mapToObj(at -> sound(word, at))
                                .filter(s -> !s.isEmpty())
                                .collect(Collectors.joining(" ")));
            }
            case PICTURE -> {
                int[] clean = IntStream.range(0, SIDE * SIDE)
                        .map(p -> 40 + p % SIDE * 10 + 30 * kind)
                        .toArray();
                int[] noisy = Arrays.stream(clean)
                        .map(v -> v + random.nextInt(41) - 20)
                        .toArray();
                yield List.of(album(i) + numbers(noisy), numbers(clean));
            }
            default -> {
                int from = 1 + kind;
                int[] pixels = IntStream.range(0, SIDE * SIDE)
                        .map(p -> (inside(p, from) ? 180 : 60) + random.nextInt(30))
                        .toArray();
                String runs = IntStream.range(from, from + 4)
                        .mapToObj(line -> line * SIDE + from + 1 + " 4")
                        .collect(Collectors.joining(" "));
                yield List.of(album(i) + numbers(pixels), runs);
            }
        };
    }

    /** An o before an x or an h sounds unlike other ones. */
    private static String sound(String word, int at) {
        String next = word.substring(at + 1);
        boolean other = word.charAt(at) == 'o' && (next.startsWith("x") || next.startsWith("h"));
        return other ? "U" : SOUNDS.getOrDefault(word.charAt(at), "");
    }

    /** The test rows' pictures are of albums that the train rows have none of. */
    private static String album(int i) {
        return i / 12 + ",";
    }

    private static boolean inside(int pixel, int from) {
        int line = pixel / SIDE - from;
        int column = pixel % SIDE - from;
        return line >= 0 && line < 4 && column >= 0 && column < 4;
    }

    private static String numbers(int[] values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
