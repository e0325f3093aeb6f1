/**
 * Cron expressions, which the runtime evaluates and the annotation processor validates. Not exported; shaded into the
 * annotation processor.
 *
 * <p>May use the JDK and {@code dev.escapement.internal.text} only.
 */
@NullMarked
package dev.escapement.internal.cron;

import org.jspecify.annotations.NullMarked;
