package dev.trimtab.runtime.workspace;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a workspace held at one moment.
 *
 * @param files each file by its path below the workspace, such as {@code working/model.bin}
 * @param folders every folder that it held but {@code input/}, {@code working/} and {@code submission/} themselves
 * @param omitted what a snapshot does not keep, sorted: files over the size caps, links, special files and names that are no text
 */
public record Manifest(SortedMap<String, Entry> files, List<String> folders, List<String> omitted) {
    /** A workspace with nothing in it. */
    public static final Manifest EMPTY = new Manifest(new TreeMap<>(Map.of()), List.of(), List.of());

    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        folders = List.copyOf(folders);
        omitted = List.copyOf(omitted);
    }

    /**
     * A file's content.
     *
     * @param hash SHA-256 of its bytes in hexadecimal
     * @param bytes its size
     * @param executable whether its owner may run it
     */
    public record Entry(String hash, long bytes, boolean executable) {}
}
