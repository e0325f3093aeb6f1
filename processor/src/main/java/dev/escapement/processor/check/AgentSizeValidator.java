package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.SizeFault;
import dev.escapement.processor.model.AgentModel;

/** A validator that keeps loops within the limits of the class file format and of JSON decoders. */
final class AgentSizeValidator implements Validator<AgentView> {

    /** The maximum number of steps, each of which is a constant of the generated enum. */
    private static final int MAX_STEPS = 2_000;

    private static final int MAX_OTHER_METHODS = 1_000;

    @Override
    public void validate(AgentView agent, Problems problems) {
        AgentModel model = agent.model();
        int others = model.joins().size()
                + model.gates().size()
                + model.triggers().size()
                + model.prefetches().size();
        report(SizeFault.STEPS, model.steps().size(), MAX_STEPS, agent, problems);
        report(SizeFault.OTHER_METHODS, others, MAX_OTHER_METHODS, agent, problems);
        if (!problems.hasErrors()) { // types can be counted only if all definitions are complete
            int constants = ClassFileSize.constants(model);
            report(SizeFault.CONTAINED_TYPES, constants, ClassFileSize.MAX_CONSTANTS, agent, problems);
            FiniteTypes finite = new FiniteTypes(model.types());
            int depth = model.values().mapToInt(finite::requiredDepth).max().orElse(0);
            report(SizeFault.DEPTH, depth, TypeSizeValidator.MAX_DEPTH, agent, problems);
        }
    }

    private static void report(SizeFault fault, int found, int max, AgentView agent, Problems problems) {
        if (found > max) {
            problems.add(
                    ProblemKind.TOO_LARGE,
                    agent.model().source(),
                    Declaration.NAMED.with(agent.name()),
                    fault.with(found, max));
        }
    }
}
