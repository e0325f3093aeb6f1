/**
 * A deployment assistant that deploys to staging without approval, and to production only with a person's approval. The
 * program ends when the bot waits for a person, and continues when it is started again.
 */
@NullMarked
package dev.escapement.samples.deploybot;

import org.jspecify.annotations.NullMarked;
