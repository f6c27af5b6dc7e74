/**
 * JSON as Python and pandas write it, streamed where files are large. Start at
 * {@link dev.trimtab.benchmark.mlebench.json.PythonJson}.
 */
@NullMarked
package dev.trimtab.benchmark.mlebench.json;

import org.jspecify.annotations.NullMarked;
