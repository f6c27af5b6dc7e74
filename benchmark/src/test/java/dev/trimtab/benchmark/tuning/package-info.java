@NullMarked
package dev.trimtab.benchmark.tuning;

import org.jspecify.annotations.NullMarked;
