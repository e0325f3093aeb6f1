/**
 * A deployment assistant: to staging it deploys by itself, to production only what a person has approved. It stops and
 * ends wherever it waits for a person, and goes on when it is started again.
 */
@NullMarked
package dev.escapement.samples.deploybot;

import org.jspecify.annotations.NullMarked;
