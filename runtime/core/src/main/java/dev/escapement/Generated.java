package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that the processor generated. Coverage and analysis tools can exclude such classes.
 *
 * <p>Replaces {@code javax.annotation.processing.Generated}, which is not visible in a module that does not read
 * {@code java.compiler}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /**
     * Returns the name of the type from which the class was generated.
     *
     * @return a qualified name
     */
    String value();

    /**
     * Returns the naming convention for the properties that a codec or a loop reads and writes. Other compilations that
     * refer to the class read the convention here, because their compiler options can differ.
     *
     * @return the naming; {@link Naming#INHERIT} for names as declared
     */
    Naming naming() default Naming.INHERIT;
}
