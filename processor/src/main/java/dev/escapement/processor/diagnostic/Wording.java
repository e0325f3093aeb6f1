package dev.escapement.processor.diagnostic;

import java.util.List;

/**
 * A set of texts for one part of a message, with a constant for each case. With {@link ProblemKind}, the enums of
 * this type contain all wording of diagnostics. A text is a {@link MessageTemplate}; the comment of a constant
 * describes its arguments where that is not obvious.
 */
public sealed interface Wording extends Clause
        permits AnnotationRemedy,
                ConstraintConflict,
                Declaration,
                DefaultFault,
                DialectLimitation,
                Expectation,
                GateFault,
                Hint,
                MethodFault,
                NameOwner,
                PatternRemedy,
                SchemaFault,
                SchemaFinding,
                SchemaQuantity,
                SchemaRemedy,
                ToolFault,
                TypeFault,
                ValueKind {

    @Override
    default List<Object> arguments() {
        return List.of();
    }

    /** Returns this text with arguments; {@link Problem} describes them. */
    default Clause with(Object... arguments) {
        return new Filled(name(), template(), List.of(arguments));
    }
}
