package dev.escapement.processor.generate;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.TriggerModel;

/** A generator of the methods that start threads with a typed event. */
final class TriggerCode {

    private final LoopContext loop;

    TriggerCode(LoopContext loop) {
        this.loop = loop;
    }

    MethodSpec method(TriggerModel trigger) {
        TypeName type = JavaTypeNames.of(trigger.payload());
        String named = trigger.parameter().orElse("tick");
        String parameter = named.equals("agent") ? "payload" : named; // the name of the field
        boolean isTick = trigger.isScheduled();
        String argument = trigger.parameter().isPresent() ? parameter : "";
        return MethodSpec.methodBuilder(trigger.method())
                .addJavadoc(
                        """
                        Returns the start of a thread for $1L of the trigger {@code $2L}.

                        @param $3L $4L
                        @return the start to pass to {@code Runner.start}
                        """,
                        isTick ? "a tick" : "an event",
                        trigger.method(),
                        parameter,
                        isTick ? "the time of the tick" : "the payload of the event")
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
}
