package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Step} wait until a person has approved each call of it: the short form of a {@link Gate} that always
 * asks.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Approval {

    /**
     * What the person is asked.
     *
     * @return the question; empty for "Run &lt;tool&gt;?"
     */
    String value() default "";
}
