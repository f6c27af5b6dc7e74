/**
 * Language models as LangChain4j {@code ChatModel}s: built by {@code ChatModels}, made of small decorators (meter, retry,
 * provider), with token counts, stable request hashes and JSON for what is sent and received.
 */
@NullMarked
package dev.trimtab.runtime.model;

import org.jspecify.annotations.NullMarked;
