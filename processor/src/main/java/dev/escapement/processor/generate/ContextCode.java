package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.ContextModel;
import dev.escapement.processor.model.PrefetchModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A generator of the members that supply context to the model. They provide the prefetched context, and the agent's
 * rendering of the thread.
 */
final class ContextCode {

    private static final TypeName SOURCES =
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeClasses.CONTEXT_SOURCE);
    private static final TypeName MESSAGES =
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeClasses.MESSAGE);

    private final LoopContext loop;
    private final List<PrefetchModel> prefetches;

    ContextCode(LoopContext loop) {
        this.loop = loop;
        this.prefetches = loop.agent().prefetches();
    }

    /** Returns the constant that lists the sources of prefetched context. */
    FieldSpec constant() {
        CodeBlock sources = prefetches.stream()
                .map(source -> CodeBlock.of(
                        "new $T($S, $T.$L)",
                        RuntimeClasses.CONTEXT_SOURCE,
                        source.name(),
                        RuntimeClasses.PREFETCH_WHEN,
                        source.when()))
                .collect(CodeBlock.joining(",\n"));
        return FieldSpec.builder(SOURCES, LoopContext.CONTEXT_SOURCES)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of(\n$>$>$L$<$<)", List.class, sources)
                .build();
    }

    MethodSpec contextSources() {
        return LoopContext.overriding("contextSources", SOURCES)
                .addStatement("return $L", LoopContext.CONTEXT_SOURCES)
                .build();
    }

    MethodSpec fetch() {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (source) {\n$>");
        for (PrefetchModel prefetch : prefetches) {
            String thread = prefetch.takesThread() ? "thread" : "";
            CodeBlock outcome = CodeBlock.of(
                    "$T.returned($L,$W$L.$L($L))",
                    RuntimeClasses.OUTCOME,
                    loop.encoder(prefetch.result(), prefetch.method()),
                    loop.field(prefetch.owner()),
                    prefetch.method(),
                    thread);
            CodeBlock branch = LoopContext.outcome(CodeBlock.of(""), outcome, prefetch.declared());
            code.add("case $S -> $L", prefetch.name(), branch);
        }
        code.add("default -> $T.super.fetch(source, thread);\n$<};\n", RuntimeClasses.AGENT_LOOP);
        return LoopContext.overriding("fetch", RuntimeClasses.OUTCOME)
                .addParameter(String.class, "source")
                .addParameter(RuntimeClasses.AGENT_THREAD, "thread")
                .addException(Exception.class)
                .addCode(code.build())
                .build();
    }

    /** Returns the method that renders the thread by calling the agent's context method. */
    MethodSpec messages(ContextModel context) {
        CodeBlock rendering = CodeBlock.of(
                "agent.$L($L)", context.method(), context.takesLastRequest() ? "thread, lastRequest" : "thread");
        CodeBlock messages = context.returnsText()
                ? CodeBlock.of("$T.of(new $T($L))", List.class, RuntimeClasses.USER_MESSAGE, rendering)
                : rendering;
        return LoopContext.overriding("messages", MESSAGES)
                .addParameter(RuntimeClasses.AGENT_THREAD, "thread")
                .addParameter(TypeName.BOOLEAN, "lastRequest")
                .addStatement("return $L", messages)
                .build();
    }
}
