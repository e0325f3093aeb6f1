/** The refund desk of the README: an agent with five tools that runs offline, with a stand-in for the model. */
@NullMarked
package dev.escapement.samples.quickstart;

import org.jspecify.annotations.NullMarked;
