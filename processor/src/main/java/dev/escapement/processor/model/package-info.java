/**
 * The immutable models of tools, codecs and agents, and the shapes of types.
 *
 * <p>Depends on nothing but the handle to a place in the source, {@link dev.escapement.processor.model.SourceRef}.
 */
@NullMarked
package dev.escapement.processor.model;

import org.jspecify.annotations.NullMarked;
