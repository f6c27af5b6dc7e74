package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * A box in space that stands level and is turned about the vertical.
 *
 * @param label what it shows
 * @param confidence the higher the surer
 * @param centre x, y, z
 * @param size width, length, height; the length lies along x where the box is not turned
 * @param ground the corners of its ground, x and y, in turn
 */
record Box3d(String label, double confidence, List<Double> centre, List<Double> size, List<Point> ground) {
    private static final int VALUES = 9;

    /** A point of the ground. */
    record Point(double x, double y) {}

    /** Returns the boxes of a cell: confidence, x, y, z, width, length, height, yaw, label of each, between single blanks. */
    static List<Box3d> parse(String cell, String column) {
        List<Box3d> boxes = new ArrayList<>();
        if (cell.isBlank()) {
            return boxes;
        }
        String[] pieces = PythonNumber.pieces(cell, VALUES, column);
        for (int at = 0; at < pieces.length; at += VALUES) {
            double[] n = PythonNumber.parse(pieces, at, VALUES - 1, column);
            boxes.add(new Box3d(
                    pieces[at + VALUES - 1],
                    n[0],
                    List.of(n[1], n[2], n[3]),
                    List.of(n[4], n[5], n[6]),
                    ground(n[1], n[2], n[4], n[5], n[7])));
        }
        return boxes;
    }

    private static List<Point> ground(double x, double y, double width, double length, double yaw) {
        double alongX = length / 2 * Math.cos(yaw);
        double alongY = length / 2 * Math.sin(yaw);
        double acrossX = width / 2 * Math.sin(yaw);
        double acrossY = width / 2 * Math.cos(yaw);
        return List.of(
                new Point(x + alongX + acrossX, y + alongY - acrossY),
                new Point(x + alongX - acrossX, y + alongY + acrossY),
                new Point(x - alongX - acrossX, y - alongY + acrossY),
                new Point(x - alongX + acrossX, y - alongY - acrossY));
    }

    /** Returns whether all sizes are positive and the centre is a point. */
    boolean isSound() {
        return size.stream().allMatch(side -> side > 0)
                && centre.stream().noneMatch(value -> value.isNaN())
                && ground.stream().allMatch(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()));
    }

    /** Returns the intersection over the union of two boxes, 0 to 1. */
    double overlap(Box3d other) {
        double low = Math.max(centre.get(2) - size.get(2) / 2, other.centre.get(2) - other.size.get(2) / 2);
        double high = Math.min(centre.get(2) + size.get(2) / 2, other.centre.get(2) + other.size.get(2) / 2);
        double common = Math.max(0, high - low) * area(clipped(ground, other.ground));
        return Math.max(0, Math.min(1, common / (volume() + other.volume() - common)));
    }

    private double volume() {
        return size.get(0) * size.get(1) * size.get(2);
    }

    /** Returns the part of a polygon inside a convex one (Sutherland and Hodgman 1974); both run counter-clockwise. */
    private static List<Point> clipped(List<Point> polygon, List<Point> convex) {
        List<Point> rest = polygon;
        for (int edge = 0; edge < convex.size(); edge++) {
            Point from = convex.get(edge);
            Point to = convex.get((edge + 1) % convex.size());
            List<Point> inside = new ArrayList<>();
            for (int i = 0; i < rest.size(); i++) {
                Point current = rest.get(i);
                Point next = rest.get((i + 1) % rest.size());
                double here = side(from, to, current);
                double there = side(from, to, next);
                if (here >= 0) {
                    inside.add(current);
                }
                if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
                    double share = here / (here - there);
                    inside.add(new Point(
                            current.x() + share * (next.x() - current.x()),
                            current.y() + share * (next.y() - current.y())));
                }
            }
            rest = inside;
        }
        return rest;
    }

    private static double side(Point from, Point to, Point point) {
        return (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x());
    }

    /** Returns the area by the shoelace formula, about the first corner so that large coordinates lose no digits. */
    private static double area(List<Point> polygon) {
        double twice = 0;
        for (int i = 1; i + 1 < polygon.size(); i++) {
            twice += side(polygon.get(0), polygon.get(i), polygon.get(i + 1));
        }
        return twice / 2;
    }
}
