package dev.escapement.processor.check;

import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An estimate of the number of constants in a generated class file, which has at most 65,535. It is rather too high. */
final class ClassFileSize {

    /** The maximum of the estimate. The remainder is for constants that do not depend on the source. */
    static final int MAX_CONSTANTS = 60_000;

    private static final int PER_TYPE = 18;
    private static final int PER_PART = 8;
    private static final int PER_PROPERTY = 5;
    private static final int PER_CONSTANT = 5;
    private static final int PER_CONVERTED_CONSTANT = 7;
    private static final int PER_RESTRICTION = 8;
    private static final int PER_STEP = 14;
    private static final int PER_EXCEPTION = 2;

    private ClassFileSize() {}

    /** Returns the number of constants that the generated class of a type requires. */
    static int constants(CodecModel codec) {
        return constants(codec.types(), handled(codec));
    }

    private static int constants(TypeModel types, Set<TypeShape> known) {
        int constants = 0;
        for (TypeShape shape : known) {
            constants += shape instanceof TypeShape.Named named ? constants(types.definition(named)) : PER_PART;
        }
        return constants + types.restrictions().size() * PER_RESTRICTION;
    }

    /** Returns the number of constants that the loop of an agent requires. */
    static int constants(AgentModel agent) {
        int exceptions =
                agent.steps().stream().mapToInt(step -> step.declared().size()).sum();
        return constants(agent.types(), handled(agent.types(), values(agent)))
                + agent.steps().size() * PER_STEP
                + exceptions * PER_EXCEPTION;
    }

    /** Returns the shapes of all values that the loop of an agent reads or writes. */
    static Stream<TypeShape> values(AgentModel agent) {
        List<TypeShape> values = new ArrayList<>();
        for (StepModel step : agent.steps()) {
            if (step.flow() instanceof StepModel.Flow.Returns returns) {
                values.add(returns.result());
            } else if (step.flow() instanceof StepModel.Flow.Pauses pauses) {
                values.add(pauses.reply());
            } else if (step.flow() instanceof StepModel.Flow.Finishes finishes) {
                values.add(finishes.result());
            }
        }
        agent.prefetches().forEach(prefetch -> values.add(prefetch.result()));
        agent.triggers().forEach(trigger -> values.add(trigger.payload()));
        return values.stream();
    }

    /** Returns the shapes that the generated class of a type handles: the type itself, and all types without a codec. */
    static Set<TypeShape> handled(CodecModel codec) {
        Set<TypeShape> handled =
                handled(codec.types(), codec.types().definition(codec.root()).components());
        handled.add(codec.root());
        return handled;
    }

    /** Returns the shapes that private methods of the generated class handle. Codecs handle all others. */
    static Set<TypeShape> handled(TypeModel types, Stream<TypeShape> roots) {
        Set<TypeShape> handled = new HashSet<>();
        Deque<TypeShape> waiting = new ArrayDeque<>();
        roots.forEach(waiting::add);
        for (TypeShape next = waiting.poll(); next != null; next = waiting.poll()) {
            boolean hasCodec = next instanceof TypeShape.Named && types.codecs().containsKey(next);
            if (!hasCodec && handled.add(next)) {
                next.parts().forEach(waiting::add);
                if (next instanceof TypeShape.MapOf map) {
                    waiting.add(map.key());
                } else if (next instanceof TypeShape.Named named) {
                    types.definition(named).components().forEach(waiting::add);
                }
            }
        }
        return handled;
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
