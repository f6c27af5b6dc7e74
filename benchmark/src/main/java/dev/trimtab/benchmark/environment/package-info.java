/** What an agent gets beside its tools: instructions, a description, a check of its submissions; and the machine it runs on. */
@NullMarked
package dev.trimtab.benchmark.environment;

import org.jspecify.annotations.NullMarked;
