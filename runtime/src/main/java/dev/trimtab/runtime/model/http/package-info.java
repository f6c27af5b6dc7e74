/** LangChain4j's HTTP client over OkHttp: {@code OkHttpTransport}, which keeps what a server says about waiting. */
@NullMarked
package dev.trimtab.runtime.model.http;

import org.jspecify.annotations.NullMarked;
