/** Estimators on logs whose truth is known. */
@NullMarked
package dev.trimtab.controller.estimate;

import org.jspecify.annotations.NullMarked;
