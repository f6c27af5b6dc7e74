/** Each comparator keeps the contract of all policies, and does the one thing that it is named for. */
@NullMarked
package dev.trimtab.controller.comparator;

import org.jspecify.annotations.NullMarked;
