package dev.escapement.processor.check;

import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An estimate of the number of constants in a generated class file, which has at most 65,535. The estimate errs on the
 * high side.
 */
final class ClassFileSize {

    /** The maximum of the estimate. The remainder is for constants that do not depend on the source. */
    static final int MAX_CONSTANTS = 60_000;

    private static final int PER_TYPE = 18;
    private static final int PER_PART = 8;
    private static final int PER_PROPERTY = 5;
    private static final int PER_CONSTANT = 5;
    private static final int PER_CONVERTED_CONSTANT = 7;
    private static final int PER_RESTRICTION = 8;
    private static final int PER_STEP = 18;
    private static final int PER_JOIN = 14;
    private static final int PER_TRIGGER = 24;
    private static final int PER_EXCEPTION = 2;

    private ClassFileSize() {}

    /** Returns the number of constants that the generated class of a type requires. */
    static int constants(CodecModel codec) {
        return constants(codec.types(), codec.types().handledBy(codec.root()));
    }

    /** Returns the number of constants that the loop of an agent requires. */
    static int constants(AgentModel agent) {
        int exceptions = Stream.concat(
                        agent.steps().stream().map(StepModel::declared),
                        agent.joins().stream().map(JoinModel::declared))
                .mapToInt(List::size)
                .sum();
        return constants(agent.types(), agent.types().handled(agent.values()))
                + agent.steps().size() * PER_STEP
                + agent.joins().size() * PER_JOIN
                + agent.triggers().size() * PER_TRIGGER
                + exceptions * PER_EXCEPTION;
    }

    private static int constants(TypeModel types, Set<TypeShape> handled) {
        int constants = types.restrictions().size() * PER_RESTRICTION;
        for (TypeShape shape : handled) {
            constants += shape instanceof TypeShape.Named named ? constants(types.definition(named)) : PER_PART;
        }
        return constants;
    }

    private static int constants(Definition definition) {
        int properties = definition
                .records()
                .mapToInt(record -> record.properties().size())
                .sum();
        boolean isRecord = definition instanceof Definition.RecordShape;
        int types = (int) definition.records().count() + (isRecord ? 0 : 1);
        int constants = definition instanceof Definition.EnumShape enumeration
                ? enumeration.constants().size() * (enumeration.text().isAny() ? PER_CONVERTED_CONSTANT : PER_CONSTANT)
                : 0;
        return PER_TYPE * types + PER_PROPERTY * properties + constants;
    }
}
