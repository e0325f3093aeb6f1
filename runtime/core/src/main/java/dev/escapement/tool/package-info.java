/**
 * Tools as data: their specifications, generated one for each {@link dev.escapement.Tool}, and the calls of them that a
 * model makes. Useful without any agent.
 *
 * <p>Depends on {@link dev.escapement.json}.
 */
@NullMarked
package dev.escapement.tool;

import org.jspecify.annotations.NullMarked;
