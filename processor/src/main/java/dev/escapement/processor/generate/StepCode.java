package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** A generator of the code that runs steps and converts their results to outcomes. */
final class StepCode {

    private final LoopContext loop;
    private final ReplyCode replies;

    StepCode(LoopContext loop, ReplyCode replies) {
        this.loop = loop;
        this.replies = replies;
    }

    List<MethodSpec> run() {
        MethodSpec signature = LoopContext.overriding("run", RuntimeClasses.OUTCOME)
                .addParameter(RuntimeClasses.CALL, "call")
                .addParameter(RuntimeClasses.STEP_CONTEXT, "context")
                .addException(Exception.class)
                .build();
        return new StepSwitch(loop, signature, "call.tool()").methods(this::branch);
    }

    /** Returns whether the method of a step is {@code void}. */
    static boolean isVoid(StepModel step) {
        return step.flow() instanceof StepModel.Flow.ReturnsNothing;
    }

    private CodeBlock branch(StepModel step) {
        CodeBlock context = CodeBlock.of(step.takesContext() ? ",$>$>$Wcontext$<$<" : "");
        CodeBlock call = CodeBlock.of(
                "$L.$L($L$L)", loop.field(step.owner()), step.method(), LoopContext.arguments(step), context);
        CodeBlock before = isVoid(step) ? CodeBlock.of("$L;\n", call) : CodeBlock.of("");
        return LoopContext.outcome(before, outcome(step, call), step.declared());
    }

    private CodeBlock outcome(StepModel step, CodeBlock call) {
        return step.flow().accept(new StepModel.Flow.Visitor<>() {
            @Override
            public CodeBlock returns(StepModel.Flow.Returns returns) {
                return outcome("returned", loop.encoder(returns.result(), resultName(step)), call);
            }

            @Override
            public CodeBlock returnsNothing(StepModel.Flow.ReturnsNothing nothing) {
                return CodeBlock.of("$T.returned()", RuntimeClasses.OUTCOME);
            }

            @Override
            public CodeBlock selects(StepModel.Flow.Selects selects) {
                return selected(selects, call);
            }

            @Override
            public CodeBlock pauses(StepModel.Flow.Pauses pauses) {
                CodeBlock reply = CodeBlock.of("$L,$W$L", replies.schema(step, pauses), replies.codec(pauses));
                return outcome("paused", reply, call);
            }

            @Override
            public CodeBlock delegates(StepModel.Flow.Delegates delegates) {
                boolean joins = loop.agent().joinAfter(step).isPresent();
                return CodeBlock.of(
                        "$T.delegated($L,$W$L,$W/* joins= */ $L)",
                        RuntimeClasses.OUTCOME,
                        loop.childAgent(delegates),
                        call,
                        joins);
            }

            @Override
            public CodeBlock finishes(StepModel.Flow.Finishes finishes) {
                return outcome("finished", loop.encoder(finishes.result(), resultName(step)), call);
            }

            @Override
            public CodeBlock unreadable(StepModel.Flow.Unreadable unreadable) {
                throw StepCode.unreadable();
            }
        });
    }

    /** Returns the outcome of a call to a method that returns the next tool call. */
    static CodeBlock selected(StepModel.Flow.Selects selects, CodeBlock call) {
        return isAlone(selects)
                ? outcome("selected", instance(selects.tools().get(0)), call)
                : CodeBlock.of("selected($Z$L)", call);
    }

    /** Returns the base name of the constants and checks for the result of a step. */
    static String resultName(StepModel step) {
        return step.method() + "Result";
    }

    /** Returns an exception for a flow that the loop of a valid agent does not contain. */
    static IllegalStateException unreadable() {
        return new IllegalStateException("a loop is generated only if all return types are readable");
    }

    static CodeBlock outcome(String kind, CodeBlock about, CodeBlock call) {
        return CodeBlock.of("$T.$L($L,$W$L)", RuntimeClasses.OUTCOME, kind, about, call);
    }

    private static CodeBlock instance(ToolModel tool) {
        return CodeBlock.of("$T.INSTANCE", RuntimeClasses.of(tool.generated()));
    }

    /** Returns whether the return type of a step is a single tool, not a sealed interface of tools. */
    private static boolean isAlone(StepModel.Flow.Selects selects) {
        return selects.tools().size() == 1 && selects.tools().get(0).type().equals(selects.declared());
    }

    /**
     * Returns the methods that convert results to tool calls, one for each sealed interface that a step or a join
     * returns.
     */
    List<MethodSpec> selections() {
        Map<JavaType, StepModel.Flow.Selects> selections = new LinkedHashMap<>();
        for (StepModel step : loop.agent().steps()) {
            loop.agent()
                    .selection(step)
                    .filter(selects -> !isAlone(selects))
                    .ifPresent(selects -> selections.putIfAbsent(selects.declared(), selects));
        }
        List<MethodSpec> methods = new ArrayList<>();
        selections.values().forEach(selection -> methods.add(selected(selection)));
        return methods;
    }

    private MethodSpec selected(StepModel.Flow.Selects selects) {
        ClassName declared = RuntimeClasses.of(selects.declared());
        HiddenTypes hidden = loop.methods().hidden();
        CodeBlock.Builder code = CodeBlock.builder().add(hidden.variable(declared, "next"));
        for (ToolModel tool : selects.tools()) {
            code.beginControlFlow("if (next instanceof $T arguments)", RuntimeClasses.of(tool.type()))
                    .addStatement("return $T.selected($L,$Warguments)", RuntimeClasses.OUTCOME, instance(tool))
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder("selected")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeClasses.OUTCOME)
                .addParameter(hidden.declared(declared), hidden.parameter(declared, "next"))
                .addCode(code.build())
                .addStatement(
                        "throw $T.unexpectedSelection($S,$W$S,$Wnext)",
                        RuntimeClasses.OUTCOME,
                        loop.agent().type().qualifiedName(),
                        selects.declared().qualifiedName())
                .build();
    }
}
