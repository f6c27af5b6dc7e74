/** Beliefs and promises are held against enumeration and simulated searches. */
@NullMarked
package dev.trimtab.controller.belief;

import org.jspecify.annotations.NullMarked;
