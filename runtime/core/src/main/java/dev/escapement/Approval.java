package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a person's approval of each call of a {@link Step}. Short form of a {@link Gate} that returns
 * {@link Verdict#ask} for every call.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Approval {

    /**
     * Returns the question to the person.
     *
     * @return the question; empty for "Run &lt;tool&gt;?"
     */
    String value() default "";
}
