/** Fakes shared by the tests of all modules, published as a test-jar: fakes before mocks, no waiting, no clock. */
@NullMarked
package dev.trimtab.runtime.testing;

import org.jspecify.annotations.NullMarked;
