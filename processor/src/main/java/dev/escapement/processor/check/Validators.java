package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.ToolSchemas;
import java.util.List;
import java.util.Set;

/** All rules, in the order in which their problems are shown. */
public final class Validators {

    /** What is only ever read by programs may have any names; what a provider is shown may not. */
    private static final List<CodecRule> ARGUMENT_RULES =
            List.of(new PropertyNameValidator(), new UniquePropertyValidator());

    private static final List<CodecRule> CODEC_RULES = List.of(new UniquePropertyValidator());
    private static final List<RestrictionRule> RESTRICTION_RULES = List.of(
            new ConstraintTargetValidator(),
            new RequiredValueValidator(),
            new PortablePatternValidator(),
            new SizeRangeValidator(),
            new NumericRangeValidator(),
            new ConstraintConflictValidator());
    private static final List<AgentRule> AGENT_RULES = List.of(
            new StepAndPromptValidator(),
            new SingleStepPerToolValidator(),
            new UniqueToolNameValidator(),
            new DestructiveGateValidator(),
            new GateTargetValidator(),
            new SelectionTargetValidator(),
            new OfferedStepValidator(),
            new StepReachableValidator(),
            new CycleValidator(),
            new FinishReachableValidator(),
            new FinalStepBudgetValidator(),
            new LenientWriteValidator(),
            new ToolCountValidator(),
            new SingleContextValidator(),
            new UniqueMemberNameValidator(),
            new TriggerNameValidator());

    private Validators() {}

    /** Checks a type with a codec. */
    public static void check(CodecModel codec, Problems problems) {
        CODEC_RULES.forEach(rule -> rule.check(codec, problems));
        checkRestrictions(codec.types(), problems);
    }

    /** Checks a tool. */
    public static void check(ToolModel tool, Problems problems) {
        checkThatItIsGenerated(tool, problems);
        new DescriptionValidator().check(tool, problems);
    }

    private static void checkThatItIsGenerated(ToolModel tool, Problems problems) {
        new ToolNameValidator().check(tool, problems);
        ARGUMENT_RULES.forEach(rule -> rule.check(tool.arguments(), problems));
        checkRestrictions(tool.arguments().types(), problems);
    }

    /** Checks whether a tool can be expressed in the dialects that were asked for. */
    public static void check(ToolModel tool, ToolSchemas schemas, Set<SchemaDialect> wanted, Problems problems) {
        new DialectValidator(wanted).check(tool, schemas, problems);
    }

    /** Checks an agent. */
    public static void check(AgentModel agent, Problems problems) {
        AGENT_RULES.forEach(rule -> rule.check(agent, problems));
        new UniquePropertyValidator().check(agent.types(), problems);
        checkRestrictions(agent.types(), problems);
        // Without the specification of a tool the loop would not compile; what is wrong is shown at the tool, once.
        agent.steps().forEach(step -> checkThatItIsGenerated(step.tool(), problems));
    }

    private static void checkRestrictions(TypeModel types, Problems problems) {
        for (Restriction restriction : types.restrictions()) {
            RESTRICTION_RULES.forEach(rule -> rule.check(restriction, problems));
        }
        new FiniteValueValidator(types).check(problems);
    }
}
