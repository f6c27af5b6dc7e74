/**
 * Typed configuration: YAML files and {@code -o} options, layered and bound to records, with errors that name file,
 * line, key and the nearest known key. Start at {@link dev.trimtab.runtime.config.ConfigLoader}.
 */
@NullMarked
package dev.trimtab.runtime.config;

import org.jspecify.annotations.NullMarked;
