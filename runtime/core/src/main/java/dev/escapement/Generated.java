package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the processor wrote, so that coverage and analysis tools can leave it out.
 *
 * <p>An annotation of our own, because {@code javax.annotation.processing.Generated} is not visible in a module that
 * does not read {@code java.compiler}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /**
     * The type that the class was generated from.
     *
     * @return a qualified name
     */
    String value();

    /**
     * How the properties of a codec are named. Whoever refers to the codec from another compilation reads it here,
     * because the compiler options of that compilation say nothing about this one.
     *
     * @return the naming; {@link Naming#INHERIT} for names as they are declared
     */
    Naming naming() default Naming.INHERIT;
}
