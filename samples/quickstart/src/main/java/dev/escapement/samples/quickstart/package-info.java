/**
 * The refund desk from the README, an agent with five tools. It runs offline, with a few rules in place of the model.
 */
@NullMarked
package dev.escapement.samples.quickstart;

import org.jspecify.annotations.NullMarked;
