/**
 * JSON as generated code reads and writes it: a thin façade over Jackson 3's streaming API that turns every fault of
 * the input into a {@link dev.escapement.json.Violation} with a path.
 *
 * <p>Depends on jackson-core only; nothing of Jackson shows in the signatures.
 */
@NullMarked
package dev.escapement.json;

import org.jspecify.annotations.NullMarked;
