/** A run without a runtime: a toy language, scripted models, and the requests that were made, for the tests of every scaffold. */
package dev.trimtab.scaffolds.testing;
