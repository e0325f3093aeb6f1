/**
 * An interpretation of Bean Validation annotations by reflection, which is independent of the processor and the runtime
 * and verifies them. It depends only on {@code java.*} and on the JSON trees of the tests.
 */
@NullMarked
package dev.escapement.processor.functional.rule;

import org.jspecify.annotations.NullMarked;
