/**
 * What the annotations of Bean Validation mean, read by reflection and judged in plain Java: independent of the
 * processor and of the runtime, whose words on the same annotations it checks. Depends on {@code java.*} and on the JSON
 * trees of the tests only.
 */
@NullMarked
package dev.escapement.processor.functional.rule;

import org.jspecify.annotations.NullMarked;
