/** How printed tables stand in line. */
@NullMarked
package dev.trimtab.benchmark.text;

import org.jspecify.annotations.NullMarked;
