/** Whether solutions were copied from known programs, and whether agents broke rules: signs found in the logs of runs, for people to look at. */
@NullMarked
package dev.trimtab.benchmark.contamination;

import org.jspecify.annotations.NullMarked;
