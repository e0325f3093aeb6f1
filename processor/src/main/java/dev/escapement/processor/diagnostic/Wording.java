package dev.escapement.processor.diagnostic;

import java.util.List;

/**
 * The wording of one part of a message, with an enum constant for each case. Together with {@link ProblemKind}, the
 * implementing enums contain the wording of all diagnostics. The wording of a constant is a {@link MessageTemplate}; a
 * comment describes its arguments if they are not obvious.
 */
public sealed interface Wording extends Clause
        permits AgentNameFault,
                AnnotationRemedy,
                ConstraintConflict,
                Declaration,
                DefaultFault,
                DelegateFault,
                DialectLimitation,
                EffectGateFault,
                Expectation,
                FormerNameFault,
                GateFault,
                Hint,
                JoinFault,
                JoinRemedy,
                LockFolderFault,
                MethodFault,
                MethodRemedy,
                NameOwner,
                OptionsFault,
                ParamFault,
                PatternRemedy,
                SchemaFault,
                SchemaFinding,
                SchemaQuantity,
                SchemaRemedy,
                SizeFault,
                SubtypeFault,
                SubtypeRemedy,
                ToolFault,
                ToolkitClash,
                ToolkitFault,
                TransactionRemedy,
                TypeFault,
                ValueKind,
                WithheldFault,
                ZoneFault {

    @Override
    default List<Object> arguments() {
        return List.of();
    }

    /** Returns a clause with this wording and the given arguments, as described in {@link Problem}. */
    default Clause with(Object... arguments) {
        return new Filled(name(), template(), List.of(arguments));
    }
}
