/**
 * The language model as a function: a {@link dev.escapement.model.ModelRequest} in, a
 * {@link dev.escapement.model.ModelReply} out. Nothing here knows of threads or agents.
 *
 * <p>Depends on {@link dev.escapement.tool}.
 */
@NullMarked
package dev.escapement.model;

import org.jspecify.annotations.NullMarked;
