package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A generator of methods that consist of a switch over the steps. A switch that could exceed the maximum size of a
 * method continues in another method.
 */
final class StepSwitch {

    /** The maximum length of the cases in one method. Source code is longer than its bytecode, which has 64 KiB. */
    private static final int MAX_LENGTH = 40_000;

    private final LoopContext loop;
    private final MethodSpec signature;
    private final String tool;

    /**
     * Creates a generator for one method of the loop.
     *
     * @param signature the method without its body
     * @param tool an expression for the name of the tool
     */
    StepSwitch(LoopContext loop, MethodSpec signature, String tool) {
        this.loop = loop;
        this.signature = signature;
        this.tool = tool;
    }

    /** Returns the method with a case for each step, and the methods in which it continues. */
    List<MethodSpec> methods(Function<StepModel, CodeBlock> branch) {
        return methods(branch, CodeBlock.of(""));
    }

    /**
     * Returns the method, and the methods in which it continues.
     *
     * @param branch the code after the arrow; steps with equal code share a case
     * @param common the code that most steps have, which becomes the default; may be empty
     */
    List<MethodSpec> methods(Function<StepModel, CodeBlock> branch, CodeBlock common) {
        Map<CodeBlock, List<CodeBlock>> cases = new LinkedHashMap<>();
        loop.constants()
                .forEach((step, constant) -> cases.computeIfAbsent(branch.apply(step), key -> new ArrayList<>())
                        .add(CodeBlock.of(constant)));
        boolean hasDefault = cases.remove(common) != null;
        List<List<CodeBlock>> parts = parts(cases);
        List<MethodSpec> methods = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CodeBlock.Builder code = CodeBlock.builder().add("return switch ($L.of($L)) {\n$>", loop.stepEnum(), tool);
            parts.get(i).forEach(code::add);
            if (i + 1 < parts.size()) {
                code.add("default -> $L;\n", part(i + 1).call());
            } else if (hasDefault) {
                code.add("default -> $L", common);
            } else if (i > 0) { // the previous parts have the other steps
                code.add("default -> throw new $T($L);\n", IllegalStateException.class, tool);
            }
            methods.add((i == 0 ? signature.toBuilder() : part(i).method(signature.returnType()))
                    .addCode(code.add("$<};\n").build())
                    .build());
        }
        return methods;
    }

    private static List<List<CodeBlock>> parts(Map<CodeBlock, List<CodeBlock>> cases) {
        List<CodeBlock> all = cases.entrySet().stream()
                .map(found -> CodeBlock.of("case $L -> $L", CodeBlock.join(found.getValue(), ",$W"), found.getKey()))
                .toList();
        return LimitedGroups.of(all, MAX_LENGTH, code -> code.toString().length());
    }

    private SwitchContinuation part(int number) {
        return new SwitchContinuation(signature, signature.name() + "Part" + (number + 1));
    }
}
