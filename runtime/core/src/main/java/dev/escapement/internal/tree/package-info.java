/**
 * JSON values as trees: defaults in annotations, and schemas in lock files. Not exported; shaded into the annotation
 * processor.
 *
 * <p>May use the JDK only.
 */
@NullMarked
package dev.escapement.internal.tree;

import org.jspecify.annotations.NullMarked;
