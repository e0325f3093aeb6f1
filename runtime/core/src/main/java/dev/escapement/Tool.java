package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose components are the arguments of a tool that a model can call.
 *
 * <p>For a record {@code IssueRefund} the processor generates {@code IssueRefundSpec} in the same package: a
 * {@link dev.escapement.tool.ToolSpec} with the tool's name, description, JSON Schema and codec.
 *
 * <p>The description for the model is the value of {@link Describe} on the record, or else its Javadoc.
 *
 * <pre>{@code
 * @Tool
 * @Describe("Refunds an order, in full or in part.")
 * public record IssueRefund(
 *         @Describe("Order number, like A-1042") String orderId,
 *         @Describe("Amount in cents") long amountCents) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Tool {

    /**
     * Returns the tool name that the model receives. If empty, the name is the record's simple name in snake_case.
     *
     * <p>The name must match {@code [a-zA-Z_][a-zA-Z0-9_-]{0,63}}, which all providers accept.
     *
     * @return the name, or the empty string
     */
    String name() default "";

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

    /**
     * Returns the kinds of faults in the tool's arguments that are repaired in addition to those repaired by default.
     * Allowed only for tools whose step is {@link Effect#READ} or {@link Effect#IDEMPOTENT}.
     *
     * @return the faults; none by default
     */
    Leniency[] lenient() default {};

    /**
     * Returns earlier names of the tool. Calls under these names run with the current step. The tool is offered to the
     * model only under its current name.
     *
     * @return the names; none by default
     */
    String[] formerly() default {};
}
