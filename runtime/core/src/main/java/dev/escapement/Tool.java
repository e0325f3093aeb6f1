package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record the arguments of a tool that a model can call.
 *
 * <p>For a record {@code IssueRefund} the processor generates {@code IssueRefundSpec} beside it: a
 * {@link dev.escapement.tool.ToolSpec} with the tool's name, description, JSON Schema and codec.
 *
 * <p>The description that the model reads is {@link Describe} on the record, else its Javadoc.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Tool {

    /**
     * The tool's name as the model sees it; empty for the record's simple name in snake_case.
     *
     * <p>Must match {@code [a-zA-Z_][a-zA-Z0-9_-]{0,63}}, the names that all providers accept.
     *
     * @return the name, or the empty string
     */
    String name() default "";

    /**
     * How properties are named, here and in all types without an annotation of their own that the tool contains.
     *
     * @return the naming of properties
     */
    Naming naming() default Naming.INHERIT;

    /**
     * Faults of a model's arguments that are repaired beside those that always are. Not for tools whose step writes.
     *
     * @return the faults; none by default
     */
    Leniency[] lenient() default {};
}
