package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.TriggerModel;
import java.util.List;
import java.util.function.Predicate;

/** A generator of the members that describe triggers without a schedule, and that start threads with JSON payloads. */
final class EventCode {

    /** The name of the constant that lists the triggers. A method of the loop is named {@code triggers}. */
    private static final String CONSTANT = "TRIGGER_SPECS";

    private static final TypeName SPECS =
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeClasses.TRIGGER_SPEC);

    private static final TypeName DECODED_START =
            ParameterizedTypeName.get(RuntimeClasses.DECODED, RuntimeClasses.START);

    private final LoopContext loop;
    private final List<TriggerModel> triggers;

    EventCode(LoopContext loop) {
        this.loop = loop;
        this.triggers = loop.agent().triggers().stream()
                .filter(Predicate.not(TriggerModel::isScheduled))
                .toList();
    }

    /** Returns whether a trigger has no schedule. */
    boolean isNeeded() {
        return !triggers.isEmpty();
    }

    /** Returns the methods that list the triggers and start threads. */
    List<MethodSpec> methods() {
        CodeBlock specs = triggers.stream().map(this::spec).collect(CodeBlock.joining(",\n"));
        CodeBlock constant =
                loop.methods().constants().of(SPECS, CONSTANT, CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, specs));
        return List.of(
                LoopContext.overriding("triggers", SPECS)
                        .addStatement("return $L", constant)
                        .build(),
                start());
    }

    private CodeBlock spec(TriggerModel trigger) {
        String name = TriggerCode.named(trigger);
        String type = loop.methods().names().of(trigger.payload(), name);
        return CodeBlock.of(
                "new $T($S,$W/* description= */ $L,$W$L)",
                RuntimeClasses.TRIGGER_SPEC,
                trigger.method(),
                StringLiteral.wrapped(trigger.description()),
                loop.schema(trigger.source(), trigger.payload(), Naming.constant(type) + "_PAYLOAD_SCHEMA"));
    }

    private MethodSpec start() {
        MethodSpec signature = LoopContext.overriding("start", DECODED_START)
                .addParameter(String.class, "trigger")
                .addParameter(String.class, "json")
                .build();
        CodeBlock others = CodeBlock.of("$T.super.start(trigger, json)", RuntimeClasses.AGENT_LOOP);
        List<StringSwitch.Case> cases = triggers.stream()
                .map(trigger -> new StringSwitch.Case(
                        trigger.method(),
                        CodeBlock.of(
                                "$T.start(json,$W$L,$Wthis::$L)",
                                RuntimeClasses.TRIGGER_SPEC,
                                loop.decoder(trigger.payload(), TriggerCode.named(trigger)),
                                trigger.method())))
                .toList();
        return signature.toBuilder()
                .addCode(new StringSwitch(loop.methods(), signature, "trigger", others).body(cases))
                .build();
    }
}
