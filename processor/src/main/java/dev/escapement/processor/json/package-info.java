/**
 * JSON as it stands in annotations: parsed, and printed in one form.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package dev.escapement.processor.json;

import org.jspecify.annotations.NullMarked;
