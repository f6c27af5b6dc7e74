/** Tests of the audit. */
@NullMarked
package dev.trimtab.benchmark.audit;

import org.jspecify.annotations.NullMarked;
