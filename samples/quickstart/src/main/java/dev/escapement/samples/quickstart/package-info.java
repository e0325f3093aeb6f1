/** The refund desk of the README: an agent with five tools, and a stand-in for the model so that it runs offline. */
@NullMarked
package dev.escapement.samples.quickstart;

import org.jspecify.annotations.NullMarked;
