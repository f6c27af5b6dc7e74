@NullMarked
package dev.trimtab.benchmark.environment;

import org.jspecify.annotations.NullMarked;
