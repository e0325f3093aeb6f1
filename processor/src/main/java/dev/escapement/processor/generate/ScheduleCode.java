package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.TriggerModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A generator of the members that start threads at the ticks of schedules. */
final class ScheduleCode {

    private static final TypeName SCHEDULES =
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeClasses.SCHEDULE);

    private final List<TriggerModel> triggers;

    ScheduleCode(AgentModel agent) {
        this.triggers =
                agent.triggers().stream().filter(TriggerModel::isScheduled).toList();
    }

    /** Returns whether a trigger has a schedule. */
    boolean isNeeded() {
        return !triggers.isEmpty();
    }

    /** Returns the constant that lists the schedules. */
    FieldSpec constant() {
        CodeBlock schedules = triggers.stream()
                .map(trigger -> CodeBlock.of(
                        "new $T($S, $L, $T.of($L))",
                        RuntimeClasses.SCHEDULE,
                        trigger.method(),
                        StringLiteral.of(trigger.schedule().value().orElseThrow()),
                        ZoneId.class,
                        StringLiteral.of(trigger.zoneId())))
                .collect(CodeBlock.joining(",\n"));
        return FieldSpec.builder(SCHEDULES, LoopContext.SCHEDULES)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of(\n$>$>$L$<$<)", List.class, schedules)
                .build();
    }

    /** Returns the methods that list the schedules and start threads. */
    List<MethodSpec> methods() {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (trigger) {\n$>");
        for (TriggerModel trigger : triggers) {
            code.add("case $S -> $L(tick);\n", trigger.method(), TriggerCode.callee(trigger));
        }
        code.add("default -> $T.super.scheduled(trigger, tick);\n$<};\n", RuntimeClasses.AGENT_LOOP);
        return List.of(
                LoopContext.overriding("schedules", SCHEDULES)
                        .addStatement("return $L", LoopContext.SCHEDULES)
                        .build(),
                LoopContext.overriding("scheduled", RuntimeClasses.START)
                        .addParameter(String.class, "trigger")
                        .addParameter(Instant.class, "tick")
                        .addCode(code.build())
                        .build());
    }
}
