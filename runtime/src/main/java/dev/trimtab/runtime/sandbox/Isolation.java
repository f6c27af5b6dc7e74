package dev.trimtab.runtime.sandbox;

import java.util.List;

/**
 * What stands between a solution and this machine; a run records it and prints it before the first paid call.
 *
 * @param namespaces the kinds of namespace a solution has for itself, such as {@code mount}; empty if none
 * @param uid how the solution's user is separated from the caller's, in words
 * @param memory what holds the memory limit, in words
 * @param processes what holds the process limit, in words
 * @param networkClosed whether a solution is cut off from every network
 * @param answersReadable whether a solution could read files outside its workspace, private answers among them
 * @param description all of the above in one line
 */
public record Isolation(
        List<String> namespaces,
        String uid,
        String memory,
        String processes,
        boolean networkClosed,
        boolean answersReadable,
        String description) {
    public Isolation {
        namespaces = List.copyOf(namespaces);
    }
}
