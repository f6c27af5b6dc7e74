@NullMarked
package dev.trimtab.runtime.tool;

import org.jspecify.annotations.NullMarked;
