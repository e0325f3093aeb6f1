/** A terminal chat with the service desk, backed by a real model. */
@NullMarked
package dev.escapement.samples.retail.chat;

import org.jspecify.annotations.NullMarked;
