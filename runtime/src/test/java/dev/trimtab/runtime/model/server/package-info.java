/** The endpoint as clients see it: our own, and others by their raw requests. */
package dev.trimtab.runtime.model.server;
