/** What a finished run's log says about the laws: {@link dev.trimtab.benchmark.audit.RunAudit} is the entry. */
@NullMarked
package dev.trimtab.benchmark.audit;

import org.jspecify.annotations.NullMarked;
