/** The pocket set: small competitions whose raw data come with Trimtab. */
@NullMarked
package dev.trimtab.benchmark.pocket;

import org.jspecify.annotations.NullMarked;
