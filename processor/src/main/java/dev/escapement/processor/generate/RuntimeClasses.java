package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;

/** The names of runtime classes, as JavaPoet class names. */
final class RuntimeClasses {

    static final ClassName GENERATED = ClassName.bestGuess(RuntimeNames.GENERATED);
    static final ClassName LENIENCY = ClassName.bestGuess(RuntimeNames.LENIENCY);
    static final ClassName NAMING = ClassName.bestGuess(RuntimeNames.NAMING);
    static final ClassName EFFECT = ClassName.bestGuess(RuntimeNames.EFFECT);
    static final ClassName JSON_CODEC = ClassName.bestGuess(RuntimeNames.JSON_CODEC);
    static final ClassName JSON_READER = ClassName.bestGuess(RuntimeNames.JSON_READER);
    static final ClassName JSON_WRITER = ClassName.bestGuess(RuntimeNames.JSON_WRITER);
    static final ClassName UPCASTS = ClassName.bestGuess(RuntimeNames.UPCASTS);
    static final ClassName JSON_TEXT = ClassName.bestGuess(RuntimeNames.JSON_TEXT);
    static final ClassName PRIMITIVE_ARRAYS = ClassName.bestGuess(RuntimeNames.PRIMITIVE_ARRAYS);
    static final ClassName TEXT_CODECS = ClassName.bestGuess(RuntimeNames.TEXT_CODECS);
    static final ClassName CONSTANT_SET = ClassName.bestGuess(RuntimeNames.CONSTANT_SET);
    static final ClassName ENUM_TEXT = ClassName.bestGuess(RuntimeNames.ENUM_TEXT);
    static final ClassName PORTABLE_PATTERN = ClassName.bestGuess(RuntimeNames.PORTABLE_PATTERN);
    static final ClassName PROPERTY_SET = ClassName.bestGuess(RuntimeNames.PROPERTY_SET);
    static final ClassName SHAPE_CHECK = ClassName.bestGuess(RuntimeNames.SHAPE_CHECK);
    static final ClassName CALL = ClassName.bestGuess(RuntimeNames.CALL);
    static final ClassName DIALECT = ClassName.bestGuess(RuntimeNames.DIALECT);
    static final ClassName TOOL_SPEC = ClassName.bestGuess(RuntimeNames.TOOL_SPEC);
    static final ClassName AGENT_LOOP = ClassName.bestGuess(RuntimeNames.AGENT_LOOP);
    static final ClassName AGENT_THREAD = ClassName.bestGuess(RuntimeNames.AGENT_THREAD);
    static final ClassName COMMAND = ClassName.bestGuess(RuntimeNames.COMMAND);
    static final ClassName OUTCOME = ClassName.bestGuess(RuntimeNames.OUTCOME);
    static final ClassName REDUCER = ClassName.bestGuess(RuntimeNames.REDUCER);
    static final ClassName STEP_CONTEXT = ClassName.bestGuess(RuntimeNames.STEP_CONTEXT);
    static final ClassName BUDGET = ClassName.bestGuess(RuntimeNames.BUDGET);
    static final ClassName CONTEXT_SOURCE = ClassName.bestGuess(RuntimeNames.CONTEXT_SOURCE);
    static final ClassName DELEGATE = ClassName.bestGuess(RuntimeNames.DELEGATE);
    static final ClassName DELEGATE_START = ClassName.bestGuess(RuntimeNames.DELEGATE_START);
    static final ClassName DECODED = ClassName.bestGuess(RuntimeNames.DECODED);
    static final ClassName READ_OPTIONS = ClassName.bestGuess(RuntimeNames.READ_OPTIONS);
    static final ClassName FLOW = ClassName.bestGuess(RuntimeNames.FLOW);
    static final ClassName MESSAGE = ClassName.bestGuess(RuntimeNames.MESSAGE);
    static final ClassName ON_FAILURES = ClassName.bestGuess(RuntimeNames.ON_FAILURES);
    static final ClassName ON_TEXT = ClassName.bestGuess(RuntimeNames.ON_TEXT);
    static final ClassName POLICY = ClassName.bestGuess(RuntimeNames.POLICY);
    static final ClassName PREFETCH = ClassName.bestGuess(RuntimeNames.PREFETCH);
    static final ClassName REQUEST_OPTIONS = ClassName.bestGuess(RuntimeNames.REQUEST_OPTIONS);
    static final ClassName REPLY = ClassName.bestGuess(RuntimeNames.REPLY);
    static final ClassName TRIGGER_SPEC = ClassName.bestGuess(RuntimeNames.TRIGGER_SPEC);
    static final ClassName SCHEDULE = ClassName.bestGuess(RuntimeNames.SCHEDULE);
    static final ClassName START = ClassName.bestGuess(RuntimeNames.START);
    static final ClassName THREAD_RESULTS = ClassName.bestGuess(RuntimeNames.THREAD_RESULTS);
    static final ClassName VERDICT = ClassName.bestGuess(RuntimeNames.VERDICT);
    static final ClassName PREFETCH_WHEN = PREFETCH.nestedClass("When");
    static final ClassName USER_MESSAGE = MESSAGE.nestedClass("User");
    static final ClassName NULL_UNMARKED = ClassName.bestGuess(RuntimeNames.NULL_UNMARKED);

    private RuntimeClasses() {}

    static ClassName of(JavaType type) {
        String[] nested = type.names().stream().skip(1).toArray(String[]::new);
        return ClassName.get(type.packageName(), type.names().get(0), nested);
    }
}
