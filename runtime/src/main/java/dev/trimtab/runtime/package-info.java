/** Everything an agent loop needs: models, context, sandbox, kernels, verification, journal and budgets. */
@NullMarked
package dev.trimtab.runtime;

import org.jspecify.annotations.NullMarked;
