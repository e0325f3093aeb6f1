package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a class that the processor generated, which coverage and analysis tools can exclude.
 *
 * <p>Replaces {@code javax.annotation.processing.Generated}, which is not visible in a module that does not read
 * {@code java.compiler}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /**
     * Returns the type that the class was generated from.
     *
     * @return a qualified name
     */
    String value();

    /**
     * Returns the naming of the codec's properties. Other compilations that refer to the codec read it here, because
     * their compiler options can differ.
     *
     * @return the naming; {@link Naming#INHERIT} for names as declared
     */
    Naming naming() default Naming.INHERIT;
}
