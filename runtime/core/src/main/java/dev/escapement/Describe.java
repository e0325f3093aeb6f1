package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The description of a tool, a type or a record component in the JSON Schema for the model.
 *
 * <p>Default: the Javadoc of the type, and the record's {@code @param} tag for a component.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Describe {

    /**
     * Returns the description.
     *
     * @return plain text
     */
    String value();
}
