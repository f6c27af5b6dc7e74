/** The command line, one class a command; {@link dev.trimtab.benchmark.cli.Trimtab} is the root. */
@NullMarked
package dev.trimtab.benchmark.cli;

import org.jspecify.annotations.NullMarked;
