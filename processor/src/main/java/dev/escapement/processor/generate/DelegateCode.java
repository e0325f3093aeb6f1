package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.TriggerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A generator of the members that start child threads of the agent, and of those that wait for child threads. */
final class DelegateCode {

    private final LoopContext loop;
    private final AgentModel agent;
    private final TypeName delegate;
    private final CodeBlock policy;
    private final UpcastCode upcasts;

    DelegateCode(LoopContext loop, UpcastCode upcasts) {
        this.loop = loop;
        this.upcasts = upcasts;
        this.agent = loop.agent();
        this.delegate = ParameterizedTypeName.get(RuntimeClasses.DELEGATE, RuntimeClasses.of(agent.type()));
        this.policy = PolicyCode.constant(agent.policy())
                .map(constant -> CodeBlock.of("$N", constant))
                .orElse(CodeBlock.of("$T.DEFAULT", RuntimeClasses.POLICY));
    }

    /** Returns the methods with which other agents start child threads of this agent. */
    List<MethodSpec> starts() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(MethodSpec.methodBuilder(AgentModel.DELEGATE_METHOD)
                .addJavadoc("""
                        Returns a delegate that starts a child thread with a text.

                        @param input the text
                        @return the delegate, for a step of another agent to return
                        """)
                .addModifiers(loop.visibility(true))
                .addModifiers(Modifier.STATIC)
                .returns(delegate)
                .addParameter(String.class, "input")
                .addStatement(
                        "return new $T<>($L, $T.of(input), $L)",
                        RuntimeClasses.DELEGATE_START,
                        LoopContext.AGENT,
                        RuntimeClasses.START,
                        policy)
                .build());
        agent.triggers().forEach(trigger -> methods.add(start(trigger)));
        return methods;
    }

    private MethodSpec start(TriggerModel trigger) {
        String parameter = TriggerCode.parameter(trigger);
        return MethodSpec.methodBuilder(agent.delegateMethod(trigger))
                .addJavadoc(
                        """
                        Returns a delegate that starts a child thread with $L of the trigger {@code $L}.

                        @param $L $L
                        @return the delegate, for a step of another agent to return
                        """, TriggerCode.event(trigger), trigger.method(), parameter, TriggerCode.description(trigger))
                .addModifiers(loop.visibility(trigger.exported()))
                .returns(delegate)
                .addParameter(JavaTypeNames.of(trigger.payload()), parameter)
                .addStatement(
                        "return new $T<>($L, $L($L), $L)",
                        RuntimeClasses.DELEGATE_START,
                        LoopContext.AGENT,
                        TriggerCode.callee(trigger),
                        parameter,
                        policy)
                .build();
    }

    /** Returns the interface methods about child threads, empty if no step delegates and the depth is the default. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        int maxDepth = agent.policy().maxDepth().value();
        if (maxDepth != 0) {
            methods.add(LoopContext.overriding("maxDepth", TypeName.INT)
                    .addStatement("return $L", NumberLiteral.of(maxDepth))
                    .build());
        }
        if (agent.steps().stream().anyMatch(step -> step.flow() instanceof StepModel.Flow.Delegates)) {
            methods.addAll(delegateAgent());
        }
        return methods;
    }

    private List<MethodSpec> delegateAgent() {
        MethodSpec signature = LoopContext.overriding("delegateAgent", TypeName.get(String.class))
                .addParameter(String.class, "tool")
                .build();
        CodeBlock others = CodeBlock.of("$T.super.delegateAgent(tool);\n", RuntimeClasses.AGENT_LOOP);
        return new StepSwitch(loop, signature, "tool")
                .methods(
                        step -> step.flow() instanceof StepModel.Flow.Delegates delegates
                                ? CodeBlock.of("$L;\n", loop.childAgent(delegates))
                                : others,
                        others);
    }

    /** Returns the method that continues a step after its child thread has finished, empty if no join exists. */
    List<MethodSpec> join() {
        if (agent.joins().isEmpty()) {
            return List.of();
        }
        MethodSpec signature = LoopContext.overriding("join", RuntimeClasses.OUTCOME)
                .addParameter(RuntimeClasses.CALL, "call")
                .addParameter(String.class, "result")
                .addException(Exception.class)
                .build();
        CodeBlock others = CodeBlock.of("$T.super.join(call, result);\n", RuntimeClasses.AGENT_LOOP);
        return new StepSwitch(loop, signature, "call.tool()")
                .methods(
                        step -> {
                            Optional<JoinModel> join = agent.joinAfter(step);
                            return join.isPresent() ? branch(step, join.get()) : others;
                        },
                        others);
    }

    private CodeBlock branch(StepModel step, JoinModel join) {
        CodeBlock decoder = loop.decoder(join.result(), join.method() + "Child");
        CodeBlock text = join.upcasts().isEmpty()
                ? CodeBlock.of("result")
                : CodeBlock.of("result,$W$L", upcasts.upcasts(step, join));
        CodeBlock result =
                CodeBlock.of("$T.ofChild(call,$>$>$W$L,$W$L$<$<)", RuntimeClasses.THREAD_RESULTS, text, decoder);
        CodeBlock call = CodeBlock.of(
                "$L.$L($L,$>$>$W$L$<$<)", loop.field(join.owner()), join.method(), LoopContext.arguments(step), result);
        return LoopContext.outcome(CodeBlock.of(""), outcome(join, call), join.declared());
    }

    private CodeBlock outcome(JoinModel join, CodeBlock call) {
        if (join.flow() instanceof StepModel.Flow.Selects selects) {
            return StepCode.selected(selects, call);
        } else if (join.flow() instanceof StepModel.Flow.Returns returns) {
            return StepCode.outcome("returned", loop.encoder(returns.result(), join.method() + "Result"), call);
        }
        throw StepCode.unreadable();
    }
}
