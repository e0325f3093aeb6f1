package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The description of a tool, a type or a record component that the model reads in the JSON Schema.
 *
 * <p>Without it the processor takes the Javadoc: of the type, and of the record's {@code @param} tags for components.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Describe {

    /**
     * The description.
     *
     * @return plain text
     */
    String value();
}
