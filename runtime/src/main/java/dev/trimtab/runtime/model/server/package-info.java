/** A chat model behind an endpoint that speaks OpenAI's chat completions, on this machine's loopback address. */
@NullMarked
package dev.trimtab.runtime.model.server;

import org.jspecify.annotations.NullMarked;
