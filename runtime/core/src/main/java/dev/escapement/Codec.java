package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for one shared JSON codec for a record, an enum or a sealed interface.
 *
 * <p>For a record {@code Order} the processor generates {@code OrderCodec} beside it, a
 * {@link dev.escapement.json.JsonCodec}. Types without this annotation are handled by private methods of the tool or
 * codec that contains them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Codec {

    /**
     * How properties are named, here and in all types without an annotation of their own that this type contains.
     *
     * @return the naming of properties
     */
    Naming naming() default Naming.INHERIT;
}
