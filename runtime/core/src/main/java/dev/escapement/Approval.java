package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link Step} method whose calls require a person's approval. The annotation is shorthand for a {@link Gate} that
 * returns {@link Verdict#ask} for every call.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Approval {

    /**
     * Returns the question for the person who approves or refuses the call.
     *
     * @return the question; empty for "Run the tool &lt;tool&gt;?"
     */
    String value() default "";
}
