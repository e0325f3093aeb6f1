package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.ToolSchemas;
import java.util.List;
import java.util.Set;

/** The validators for tools, codecs and agents, in the order in which their problems are reported. */
public final class Validators {

    private static final Validator<ToolModel> TOOL_NAME = new ToolNameValidator();
    private static final Validator<ToolModel> FORMER_NAME = new FormerNameValidator();
    private static final Validator<ToolModel> DESCRIPTION = new DescriptionValidator();

    /**
     * The rule for the property names of tools. It does not apply to other codecs, because only providers restrict
     * property names.
     */
    private static final Validator<CodecModel> PROPERTY_NAME = new PropertyNameValidator();

    private static final Validator<CodecModel> FILE_IN_TOOL = new FileInToolValidator();
    private static final Validator<CodecModel> NAMING = new NamingValidator();
    private static final Validator<CodecModel> TYPE_SIZE = new TypeSizeValidator();
    private static final Validator<AuxiliaryClassValidator.CheckedClass> AUXILIARY_CLASS =
            new AuxiliaryClassValidator();

    private static final Validator<TypeModel> UNIQUE_PROPERTY = new UniquePropertyValidator();
    private static final Validator<TypeModel> FINITE_VALUE = new FiniteValueValidator();

    private static final List<Validator<Restriction>> RESTRICTION = List.of(
            new ConstraintTargetValidator(),
            new RequiredValueValidator(),
            new PortablePatternValidator(),
            new SizeRangeValidator(),
            new NumericRangeValidator(),
            new ConstraintConflictValidator());

    private static final List<Validator<AgentView>> AGENT = List.of(
            new StepAndPromptValidator(),
            new ToolkitValidator(),
            new WithheldToolValidator(),
            new SingleStepPerToolValidator(),
            new UniqueToolNameValidator(),
            new UniqueFormerNameValidator(),
            new UpcastAccessValidator(),
            new AgentNameValidator(),
            new DestructiveGateValidator(),
            new StepLimitValidator(),
            new ModelOptionsValidator(),
            new GateTargetValidator(),
            new DelegateValidator(),
            new SelectionTargetValidator(),
            new OfferedStepValidator(),
            new StepReachableValidator(),
            new CycleValidator(),
            new FinishReachableValidator(),
            new FinalStepBudgetValidator(),
            new LenientWriteValidator(),
            new ToolCountValidator(),
            new AgentSizeValidator(),
            new SharedTypeValidator(),
            new SingleContextValidator(),
            new UniqueMemberNameValidator(),
            new TriggerNameValidator(),
            new ScheduleValidator());

    /** The rules for agents that also apply to a toolkit on its own. */
    private static final List<Validator<AgentView>> TOOLKIT = List.of(
            new SingleStepPerToolValidator(),
            new UniqueToolNameValidator(),
            new DestructiveGateValidator(),
            new StepLimitValidator(),
            new ModelOptionsValidator(),
            new GateTargetValidator(),
            new DelegateValidator(),
            new CycleValidator(),
            new LenientWriteValidator(),
            new AgentSizeValidator(),
            new UniqueMemberNameValidator());

    private Validators() {}

    /** Validates a type annotated with {@code @Codec}. */
    public static void validate(CodecModel codec, Problems problems) {
        validate(codec.types(), problems);
        NAMING.validate(codec, problems);
        TYPE_SIZE.validate(codec, problems);
        AUXILIARY_CLASS.validate(AuxiliaryClassValidator.CheckedClass.of(codec), problems);
    }

    /**
     * Validates a tool.
     *
     * @param schemas the schemas of the tool
     * @param required the dialects in which the build requires a schema
     */
    public static void validate(ToolModel tool, ToolSchemas schemas, Set<SchemaDialect> required, Problems problems) {
        validateArguments(tool, problems);
        DESCRIPTION.validate(tool, problems);
        NAMING.validate(tool.arguments(), problems);
        new ToolSizeValidator(schemas).validate(tool, problems);
        TYPE_SIZE.validate(tool.arguments(), problems);
        AUXILIARY_CLASS.validate(AuxiliaryClassValidator.CheckedClass.of(tool.arguments()), problems);
        new DialectValidator(schemas, required).validate(tool, problems);
    }

    /** Validates an agent. */
    public static void validate(AgentModel agent, Problems problems) {
        AgentView view = new AgentView(agent);
        AGENT.forEach(validator -> validator.validate(view, problems));
        AUXILIARY_CLASS.validate(AuxiliaryClassValidator.CheckedClass.of(agent), problems);
        validate(agent.types(), problems);
        // The loop compiles only if each tool has a specification. Warnings about a tool are reported at the tool.
        for (StepModel step : agent.steps()) {
            validateArguments(step.tool(), problems);
        }
    }

    /** Validates a toolkit on its own. The rules for all steps of an agent are checked with each agent that uses it. */
    public static void validateToolkit(AgentModel toolkit, Problems problems) {
        AgentView view = new AgentView(toolkit);
        TOOLKIT.forEach(validator -> validator.validate(view, problems));
        validate(toolkit.types(), problems);
        for (StepModel step : toolkit.steps()) {
            validateArguments(step.tool(), problems);
        }
    }

    private static void validateArguments(ToolModel tool, Problems problems) {
        TOOL_NAME.validate(tool, problems);
        FORMER_NAME.validate(tool, problems);
        PROPERTY_NAME.validate(tool.arguments(), problems);
        FILE_IN_TOOL.validate(tool.arguments(), problems);
        validate(tool.arguments().types(), problems);
    }

    private static void validate(TypeModel types, Problems problems) {
        UNIQUE_PROPERTY.validate(types, problems);
        for (Restriction restriction : types.restrictions()) {
            RESTRICTION.forEach(validator -> validator.validate(restriction, problems));
        }
        FINITE_VALUE.validate(types, problems);
    }
}
