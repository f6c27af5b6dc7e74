package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.BitSet;

/** Marked voxels of a stack of pictures of one size; distances are measured in a unit cube. */
final class VoxelMask {
    private final int slices;
    private final int height;
    private final int width;
    private final BitSet marked = new BitSet();

    VoxelMask(int slices, int height, int width) {
        this.slices = slices;
        this.height = height;
        this.width = width;
    }

    /** Marks the pixels of runs that go down the columns first. */
    void mark(int slice, RunLengths runs) {
        int first = slice * height * width;
        for (int i = 0; i < runs.starts().length; i++) {
            marked.set(first + runs.starts()[i], first + runs.ends()[i]);
        }
    }

    /** Returns how many voxels are marked. */
    int count() {
        return marked.cardinality();
    }

    /** Returns whether both mark the same voxels. */
    boolean isSame(VoxelMask other) {
        return marked.equals(other.marked);
    }

    /** Returns whether the slices of both are pictures of one size. */
    boolean hasSizeOf(VoxelMask other) {
        return other.height == height && other.width == width;
    }

    /**
     * Returns the greatest distance from a voxel of one to the nearest voxel of the other.
     *
     * @param other marks some voxels, as this does; it may have another number of slices, then this one is the unit
     */
    double hausdorff(VoxelMask other) {
        if (!hasSizeOf(other)) {
            throw new IllegalArgumentException("both must be pictures of one size");
        }
        int most = Math.max(slices, other.slices);
        return Math.max(
                directed(marked, squaredDistances(other.marked, most)),
                directed(other.marked, squaredDistances(marked, most)));
    }

    private static double directed(BitSet from, double[] squares) {
        return Math.sqrt(
                from.stream().mapToDouble(voxel -> squares[voxel]).max().orElse(0));
    }

    /** Returns each voxel's squared distance to the nearest marked one (Felzenszwalb and Huttenlocher 2012). */
    private double[] squaredDistances(BitSet voxels, int most) {
        double[] squares = new double[most * height * width];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        voxels.stream().forEach(voxel -> squares[voxel] = 0);
        pass(squares, height, 1, 1.0 / height);
        pass(squares, width, height, 1.0 / width);
        pass(squares, most, height * width, 1.0 / slices);
        return squares;
    }

    /** Takes the distance along one axis into account, line by line. */
    private static void pass(double[] squares, int length, int stride, double spacing) {
        double[] line = new double[length];
        int[] centres = new int[length];
        double[] bounds = new double[length + 1];
        for (int block = 0; block < squares.length; block += stride * length) {
            for (int offset = 0; offset < stride; offset++) {
                int first = block + offset;
                for (int i = 0; i < length; i++) {
                    line[i] = squares[first + i * stride];
                }
                int parabolas = envelope(line, spacing, centres, bounds);
                int at = 0;
                for (int i = 0; i < length && parabolas > 0; i++) {
                    while (at + 1 < parabolas && bounds[at + 1] < i) {
                        at++;
                    }
                    double away = (i - centres[at]) * spacing;
                    squares[first + i * stride] = away * away + line[centres[at]];
                }
            }
        }
    }

    /** Finds the lower envelope of the parabolas over the finite entries; returns how many form it. */
    private static int envelope(double[] line, double spacing, int[] centres, double[] bounds) {
        int count = 0;
        for (int i = 0; i < line.length; i++) {
            if (Double.isInfinite(line[i])) {
                continue;
            }
            double cross = Double.NEGATIVE_INFINITY;
            while (count > 0) {
                int last = centres[count - 1];
                double scale = spacing * spacing;
                cross = (line[i] / scale + (double) i * i - line[last] / scale - (double) last * last)
                        / (2.0 * (i - last));
                if (cross > bounds[count - 1]) {
                    break;
                }
                count--;
                cross = Double.NEGATIVE_INFINITY;
            }
            centres[count] = i;
            bounds[count++] = cross;
        }
        return count;
    }
}
