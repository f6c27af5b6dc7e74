/** Tests of the model layer against real loopback servers, with fake clocks: nothing waits and nothing leaves the machine. */
@NullMarked
package dev.trimtab.runtime.model;

import org.jspecify.annotations.NullMarked;
