/** HTML reports of runs: one file each, with everything in it. {@link dev.trimtab.benchmark.report.RunReport} gathers, {@link
 * dev.trimtab.benchmark.report.ReportPage} writes. */
@NullMarked
package dev.trimtab.benchmark.report;

import org.jspecify.annotations.NullMarked;
