/** Every policy keeps to its budget, every prompt to its window, and every signature line reads back exactly. */
@org.jspecify.annotations.NullMarked
package dev.trimtab.runtime.context;
