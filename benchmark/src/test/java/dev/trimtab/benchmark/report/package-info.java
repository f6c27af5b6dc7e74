/** Tests of the reports. */
@NullMarked
package dev.trimtab.benchmark.report;

import org.jspecify.annotations.NullMarked;
