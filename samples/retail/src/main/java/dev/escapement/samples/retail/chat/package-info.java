/** A chat with the service desk in the terminal, with a real model. */
@NullMarked
package dev.escapement.samples.retail.chat;

import org.jspecify.annotations.NullMarked;
