/** The endpoint for signed webhooks, and the parts that the verifiers share. Not exported. */
@NullMarked
package dev.escapement.server.webhook;

import org.jspecify.annotations.NullMarked;
