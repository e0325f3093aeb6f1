/** Agents as Spring beans. Depends on the runtime, its stores and its server, and on Spring. */
@NullMarked
package dev.escapement.spring;

import org.jspecify.annotations.NullMarked;
