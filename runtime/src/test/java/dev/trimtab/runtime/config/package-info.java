/** Configuration's promises: every mistake is one line that names where it was made. */
@NullMarked
package dev.trimtab.runtime.config;

import org.jspecify.annotations.NullMarked;
