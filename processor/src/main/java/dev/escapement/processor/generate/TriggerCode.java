package dev.escapement.processor.generate;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.TriggerModel;
import java.util.List;

/** A generator of the methods that start threads with a typed event. */
final class TriggerCode {

    private final LoopContext loop;

    TriggerCode(LoopContext loop) {
        this.loop = loop;
    }

    /** Returns one method for each trigger. */
    List<MethodSpec> methods() {
        return loop.agent().triggers().stream().map(this::method).toList();
    }

    private MethodSpec method(TriggerModel trigger) {
        TypeName type = JavaTypeNames.of(trigger.payload());
        String named = named(trigger);
        String parameter = parameter(trigger);
        String argument = trigger.parameter().isPresent() ? parameter : "";
        return MethodSpec.methodBuilder(trigger.method())
                .addJavadoc("""
                        Returns the start of a thread for $1L of the trigger {@code $2L}.

                        @param $3L $4L
                        @return the start to pass to {@code Runner.start}
                        """, event(trigger), trigger.method(), parameter, description(trigger))
                .addModifiers(loop.visibility(trigger.exported()))
                .returns(RuntimeClasses.START)
                .addParameter(type, parameter)
                .addStatement(
                        "return $1T.of($2S, $3L, $4L,$Wagent.$2L($5L))",
                        RuntimeClasses.START,
                        trigger.method(),
                        loop.encoder(trigger.payload(), named),
                        parameter,
                        argument)
                .build();
    }

    /** Returns the base name of the constants and checks for the payload of a trigger. */
    static String named(TriggerModel trigger) {
        return trigger.parameter().orElse("tick");
    }

    /** Returns the name of a trigger's method for a call of the method. Java requires a receiver for one name. */
    static String callee(TriggerModel trigger) {
        return trigger.method().equals("yield") ? "this.yield" : trigger.method();
    }

    /** Returns the name of the parameter for the event of a trigger. */
    static String parameter(TriggerModel trigger) {
        String named = named(trigger);
        return named.equals("agent") ? "payload" : named; // the name of the field
    }

    /** Returns the phrase that denotes an event of a trigger. */
    static String event(TriggerModel trigger) {
        return trigger.isScheduled() ? "a tick" : "an event";
    }

    /** Returns the description of the parameter for the event of a trigger. */
    static String description(TriggerModel trigger) {
        return trigger.isScheduled() ? "the time of the tick" : "the payload of the event";
    }
}
