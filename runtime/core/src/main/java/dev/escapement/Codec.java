package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record, an enum or a sealed interface for which the processor generates a shared JSON codec.
 *
 * <pre>{@code
 * @Codec
 * public record Order(String orderId, String state) {}
 * }</pre>
 *
 * <p>For a record {@code Order} the processor generates {@code OrderCodec} in the same package, a
 * {@link dev.escapement.json.JsonCodec}. Types without this annotation are handled by private methods of the tool or
 * codec that contains them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Codec {

    /**
     * Returns the naming convention for JSON properties and enum constants. It also applies to contained types
     * without their own annotation.
     *
     * @return the naming of members
     */
    Naming naming() default Naming.INHERIT;

    /**
     * Returns the policy for unknown properties. It also applies to contained types without their own annotation.
     *
     * @return the policy
     */
    UnknownProperties unknown() default UnknownProperties.REJECT;
}
